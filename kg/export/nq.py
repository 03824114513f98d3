"""The graph as N-Quads: RDF with its sources, from which a store can be made again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.rdf.graphs import quads

if TYPE_CHECKING:
    from kg.store import Store


def lines(store: Store) -> Iterator[str]:
    """One quad a line. Written as it is made: a large store need not fit into memory twice."""
    for quad in quads(store):
        yield f"{quad} ."
