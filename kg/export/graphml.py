"""The graph as GraphML, for Gephi, yEd and their like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.graph import whole

if TYPE_CHECKING:
    from kg.store import Store


def lines(store: Store) -> Iterator[str]:
    """The lines of a GraphML file: things as nodes, statements as edges with their sentences."""
    import networkx as nx

    yield from nx.generate_graphml(whole(store))
