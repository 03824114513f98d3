"""Who supplies whom with what: 车企 | 激光雷达 | 域控制器, with a supplier in each cell."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, Record
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import Claim, Thing

_BUYERS = ("company", "customer", "supplier")


def claims(document: Document, table: Grid) -> Iterator[Claim]:
    """That the companies of each cell make the part of its header, for whom the row is about."""
    buyer = next((i for i in table.every(*_BUYERS)), None)
    for i in table.every("supplied"):
        header = table.columns[i].header.strip("* ")
        if plausible(header, loose=True):
            part = named_concept(document, header)
            for record in table.records:
                yield from _of_cell(document, record, i, part, buyer)


def _of_cell(
    document: Document, record: Record, at: int, part: Thing, buyer: int | None
) -> Iterator[Claim]:
    cell, text = record.cells[at].value, record.evidence[at]
    found = things(document, record.cells[buyer].value, "Company") if buyer is not None else []
    buyers = [thing for thing, _ in found]
    if pattern("headers", "own").match(cell.strip()):
        yield from (Claim(b, "PRODUCES", part, text, "table:own-part") for b in buyers)
        return
    for maker, _ in things(document, cell, "Company"):
        yield Claim(maker, "PRODUCES", part, text, "table:part")
        for other in buyers:
            if other.id != maker.id:
                item = {"item": part.name}
                yield Claim(maker, "SUPPLIES", other, text, "table:supplied", qualifiers=item)
