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

from loaders.things import ORGS, Mention, Thing

# one block of private characters a kind of name
ORG, PLACE, POLICY, PERSON, CONCEPT = 0xE000, 0xE400, 0xE800, 0xEC00, 0xF000
_BASE = {
    **dict.fromkeys(ORGS, ORG),
    "Place": PLACE,
    "Policy": POLICY,
    "Person": PERSON,
}
_JOIN = re.compile(r"\s*(?:、|/|和|与|及|以及|或|&|，|, and |,| and | or )\s*")
_TAIL = re.compile(r"[（(][^（）()]{0,40}[)）]")
MACROS = {
    "O": "[\ue000-\ue3ff]",
    "P": "[\ue400-\ue7ff]",
    "L": "[\ue800-\uebff]",
    "H": "[\uec00-\uefff]",
    "C": "[\uf000-\uf3ff]",
    "any": "[\ue000-\uf3ff]",
}


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
        """The plain text of a slot."""
        return self.plain[self.index(start) : self.index(end)] if end > start else ""


def code(sentence: str, mentions: Iterable[Mention]) -> Coded:
    """Fold the names of a sentence; names of concepts stay words unless nothing else is there."""
    out, pieces, groups, at = [], [(0, 0)], {}, 0
    length = 0
    for number, group in enumerate(_groups(sentence, mentions)):
        between = sentence[at : group.start]
        out.append(between)
        length += len(between)
        mark = chr(_BASE[group.mentions[0].thing.cls] + number)
        groups[mark] = group
        pieces.append((length, group.start))
        out.append(mark)
        length += 1
        pieces.append((length, group.end))
        at = group.end
    out.append(sentence[at:])
    return Coded(sentence, "".join(out), groups, tuple(pieces))


def _groups(sentence: str, mentions: Iterable[Mention]) -> list[Group]:
    groups: list[Group] = []
    for m in sorted(mentions, key=lambda m: m.start):
        if m.thing.cls not in _BASE or (groups and m.start < groups[-1].end):
            continue
        end = m.end
        if tail := _TAIL.match(sentence, end):
            end = tail.end()
        last = groups[-1] if groups else None
        if (
            last
            and _BASE[last.mentions[0].thing.cls] == _BASE[m.thing.cls]
            and _JOIN.fullmatch(sentence, last.end, m.start)
        ):
            groups[-1] = Group(last.start, end, (*last.mentions, m))
        else:
            groups.append(Group(m.start, end, (m,)))
    return groups[:0x3FF]
