"""Figures in tables: metric, unit and period from headers, caption and first column."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.blocks import Block
from loaders.document import Document
from loaders.extract.figures.subjects import Subjects
from loaders.extract.tables import attributes, compared, relations, rows, turned
from loaders.extract.tables.grid import Column, Grid, Record, line
from loaders.extract.tables.headers import role_of
from loaders.extract.tables.measured import Measured
from loaders.extract.tables.sheet import Sheet
from loaders.things import Claim, Number

# the roles of lines that name something of the things side by side
_TELLING = ("company", "supplier", "technology")


def read(document: Document, table: Grid) -> Iterator[Number | Claim]:
    """What the cells of a table measure."""
    sheet = Sheet(document, table, Subjects(document))
    across = attributes.told_by(sheet)
    if across:
        yield from compared.claims(sheet)
        for told in _attributes(table):
            yield from relations.read(document, told)
    for cell in attributes.cells(sheet) if across else rows.cells(sheet):
        yield from Measured(sheet, cell).figures()


def _attributes(table: Grid) -> tuple[Grid, ...]:
    """The few lines among metrics that name makers or parts of the things side by side."""
    rows = table.block.table.rows if table.block.table else ()
    told = [row for row in rows[1:] if role_of(row[0].value) in _TELLING]
    found = turned.grid(table.block, (rows[0], *told)) if told else None
    return (found,) if found is not None else ()


def across(document: Document, block: Block) -> Iterator[Number | Claim]:
    """What a table measures that is no grid of records: things across its top, 指标 | 甲 | 乙."""
    table = block.table
    if table is None or len(table.rows) < 2 or len(table.rows[0]) < 2 or not table.headers:
        return
    head, body = table.rows[: table.headers], table.rows[table.headers :]
    names = [
        " ".join(dict.fromkeys(r[i].value.strip() for r in head)).strip()
        for i in range(len(head[0]))
    ]
    records = tuple(
        Record(row, (line(row),) * len(row)) for row in body if any(c.value for c in row)
    )
    if records:
        columns = tuple(Column(n, role_of(n) if i else "metric") for i, n in enumerate(names))
        yield from read(document, Grid(block, columns, records))
