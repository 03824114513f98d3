"""How deep each list item stands, and the line that opens its list."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.blocks import Text
from loaders.layout.lines import opens_list
from loaders.layout.parts import Part
from loaders.layout.titles import is_title


@dataclass
class _Level:
    """One open list: its mark, its indentation, its last item, and the line that opened it."""

    sign: str
    indent: int
    last: Part
    intro: Text | None
    parents: tuple[Text, ...]


@dataclass(frozen=True)
class Place:
    """Where an item stands: its depth (1 outermost), its opening line, the items above it."""

    level: int = 0
    intro: Text | None = None
    parents: tuple[Text, ...] = ()


class Lists:
    """Follows the lists of a report from part to part."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._opener: Text | None = None

    def place(self, part: Part) -> Place:
        """Where the next part stands."""
        if part.kind != "item":
            self._levels = [] if part.kind in ("heading", "paragraph") else self._levels
            if part.kind == "paragraph":
                self._opener = part.text if opens_list(part.lines[-1].text) else None
            elif part.kind == "heading":
                self._opener = None
            return Place()
        self._descend(part)
        level = self._levels[-1]
        return Place(len(self._levels), level.intro, level.parents)

    def _descend(self, part: Part) -> None:
        """Make the level of `part` the last one."""
        sign, indent = _sign(part), part.lines[0].indent
        at = self._find(part, sign, indent)
        if at is not None:
            del self._levels[at + 1 :]
            level = self._levels[at]
            if _opens(level.last) and self._flat(level, part):
                self._levels.append(self._below(level, part, sign, indent))
            level.last = part
            return
        if self._levels:
            self._levels.append(self._below(self._levels[-1], part, sign, indent))
        else:
            self._levels.append(_Level(sign, indent, part, self._opener, ()))

    def _find(self, part: Part, sign: str, indent: int) -> int | None:
        """The open list that `part` belongs to."""
        fits = [
            i for i, level in enumerate(self._levels)
            if level.sign == sign and abs(level.indent - indent) < 2
        ]  # fmt: skip
        numbers = part.mark.numbers
        if not fits or not numbers:
            return fits[-1] if fits else self._outer(indent)
        counted = [i for i in fits if numbers[0] == self._levels[i].last.mark.numbers[0] + 1]
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

    def _flat(self, level: _Level, part: Part) -> bool:
        return False

    def _below(self, level: _Level, part: Part, sign: str, indent: int) -> _Level:
        above = level.last.text
        names = is_title(above.value.rstrip("：:")) or opens_list(above.value)
        parents = (*level.parents, above) if names else level.parents
        return _Level(sign, indent, part, above if names else level.intro, parents)


def _sign(part: Part) -> str:
    return part.mark.bullet or part.mark.style


def _opens(part: Part) -> bool:
    return opens_list(part.text.value) or is_title(part.text.value)
