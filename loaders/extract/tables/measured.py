"""One cell with numbers: a value, several that pair with things, or a line of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.blocks import Text
from loaders.concepts import model_like, plausible
from loaders.extract.figures import fit
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.numbers import Quantity, quantities
from loaders.extract.figures.periods import Period, periods
from loaders.extract.figures.prose import Prose
from loaders.extract.figures.time import cue
from loaders.extract.figures.told import Told
from loaders.extract.figures.topics import Topics
from loaders.extract.figures.windows import windows
from loaders.extract.tables.compared import product
from loaders.extract.tables.measures import with_header
from loaders.extract.tables.sheet import Sheet
from loaders.naming import named_concept
from loaders.things import CONCEPTS, Claim, Number, Thing

_PART = re.compile(
    r"(?P<n>\d+(?:\s?[-~–—]\s?\d+)?)\s?(?P<unit>颗|个|路|台|块|枚|组|只|片|x|X|×)\s?"
    r"(?P<name>[^+＋、，,；;（）()\d]{2,20})"
)
# what may stand beside a number in a cell that is one value
_WORDS = re.compile(
    r"左右|约|预估|预计|计划|目标|注册资本|投资|成本|估计|超|近|累计|以上|以下|交付|产出|出货|\s|[（(）),，/~≈：:]|"
    r"target|estimated|est\.?|to|shipped|produced|delivered|units"
)
_BEHIND = re.compile(r"\W{0,4}(?: [a-z\-]{2,14}){1,5}\W{0,3}")
_NAME = re.compile(r"[A-Z][A-Za-z0-9.+\-]{1,12}")
# 远图 910C
_MODEL = re.compile(r"[\u4e00-\u9fff]{2,4}\s?[A-Z]*\d[A-Za-z0-9.\-]*")
_CHANGE = re.compile(
    r"(?:\s*/\s?约?[^（）()/，；]{2,12})?[（(](?:[^（）()，,\d]{1,8}[，,])?\s*(?:同比|YoY|yoy)?\s*[:：]?$"
)
_OTHER = re.compile(r"\s*[/／（(]\s*(?:约|合|约合|即|≈)?\s*")
_OF = re.compile(r"[，,；;]\s*占(?P<whole>[^，,；;（）()\d]{1,8}?)\s*$")
_SLASH = re.compile(r"\s*[/／]\s*")
_VALUE = 400
_BARE = re.compile(r"\s*[12]\d{3}\s*")
# 10^-4: its exponent is most of it
_POWER = re.compile(r"10\^|[×xX*]\s?10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹-]")
_OPENED = re.compile(r"[（(][^）)]*$")


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


class Measured:
    """Reads the figures of one cell."""

    def __init__(self, sheet: Sheet, cell: Cell) -> None:
        self.sheet, self.cell = sheet, cell
        self.clock = sheet.document.clock
        # what is longer than this tells a story, and is read as prose
        self.value = re.sub(r"\s*\n\s*", " ", cell.text.value[:_VALUE])
        # 2048 below `带宽（GB/s）` is no year
        self.when = () if cell.unit and _BARE.fullmatch(self.value) else tuple(periods(self.value))
        spans = [(p.start, p.end) for p in self.when]
        self.found = [] if _POWER.search(self.value) else quantities(self.value, spans)

    def figures(self) -> Iterator[Number | Claim]:
        """What the cell measures."""
        if not self.cell.things or not self.found:
            return
        parts = list(_PART.finditer(self.value))
        if len(parts) > 1 and re.search(r"[+＋]", self.value):
            for part in parts:
                yield from self._part(part)
        elif self.cell.metric and len(self.cell.text) < _VALUE and self._pure():
            yield from self._values()
        else:
            yield from self._told()

    def _told(self) -> Iterator[Number]:
        """A cell that tells its figures in words."""
        cell, subjects = self.cell, self.sheet.subjects
        told = Told(
            topic=cell.things[0],
            period=cell.period,
            region=cell.region,
            sources=cell.sources,
            expected=cell.expected or cell.planned,
            default=cell.metric if measure(cell.metric) else "",
        )
        prose = Prose(
            self.sheet.document, subjects, Topics(subjects), told, "figure:cell", own=True
        )
        for part in windows(cell.text):
            yield from prose.figures(part)

    def _part(self, m: re.Match[str]) -> Iterator[Number | Claim]:
        """One part of `3颗激光雷达+12颗摄像头`: how many, and that the thing uses it."""
        name, cell = m.group("name").strip(), self.cell
        if not plausible(name, loose=True):
            return
        low, _, high = re.sub(
            r"[\s~–—]", lambda x: "" if x.group().isspace() else "-", m.group("n")
        ).partition("-")
        owner = cell.things[0]
        yield Number(
            "observation",
            owner,
            f"{name}数量",
            (float(low), float(high)) if high else float(low),
            m.group("unit"),
            cell.evidence,
            "figure:parts",
            region=cell.region,
            sources=cell.sources,
        )
        if owner.cls in CONCEPTS:
            thing = named_concept(self.sheet.document, name)
            yield Claim(
                owner,
                "USES",
                thing,
                cell.evidence,
                "table:spec",
                qualifiers={"count": m.group("n")},
            )

    def _pure(self) -> bool:
        """Whether the cell holds numbers and little else."""
        rest = self.value
        spans = [(q.start, q.end) for q in self.found] + [(p.start, p.end) for p in self.when]
        for start, end in sorted(spans, reverse=True):
            rest = rest[:start] + rest[end:]
        rest = _WORDS.sub("", re.sub(r"[（(][^（）()]*[)）]", "", rest))
        alone = len(self.found) == 1 and self.found[0].start <= 1
        return len(rest) <= 3 or (alone and bool(_NAME.fullmatch(rest) or self._tailed()))

    def _tailed(self) -> bool:
        """Whether a few English words behind the number say of what it is: `~30% of global sales`."""
        return _BEHIND.fullmatch(self.value, self.found[0].end) is not None

    def _values(self) -> Iterator[Number | Claim]:
        cell = self.cell
        outside = [q for q in self.found if not _OPENED.search(self.value[: q.start])]
        if len(outside) == len(cell.things) > 1:
            for q, thing in zip(outside, cell.things, strict=True):
                yield self._number(q, thing)
            return
        if pairs := self._paired(outside):
            for thing in cell.things:
                yield from (replace(self._number(q, thing), metric=m) for m, q in pairs)
            return
        q = (outside or self.found)[0]
        for thing in cell.things:
            yield self._number(q, thing)
        yield from self._carried(q)
        yield from self._change(q)
        yield from self._beside(q)

    def _paired(self, found: list[Quantity]) -> list[tuple[str, Quantity]]:
        """`容量 / 带宽` over `16Gb/3200MT/s`: the metrics of a header, each with its number."""
        metrics = [m.strip() for m in _SLASH.split(self.cell.metric)]
        apart = all(_SLASH.fullmatch(self.value, a.end, b.start) for a, b in pairwise(found))
        paired = len(metrics) == len(found) > 1 and apart and all(map(measure, metrics))
        return list(zip(metrics, found, strict=True)) if paired else []

    def _beside(self, first: Quantity) -> Iterator[Number]:
        """`412 亿美元 / 约 4121 亿元，占全球 56%`: the same sum in other money, and its share."""
        thing = self.cell.things[0]
        for q in self.found:
            between = self.value[first.end : q.start] if q.at > first.end else "-"
            if q.money and first.money and q.kind != first.kind and _OTHER.fullmatch(between):
                yield self._number(q, thing)
            elif q.share and (m := _OF.search(between)):
                metric = f"{self.cell.metric}占{m.group('whole')}比例"
                yield replace(self._number(q, thing), metric=metric, unit=q.unit)

    def _number(self, q: Quantity, thing: Thing) -> Number:
        cell, clock = self.cell, self.clock
        period = self.when[0] if self.when else cell.period
        metric = cell.metric
        # an acronym names what is measured, other English words how it is measured
        if not measure(metric) and not (metric.isascii() and re.search(r"[a-z]{3}", metric)):
            counted = fit.counts(q) and not metric.endswith(("数", "量"))
            metric = "数量" if counted else metric + fit.default_metric(q)
        return Number(
            "forecast" if clock.forecast(period, self._expected(period)) else "observation",
            thing,
            metric,
            q.value,
            with_header(q.unit, cell.unit),
            cell.evidence,
            "figure:table",
            period=period.text if period else None,
            region=cell.region,
            sources=cell.sources,
            comparator=q.comparator,
        )

    def _expected(self, period: Period | None) -> bool:
        """Whether the cell, its header or its row marks a prediction, or its year is not over."""
        cell, hint = self.cell, cue(self.value)
        if cell.expected or hint or (period and period.expected) or (cell.planned and not period):
            return True
        return hint is None and self.clock.unfinished(period)

    def _carried(self, q: Quantity) -> Iterator[Claim]:
        """`80GB HBM3`: the thing carries what stands behind the number."""
        name, cell = self.value[q.end :].strip(), self.cell
        if q.unit and (thing := self._counted(name)) is not None:
            for owner in cell.things:
                if owner.cls in CONCEPTS:
                    counts = fit.counts(q) and not isinstance(q.value, tuple)
                    amount = (
                        {"count": f"{q.low:g}"}
                        if counts
                        else {"amount": self.value[: q.end].strip()}
                    )
                    yield Claim(
                        owner, "USES", thing, cell.evidence, "table:spec", qualifiers=amount
                    )

    def _counted(self, name: str) -> Thing | None:
        """What stands behind a number and its unit, where it is the name of a part."""
        document = self.sheet.document
        if _NAME.fullmatch(name):
            return document.gazetteer.named(name, "Technology", *CONCEPTS)
        if not _MODEL.fullmatch(name) or not model_like(name.replace(" ", "")):
            return None
        return product(document, name) or named_concept(document, name)

    def _change(self, first: Quantity) -> Iterator[Number]:
        """`189 亿(+42%)`: growth in brackets behind a number."""
        for q in self.found:
            if q.share and q.at > first.end and _CHANGE.match(self.value[first.end : q.at].strip()):
                metric = f"{self.cell.metric}同比增速"
                yield replace(self._number(q, self.cell.things[0]), metric=metric, unit=q.unit)
