"""One cell with numbers: a value, several that pair with things, or a line of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.blocks import Text
from loaders.concepts import model_like, plausible
from loaders.document import Document
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.numbers import Quantity, quantities
from loaders.extract.figures.periods import Period, periods
from loaders.extract.figures.line import Told
from loaders.extract.figures.prose import Prose
from loaders.extract.figures.subjects import Subjects
from loaders.extract.figures.time import Clock, cue
from loaders.extract.figures.topics import Topics
from loaders.grammar import load
from loaders.things import CONCEPTS, Claim, Number, Thing

_PARTS = re.compile(r"(?P<n>\d+(?:\s?[-~–—]\s?\d+)?)\s?(?P<unit>颗|个|路|台|块|枚|组|只|片|x|X|×)\s?(?P<name>[^+＋、，,；;（）()\d]{2,20})")
_WORDS = re.compile(r"左右|约|预估|预计|计划|目标|注册资本|投资|成本|估计|超|近|累计|以上|以下|\s|[（）()，,/~≈：:]|target|estimated|est\.?|to|shipped|produced|delivered|units|交付|产出|出货")


@dataclass(frozen=True)
class Cell:
    """A cell and all that its table says of its numbers."""

    text: Text
    evidence: Text
    things: tuple[Thing, ...]
    metric: str
    unit: str
    period: Period | None
    region: str | None
    expected: bool
    planned: bool
    sources: tuple[Thing, ...]
    role: str


def cell_figures(document: Document, subjects: Subjects, clock: Clock, cell: Cell) -> Iterator[Number | Claim]:
    """What one cell measures."""
    value = re.sub(r"\s*\n\s*", " ", cell.text.value)
    if not cell.things or not re.search(r"\d|[一二三四五六七八九十百千万]", value):
        return
    if parts := _parts(value):
        yield from _listed(document, cell, parts)
        return
    when = periods(value)
    found = quantities(value, [(p.start, p.end) for p in when])
    if cell.metric and found and _pure(value, found, when):
        yield from _values(document, clock, cell, value, found, when)
        return
    prose = Prose(document, subjects, Topics(subjects), Told(
        topic=cell.things[0], period=cell.period, region=cell.region, expected=cell.expected or cell.planned,
        sources=cell.sources, default=cell.metric if measure(cell.metric) else "",
    ), method="figure:cell", own=True)
    yield from prose.figures(cell.text)


def _parts(value: str) -> list[re.Match[str]]:
    """The parts of `3颗激光雷达+12颗摄像头`."""
    found = list(_PARTS.finditer(value))
    return found if found and re.search(r"[+＋]", value) and len(found) > 1 else []


def _listed(document: Document, cell: Cell, parts: list[re.Match[str]]) -> Iterator[Number | Claim]:
    for m in parts:
        name = m.group("name").strip()
        if not plausible(name, loose=True):
            continue
        low, _, high = re.sub(r"\s", "", re.sub(r"[~–—]", "-", m.group("n"))).partition("-")
        thing = document.gazetteer.named(name, "Product" if model_like(name) else "Technology", *CONCEPTS)
        for owner in cell.things[:1]:
            yield Number(
                "observation", owner, f"{name}数量", (float(low), float(high)) if high else float(low), m.group("unit"),
                cell.evidence, "figure:parts", region=cell.region, sources=cell.sources,
            )
            if owner.cls in CONCEPTS:
                yield Claim(owner, "USES", thing, cell.evidence, "table:spec", qualifiers={"count": m.group("n")})


def _pure(value: str, found: list[Quantity], when: list[Period]) -> bool:
    """Whether a cell holds numbers and little else."""
    rest = value
    for start, end in sorted([(q.start, q.end) for q in found] + [(p.start, p.end) for p in when], reverse=True):
        rest = rest[:start] + rest[end:]
    rest = re.sub(r"[（(][^（）()]*[)）]", "", rest)
    rest = _WORDS.sub("", rest)
    return len(rest) <= 3 or (len(found) == 1 and found[0].start <= 1 and bool(re.fullmatch(r"[A-Z][A-Za-z0-9.+\-]{1,12}", rest)))


def _values(
    document: Document, clock: Clock, cell: Cell, value: str, found: list[Quantity], when: list[Period]
) -> Iterator[Number | Claim]:
    firsts = [q for q in found if not re.search(r"[（(][^）)]*$", value[: q.start])]
    if len(firsts) > 1 and len(firsts) == len(cell.things):
        for q, thing in zip(firsts, cell.things, strict=True):
            yield _number(clock, replace(cell, things=(thing,)), value, q, when)
        return
    for q in firsts[:1] or found[:1]:
        for thing in cell.things:
            yield _number(clock, replace(cell, things=(thing,)), value, q, when)
        yield from _carried(document, cell, value, q)
        yield from _change(clock, cell, value, q, found)


def _number(clock: Clock, cell: Cell, value: str, q: Quantity, when: list[Period]) -> Number:
    period = when[0] if when else cell.period
    hint = cue(value)
    expected = cell.expected or hint is True or (cell.planned and period is None) or bool(period and period.expected)
    if not expected and period and period.last and clock.year and period.last == clock.year and len(period.text) == 4 and hint is None:
        expected = clock.month is None or clock.month < 10
    unit = _joined(q.unit, cell.unit)
    metric = cell.metric
    default = load("figures")["metric"]["units"].get(q.unit)
    if default and not measure(metric):
        metric = f"{metric}{default}"
    return Number(
        "forecast" if clock.forecast(period, expected) else "observation", cell.things[0], metric, q.value, unit,
        cell.evidence, "figure:table", period=period.text if period else None, region=cell.region,
        sources=cell.sources, comparator=q.comparator,
    )


def _joined(own: str, header: str) -> str:
    """The unit of a number and of its header: 128亿 under (元) is 亿元."""
    if own in ("万", "亿", "万亿", "千亿", "百万") and header and not header.startswith(("万", "亿", "千", "百")):
        return own + header
    return own or header


def _carried(document: Document, cell: Cell, value: str, q: Quantity) -> Iterator[Claim]:
    """`80GB HBM3`: the thing carries what stands behind the number."""
    name = value[q.end :].strip()
    if re.fullmatch(r"[A-Z][A-Za-z0-9.+\-]{1,12}", name) and q.unit:
        thing = document.gazetteer.named(name, "Technology", *CONCEPTS)
        for owner in cell.things:
            if owner.cls in CONCEPTS:
                yield Claim(owner, "USES", thing, cell.evidence, "table:spec", qualifiers={"amount": value[: q.end].strip()})


def _change(clock: Clock, cell: Cell, value: str, first: Quantity, found: list[Quantity]) -> Iterator[Number]:
    """`189 亿(+42%)`: growth in brackets behind a number."""
    for q in found:
        if q is not first and q.share and re.match(r"[（(]\s*(?:同比|YoY|yoy)?\s*[:：]?$", value[first.end : q.at].strip()) and q.at > first.end:
            down = not isinstance(q.value, tuple) and q.value < 0
            yield replace(
                _number(clock, cell, value, q, []), metric=f"{cell.metric}{'同比降幅' if down else '同比增速'}", unit=q.unit
            )
