"""Upstream and downstream: who and what stands before and behind a thing, hop by hop."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.errors import AtlasError
from kg.ontology import Ontology
from kg.rows import Row, Rows, count
from kg.store.edges import Edge, End, edges_at

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.nodes import Node

Direction = Literal["upstream", "downstream"]

# A rumour is shown and goes no further: what hangs on it is not known to hang on it.
FOLLOWED = ("asserted", "planned")
SHOWN = (*FOLLOWED, "potential", "rumoured", "past")
MODALITIES = (*SHOWN, "denied")
# What a company makes is not upstream of it, but what goes into that is.
MAKES = "PRODUCES"
COLUMNS = (
    "hop", "from", "relation", "to", "item", "modality", "confidence", "file", "line", "quote",
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What a walk shows: up to `depth` hops, along the relations `via`, with these modalities.

    By default all relations along which the ontology lets goods flow, and all modalities but
    denied.
    """

    depth: int = 2
    via: Collection[str] | None = None
    modality: Collection[str] | None = None


def flow(
    store: Store, start: Collection[Node], direction: Direction, wanted: Wanted | None = None
) -> Rows:
    """The edges up or down the chain from `start`, nearest and surest first.

    Rows have hop, from, relation, to, item, modality, confidence, report, file, line, quote,
    from_id, to_id and sentences (how many places say so). Raises AtlasError for a relation or
    modality that is none.
    """
    wanted = wanted or Wanted()
    walk = _Walk(store, direction, relations(wanted.via))
    shown = _known("modality", wanted.modality, MODALITIES) or SHOWN
    frontier = reached = begun = {node.key for node in start}
    found: dict[tuple[str, ...], tuple[int, Edge]] = {}
    for hop in range(1, wanted.depth + 1):
        new = [
            edge
            for edge in walk.step(frontier)
            if edge.modality in shown
            and edge.identity not in found
            and walk.far_end(edge).key not in begun
        ]
        found |= {edge.identity: (hop, edge) for edge in new}
        frontier = {walk.far_end(e).key for e in new if e.modality in FOLLOWED} - reached
        if not frontier:
            break
        reached = reached | frontier
    ordered = sorted(found.values(), key=lambda pair: (pair[0], *walk.order(pair[1])))
    return Rows((row(hop, edge) for hop, edge in ordered), COLUMNS, _coverage(found.values()))


def relations(via: Iterable[str] | None) -> dict[str, str]:
    """The relations to follow, each with the end that stands upstream."""
    upstream = {
        relation.name: "subject" if relation.flow == "forward" else "object"
        for relation in Ontology.shipped().relations.values()
        if relation.flow
    }
    wanted = _known("relation", via, upstream)
    return {name: end for name, end in upstream.items() if not wanted or name in wanted}


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


class _Walk:
    """Steps along some relations, up or down."""

    def __init__(self, store: Store, direction: Direction, upstream: dict[str, str]) -> None:
        self.store = store
        self.upwards = direction == "upstream"
        self.upstream = upstream

    def step(self, keys: Collection[int]) -> list[Edge]:
        """The edges one hop on from these things."""
        found = self._on(keys, self.upstream)
        if self.upwards:
            made = edges_at(self.store, "subject", keys, [MAKES])
            own = {edge.object.key for edge in made if edge.modality in FOLLOWED} - set(keys)
            # two makers of one thing do not supply each other
            found += self._on(own, self.upstream.keys() - {MAKES})
        return found

    def _on(self, keys: Collection[int], relations: Iterable[str]) -> list[Edge]:
        found: list[Edge] = []
        ends: tuple[End, End] = ("subject", "object")
        for end in ends:
            # going up, the end that we stand at is the one that is not upstream
            wanted = [r for r in relations if (self.upstream[r] == end) != self.upwards]
            if wanted and keys:
                found += edges_at(self.store, end, keys, wanted)
        return found

    def far_end(self, edge: Edge) -> Node:
        """The end that the step leads to."""
        subject = (self.upstream[edge.predicate] == "subject") == self.upwards
        return edge.subject if subject else edge.object

    def order(self, edge: Edge) -> tuple[bool, str, float, tuple[str, ...]]:
        """Companies before what they make or use, the surest first."""
        far = self.far_end(edge)
        return (far.cls != "Company", edge.predicate, -edge.confidence, edge.identity)


def _known(what: str, words: Iterable[str] | None, known: Iterable[str]) -> tuple[str, ...]:
    known = tuple(known)
    by_key = {word.lower(): word for word in known}
    wanted = tuple(words or ())
    for word in wanted:
        if word.lower() not in by_key:
            raise AtlasError(f"no {what} is called {word!r} here: choose of {', '.join(known)}")
    return tuple(by_key[word.lower()] for word in wanted)


def _coverage(found: Iterable[tuple[int, Edge]]) -> str:
    edges = [edge for _, edge in found]
    reports = {place.report for edge in edges for place in edge.evidence}
    things = {node for edge in edges for node in (edge.subject, edge.object)}
    known = f"known from {count(len(reports), 'report')}"
    return f"{count(len(edges), 'edge')} between {count(len(things), 'thing')}, {known}"
