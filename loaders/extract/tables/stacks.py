"""Tables whose order means something: layers of a stack, generations of a product."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.seats import Line, Seat
from loaders.grammar import load
from loaders.things import Claim, Thing


def layers(line: Line) -> Iterator[Claim]:
    """A table with a column of layers puts each record's technology at a layer of the stack."""
    column = line.table.first("layer")
    what = line.table.first("technology", "product")
    if column is None or what is None:
        return
    stack = Thing("Technology", line.table.columns[column].header.strip())
    position = {"position": line.cell(column).strip()}
    for thing, _ in things(line.document, line.cell(what), "Technology"):
        yield Claim(
            thing, "LAYER_OF", stack, line.evidence, "table:layer", qualifiers=dict(position)
        )


def generations(table: Grid) -> bool:
    """Whether the records of a table follow each other in time."""
    caption = table.block.caption.value.lower() if table.block.caption else ""
    dated = table.turned or table.first("time", "year") is not None
    return dated and any(w in caption for w in load("headers")["words"]["generations"])


def lineages(document: Document, table: Grid) -> Iterator[Claim]:
    """The architectures or platforms that a table of generations names, one after another."""
    for at, column in enumerate(table.columns):
        if column.header.strip().lower() not in load("headers")["words"]["lineages"]:
            continue
        before: Thing | None = None
        for record in table.records:
            found = [t for t, _ in things(document, record.cells[at].value, "Technology")]
            if len(found) != 1 or (before is not None and found[0].id == before.id):
                continue
            if before is not None:
                yield Claim(found[0], "SUCCEEDS", before, record.evidence[at], "table:generation")
            before = found[0]


def succession(
    line: Line, last: Line | None, before: list[Seat], now: list[Seat]
) -> Iterator[Claim]:
    """What a record is about succeeds what the one before it is about, if it came later."""
    dated = line.table.first("time", "year")
    if last and dated is not None and line.cell(dated) == last.cell(dated):
        return
    for new in now[:1]:
        for old in before[-1:]:
            if new.thing.id != old.thing.id:
                yield Claim(new.thing, "SUCCEEDS", old.thing, line.evidence, "table:generation")
