"""Numbers in a row: A、B、C的M分别为x、y、z; 预计2018-2019年EPS为x和y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.extract.figures.fit import points
from loaders.extract.figures.growth import bases, way_of
from loaders.extract.figures.metrics import is_metric, measure
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period, spread
from loaders.extract.figures.phrases import name_of
from loaders.extract.figures.said import MARK, Said, said
from loaders.extract.figures.scene import Meaning, of_whole
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Thing

if TYPE_CHECKING:
    from loaders.extract.figures.line import Line
    from loaders.extract.figures.prose import Prose

_RATE = re.compile(r"(?:同比|环比|复合|年均|平均|年)*(?:增长率|增速|增幅|降幅|涨幅|占比|CAGR)$")
_FIELD = re.compile(r"(?:领域|方面|方向|板块|环节)$")
_JOIN = re.compile(r"\s*(?:、|/|以及|和|与|及)\s*")
# 汽车产销分别完成5和6万辆: production and sales
_BOTH = re.compile(r"(.)产销量?(?:累计|均|各|也|还|同期)*$")
_EACH = re.compile(r"分别|依次")


class Series:
    """A row of numbers: paired in order with periods, metrics or things."""

    def __init__(self, prose: Prose, line: Line, group: list[Quantity], last: int) -> None:
        self.prose, self.line, self.group, self.last = prose, line, group, last
        self.left = line.left(group[0], last)
        self.each = bool(_EACH.search(self.left))
        for i, q in enumerate(group):
            group[i] = q if q.unit else replace(q, unit=group[-1].unit)

    def meanings(self) -> Iterator[Meaning]:
        """Thing, metric and period of each number; nothing where they do not pair."""
        prose, n = self.prose, len(self.group)
        prose.hear(self.line, self.group[0], self.last)
        what = said(_EACH.sub("", self.left), self.group[0])
        metric = self._metric(what)
        periods = self._periods()
        if len(periods) == n and (self.each or not self._items(what.words)):
            yield from self._by_period(periods, metric, what.words)
        elif metrics := self._metrics():
            yield from self._by_metric(metrics)
        elif not what.words and not what.metric and len(prose.told.measured) == n:
            yield from self._grown(what)
        else:
            yield from self._by_thing(metric, what.words)

    def _metric(self, what: Said) -> str:
        """The metric that all of them measure."""
        if what.kind == "growth":
            base = _RATE.sub("", what.metric or self.prose.told.metric)
            fell = what.way == "down" and self.group[0].low >= 0
            if self.group[0].share:
                return f"{base}{what.basis}{'降幅' if fell else '增速'}"
            return f"{base}{what.basis}{'减少' if fell else '增加'}" if base else ""
        if what.kind == "share":
            return f"{what.basis}{of_whole(what.metric)}"
        return what.metric if what.kind == "metric" else ""

    def _periods(self) -> list[Period]:
        """The periods before the row, the years of a span one by one."""
        n, first = len(self.group), self.group[0].start
        here = [p for p in self.line.periods if self.last <= p.start < first]
        years = [y for p in here for y in spread(p)]
        if len(years) == n:
            return years
        if not here and len(self.prose.told.dates) == n:
            # …实现营收5、6和7亿元，净利1、2和3亿元: the years of the row before
            return list(self.prose.told.dates)
        tail = here[-n:]
        value = self.line.value
        joined = all(_JOIN.fullmatch(value[a.end : b.start]) for a, b in pairwise(tail))
        return tail if len(tail) == n and joined else []

    def _topic(self) -> Thing | None:
        return self.prose.topic(self.line, self.group[0], self.last)

    def _by_period(self, periods: list[Period], metric: str, words: str) -> Iterator[Meaning]:
        subject = self.prose.subjects.read(words)
        thing = subject.thing or self._topic()
        # what is told as a part of something is not what only a company has
        if thing and not subject.thing and thing.cls not in ORGS and "占" not in metric:
            thing = self._corporate(metric) or thing
        told = (subject.prefix + metric).replace(MARK, "").strip("、和与及 ")
        told = told or self.prose.told.metric
        if thing and told and not subject.several:
            self.prose.told.dates = tuple(periods)
            for p in periods:
                yield Meaning(thing, told, told, p, subject.place)

    def _corporate(self, metric: str) -> Thing | None:
        """Whose EPS or revenue it is, where the topic is no company."""
        own = metric.startswith(tuple(load("figures")["metric"]["corporate"]))
        return (self.prose.told.org or self.prose.topics.of_report()) if own else None

    def _metrics(self) -> list[str]:
        """The metrics that the words before the row end in: 收入、净利润分别为."""
        words = _BOTH.sub(r"\1产量和销量", _EACH.split(self.left)[0])
        words = bases().sub("", words)
        tail = [i for i in _JOIN.split(words) if i.strip(f" {MARK}")][-len(self.group) :]
        if len(tail) < len(self.group) or not measure(tail[0].replace(MARK, "")):
            return []
        return tail if all(is_metric(i.replace(MARK, "")) for i in tail[1:]) else []

    def _by_metric(self, metrics: list[str]) -> Iterator[Meaning]:
        first = measure(metrics[0].replace(MARK, " "))
        subject = self.prose.subjects.read(first.rest if first else "")
        thing = subject.thing or self._topic()
        if first is None or thing is None or subject.several:
            return
        rate = _RATE.search(metrics[-1])
        self.prose.told.measured = tuple(m.replace(MARK, "") for m in (first.metric, *metrics[1:]))
        grown = self._growth()
        for metric in (subject.prefix + first.metric, *metrics[1:]):
            shared = rate.group() if rate and not _RATE.search(metric) else grown
            yield Meaning(thing, metric.replace(MARK, "") + shared, region=subject.place)

    def _growth(self) -> str:
        """How the metrics of a row have grown: 收入与利润分别|同比增长|5%和6%."""
        if not self.each:
            return ""
        before, behind = _EACH.split(self.left)[0], _EACH.split(self.left)[-1]
        way, rest = way_of(behind.strip())
        basis = bases().search(rest) or bases().search(before)
        if not way and not (basis and self.group[0].share):
            return ""
        moved = "变动" if points(self.group[0].unit) else "降幅" if way == "down" else "增速"
        return f"{basis.group().strip() if basis else ''}{moved}"

    def _grown(self, what: Said) -> Iterator[Meaning]:
        """`收入、净利分别为5和1亿元，同比分别增长2%和3%`: how each of the row before grew."""
        told = self.prose.told
        for base, q in zip(told.measured, self.group, strict=True):
            fell = what.way == "down" and q.low >= 0
            if told.thing and what.kind == "growth":
                growth = f"{what.basis}{'降幅' if fell else '增速'}"
                yield Meaning(told.thing, base + growth, base)

    def _by_thing(self, metric: str, words: str) -> Iterator[Meaning]:
        told, n = self.prose.told, len(self.group)
        if not words and told.metric and len(told.row) == n:
            for thing in told.row:
                yield Meaning(thing, metric or told.metric)
            return
        items = self._items(words)
        metric = metric or told.units.get(self.group[-1].kind, "")
        things = [self._thing(item) for item in items]
        if not (metric and self.each and items):
            return
        beside = self.prose.subjects.read(items[-1]).prefix
        # in a row with names, what reads like no name alone is one too: 安全、传感
        named = [thing or self._loose(item) for item, (thing, _) in zip(items, things, strict=True)]
        for known, (_, place) in zip(named, things, strict=True):
            if known and all(named):
                yield Meaning(known, beside + metric, beside + metric, region=place)

    def _thing(self, item: str) -> tuple[Thing | None, str | None]:
        """The thing of one item; a country in a row of them is the region of what is told of."""
        subject, told = self.prose.subjects.read(item), self.prose.told
        if subject.several:
            return None, None
        elided = (told.thing or told.topic) if subject.place else None
        return subject.thing or elided, subject.place

    def _loose(self, item: str) -> Thing | None:
        name = name_of(_FIELD.sub("", item))
        if not 2 <= len(name) <= 12:
            return None
        return self.prose.document.gazetteer.named(name, "Technology", *CONCEPTS)

    def _items(self, words: str) -> list[str]:
        """As many things as there are numbers, that words list at their end."""
        items = [i.strip(" 的") for i in _JOIN.split(words.replace(MARK, "")) if i.strip(" 的")]
        n = len(self.group)
        return items[-n:] if len(items) >= n else []
