"""Figures of a table whose rows are metrics: 指标 | 甲 | 乙."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.concepts import model_like
from loaders.english.likeness import own_name
from loaders.extract.figures.english.words import measures
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.periods import Period
from loaders.extract.tables.compared import product
from loaders.extract.tables.grid import empty
from loaders.extract.tables.labels import fair
from loaders.extract.tables.measured import Cell
from loaders.extract.tables.measures import Heading, heading, unit_of
from loaders.extract.tables.sheet import Sheet
from loaders.things import CONCEPTS, Thing

_CORNER = re.compile(
    r"(?:指标|参数|项目|维度|规格|内容|数据|关键指标|对比项|类别|"
    r"metric|parameter|item|spec|specification|detail|feature|)",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"(?:数值|数据|详情|值|内容|说明|参数|数量|指标|values?|details?|figure|data)", re.IGNORECASE
)
_NO_THING = ("对比", "备注", "比率", "差异", "变化")


def told_by(sheet: Sheet) -> bool:
    """Whether the records of a table are metrics and its columns things."""
    if (
        sheet.table.turned
        or sheet.label is None
        or any(c.role == "year" for c in sheet.table.columns)
    ):
        return False
    others = [h for i, h in enumerate(sheet.heads) if i != sheet.label]
    if sheet.times or any(
        h.metric and not _VALUES.fullmatch(h.words) and h.words not in _NO_THING for h in others
    ):
        return False
    labels = [heading(r.cells[sheet.label].value) for r in sheet.table.records]
    told = sum(bool(h.unit) or measure(h.words) is not None or measures(h.words) for h in labels)
    corner = _CORNER.fullmatch(sheet.table.columns[sheet.label].header.strip())
    return told >= len(labels) * (0.3 if corner else 0.7)


def cells(sheet: Sheet) -> Iterator[Cell]:
    """The cells that measure something, each with all that its table says of it."""
    label, last = sheet.label or 0, ""
    for record in sheet.table.records:
        row = heading(record.cells[label].value)
        # a label that is a year goes on with the metric of the row above
        row = replace(row, words=last) if not row.words and row.period else row
        last = row.words
        if sheet.units is not None and not row.unit:
            row = replace(row, unit=unit_of(record.cells[sheet.units].value))
        for i, head in enumerate(sheet.heads):
            if i in (label, sheet.units) or empty(record.cells[i].value):
                continue
            who, metric, when = _across(sheet, head, row)
            if who and metric:
                yield Cell(
                    record.cells[i],
                    record.evidence[i],
                    who,
                    metric,
                    row.unit or head.unit,
                    when,
                    row.region or head.region or sheet.caption.region,
                    row.expected or head.expected,
                    False,
                    sheet.sources,
                )


def _across(
    sheet: Sheet, head: Heading, row: Heading
) -> tuple[tuple[Thing, ...], str, Period | None]:
    """The things, the metric and the period of a cell under a header."""
    when = row.period or head.period or sheet.period
    name = re.sub(r"[（(][^（）()]*[)）]", "", head.words).strip()
    if not name or _VALUES.fullmatch(name):
        return tuple(sheet.topics()), row.words, when
    told = measure(row.words)
    if head.region and len(name) <= len(head.region) + 2:
        rest = sheet.subjects.read(told.rest).thing if told and told.rest else None
        metric = told.metric if told and rest else row.words
        return ((rest,) if rest else tuple(sheet.topics())), metric, when
    gazetteer = sheet.document.gazetteer
    models = [m.strip() for m in name.split("/")]
    if len(models) > 1 and all(len(m) > 1 and model_like(m) for m in models):
        return tuple(gazetteer.named(m, "Product", *CONCEPTS) for m in models), row.words, when
    found = gazetteer.known(name) or product(sheet.document, name)
    if found is None and fair(name) and not measure(name) and name not in _NO_THING:
        cls = "Product" if name.isascii() and own_name(name) else "Technology"
        found = gazetteer.named(name, cls, *CONCEPTS)
    return ((found,) if found else ()), row.words, when
