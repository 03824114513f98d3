"""A sentence with its names folded into single characters, for the frames to match on.

`双环传动、采埃孚为博世供应齿轮` becomes `①为②供应齿轮`, where ① is the group of the first
two names. So a frame need not know how long a name is or how many are listed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from loaders.things import CONCEPTS, ORGS, Mention, Thing

# one block of private characters a kind of name
ORG, PLACE, POLICY, PERSON, CONCEPT = 0xE000, 0xE400, 0xE800, 0xEC00, 0xF000
_BASE = {
    **dict.fromkeys(ORGS, ORG),
    "Place": PLACE,
    "Policy": POLICY,
    "Person": PERSON,
}
_WITH_CONCEPTS = {**_BASE, **dict.fromkeys(CONCEPTS, CONCEPT)}
_JOIN = re.compile(r"\s*(?:、|/|和|与|及|以及|或|&|，|, and |,| and | or )\s*")
_TAIL = re.compile(r"[（(][^（）()]{0,40}[)）]")
# half-width marks in Chinese text, taken for the full-width ones (a comma in a number stays)
_HALF = re.compile(r"(?<!\d),|,(?!\d)|;|:(?![/\d])")
_FULL = {",": "，", ";": "；", ":": "："}
_ASIDE = re.compile(r"[（(][^（）()]{0,80}[)）]")
MACROS = {
    "O": "[\ue000-\ue3ff]",
    "P": "[\ue400-\ue7ff]",
    "L": "[\ue800-\uebff]",
    "H": "[\uec00-\uefff]",
    "C": "[\uf000-\uf3ff]",
    "any": "[\ue000-\uf3ff]",
}


_MARK = re.compile(MACROS["any"])
# blanks between a name and Chinese words, which some set and some do not: `与 AMD 合作`
_LEFT_OUT = re.compile(_ASIDE.pattern + r"|(?<=[\u4e00-\u9fff，。；：、“])\s+$")
_BLANK_AFTER = re.compile(r"\s+(?=[\u4e00-\u9fff])")


def unmarked(sentence: str) -> str:
    """A sentence of the same length without what would read as a mark: private characters."""
    return _MARK.sub("\ufffd", sentence)


@dataclass(frozen=True)
class Group:
    """Names that a sentence lists together; start…end-1 is their place in the sentence."""

    start: int
    end: int
    mentions: tuple[Mention, ...]

    @property
    def things(self) -> tuple[Thing, ...]:
        """The things named, in order."""
        return tuple(m.thing for m in self.mentions)


@dataclass(frozen=True)
class Coded:
    """A coded sentence: `text` for frames, `groups` by their character, and the way back."""

    plain: str
    text: str
    groups: dict[str, Group]
    pieces: tuple[tuple[int, int], ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [here for here, _ in self.pieces]

    def index(self, i: int) -> int:
        """Index in the plain sentence of character `i` of the coded one."""
        here, there = self.pieces[bisect_right(self._starts, i) - 1]
        return there + i - here

    def plain_of(self, start: int, end: int) -> str:
        """The plain text of a slot, without asides in brackets."""
        return (
            _ASIDE.sub("", self.plain[self.index(start) : self.index(end)]) if end > start else ""
        )


def code(sentence: str, mentions: Iterable[Mention], *, concepts: bool = False) -> Coded:
    """Fold the names of a sentence; names of concepts stay words unless they are wanted too."""
    coding = _Coding(unmarked(sentence))
    for group in _groups(sentence, mentions, _WITH_CONCEPTS if concepts else _BASE):
        coding.copy_to(group.start)
        coding.mark(group)
    coding.copy_to(len(sentence))
    return Coded(sentence, "".join(coding.out), coding.groups, tuple(coding.pieces))


class _Coding:
    """A coded sentence in the making: names become marks, what stands in brackets is left out."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.out: list[str] = []
        self.pieces: list[tuple[int, int]] = [(0, 0)]
        self.groups: dict[str, Group] = {}
        self._length = 0
        self._at = 0

    def copy_to(self, end: int) -> None:
        """Take over the words up to `end`, without asides in brackets."""
        if self.groups and (blank := _BLANK_AFTER.match(self.sentence, self._at, end)):
            self._add("", blank.end())
        for left_out in _LEFT_OUT.finditer(self.sentence, self._at, end):
            self._add(self.sentence[self._at : left_out.start()], left_out.end())
        self._add(self.sentence[self._at : end], end)

    def mark(self, group: Group) -> None:
        """Put the character of a group in the place of its names."""
        mark = chr(_WITH_CONCEPTS[group.mentions[0].thing.cls] + len(self.groups))
        self.groups[mark] = group
        self._add(mark, group.end)

    def _add(self, text: str, at: int) -> None:
        if text:
            self.out.append(_HALF.sub(lambda m: _FULL[m.group()], text))
            self._length += len(text)
        self._at = at
        self.pieces.append((self._length, at))


def _groups(sentence: str, mentions: Iterable[Mention], base: dict[str, int]) -> list[Group]:
    groups: list[Group] = []
    for m in sorted(mentions, key=lambda m: m.start):
        if m.thing.cls not in base or (groups and m.start < groups[-1].end):
            continue
        end = m.end
        if tail := _TAIL.match(sentence, end):
            end = tail.end()
        last = groups[-1] if groups else None
        if (
            last
            and base[last.mentions[0].thing.cls] == base[m.thing.cls]
            and (m.joined or _JOIN.fullmatch(sentence, last.end, m.start))
        ):
            groups[-1] = Group(last.start, end, (*last.mentions, m))
        else:
            groups.append(Group(m.start, end, (m,)))
    return groups[:0x3FF]
