"""Figures of Chinese prose: clause by clause, what is elided taken from what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.figures.line import STOP, Line
from loaders.extract.figures.meaning import meaning
from loaders.extract.figures.numbers import Quantity, per_time
from loaders.extract.figures.phrases import empty
from loaders.extract.figures.regions import region_of
from loaders.extract.figures.said import Said, said
from loaders.extract.figures.scene import STATE, Meaning
from loaders.extract.figures.series import Series
from loaders.extract.figures.sources import sources
from loaders.extract.figures.subjects import Subjects
from loaders.extract.figures.told import Told
from loaders.extract.figures.topics import Topics
from loaders.extract.figures.uncut import uncut
from loaders.extract.figures.when import begins, period_of
from loaders.modality import modality
from loaders.things import CONCEPTS, Mention, Number, Thing
from loaders.tokens import tokens

_COMPANY = re.compile(r"^(?:让|使|令|而|但|目前|当前|同时|此外)?(?:该|这家|本)?公司(?!治理|债)")
_CONVERTED = re.compile(r"^[（(/]?\s*(?:约合|约|合|折合|即|相当于|~|≈)?\s*(?:人民币|\$|US\$)?\s*$")
_NUMBER = re.compile(
    r"\d|半|[近逾超约达至过][十百千万亿]|分之|[一二两三四五六七八九十百]\s?(?:年|个月|倍|成|层|万|亿)"
)
# what holds under a condition is no figure: 若需求不足，价格将下跌30%
_IF = re.compile(r"(?:^|[，；。：、（(])(?:但|而|且)?(?:若|如果|假如|倘若|一旦)[^；。]*$")
_FAR = 60
_ONE = re.compile(r"(?<![\d.])[1一单]\s?\S$")
_INSIDE = re.compile(r"^\s*[（(][^（）()]*[)）]")
_NAMED = 2
_ANNOUNCED = re.compile(r"[^，。；、（）()\d]{0,6}?(?:预计|计划|有望|将于|拟于)")


@dataclass
class Prose:
    """Reads the figures of sentences one after another.

    `own` says that it reads a cell, whose record is the topic whatever else the cell names.
    """

    document: Document
    subjects: Subjects
    topics: Topics
    told: Told
    method: str = "figure:prose"
    own: bool = False

    def figures(self, text: Text, label: int = 0) -> Iterator[Number]:
        """The figures of one sentence; a label before a colon ends at `label`."""
        if not _NUMBER.search(text.value):
            return
        line = Line(self.document, text, self.told, label)
        last = label
        for group in line.groups():
            rows = list(Series(self, line, group, last).meanings()) if len(group) > 1 else []
            for q, found in zip(group, rows, strict=False):
                yield self._number(line, q, found)
            if rows:
                self.told.row = tuple(found.thing for found in rows)
                last = line.since = group[-1].end
                continue
            number = self._one(line, group, last)
            if number:
                yield number
                yield from self._paired(line, group, number)
                line.since = group[-1].end
            # `牧场（≥100 头）占比`: a number in brackets says more of the words before it
            if number or not line.closed(group[0]):
                last = group[-1].end

    def _one(self, line: Line, group: list[Quantity], last: int) -> Number | None:
        """The figure of a number that stands alone, or of the first of a row that does not pair."""
        q = group[0]
        if len(group) > 1 and "分别" in line.value[last : q.start]:
            return None
        if _IF.search(line.value, max(0, q.start - _FAR), q.start):
            return None
        self.hear(line, q, last)
        if line.beside(q, last) and line.since < last > line.label:
            # 甲5吨（占30%）: of what was not understood
            return None
        if (
            q.money
            and not self.told.shared
            and last > line.label
            and _CONVERTED.match(line.value[last : q.at])
        ):
            return None
        what = self._said(line, q, last)
        found = meaning(self, line, q, what, last)
        if found is None and not line.says(q, last):
            found = meaning(self, line, q, Said("nothing", linked=True), last)
        if found:
            # what another thing is compared with is not what the text goes on about
            aside = self.told.thing is not None and found.thing.name in line.bracket(q)
            return self._number(
                line, q, found, keep=found.keep and what.basis != "than" and not aside
            )
        unread = what.metric if what.kind == "metric" else what.kind == "growth" and what.words
        if unread and not (what.kind == "growth" and empty(what.words)):
            # the growth that follows is that of what was not understood
            self.told.thing, self.told.metric, self.told.unit = None, "", ""
        return None

    @staticmethod
    def _paired(line: Line, group: list[Quantity], first: Number) -> Iterator[Number]:
        """`装机42GW/109GWh`: the same told in another unit."""
        for a, b in pairwise(group):
            if line.value[a.end : b.start].strip() != "/" or a.kind == b.kind or not b.unit:
                return
            yield replace(first, value=b.value, unit=b.unit, comparator=b.comparator)

    def _said(self, line: Line, q: Quantity, last: int) -> Said:
        """What the words before a number say; a name is none of them a verb: 远维 5 亿元."""
        left = self._left(line, q, last)
        what = said(left, q)
        alone = left.strip(' 、*“”"')
        at = line.value.rfind(alone, last, q.start) if alone else -1
        named = what.kind == "verb" and any(
            (m.start, m.end) == (at, at + len(alone)) for m in line.mentions
        )
        return Said("thing", alone) if named else uncut(line, q, what, last)

    def _left(self, line: Line, q: Quantity, last: int) -> str:
        """The words before a number, without what the number before them counts.

        In `11家医院完成32例手术` the 医院 are counted, and nobody's subject.
        """
        left, counted = line.left(q, last), self.told.counted
        glued = counted and last > line.label and left.lstrip().startswith(counted)
        glued = glued and line.value[last:].lstrip().startswith(counted)
        bare = _INSIDE.sub("", left.lstrip()[len(counted) :]).lstrip() if glued else ""
        acts = bare and tokens(bare)[0].tag in ("v", "p") and not _ONE.search(line.value[:last])
        return bare if acts else left

    def hear(self, line: Line, q: Quantity, last: int) -> None:
        """Take period, region, sources and expectation from the words since the last number."""
        told, between = self.told, line.value[last : q.start]
        period = line.period_before(q, last)
        told.expected = self.document.clock.expected(between, period, told.expected)
        told.expected = told.expected or self._announced(line, q)
        told.before = told.period if period else told.before
        told.period = period or told.period
        here = [
            Mention(m.start - last, m.end - last, m.thing)
            for m in line.mentions
            if last <= m.start
            and m.end <= q.start
            and m.end not in line.orgs
            and not line.aside(m, q)
        ]
        told.region = region_of(between, here) or told.region
        gazetteer = self.document.gazetteer
        heard, places = sources(gazetteer, line.value, last, q.start, line.mentions)
        told.sources = heard or told.sources
        line.quoted += places

    @staticmethod
    def _announced(line: Line, q: Quantity) -> bool:
        """Whether the clause goes on with what is to come: 二期10万吨预计2026年建成."""
        m = _ANNOUNCED.match(line.value, q.end)
        stop = STOP.search(line.value, q.end)
        end = stop.start() if stop else len(line.value)
        return m is not None and not any(q.end < o.start < end for o in line.quantities)

    def topic(self, line: Line, q: Quantity, last: int) -> Thing | None:
        """Whom a clause is about that does not say: the clauses before it, then what was told."""
        told = self.told
        if self.own:
            return told.topic
        orgs = (m.thing for m in line.mentions if m.end <= q.start and m.thing.cls == "Company")
        org = told.org or next(orgs, None) or self.topics.of_report()
        clauses = line.clauses(line.since, q.start)
        near = len(line.clauses(last, q.start)) - (last > line.since)
        # what stands right behind the last number is counted, and no subject
        for n, clause in enumerate(clauses[:-1] if line.since > line.label else clauses):
            if org and _COMPANY.match(clause):
                return org
            if STATE.match(clause):
                return None
            first = line.since == line.label and all(len(c) < _NAMED for c in clauses[n + 1 :])
            thing = self._of_clause(line, clause, first=first, sure=n > near) if n else None
            if thing and (n < near or self._surely(thing)):
                return thing
        # what the sentence before was about ends where this one begins with a company
        lead = line.lead(q) if line.since == line.label else None
        return lead or told.thing or told.topic

    def _surely(self, thing: Thing) -> bool:
        """Whether what stands before a number that was not understood may be the subject."""
        topic = self.told.topic
        return thing.cls in CONCEPTS and (topic is None or topic.cls != "Product")

    def _of_clause(self, line: Line, clause: str, *, sure: bool, first: bool) -> Thing | None:
        told = self.told
        more = line.label > 0 and told.labelled
        sure = sure or told.thing is not None
        return self.topics.of_clause(clause, sure=sure, more=more, alone=first and not line.label)

    def _number(self, line: Line, q: Quantity, found: Meaning, *, keep: bool = True) -> Number:
        """The draft of a figure; remembers what it was about if it is to `keep` it."""
        told, when = self.told, period_of(self.told, line, q, found)
        forecast = self.document.clock.forecast(when, told.expected and not begins(line, q))
        how = modality(line.value, q.start, q.end)
        told.dated = when or told.dated
        if keep:
            told.remember(found.thing, found.base or found.metric, q)
        return Number(
            "forecast" if forecast else "observation",
            found.thing,
            found.metric,
            q.value,
            per_time(line.value, q),
            line.text,
            self.method,
            period=when.text if when else None,
            region=found.region or told.region,
            sources=told.sources,
            comparator=q.comparator,
            modality=how if how in (Modality.RUMOURED, Modality.DENIED) else Modality.ASSERTED,
        )
