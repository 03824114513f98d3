"""What the columns of a table of figures are: labels, periods, units, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from loaders.concepts import model_like
from loaders.document import Document
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.periods import Period
from loaders.extract.figures.sources import of_note
from loaders.extract.figures.subjects import Subjects
from loaders.extract.figures.titled import of_titles
from loaders.extract.tables.grid import Grid, empty
from loaders.extract.tables.measures import Heading, heading, unit_of
from loaders.things import ORGS, Thing

_ANCHORS = (
    "product",
    "company",
    "supplier",
    "technology",
    "name",
    "institution",
    "customer",
    "industry",
)
# what a product has and no company
_OF_PRODUCTS = re.compile(r"售价|重量|净重|航程|\bweight\b", re.IGNORECASE)
# columns that may be of groups, or of what is in them
_GROUPS = ("technology", "product", "name", "industry")
_TIMES = re.compile(
    r"(?:时间(?:跨度|区间|范围|段)?|时段|年份|年度|年|日期|报告期|季度|月份|期间|"
    r"year|date|time|period|quarter|month|fiscal year)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[~约超近<>≈$¥]?\s?\d[\d,.]*\+?\s")
_NUMBER = re.compile(r"[\d\s.,%+\-~–—$¥]+")
_TAILED = re.compile(r"[~<>≈$¥€£]{0,3}\d[\d,.\-–]*[%KMB]?\+?(?: [a-z\-]{2,14}){1,5}")
_WORD = re.compile(r"[A-Za-z\u4e00-\u9fff]{2,}")
_SEVERAL = re.compile(r"[、；;]|, [A-Z]")
_NO_MODEL = re.compile(r"[、，,；;\n]|^\d")
_FIGURE_NO = re.compile(r"^(?:图表?|表|table|figure|exhibit|chart)\s*\d*[：:\s.]*", re.IGNORECASE)
_NUMBERED = re.compile(r"^[\d.（）()一二三四五六七八九十、\s]+")
_INSIDE = re.compile(r"[（(][^（）()]*[)）]")
_FORM = re.compile(r"(?:情况|统计|对比|一览|走势|变化|表|图|梳理|预测|及预测|数据|概况|参数)+$")
_SAYING = re.compile(r"(?<=[^\d\s])[：:，「]")
# 远图 590 is a model as 远图590 is, 约 100ns is a measure
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])(?<![约近超于达过逾])\s(?=[A-Z]?\d)")
_CAPTION = 60


@dataclass
class Sheet:
    """A table whose cells are to be measured."""

    document: Document
    table: Grid
    subjects: Subjects

    @cached_property
    def heads(self) -> list[Heading]:
        """The headers, read."""
        return [heading(c.header) for c in self.table.columns]

    @cached_property
    def caption(self) -> Heading:
        """The caption, read, without its number."""
        block = self.table.block
        text = block.caption.value if block.caption else ""
        return heading(_FIGURE_NO.sub("", text[:_CAPTION]))

    @cached_property
    def sources(self) -> tuple[Thing, ...]:
        """Who the note below the table names."""
        note = self.table.block.source
        return of_note(self.document.gazetteer, note.value) if note else ()

    @property
    def period(self) -> Period | None:
        """The one period that the caption or a title names; a span of years is none of the cells'."""
        block, p = self.table.block, self.caption.period
        if p is not None:
            return p if p.first == p.last else None
        titles = [block.caption, *reversed(block.path[1:])]
        return of_titles((t.value for t in titles if t), self.document.clock.now)

    @cached_property
    def times(self) -> list[int]:
        """The columns that hold the period of each record."""
        return [i for i in range(len(self.heads)) if self._timed(i)]

    @cached_property
    def units(self) -> int | None:
        """The column that holds the unit of each record."""
        return next((i for i in range(len(self.heads)) if self._unit(i)), None)

    @cached_property
    def label(self) -> int | None:
        """The column that says what each record is."""
        columns = self.table.columns
        fit = [i for i, c in enumerate(columns) if c.role in _ANCHORS and self._names(i)]
        single = [i for i in fit if not self._share(i, lambda c: bool(_SEVERAL.search(c)), 0.5)]
        if fit and not single and self.wordy(0) and not self._timed(0):
            return 0
        if fit:
            first = self._finest(single or fit)
            models = [i for i in range(len(columns)) if self._models(i)]
            owned = columns[first].role in ("company", "technology", "supplier")
            return models[0] if models and owned else first
        every = range(len(columns))
        return next((i for i in every if self.wordy(i) and not self._timed(i)), None)

    def _finest(self, fit: list[int]) -> int:
        """The first of some columns; of groups and what is in them, what is in them.

        Of a sale, who sells says what it is about.
        """
        columns = self.table.columns
        first = next((i for i in fit if columns[i].role != "customer"), fit[0])
        sold = next((i for i in fit if columns[i].role == "product" and self._distinct(i)), None)
        if columns[first].role == "company" and sold is not None and self._of_products():
            return sold
        if columns[first].role in _GROUPS and len(set(self._cells(first))) < len(
            self._cells(first)
        ):
            finer = [
                i for i in fit if i > first and columns[i].role in _GROUPS and self._distinct(i)
            ]
            return (finer or [first])[0]
        return first

    def _of_products(self) -> bool:
        """Whether a table beside makers and products tells of the products: their price or parts."""
        return any(c.role == "built" or _OF_PRODUCTS.search(c.header) for c in self.table.columns)

    def _distinct(self, i: int) -> bool:
        cells = self._cells(i)
        numbered = any(_INSIDE.search(c) and re.search(r"\d", c) for c in cells)
        return not numbered and len(set(cells)) == len(cells) == len(self.table.records)

    @cached_property
    def beside(self) -> list[int]:
        """The label columns of further tables set beside the first: 甲 | 量 | 乙 | 量."""
        names = [c.header for c in self.table.columns]
        if self.label is None or self.label + 1 >= len(names):
            return []
        first = names[self.label + 1]
        later = range(self.label + 2, len(names) - 1)
        return [i for i in later if names[i + 1] == first and self.wordy(i)]

    def wordy(self, i: int) -> bool:
        """Whether a column holds words rather than numbers."""
        return bool(self._cells(i)) and not self._share(i, _numeric, 0.5)

    def topics(self) -> list[Thing]:
        """What the caption or the nearest heading is about."""
        block = self.table.block
        if block.caption and (thing := self._topic(block.caption.value)):
            return [thing]
        for title in reversed(block.path):
            # behind a colon a heading tells what it has to say, not what it is about
            if thing := self._topic(_SAYING.split(title.value)[0]):
                return [thing]
        return []

    def _topic(self, text: str) -> Thing | None:
        words = _INSIDE.sub("", _NUMBERED.sub("", _FIGURE_NO.sub("", text)).strip())
        told = bool(re.search(r"预测|测算|根据|基于|来源|统计|机构", words))
        for m in self.document.gazetteer.find(words):
            if m.thing.cls not in ("Place", "Person") and not (m.thing.cls in ORGS and told):
                return m.thing
        found = measure(_FORM.sub("", re.split(r"[：:，—]", words)[0]))
        return self.subjects.read(found.rest).thing if found and found.rest else None

    def _cells(self, i: int) -> list[str]:
        cells = [r.cells[i].value.strip() for r in self.table.records]
        return [c for c in cells if not empty(c)]

    def _share(self, i: int, test: Callable[[str], bool], least: float) -> bool:
        """Whether more than a share of a column's cells pass a test."""
        cells = self._cells(i)
        return bool(cells) and sum(map(test, cells)) > len(cells) * least

    def _names(self, i: int) -> bool:
        counts = self._share(i, lambda c: bool(_COUNT.match(c)), 0.5)
        return self.wordy(i) and not self._unit(i) and not counts

    def _models(self, i: int) -> bool:
        """Whether a column names one model or version a record."""
        role, cells = self.table.columns[i].role, self._cells(i)
        if len(set(cells)) * 2 <= len(cells):
            return False  # T0, T0, T1: grades
        return role in ("product", "metric") and self.wordy(i) and self._share(i, _model, 0.59)

    def _unit(self, i: int) -> bool:
        cells = self._cells(i)
        return bool(cells) and self._share(i, lambda c: bool(unit_of(c)), 0.7)

    def _timed(self, i: int) -> bool:
        return bool(_TIMES.fullmatch(self.table.columns[i].header.strip()))


def _numeric(cell: str) -> bool:
    """Whether a cell is a number, or one with a few English words behind: `~30% of all sales`."""
    bare = cell.replace("*", "").strip()
    return bool((_NUMBER.match(bare) and not _WORD.search(bare)) or _TAILED.fullmatch(bare))


def _model(cell: str) -> bool:
    name = re.sub(r"\s*[（(].*", "", cell.split("/", maxsplit=1)[0].strip())
    return not _NO_MODEL.search(cell) and model_like(_SPACED.sub("", name))


def form_of(caption: str) -> str:
    """A caption without the word that says what form it has: 份额统计 → 份额."""
    return _FORM.sub("", caption).strip()
