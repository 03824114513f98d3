"""How two things hang together: the shortest chains of statements between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from kg.flow import FOLLOWED
from kg.rows import Row, Rows
from kg.store.edges import Edge, edges_at

if TYPE_CHECKING:
    from networkx import Graph

    from kg.store import Store
    from kg.store.nodes import Node

LONGEST = 6
# Two companies in one city have nothing to do with each other for that.
NOT_THROUGH = ("Place",)
COLUMNS = (
    "path", "step", "from", "relation", "to", "item", "modality", "confidence", "file", "line",
    "quote",
)  # fmt: skip
# Hops decide, then doubt: a rumour is worse than any weakness of a rule. Even on the longest
# path all doubts together weigh less than one hop more.
_HOP, _DOUBT, _RUMOUR = 1.0, 0.01, 0.05


def paths(
    store: Store,
    start: Collection[Node],
    end: Collection[Node],
    most: int = 3,
    longest: int = LONGEST,
) -> Rows:
    """Up to `most` paths of up to `longest` hops, fewest hops first, then the surest.

    Relations are followed either way; what a text denies is not. A row is a step: path, step,
    then the statement in its own direction with its sentence. No rows when there is no path.
    """
    names = " and ".join(dict.fromkeys(node.name for node in (*start, *end)))
    graph = _graph(_between(store, {n.key for n in start}, {n.key for n in end}, longest))
    chains = takewhile(lambda path: len(path) <= longest + 1, _shortest(graph, start, end))
    rows = [
        _row(number, step, graph.edges[a, b]["edge"])
        for number, path in enumerate(islice(chains, most), 1)
        for step, (a, b) in enumerate(pairwise(path), 1)
    ]
    note = "" if rows else f"nothing within {longest} hops connects {names}"
    return Rows(rows, COLUMNS, note)


def _between(store: Store, left: set[int], right: set[int], longest: int) -> list[Edge]:
    """The edges around both ends, from either side in turn until the two meet, and a hop more.

    That one brings the alternatives to a path that alone is shortest.
    """
    wanted = left | right
    sides = [(left, left), (right, right)]
    found: dict[tuple[str, ...], Edge] = {}
    met = False
    for _ in range(longest):
        # the smaller side grows: hubs are met late
        sides.sort(key=lambda side: len(side[0]))
        (frontier, reached), (_, others) = sides
        if not frontier or met:
            break
        met = bool(reached & others)
        near = [e for e in edges_at(store, "either", frontier) if _leads_on(e, wanted)]
        found |= {edge.identity: edge for edge in near}
        new = {end.key for edge in near for end in (edge.subject, edge.object)} - reached
        sides[0] = (new, reached | new)
    return list(found.values())


def _leads_on(edge: Edge, wanted: set[int]) -> bool:
    ends = (edge.subject, edge.object)
    through = all(end.cls not in NOT_THROUGH or end.key in wanted for end in ends)
    return through and edge.modality != "denied"


def _graph(found: Iterable[Edge]) -> Graph[int]:
    """A graph with the best edge between any two things."""
    import networkx as nx

    graph: Graph[int] = nx.Graph()
    for edge in found:
        a, b, weight = edge.subject.key, edge.object.key, _weight(edge)
        if not graph.has_edge(a, b) or weight < graph.edges[a, b]["weight"]:
            graph.add_edge(a, b, edge=edge, weight=weight)
    return graph


def _weight(edge: Edge) -> float:
    doubt = _RUMOUR * (edge.modality not in FOLLOWED) + _DOUBT * (1 - edge.confidence)
    return _HOP + doubt


def _shortest(
    graph: Graph[int], start: Collection[Node], end: Collection[Node]
) -> Iterator[list[int]]:
    import networkx as nx

    source, target = -1, -2
    for hub, nodes in ((source, start), (target, end)):
        graph.add_edges_from((hub, n.key, {"weight": 0.0}) for n in nodes if n.key in graph)
    if source not in graph or target not in graph or not nx.has_path(graph, source, target):
        return
    for path in nx.shortest_simple_paths(graph, source, target, weight="weight"):
        yield path[1:-1]


def _row(number: int, step: int, edge: Edge) -> Row:
    place = edge.evidence[0]
    return {
        "path": number, "step": step, "from": edge.subject.name, "relation": edge.predicate,
        "to": edge.object.name, "item": edge.item, "modality": edge.modality,
        "confidence": edge.confidence, "report": place.report, "file": place.file,
        "line": place.line, "quote": place.quote, "from_id": edge.subject.id,
        "to_id": edge.object.id, "sentences": len(edge.evidence),
    }  # fmt: skip
