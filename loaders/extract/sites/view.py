"""A sentence that names places, as the patterns of grammar/sites.toml see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Modality
from loaders.coded import Coded
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.mentions import of_row
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import Claim, Mention, Thing

# no place that anything stands in
_NOWHERE = ("海外", "国内", "全球", "世界", "国际", "亚洲", "欧美", "国外", "境外")
_TAILS = ("市", "区", "县", "镇")


@dataclass(frozen=True)
class View:
    """A sentence with its names, coded."""

    document: Document
    sentence: Sentence
    mentions: list[Mention]
    coded: Coded

    def matches(self, name: str) -> Iterator[re.Match[str]]:
        """Where a pattern stands in the coded sentence."""
        return pattern("sites", name).finditer(self.coded.text)

    def places(self, m: re.Match[str]) -> list[Thing]:
        """The places of a match: its group, and the smaller one that the words behind it name."""
        found: list[Thing] = []
        given = m.groupdict()
        for name in ("place", "inner", "home"):
            if given.get(name):
                found += (t for t in self.coded.groups[given[name]].things if is_somewhere(t))
        spot = self.smaller(given["spot"]) if given.get("spot") else None
        if (town := given.get("town")) and found and pattern("cells", "town").fullmatch(town):
            spot = self.smaller(town) or self.document.gazetteer.named(town, "Place")
        return [*found, spot] if spot is not None else found

    def one(self, m: re.Match[str]) -> bool:
        """Whether a match names one place, and does not list several."""
        return len(self.coded.groups[m.group("place")].things) == 1

    def within(self, start: int, end: int) -> list[Thing]:
        """The places named between two indices of the sentence."""
        found = (m.thing for m in self.mentions if start <= m.start < end)
        return [t for t in found if t.cls == "Place" and is_somewhere(t)]

    def smaller(self, short: str) -> Thing | None:
        """The county, district or town that a text calls by its short name: 昆山."""
        names = self.document.gazetteer.names
        rows = (row for tail in _TAILS for row in names.lookup(short + tail) if len(short) > 1)
        row = next((row for row in rows if row.cls == "Place"), None)
        return of_row(row, short).called(short) if row is not None else None

    def plain(self, m: re.Match[str], group: str) -> str:
        """The words of a group of a match."""
        return self.coded.plain_of(m.start(group), m.end(group)) if m.group(group) else ""

    def plain_name(self, m: re.Match[str]) -> str:
        """All the words of a match."""
        return self.coded.plain_of(m.start(), m.end())

    def meant(self, m: re.Match[str]) -> Modality:
        """How the clause of a match is meant."""
        return modality(self.sentence.value, *self.span(m))

    def span(self, m: re.Match[str]) -> tuple[int, int]:
        """The place of a match in the sentence."""
        return self.coded.index(m.start()), self.coded.index(m.end() - 1) + 1

    def stands(
        self, what: Thing, places: list[Thing], rule: str, how: Modality = Modality.ASSERTED
    ) -> Iterator[Claim]:
        """That something stands in places."""
        for place in places:
            text = self.sentence.text
            yield Claim(what, "LOCATED_IN", place, text, f"site:{rule}", how)


def is_somewhere(place: Thing) -> bool:
    """Whether a place is no name for everywhere."""
    return place.name not in _NOWHERE
