"""Tables by the roles of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.tables import deals, figures, relations
from loaders.extract.tables.grid import grid
from loaders.things import Draft


def read(document: Document) -> Iterator[Draft]:
    """What all tables of a report state."""
    for block in document.tables:
        table = grid(block)
        if table is None:
            continue
        if deals.told_by(table):
            yield from deals.read(document, table)
        else:
            yield from relations.read(document, table)
            yield from figures.read(document, table)
