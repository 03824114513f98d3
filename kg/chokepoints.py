"""Chokepoints: what has one known source only, and how much hangs on it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.exposure import Reach
from kg.flow import row as step
from kg.rows import Row, Rows
from kg.shock import State, Trail, arrival, followed, network, stops, trails
from kg.sourcing import sources
from kg.store.edges import Edge, edges

if TYPE_CHECKING:
    from networkx import DiGraph

    from kg.store import Store
    from kg.store.nodes import Node

COLUMNS = (
    "name", "class", "source", "modality", "confidence", "dependants", "tiers", "companies",
)  # fmt: skip


def chokepoints(store: Store, reach: Reach | None = None) -> Rows:
    """Things with one known maker and companies with one known supplier that others hang on.

    Rows by how many hang on it: name, class, id; source, source_id, and the modality and
    confidence of the edge from it; dependants, how many companies are hit in turn, companies,
    their names, the nearest first, and tiers, the most hops to any; steps, the statements that
    carry it. The source itself is not counted.
    """
    reach = reach or Reach()
    modality = followed(reach.modality)
    found = list(edges(store))
    graph = network(found, modality)
    known = sources(found, modality)
    single = {thing: sources.only for thing, sources in known.items() if sources.only}
    rows = [_row(graph, thing, edge, reach.depth) for thing, edge in single.items()]
    rows = [row for row in rows if row["dependants"]]
    rows.sort(key=lambda row: (-row["dependants"], -row["tiers"], row["id"]))
    reports = {place.report for s in known.values() for edge in s.edges for place in edge.evidence}
    note = (
        f"{len(single)} of {len(known)} things and companies with a known source have one only, "
        f"{len(rows)} of them have dependants; known from {len(reports)} reports"
    )
    return Rows(rows, COLUMNS, note)


def beyond(
    graph: DiGraph[State], edge: Edge, depth: int, without: Collection[Node]
) -> dict[Node, Trail]:
    """The companies hit in turn when what an edge makes or supplies is no longer to be had."""
    ways = trails(graph, [arrival(edge)], "down", depth)
    return {
        state.thing: way
        for state, way in ways.items()
        if stops(state) and state.thing not in without
    }


def hit_row(edge: Edge, ways: dict[Node, Trail]) -> Row:
    """What hangs on the object of an edge: dependants, tiers, companies and steps."""
    nearest = sorted(ways, key=lambda node: (len(ways[node].links), node.id))
    steps = {
        link.edge.identity: (hop, link.edge)
        for node in nearest
        for hop, link in enumerate(ways[node].links, 2)
    }
    return {
        "modality": edge.modality, "confidence": edge.confidence, "dependants": len(ways),
        "tiers": max((len(way.links) for way in ways.values()), default=0),
        "companies": [node.name for node in nearest],
        "steps": [step(1, edge), *(step(*pair) for pair in steps.values())],
    }  # fmt: skip


def _row(graph: DiGraph[State], thing: Node, edge: Edge, depth: int) -> Row:
    ways = beyond(graph, edge, depth, (thing, edge.subject))
    return {
        "name": thing.name, "class": thing.cls, "id": thing.id, "source": edge.subject.name,
        "source_id": edge.subject.id, **hit_row(edge, ways),
    }  # fmt: skip
