"""The records of a table, whichever way it is written."""

from __future__ import annotations

import re

from kg.names import Names
from loaders.blocks import Block, Text
from loaders.extract.tables import turned
from loaders.extract.tables.grid import Column, Grid, Record, line
from loaders.extract.tables.headers import role_of
from loaders.grammar import load

# roles of headers that do not say what the column holds
_UNTOLD = ("metric", "name")
_SHORT = 2
_REMARK = re.compile(r"[（(][^（）()]*[)）]")
# columns that say who; where there is none, competitors are whom the table is about
_WHO = ("company", "supplier", "customer", "product", "institution")


def grid(block: Block) -> Grid | None:
    """The records of a block's table, turned where its lines are attributes; None without any."""
    table = block.table
    if table is None or len(table.rows) < 2 or len(table.rows[0]) < 2:
        return None
    head, body = table.rows[: table.headers], table.rows[table.headers :]
    if not head or not body or _headed_by_names(head):
        return None
    if turned.lines_are_attributes(head, body):
        return turned.grid(block, (*head, *body))
    records = _records(body)
    return Grid(block, _columns(head, body), records) if records else None


def _records(body: tuple[tuple[Text, ...], ...]) -> tuple[Record, ...]:
    records = []
    above: tuple[Text, ...] | None = None
    for row in body:
        cells = row
        if above is not None and not row[0].value.strip() and any(c.value.strip() for c in row[1:]):
            cells = (above[0], *row[1:])
        if sum(bool(c.value.strip()) for c in cells) < 2:
            continue
        records.append(Record(cells, (line(row),) * len(cells)))
        above = cells
    return tuple(records)


def _columns(
    head: tuple[tuple[Text, ...], ...], body: tuple[tuple[Text, ...], ...]
) -> tuple[Column, ...]:
    columns = tuple(
        _column(_header(head, i), [row[i].value for row in body]) for i in range(len(head[0]))
    )
    if any(c.role in _WHO for c in columns):
        return _linked(columns)
    return tuple(Column(c.header, "company") if c.role == "competitor" else c for c in columns)


def _linked(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """`Stage | Key players`: in front of those who work there, a stage is one of a chain."""
    first = columns[0].header.strip().strip("*").lower()
    if first not in load("headers")["words"]["links"] or columns[1].role != "company":
        return columns
    return (Column(columns[0].header, "layer"), *columns[1:])


def _column(header: str, cells: list[str]) -> Column:
    """A column by its header; one without, by what its cells hold."""
    role = role_of(header)
    words = [c.strip() for c in cells if c.strip()]
    if not header and words and sum(map(_place, words)) * 2 > len(words):
        role = "place"
    if role in _UNTOLD and len(set(words)) > 1 and sum(map(_company, words)) * 2 > len(words):
        role = "company"
    return Column(header, role)


def _company(cell: str) -> bool:
    """Whether a cell is the name of a known company, with its code or a remark in brackets."""
    name = _REMARK.sub("", cell).strip()
    return len(name) > _SHORT and any(
        row.cls == "Company" and not row.ambiguous for row in Names.shipped().lookup(name)
    )


def _place(cell: str) -> bool:
    return any(row.cls == "Place" for row in Names.shipped().lookup(cell))


def _header(head: tuple[tuple[Text, ...], ...], i: int) -> str:
    parts = dict.fromkeys(row[i].value.strip() for row in head if row[i].value.strip())
    return " ".join(parts)


def _headed_by_names(head: tuple[tuple[Text, ...], ...]) -> bool:
    """Whether companies stand across the top: each column tells of one, no row is a record."""
    cells = [c.value.strip() for c in head[0] if c.value.strip()]
    if sum(role_of(c) != "metric" for c in cells) > 1:
        return False
    named = sum(
        any(h.strong and h.row.cls == "Company" for h in Names.shipped().find(c)) for c in cells
    )
    return named >= 2 and named * 2 > len(cells)
