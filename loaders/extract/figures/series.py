"""Numbers in a row: A、B、C的M分别为x、y、z; 预计2018-2019年EPS为x和y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.extract.figures.meaning import Meaning
from loaders.extract.figures.metrics import is_metric, measure
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period
from loaders.extract.figures.said import MARK, said
from loaders.things import CONCEPTS, Thing

if TYPE_CHECKING:
    from loaders.extract.figures.line import Line
    from loaders.extract.figures.prose import Prose

_RATE = re.compile(r"(?:同比|环比|复合|年均|平均|年)*(?:增长率|增速|增幅|降幅|涨幅|占比|CAGR)$")
_JOIN = re.compile(r"\s*(?:、|/|以及|和|与|及)\s*")


def paired(prose: Prose, line: Line, group: list[Quantity], last: int) -> Iterator[Meaning]:
    """Thing, metric and period of each number of a row; nothing where they do not pair."""
    unit = group[-1].unit
    for i, q in enumerate(group):
        if not q.unit and unit:
            group[i] = replace(q, unit=unit)
    left = line.left(group[0], last)
    respectively = "分别" in left or "依次" in left
    prose.hear(line, group[0], last)
    what = said(left.replace("分别", "").replace("依次", ""), group[0])
    periods = _periods(line, group, last)
    if len(periods) == len(group) and (respectively or not _items(what.words, len(group))):
        yield from _by_period(prose, line, group, last, periods, what.metric, what.words)
        return
    if what.kind == "growth":
        what = replace(what, metric=f"{_RATE.sub('', what.metric or prose.told.metric)}{what.basis}{'降幅' if what.way == 'down' else '增速'}")
    if metrics := _metrics(left, len(group)):
        yield from _by_metric(prose, line, group, last, metrics)
        return
    yield from _by_thing(prose, line, group, what.metric, what.words, respectively)


def _periods(line: Line, group: Sequence[Quantity], last: int) -> list[Period]:
    here = [p for p in line.periods if last <= p.start < group[0].start]
    if len(here) == 1 and (p := here[0]).first and p.last and p.last - p.first + 1 == len(group) > 1:
        return [replace(p, text=str(y), first=y, last=y) for y in range(p.first, p.last + 1)]
    spread = [y for p in here for y in _years(p)]
    if len(here) > 1 and len(spread) == len(group):
        return spread
    tail = here[-len(group) :]
    if len(tail) == len(group) and all(_JOIN.fullmatch(line.value[a.end : b.start]) for a, b in zip(tail, tail[1:], strict=False)):
        return tail
    return []


def _years(p: Period) -> list[Period]:
    """The years of a range of them; any other period as it is."""
    if p.first and p.last and p.last > p.first and re.fullmatch(r"\d{4}-\d{4}", p.text):
        return [replace(p, text=str(y), first=y, last=y) for y in range(p.first, p.last + 1)]
    return [p]


def _by_period(
    prose: Prose, line: Line, group: list[Quantity], last: int, periods: list[Period], metric: str, words: str
) -> Iterator[Meaning]:
    subject = prose.subjects.read(words, prose.told.sources)
    thing = subject.thing or prose.topic(line, group[0], last)
    metric = (subject.prefix + metric).replace(MARK, "").strip("、和与及 ") or prose.told.metric
    if thing and metric and not subject.several:
        for p in periods:
            yield Meaning(thing, metric, metric, p, subject.place)


def _metrics(left: str, n: int) -> list[str]:
    """The n metrics that words end in: 收入、净利润分别为."""
    words = re.split(r"分别|依次", left)[0]
    items = [i for i in _JOIN.split(words) if i.strip(f" {MARK}")]
    if len(items) < n:
        return []
    tail = items[-n:]
    return tail if all(is_metric(i.replace(MARK, "")) for i in tail[1:]) and measure(tail[0].replace(MARK, "")) else []


def _by_metric(prose: Prose, line: Line, group: list[Quantity], last: int, metrics: list[str]) -> Iterator[Meaning]:
    first = measure(metrics[0].replace(MARK, " "))
    if first is None:
        return
    subject = prose.subjects.read(first.rest, prose.told.sources)
    thing = subject.thing or prose.topic(line, group[0], last)
    if thing and not subject.several:
        rate = _RATE.search(metrics[-1])
        for metric in (subject.prefix + first.metric, *metrics[1:]):
            if rate and not _RATE.search(metric):
                metric = f"{metric}{rate.group()}"
            yield Meaning(thing, metric.replace(MARK, ""), region=subject.place)


def _by_thing(
    prose: Prose, line: Line, group: list[Quantity], metric: str, words: str, respectively: bool
) -> Iterator[Meaning]:
    told = prose.told
    if not words and len(told.row) == len(group) and told.metric:
        for thing in told.row:
            yield Meaning(thing, metric or told.metric)
        return
    items = _items(words, len(group))
    metric = metric or told.units.get(group[-1].unit, "")
    if not items or not metric or not respectively:
        return
    things = [_thing(prose, item) for item in items]
    if not any(t for t, _ in things):
        return
    beside = prose.subjects.read(items[-1]).prefix
    for item, (thing, place) in zip(items, things, strict=True):
        known = thing or (prose.document.gazetteer.named(item, "Technology", *CONCEPTS) if 2 <= len(item) <= 12 else None)
        if known is None:
            return
        yield Meaning(known, beside + metric, beside + metric, region=place)


def _thing(prose: Prose, item: str) -> tuple[Thing | None, str | None]:
    """The thing of one item; a country in a row of them is the region of what is told of."""
    subject = prose.subjects.read(item)
    told = prose.told
    if subject.several:
        return None, None
    return subject.thing or (told.thing or told.topic if subject.place else None), subject.place


def _items(words: str, n: int) -> list[str]:
    """The n things that words list at their end."""
    items = [i.strip(" 的") for i in _JOIN.split(words.replace(MARK, "")) if i.strip(" 的")]
    return items[-n:] if len(items) >= n else []
