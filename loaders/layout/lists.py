"""How deep each list item stands, and the line that opens its list."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from loaders.blocks import Text
from loaders.layout.lines import opens_list
from loaders.layout.parts import Part, sign
from loaders.layout.titles import is_title

_DEEPEST = 8
_BOLD = re.compile(r"\*\*[^*]+\*\*")


@dataclass
class _Level:
    """One open list: its mark, its indentation, its last item, and the line that opened it."""

    sign: str
    indent: int
    last: Part
    intro: Text | None
    parents: tuple[Text, ...]
    opener: Part | None = None
    plain: bool = False


@dataclass(frozen=True)
class Place:
    """Where an item stands: its depth (1 outermost), its opening line, the items above it."""

    level: int = 0
    intro: Text | None = None
    parents: tuple[Text, ...] = ()


class Lists:
    """Follows the lists of a report from part to part."""

    def __init__(self, parts: list[Part]) -> None:
        openers = Counter(p.text.value for p in parts if p.kind == "item")
        self._repeated = {text for text, n in openers.items() if n > 1 and opens_list(text)}
        self._levels: list[_Level] = []
        self._opener: Text | None = None
        self._broken = False

    def place(self, part: Part) -> Place:
        """Where the next part stands."""
        opens = opens_list(part.lines[-1].text)
        if part.kind == "heading" or (part.kind == "paragraph" and opens):
            self._levels, self._broken = [], False
            self._opener = part.text if opens else None
        elif part.kind == "paragraph":
            self._broken, self._opener = True, None
        if part.kind != "item":
            return Place()
        if self._broken and not self._resumes(part):
            self._levels = []
        self._broken = False
        self._descend(part)
        level = self._levels[-1]
        return Place(len(self._levels), level.intro, level.parents)

    def _resumes(self, part: Part) -> bool:
        """True where a list goes on behind a paragraph between its items."""
        known = any(level.sign == sign(part) for level in self._levels)
        return known and part.mark.numbers[:1] != (1,)

    def _descend(self, part: Part) -> None:
        """Make the level of `part` the last one."""
        own, indent = sign(part), part.lines[0].indent
        at = self._find(part, own, indent)
        if at is None:
            del self._levels[_DEEPEST:]
            level = self._below(part, own, indent) if self._levels else None
            self._levels.append(level or _Level(own, indent, part, self._opener, ()))
            return
        # only the very last item can have one below it that is not set in
        flat = at == len(self._levels) - 1 and not part.mark.numbers
        del self._levels[at + 1 :]
        last = self._levels[-1].last
        if flat and not self._leaves(part) and _heads(last):
            del self._levels[_DEEPEST:]
            self._levels.append(self._below(part, own, indent, last))
        level = self._levels[-1]
        level.plain = level.plain or not _labelled(part)
        level.last = part

    def _leaves(self, part: Part) -> bool:
        """Leave the lists that `part` no longer belongs to where no indentation tells: True if any.

        A list that an item with a colon opened goes on to the next such item; where its own
        items have no label in bold, it ends with the next that has one.
        """
        left = False
        while (opener := self._levels[-1].opener) is not None:
            if not self._ends_list(self._levels[-1], opener, part):
                break
            self._levels.pop()
            left = True
        return left

    def _ends_list(self, level: _Level, opener: Part, part: Part) -> bool:
        """True where `part` is no item of the list that `opener` opened."""
        if _is_bold(opener) or _is_bold(part):
            return _is_bold(part)
        if opens_list(part.text.value) and part.text.value not in self._repeated:
            return True
        return level.plain and _labelled(part) and _labelled(opener)

    def _find(self, part: Part, own: str, indent: int) -> int | None:
        """The open list that `part` belongs to."""
        fits = [
            i for i, level in enumerate(self._levels)
            if level.sign == own and abs(level.indent - indent) < 2
        ]  # fmt: skip
        numbers = part.mark.numbers
        if not fits or not numbers:
            return fits[-1] if fits else self._outer(indent)
        counted = [i for i in fits if self._levels[i].last.mark.numbers[:1] == (numbers[0] - 1,)]
        if counted:
            return counted[-1]
        restarts = numbers[0] == 1 and _opens(self._levels[-1].last)
        return None if restarts else fits[-1]

    def _outer(self, indent: int) -> int | None:
        """A list further out that the indentation leads back to."""
        if not self._levels or indent > self._levels[-1].indent - 2:
            return None
        fits = [i for i, level in enumerate(self._levels) if level.indent >= indent]
        return fits[0] if fits else None

    def _below(self, part: Part, own: str, indent: int, opener: Part | None = None) -> _Level:
        level = self._levels[-1]
        above = level.last.text
        names = is_title(above.value.rstrip("：:")) or opens_list(above.value)
        parents = (*level.parents, above) if names else level.parents
        return _Level(own, indent, part, above if names else level.intro, parents, opener)


def _labelled(part: Part) -> bool:
    """True for an item that begins in bold."""
    return part.lines[0].text.startswith("**", part.mark.length)


def _is_bold(part: Part) -> bool:
    """True for an item that is one title in bold."""
    bold = _BOLD.fullmatch(part.lines[0].text, part.mark.length)
    return bold is not None and len(part.lines) == 1


def _heads(part: Part) -> bool:
    """True for an item that may have items below it without indentation."""
    return opens_list(part.text.value) or _is_bold(part)


def _opens(part: Part) -> bool:
    return opens_list(part.text.value) or is_title(part.text.value)
