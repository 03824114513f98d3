"""Figures in tables: metric, unit and period from headers, caption and first column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.concepts import lexicon, model_like
from loaders.document import Document
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.periods import Period, periods
from loaders.extract.figures.sources import of_note
from loaders.extract.figures.subjects import Subjects
from loaders.extract.figures.time import Clock
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Column, Grid, Record, empty
from loaders.extract.tables.measured import Cell, cell_figures
from loaders.extract.tables.measures import Heading, heading, unit_of, without_unit
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Claim, Number, Thing

_ANCHORS = ("product", "company", "supplier", "technology", "name", "institution", "customer", "industry")
_CLASSES = {
    "company": ("Company", "Institution"), "supplier": ("Company",), "customer": ("Company",),
    "institution": ("Institution", "Company"), "industry": ("Industry", "Technology"),
    "product": ("Product", "Technology"), "technology": ("Technology", "Product"), "name": ("Technology", "Product"),
}
_TIMES = re.compile(r"^(?:时间|年份|年度|年|日期|报告期|季度|月份|期间|year|date|time|period|quarter|month|fiscal year)$", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"^(?:指标|参数|项目|维度|规格|内容|数据|关键指标|对比项|类别|metric|parameter|item|spec|specification|detail|feature|)$", re.IGNORECASE)
_VALUES = re.compile(r"^(?:数值|数据|详情|值|内容|说明|参数|数量|指标|value|values|detail|details|figure|data)$", re.IGNORECASE)
_FUNDING = re.compile(r"融资|募资|估值|轮$|轮次|[Ff]unding|[Vv]aluation|发行价")
_SKIP = ("rank", "ticker", "time", "place", "policy", "issuer", "person", "partner", "round", "investors")


@dataclass
class Sheet:
    """One table at work."""

    document: Document
    table: Grid
    subjects: Subjects
    clock: Clock

    def __post_init__(self) -> None:
        caption = self.table.block.caption.value if self.table.block.caption else ""
        if len(caption) > 60:
            caption = caption[:60] if "：" not in caption[:60] else caption
        self.caption = heading(re.sub(r"^(?:图|表)\s*\d*[：:\s.]*", "", caption))
        self.heads = [heading(c.header) for c in self.table.columns]
        self.sources = self._sources()

    def _sources(self) -> tuple[Thing, ...]:
        note = self.table.block.source
        return of_note(self.document.gazetteer, note.value) if note else ()

    def figures(self) -> Iterator[Number | Claim]:
        """What the cells measure."""
        labels = self._labels()
        if labels is not None and self._attributes(labels):
            yield from self._by_rows(labels)
        else:
            yield from self._by_columns(labels)

    # a row is a thing -----------------------------------------------------

    def _labels(self) -> int | None:
        """The column that says what each record is."""
        fit = [i for i, c in enumerate(self.table.columns) if c.role in _ANCHORS and not self._is_unit(i) and self._wordy(i) and not self._counts(i)]
        single = [i for i in fit if not self._lists(i)]
        if not single and fit and self._wordy(0) and not self._period_column(0):
            return 0
        fit = single or fit
        models = [i for i, c in enumerate(self.table.columns) if c.role in ("product", "metric") and self._wordy(i) and self._models(i)]
        if fit:
            return models[0] if models and self.table.columns[fit[0]].role in ("company", "technology", "supplier") else fit[0]
        return next((i for i in range(len(self.table.columns)) if self._wordy(i) and not self._period_column(i)), None)

    def _counts(self, i: int) -> bool:
        """Whether most cells of a column begin with a number."""
        cells = [r.cells[i].value.strip() for r in self.table.records if not empty(r.cells[i].value)]
        return sum(bool(re.match(r"[~约超近<>≈$¥]?\s?\d[\d,.]*\+?\s", c)) for c in cells) > len(cells) / 2

    def _lists(self, i: int) -> bool:
        """Whether most cells of a column name several things."""
        cells = [r.cells[i].value for r in self.table.records if not empty(r.cells[i].value)]
        return sum(bool(re.search(r"[、；;]|, [A-Z]", c)) for c in cells) > len(cells) / 2

    def _models(self, i: int) -> bool:
        """Whether a column names one model or version a record."""
        cells = [r.cells[i].value.strip() for r in self.table.records if not empty(r.cells[i].value)]
        single = [c for c in cells if not re.search(r"[、，,；;\n]", c) and model_like(re.sub(r"\s*[（(].*", "", c.split("/")[0].strip()))]
        return len(single) >= max(1, len(cells) * 0.6)

    def _wordy(self, i: int) -> bool:
        """Whether a column holds words rather than numbers."""
        cells = [r.cells[i].value.strip() for r in self.table.records if not empty(r.cells[i].value)]
        return bool(cells) and sum(bool(re.match(r"^[\d\s.,%+\-~–—$¥]+", c)) and not re.search(r"[A-Za-z\u4e00-\u9fff]{2,}", c) for c in cells) <= len(cells) / 2

    def _is_unit(self, i: int) -> bool:
        cells = [r.cells[i].value for r in self.table.records if not empty(r.cells[i].value)]
        return bool(cells) and all(unit_of(c) for c in cells)

    def _period_column(self, i: int) -> bool:
        return bool(_TIMES.match(self.table.columns[i].header.strip()))

    def _by_columns(self, labels: int | None) -> Iterator[Number | Claim]:
        times = [i for i in range(len(self.table.columns)) if self._period_column(i)]
        units = next((i for i in range(len(self.table.columns)) if self._is_unit(i)), None)
        for record in self.table.records:
            who = self._who(record, labels)
            if not who and labels is not None and not times:
                continue
            when = self._when(record, times)
            unit = unit_of(record.cells[units].value) if units is not None else ""
            planned = self._planned(record)
            for i, column in enumerate(self.table.columns):
                if i in (labels, units, *times) or empty(record.cells[i].value):
                    continue
                if column.role in _SKIP and column.role != "place" or (column.role == "place" and not self.heads[i].metric):
                    continue
                yield from self._cell(record, i, column, who, when, unit, planned)

    def _cell(
        self, record: Record, i: int, column: Column, who: list[Thing], when: Period | None, unit: str, planned: bool
    ) -> Iterator[Number | Claim]:
        head = self.heads[i]
        label = record.cells[self._at].value if self._at is not None else ""
        metric = head.words if head.metric or column.role in ("metric", "amount", "year") else ""
        things_ = who
        period = head.period or when
        if _FUNDING.search(head.words) or _FUNDING.search(label):
            return
        row = heading(label)
        if not head.metric and label and (told := measure(row.words)):
            metric, things_ = told.metric, self._rest(told.rest)
            unit, period = row.unit or unit, row.period or period
        if column.role == "year" or (head.period and not head.words):
            told = measure(row.words) if label else None
            metric = self._metric_of_caption()
            if told:
                metric, things_ = told.metric, self._rest(told.rest)
                unit = row.unit or unit
        if not things_:
            told = measure(head.words)
            metric, things_ = (told.metric, self._rest(told.rest)) if told else (metric, self._topics())
        yield from cell_figures(
            self.document, self.subjects, self.clock,
            Cell(record.cells[i], record.evidence[i], tuple(things_), metric,
                 unit if (unit and not re.search("%|幅|率|比", column.header)) else (head.unit or self.caption.unit), period or self.caption.period,
                 head.region or self.caption.region, head.expected, planned, self.sources, column.role),
        )

    @property
    def _at(self) -> int | None:
        return self._labels()

    def _who(self, record: Record, labels: int | None) -> list[Thing]:
        if labels is None:
            return []
        cell = record.cells[labels].value
        role = self.table.columns[labels].role
        classes = _CLASSES.get(role, ("Technology", "Product"))
        found = [t for t, _ in things(self.document, cell, *classes)]
        if len(found) > 1 and "/" not in cell and "、" not in cell:
            found = found[:1]
        if found and (role in _CLASSES or found[0].row):
            return found
        name = re.sub(r"[（(][^（）()]*[)）]", "", without_unit(cell)[0]).strip()
        told = measure(name)
        if told and told.rest and not found:
            return self._rest(told.rest)
        known = self.document.gazetteer.known(name)
        if known:
            return [known]
        return found or ([self.document.gazetteer.named(name, "Technology", *CONCEPTS)] if self._fair(name) else [])

    def _fair(self, name: str) -> bool:
        return 2 <= len(name) <= 24 and name not in lexicon("generic") and not re.search(r"[，。；]|^\d+$", name) and not periods(name)

    def _rest(self, words: str) -> list[Thing]:
        found = self.subjects.read(words).thing if words else None
        return [found] if found else self._topics()

    def _topics(self) -> list[Thing]:
        """What the caption or the nearest heading is about."""
        for text in (self.table.block.caption, *reversed(self.table.block.path)):
            if text is None:
                continue
            if thing := topic_of(self.subjects, text.value):
                return [thing]
        return []

    def _metric_of_caption(self) -> str:
        corner = without_unit(self.table.columns[0].header)[0].strip()
        if measure(corner):
            return corner
        words = re.sub(r"(?:情况|统计|对比|一览|走势|变化|表|图|梳理|预测|及预测|数据)+$", "", self.caption.words).strip()
        found = measure(words)
        return found.metric if found else ""

    def _when(self, record: Record, times: list[int]) -> Period | None:
        for i in times:
            if found := periods(record.cells[i].value):
                return replace(found[0], expected=found[0].expected or "目标" in record.cells[i].value or "target" in record.cells[i].value)
        return None

    def _planned(self, record: Record) -> bool:
        words = load("figures")["forecast"]["planned_rows"]
        return any(re.sub(r"\s+.*", "", c.value.strip()) in words for c in record.cells)

    # a row is a metric ------------------------------------------------------

    def _attributes(self, labels: int) -> bool:
        """Whether the records are metrics and the columns things: 指标 | 甲 | 乙."""
        if self.table.turned:
            return False
        names = [r.cells[labels].value for r in self.table.records]
        told = sum(bool(without_unit(n)[1]) or _whole(n) for n in names)
        across = [c for i, c in enumerate(self.table.columns) if i != labels]
        if any(c.role == "year" for c in across):
            return False
        fits = bool(_ATTRIBUTES.match(self.table.columns[labels].header.strip()))
        return told >= len(names) * (0.3 if fits else 0.7)

    def _by_rows(self, labels: int) -> Iterator[Number | Claim]:
        last = ""
        for record in self.table.records:
            row = heading(record.cells[labels].value)
            row = replace(row, words=last) if not row.words and row.period else row
            last = row.words
            for i in range(len(self.table.columns)):
                if i == labels or empty(record.cells[i].value):
                    continue
                who, metric, when = self._across(i, row)
                if who and metric:
                    yield from cell_figures(
                        self.document, self.subjects, self.clock,
                        Cell(record.cells[i], record.evidence[i], tuple(who), metric, row.unit or self.heads[i].unit,
                             when, row.region or self.heads[i].region or self.caption.region, row.expected or self.heads[i].expected,
                             False, self.sources, "metric"),
                    )

    def _across(self, i: int, row: Heading) -> tuple[list[Thing], str, Period | None]:
        head = self.heads[i]
        when = row.period or head.period or self.caption.period
        told = measure(row.words)
        metric = row.words
        name = re.sub(r"[（(][^（）()]*[)）]", "", head.words).strip()
        if not name or _VALUES.match(name):
            return self._topics(), metric, when
        if head.region and len(name) <= len(head.region) + 2:
            rest = self.subjects.read(told.rest).thing if told and told.rest else None
            return ([rest] if rest else self._topics()), (told.metric if told and rest else metric), when
        found = self.document.gazetteer.known(name) or (
            self.document.gazetteer.named(name, "Technology", *CONCEPTS) if self._fair(name) and not measure(name) and name not in ("对比", "备注", "比率", "差异", "变化") else None
        )
        return ([found] if found else []), metric, when


def read(document: Document, table: Grid) -> Iterator[Number | Claim]:
    """What the cells of a table measure."""
    yield from Sheet(document, table, Subjects(document), document.clock).figures()


def topic_of(subjects: Subjects, text: str) -> Thing | None:
    """What a caption or heading is about: a known name, or the noun phrase before its metric."""
    words = re.sub(r"^(?:图|表)\s*\d*[：:\s.]*|^[\d.（）()一二三四五六七八九十、\s]+", "", text).strip()
    words = re.sub(r"[（(][^（）()]*[)）]", "", words)
    told = bool(re.search(r"预测|测算|根据|基于|来源|统计|机构", words))
    for m in subjects.document.gazetteer.find(words):
        if m.thing.cls not in ("Place", "Person") and not (m.thing.cls in ORGS and told):
            return m.thing
    words = re.split(r"[：:，—]", words)[0]
    words = re.sub(r"(?:情况|统计|对比|一览|走势|变化|表|图|梳理|预测|及预测|数据|概况|参数)+$", "", words)
    found = measure(words)
    return subjects.read(found.rest).thing if found and found.rest else None


def _whole(label: str) -> bool:
    return measure(heading(label).words) is not None

