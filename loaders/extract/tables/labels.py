"""What the label of a row names."""

from __future__ import annotations

import re

from loaders.concepts import lexicon
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.periods import periods
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Record
from loaders.extract.tables.measures import heading, without_unit
from loaders.extract.tables.sheet import Sheet
from loaders.things import CONCEPTS, Thing

_CLASSES = {
    "company": ("Company", "Institution"),
    "supplier": ("Company",),
    "customer": ("Company",),
    "institution": ("Institution", "Company"),
    "industry": ("Industry", "Technology"),
    "product": ("Product", "Technology"),
    "technology": ("Technology", "Product"),
    "name": ("Technology", "Product"),
}
# `苯乙烯：华东市场`: where the thing is measured
PLACED = re.compile(
    r"\s?[：:]\s?(?P<place>华[东南北中]|[东西][南北]|[\u4e00-\u9fff]{2,5}(?=地区|市场))(?:地区|市场)?$"
)
_PHASE = re.compile(r"(?:阶段|周期|时期)$")
_GRADE = re.compile(r"\s*[^：:，。；]{2,12}[：:]\s?[^：:，。；]{2,6}")
_SPAN = ("期", "阶段", "年", "季", "月", "target")


def of_words(sheet: Sheet, words: str) -> tuple[Thing, ...]:
    """The thing that the words before a metric name, or what the table is about."""
    found = sheet.subjects.read(words).thing if words else None
    return (found,) if found else tuple(sheet.topics())


def things_of(sheet: Sheet, record: Record, label: int | None) -> list[Thing]:
    """What a record is about."""
    if label is None:
        return []
    if sheet.times and _PHASE.search(sheet.table.columns[label].header):
        # 上行周期1 | 2009-2014: a stretch of time is nothing that is measured
        return sheet.topics()
    cell = PLACED.sub("", record.cells[label].value)
    gazetteer = sheet.document.gazetteer
    if periods(cell) and not gazetteer.known(cell.strip()):
        cell = re.sub(r"\s*\d+$", "", heading(cell).words)
        if len(cell) < 2 or cell.endswith(_SPAN):
            return sheet.topics()
    return _named(sheet, cell, sheet.table.columns[label].role)


def _named(sheet: Sheet, cell: str, role: str) -> list[Thing]:
    """What a label names, in a column of some role."""
    gazetteer = sheet.document.gazetteer
    classes = _CLASSES.get(role, ("Technology", "Product"))
    found = [t for t, _ in things(sheet.document, cell, *classes)]
    if _GRADE.fullmatch(cell) and len(found) == 1 and not found[0].row:
        # 纯碱：轻质 is a grade of it
        return [gazetteer.named(cell.strip(), classes[0], *CONCEPTS)]
    if len(found) > 1 and "/" not in cell and "、" not in cell:
        found = found[:1]
    if found and (role in _CLASSES or found[0].row):
        return found
    name = re.sub(r"[（(][^（）()]*[)）]", "", without_unit(cell)[0]).strip()
    told = measure(name)
    if told and told.rest and not found:
        return list(of_words(sheet, told.rest))
    if known := gazetteer.known(name):
        return [known]
    return found or ([gazetteer.named(name, "Technology", *CONCEPTS)] if fair(name) else [])


def fair(name: str) -> bool:
    """Whether a label may be a name: neither generic nor a clause, a number or a period."""
    if not 2 <= len(name) <= 24 or name in lexicon("generic"):
        return False
    if name.endswith(
        ("进度", "格局", "壁垒", "现状", "情况", "优势", "趋势", "特征", "逻辑", "最大单笔")
    ):
        return False
    return not re.search(r"[，。；]|^\d+$", name) and not periods(name)
