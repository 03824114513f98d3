"""Upstream and downstream: who and what stands before and behind a thing, hop by hop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from kg.rows import Row, Rows
from kg.store.edges import Edge, edges_at
from kg.store.nodes import Node

if TYPE_CHECKING:
    from kg.store import Store

Direction = Literal["upstream", "downstream"]

# Which end of a relation stands nearer to the source of the chain.
UPSTREAM_END = {
    "SUPPLIES": "subject",
    "PRODUCES": "subject",
    "PART_OF": "subject",
    "LAYER_OF": "subject",
    "USES": "object",
}
# What a company makes is not upstream of it, but what goes into that is.
INTO_OWN = ("PART_OF", "LAYER_OF", "USES")
# A rumour is shown and goes no further: what hangs on it is not known to hang on it.
FOLLOWED = ("asserted", "planned")
SHOWN = ("asserted", "planned", "potential", "rumoured", "past")
COLUMNS = (
    "hop", "from", "relation", "to", "item", "modality", "confidence", "file", "line", "quote",
)  # fmt: skip


def flow(
    store: Store,
    start: Iterable[Node],
    direction: Direction,
    depth: int = 2,
    via: Iterable[str] | None = None,
    modality: Iterable[str] | None = None,
) -> Rows:
    """The edges up to `depth` hops up or down the chain from `start`, nearest and surest first.

    `via` and `modality` say which relations and modalities count: all of UPSTREAM_END, and all
    but what a text denies, if not given. Rows have hop, from, relation, to, item, modality,
    confidence, report, file, line, quote, from_id, to_id and sentences (how many places say so).
    """
    relations = [r for r in UPSTREAM_END if via is None or r in set(via)]
    shown = set(SHOWN if modality is None else modality)
    frontier = {node.key: node for node in start}
    reached, told = set(frontier), set()
    found: list[tuple[int, Edge]] = []
    for hop in range(1, depth + 1):
        following = {}
        for edge in _step(store, frontier, direction, relations):
            identity = (edge.subject, edge.predicate, edge.object, edge.modality)
            if edge.modality not in shown or identity in told:
                continue
            told.add(identity)
            found.append((hop, edge))
            beyond = _far_end(edge, direction)
            if edge.modality in FOLLOWED and beyond.key not in reached:
                following[beyond.key] = beyond
        reached |= following.keys()
        frontier = following
        if not frontier:
            break
    found.sort(key=lambda pair: (pair[0], *_order(pair[1])))
    return Rows((row(hop, edge) for hop, edge in found), COLUMNS, _coverage(found))


def row(hop: int, edge: Edge) -> Row:
    """An edge as a row, with the first of the sentences that say so."""
    place = edge.evidence[0]
    return {
        "hop": hop, "from": edge.subject.name, "relation": edge.predicate,
        "to": edge.object.name, "item": edge.item, "modality": edge.modality,
        "confidence": edge.confidence, "report": place.report, "file": place.file,
        "line": place.line, "quote": place.quote, "from_id": edge.subject.id,
        "to_id": edge.object.id, "sentences": len(edge.evidence),
    }  # fmt: skip


def _step(
    store: Store, frontier: dict[int, Node], direction: Direction, relations: list[str]
) -> list[Edge]:
    found = _into(store, frontier, direction, relations)
    if direction == "upstream":
        made = edges_at(store, "subject", frontier, ["PRODUCES"])
        own = {edge.object.key for edge in made if edge.modality in FOLLOWED} - frontier.keys()
        found += _into(store, own, direction, [r for r in relations if r in INTO_OWN])
        # two makers of one thing are not each other's suppliers
    return [edge for edge in found if _far_end(edge, direction).key not in frontier]


def _into(
    store: Store, keys: Iterable[int], direction: Direction, relations: list[str]
) -> list[Edge]:
    keys = list(keys)
    found = []
    for end in ("subject", "object"):
        near = [r for r in relations if (UPSTREAM_END[r] == end) == (direction == "downstream")]
        if near and keys:
            found += edges_at(store, end, keys, near)
    return found


def _far_end(edge: Edge, direction: Direction) -> Node:
    upstream = UPSTREAM_END[edge.predicate] == "subject"
    return edge.subject if upstream == (direction == "upstream") else edge.object


def _order(edge: Edge) -> tuple[int, float, str, str, str]:
    rank = list(UPSTREAM_END).index(edge.predicate)
    return (rank, -edge.confidence, edge.subject.id, edge.object.id, edge.modality)


def _coverage(found: list[tuple[int, Edge]]) -> str:
    reports = {place.report for _, edge in found for place in edge.evidence}
    things = {node for _, edge in found for node in (edge.subject, edge.object)}
    return f"{len(found)} edges between {len(things)} things, known from {len(reports)} reports"
