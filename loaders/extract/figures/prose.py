"""Figures of Chinese prose: clause by clause, what is elided taken from what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.figures.line import Line, Told
from loaders.extract.figures.meaning import Meaning, meaning
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period, joined
from loaders.extract.figures.said import said
from loaders.extract.figures.series import paired
from loaders.extract.figures.sources import sources
from loaders.extract.figures.subjects import Subjects, region_of
from loaders.extract.figures.topics import Topics
from loaders.modality import modality
from loaders.things import ORGS, Number, Thing

_COMPANY = re.compile(r"^(?:让|使|令|而|但|目前|当前|同时|此外)?(?:该|这家|本)?公司(?![\u4e00-\u9fff]?(?:治理|债))")
_CONVERTED = re.compile(r"^[（(/]?\s*(?:约合|约|合|折合|即|相当于|~|≈)?\s*(?:人民币|\$|US\$)?\s*$")


@dataclass
class Prose:
    """Reads the figures of sentences one after another; `own` for a cell whose record is the topic."""

    document: Document
    subjects: Subjects
    topics: Topics
    told: Told
    method: str = "figure:prose"
    own: bool = False

    def figures(self, text: Text, label: int = 0) -> Iterator[Number]:
        """The figures of one sentence; a label before a colon ends at `label`."""
        line = Line(self.document, text, self.told, label)
        last = label
        for group in line.groups():
            if len(group) > 1 and (rows := list(paired(self, line, group, last))):
                for q, found in zip(group, rows, strict=True):
                    yield self.number(line, q, found)
                self.told.row = tuple(found.thing for found in rows)
                last = group[-1].end
            else:
                for q in group[:1]:
                    number = self._one(line, q, last) if len(group) == 1 or "分别" not in line.value[last : q.start] else None
                    if number:
                        yield number
                    if number or not line.closed(q):
                        last = group[-1].end

    def _one(self, line: Line, q: Quantity, last: int) -> Number | None:
        self.hear(line, q, last)
        if q.money and last > line.label and _CONVERTED.match(line.value[last : q.at]):
            return None
        found = meaning(self, line, q, said(line.left(q, last), q), last)
        return self.number(line, q, found) if found else None

    def hear(self, line: Line, q: Quantity, last: int) -> None:
        """Take period, region, sources and expectation from the words since the last number."""
        told, between = self.told, line.value[last : q.start]
        period = line.period_before(q, last)
        told.expected = self.document.clock.expected(between, period, told.expected)
        told.period = period or told.period
        here = [m for m in line.mentions if last <= m.start and m.end <= q.start]
        told.region = region_of(between, here) or told.region
        told.sources = sources(self.document.gazetteer, line.value, last, q.start, line.mentions) or told.sources

    def topic(self, line: Line, q: Quantity, last: int) -> Thing | None:
        """Whom a clause is about that does not say: the clauses before it, then what was told."""
        if self.own:
            return self.told.topic
        for n, clause in enumerate(line.clauses(last, q.start)):
            if self.told.org and _COMPANY.match(clause):
                return self.told.org
            thing = self.topics.of_clause(clause, sure=self.told.thing is not None) if n else None
            if thing and thing.id not in {s.id for s in self.told.sources}:
                return thing
        return self.told.thing or self.told.topic

    def number(self, line: Line, q: Quantity, found: Meaning) -> Number:
        """The draft of a figure; remembers what it was about."""
        told = self.told
        when: Period | None = found.period or told.period
        if told.before and when and not line.period_before(q, 0 if not told.thing else q.start) and re.search(r"CAGR|复合", found.metric):
            when = joined(told.before, when)
        expected = told.expected
        how = modality(line.value, q.start, q.end)
        if found.thing.cls in ORGS:
            told.org = found.thing
        told.thing, told.metric, told.unit = found.thing, found.base or found.metric, q.unit
        told.units[kind_of(q.unit)] = told.metric
        return Number(
            "forecast" if self.document.clock.forecast(when, expected) else "observation",
            found.thing, found.metric, q.value, q.unit, line.text, self.method,
            period=when.text if when else None, region=found.region or told.region, sources=told.sources,
            comparator=q.comparator,
            modality=how if how in (Modality.RUMOURED, Modality.DENIED) else Modality.ASSERTED,
        )


def kind_of(unit: str) -> str:
    """What a unit measures whatever its scale: 亿美元 and 万亿美元 are both 美元."""
    return unit.lstrip("万亿千百十") or unit


__all__ = ["Prose", "kind_of", "replace"]
