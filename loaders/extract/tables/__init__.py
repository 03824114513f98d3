"""Tables by the roles of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.tables import (
    buyers,
    deals,
    facts,
    figures,
    launched,
    policies,
    relations,
    shares,
    supplied,
    takeovers,
)
from loaders.things import Draft


def read(document: Document) -> Iterator[Draft]:
    """What all tables of a report state."""
    for block, table in document.grids:
        yield from deals.attributes(document, block)
        if table is None:
            yield from figures.across(document, block)
            yield from facts.across(document, block)
            continue
        if takeovers.told_by(table):
            yield from takeovers.read(document, table)
            continue
        yield from deals.read(document, table)
        yield from policies.read(document, table)
        if facts.told_by(block):
            yield from facts.claims(document, block)
            if facts.labelled(document, block):
                continue  # read as the labelled lines that they are
        else:
            yield from relations.read(document, table)
            yield from buyers.claims(document, table)
            yield from supplied.claims(document, table)
            yield from launched.claims(document, table)
            yield from shares.read(document, table)
        if not deals.told_by(table):
            yield from figures.read(document, table)
