"""Figures of a table whose records are things: each cell measures the thing of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.extract.figures.english.words import measures
from loaders.extract.figures.fit import rate_like
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.periods import Period, periods
from loaders.extract.tables.grid import Record, empty, planned
from loaders.extract.tables.labels import PLACED, of_words, things_of
from loaders.extract.tables.measured import Cell
from loaders.extract.tables.measures import Heading, heading, unit_of, without_unit
from loaders.extract.tables.partners import traded
from loaders.extract.tables.sheet import Sheet, form_of
from loaders.things import Thing

# deals are read elsewhere
_FUNDING = re.compile(r"融资|募资|估值|轮$|轮次|[Ff]unding|[Vv]aluation|发行价")
_SKIP = (
    "rank",
    "ticker",
    "time",
    "policy",
    "issuer",
    "person",
    "partner",
    "round",
    "investors",
)
_OWNERS = ("company", "supplier")
_CHANGE = re.compile(
    r"(?:同比|环比)(?:涨跌幅|涨幅|跌幅|增速|增幅|变动|变化)?|[周月年]?(?:涨跌幅|涨幅|跌幅|增速|变动)|YoY|QoQ",
    re.IGNORECASE,
)
_TARGET = re.compile(r"目标|target", re.IGNORECASE)
# Market size by segment
_BY = re.compile(r" (?:by|per) ")
_RATES = re.compile(r"[%幅率比]")


@dataclass(frozen=True)
class Row:
    """One record: its things, and what it says of the numbers of all its cells."""

    record: Record
    label: Heading
    place: str | None
    things: tuple[Thing, ...]
    period: Period | None
    unit: str
    planned: bool


def cells(sheet: Sheet) -> Iterator[Cell]:
    """The cells that measure something, each with all that its table says of it."""
    for record in sheet.table.records:
        row = _row(sheet, record)
        if _CHANGE.fullmatch(row.label.words):
            continue  # of which of the rows above, nobody says
        if not row.things and sheet.label is not None and not sheet.times:
            continue
        for i in range(len(sheet.heads)):
            if _measures(sheet, i, record) and (cell := _cell(sheet, row, i)):
                yield cell


def _row(sheet: Sheet, record: Record) -> Row:
    label = record.cells[sheet.label].value if sheet.label is not None else ""
    placed = PLACED.search(label)
    return Row(
        record,
        heading(PLACED.sub("", label)),
        placed.group("place") if placed else None,
        tuple(_things(sheet, record)),
        _period(sheet, record),
        unit_of(record.cells[sheet.units].value) if sheet.units is not None else "",
        planned(record),
    )


def _things(sheet: Sheet, record: Record) -> list[Thing]:
    """What a record is about: of a company without a model told, the company."""
    label = sheet.label
    if label is not None and empty(record.cells[label].value):
        columns = sheet.table.columns
        label = next((i for i, c in enumerate(columns) if c.role in _OWNERS), label)
    return things_of(sheet, record, label)


def _measures(sheet: Sheet, i: int, record: Record) -> bool:
    """Whether a column is one of numbers, and the cell says something."""
    role = sheet.table.columns[i].role
    if i in (sheet.label, sheet.units, *sheet.times, *sheet.beside):
        return False
    if role in _SKIP or (role == "place" and not sheet.heads[i].metric):
        return False
    return not empty(record.cells[i].value) and not _FUNDING.search(sheet.heads[i].words)


def _cell(sheet: Sheet, row: Row, i: int) -> Cell | None:
    head, column = sheet.heads[i], sheet.table.columns[i]
    if _FUNDING.search(row.label.words):
        return None
    near = next((g for g in reversed(sheet.beside) if g < i), None)
    who = tuple(things_of(sheet, row.record, near)) if near is not None else row.things
    named = head.metric or column.role in ("metric", "amount", "year")
    metric, period, unit = head.words if named else "", head.period or row.period, row.unit
    told = measure(row.label.words)
    if told and not head.metric:
        metric, who = told.metric, of_words(sheet, told.rest)
        unit, period = row.label.unit or unit, period or row.label.period
    elif told and _CHANGE.match(metric):
        metric, who = f"{told.metric}{metric}", of_words(sheet, told.rest)
    elif _CHANGE.fullmatch(metric):
        metric = f"{_changed(sheet, i)}{metric}"
    elif column.role == "year" or (head.period and not head.words):
        metric = _of_caption(sheet)
    if not who and (told := measure(head.words)):
        metric, who = told.metric, of_words(sheet, told.rest)
    if len(who) == 1 and metric and sheet.label is not None:
        thing, metric = traded(sheet, sheet.label if near is None else near, who, metric)
        who = (thing,)
    if not (unit and not _RATES.search(column.header)):
        unit = head.unit or row.label.unit or sheet.caption.unit
    return Cell(
        row.record.cells[i],
        row.record.evidence[i],
        who or tuple(sheet.topics()),
        metric,
        unit,
        period or sheet.period,
        head.region or row.place or sheet.caption.region,
        head.expected,
        row.planned,
        sheet.sources,
    )


def _changed(sheet: Sheet, i: int) -> str:
    """What a column of changes (同比) is about: the metric before it, or the table's corner."""
    before = [sheet.heads[n].metric for n in range(i - 1, -1, -1) if n not in sheet.times]
    return next((m for m in before if m and not rate_like(m)), "")


def _of_caption(sheet: Sheet) -> str:
    """The metric of a table of years: its corner's, or its caption's."""
    corner = without_unit(sheet.table.columns[0].header)[0].strip()
    if measure(corner):
        return corner
    caption = form_of(sheet.caption.words)
    if found := measure(caption):
        return found.metric
    words = _BY.split(caption)[0]
    return words if measures(words) else ""


def _period(sheet: Sheet, record: Record) -> Period | None:
    label = [sheet.label] if sheet.label is not None else []
    for i in [*sheet.times, *label]:
        cell = record.cells[i].value
        if found := periods(cell):
            return replace(found[0], expected=found[0].expected or bool(_TARGET.search(cell)))
    return None
