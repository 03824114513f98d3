"""The store as a networkx graph: all of it, or what stands around some things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.store.edges import Edge, edges, edges_at

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.store import Store
    from kg.store.nodes import Node


def whole(store: Store) -> MultiDiGraph[str]:
    """Everything that is stated, denials too. See `build` for the shape."""
    return build(edges(store))


def around(
    store: Store, start: Iterable[Node], depth: int = 1, most: int | None = None
) -> MultiDiGraph[str]:
    """What is stated of `start` and of what is up to `depth` hops away, whatever the direction.

    Only what is asked for is read from the store. With `most`, no hop goes on once the graph
    has so many edges.
    """
    found: dict[tuple[str, ...], Edge] = {}
    reached: set[int] = set()
    frontier = {node.key for node in start}
    for _ in range(depth):
        if not frontier or (most is not None and len(found) >= most):
            break
        reached |= frontier
        near = edges_at(store, "either", frontier)
        found |= {edge.identity: edge for edge in near}
        frontier = {end.key for e in near for end in (e.subject, e.object)} - reached
    return build(found[key] for key in sorted(found))


def build(found: Iterable[Edge]) -> MultiDiGraph[str]:
    """A graph of edges: nodes are entity ids with `cls` and `name`, parallel edges are kept.

    An edge has relation, modality, confidence, method, item, and of its first sentence the
    report, file, line and quote; `sentences` counts how many say so.
    """
    import networkx as nx

    graph: MultiDiGraph[str] = nx.MultiDiGraph()
    for edge in found:
        for end in (edge.subject, edge.object):
            graph.add_node(end.id, cls=end.cls, name=end.name)
        place = edge.evidence[0]
        graph.add_edge(
            edge.subject.id, edge.object.id, relation=edge.predicate, modality=edge.modality,
            confidence=edge.confidence, method=edge.method, item=edge.item,
            report=place.report, file=place.file, line=place.line, quote=place.quote,
            sentences=len(edge.evidence),
        )  # fmt: skip
    return graph
