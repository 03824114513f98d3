"""Names in columns that hold nothing else: companies, suppliers, products."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import model_like
from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.seats import classes
from loaders.things import CONCEPTS, Thing

# columns that hold names and nothing else
_ROLES = ("company", "supplier", "customer", "partner", "institution", "product")
# a longer cell tells a story
LONGEST = 200


def named(document: Document) -> Iterator[Thing]:
    """The things that the tables of a report list by name."""
    for _, table in document.grids:
        if table is not None:
            yield from _of_table(document, table)


def _of_table(document: Document, table: Grid) -> Iterator[Thing]:
    for i in table.every(*_ROLES):
        wanted = classes()[table.columns[i].role]
        for record in table.records:
            if len(record.cells[i].value) <= LONGEST:
                found = things(document, record.cells[i].value, *wanted)
                yield from (thing for thing, _ in found if _introduced(thing))


def _introduced(thing: Thing) -> bool:
    """Whether a cell makes a name of its words: of a product's only where it looks like one."""
    return thing.cls not in CONCEPTS or model_like(thing.name) or thing.row is not None
