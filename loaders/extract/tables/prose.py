"""Cells that hold sentences: they speak about the thing of their row, or of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block, Text
from loaders.document import Document
from loaders.extract.tables import facts
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.seats import Line, anchor_of, goods_of, seats_of
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence, cut
from loaders.things import Thing

_ROLES = ("note", "content", "main_business", "metric", "technology", "time", "customer")
_MARK = re.compile(r"[\n●•]+|(?<=[。；;])|\s·|^·")
# columns that may tell something in a word or two: 电镀设备龙头
_PROFILES = ("note", "content", "main_business", "metric")
SHORTEST, SHORTEST_PROFILE = 12, 5
# how many may share a row whose cell tells what they have
MOST = 2


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences that stand in cells, each with the thing it speaks about."""
    for block, table in document.grids:
        yield from _of_headed(document, block)
        for fact, owner in facts.labelled(document, block):
            yield Sentence(fact, block, topic=owner)
        yield from _of_rows(document, block, table)


def _of_rows(document: Document, block: Block, table: Grid | None) -> Iterator[Sentence]:
    anchor = anchor_of(table) if table else None
    if table is None or anchor is None:
        return
    for record in table.records:
        line = Line(document, table, record, anchor)
        seats = seats_of(line)
        # of a maker and its product, a row tells of the product
        seats = [s for s in seats if s.maker is not None] or seats
        if not 1 <= len(seats) <= MOST:
            continue
        for i, column in enumerate(table.columns):
            least = SHORTEST_PROFILE if column.role in _PROFILES else SHORTEST
            if i != anchor and column.role in _ROLES and _told(record.cells[i].value, least):
                if pattern("headers", "features").search(column.header):
                    goods = (*(seat.thing for seat in seats), *goods_of(line))
                    yield from _cut(record.cells[i], block, seats[0].thing, goods)
                elif len(seats) == 1:
                    yield from _cut(record.cells[i], block, seats[0].thing)


def _of_headed(document: Document, block: Block) -> Iterator[Sentence]:
    """A table whose headers are companies tells of each in the cells below."""
    rows = block.table.rows if block.table else ()
    if len(rows) < 2:
        return
    heads = [_company(document, cell.value) for cell in rows[0]]
    if sum(h is not None for h in heads) * 2 < len(heads):
        return
    for row in rows[1:]:
        for head, cell in zip(heads, row, strict=False):
            if head is not None and _told(cell.value):
                yield from _cut(cell, block, head)


def _company(document: Document, text: str) -> Thing | None:
    found = [m.thing for m in document.gazetteer.find(text) if m.thing.cls == "Company"]
    return found[0] if found else None


def _told(cell: str, least: int = SHORTEST) -> bool:
    """Whether a cell tells something rather than naming it."""
    return len(cell) >= least and bool(re.search(r"[\u4e00-\u9fff]|[a-z]+ [a-z]+ [a-z]+", cell))


def _cut(
    cell: Text, block: Block, topic: Thing, goods: tuple[Thing, ...] = ()
) -> Iterator[Sentence]:
    at = 0
    for m in (*_MARK.finditer(cell.value), None):
        end = m.start() if m else len(cell.value)
        part = cell.part(at, end).strip() if end > at else None
        if part is not None and part.value:
            yield from cut(part, block, topic, goods)
        at = m.end() if m else end
