"""The store as an RDF dataset.

The default graph holds what all reports say together. One graph holds the plain triples of what
is asserted, for those who ask no more; one graph a report holds what that report alone says, as
it was read; one holds the decisions about names. The last two are what a store is made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, Quad

from kg.decisions import listing
from kg.export.jsonl import objects
from kg.rdf import describe, when
from kg.rdf.terms import Fact, flag, iri, term, under
from kg.rdf.units import unit
from kg.store.edges import edges
from kg.store.nodes import reports
from kg.store.readings import Kept, readings

if TYPE_CHECKING:
    from kg.model import Reading
    from kg.store import Store

ASSERTED = iri("graph/asserted")
DECISIONS = iri("graph/decisions")
_STATED = {
    "statement": describe.statement, "forecast": describe.figure, "observation": describe.figure,
    "deal": describe.deal,
}  # fmt: skip
# What PROV-O readers look for.
_ALSO = {"ca:evidence": "prov:wasDerivedFrom", "ca:report": "prov:wasQuotedFrom"}


def quads(store: Store) -> Iterator[Quad]:
    """The whole dataset: a store can be made from it again."""
    yield from projection(store)
    for kept in readings(store):
        graph = iri(kept.reading.report.id)
        yield from (Quad(*fact, graph) for fact in _read(kept))
    for row in listing(store):
        node = iri(f"decision/{row['number']}")
        yield from (Quad(*fact, DECISIONS) for fact in describe.decision(node, row))


def projection(store: Store) -> Iterator[Quad]:
    """What all reports say together, and the plain triples of what is asserted."""
    yield from (Quad(*fact, DefaultGraph()) for fact in merged(store))
    yield from (Quad(*fact, ASSERTED) for fact in asserted(store))


def merged(store: Store) -> Iterator[Fact]:
    """What all reports say together, one resource for the same fact from several reports."""
    yield from _richer(_merged(store))
    for other, one in store.rows(
        "SELECT e.id, c.id FROM entities e JOIN entities c ON c.key = e.canon "
        "WHERE e.key <> c.key ORDER BY e.id"
    ):
        yield iri(other), term("skos:exactMatch"), iri(one)


def asserted(store: Store) -> Iterator[Fact]:
    """The plain triples of what is asserted; nothing planned, potential or denied."""
    for edge in edges(store):
        if edge.modality == "asserted":
            yield iri(edge.subject.id), term(f"ca:{edge.predicate}"), iri(edge.object.id)


def _merged(store: Store) -> Iterator[Fact]:
    seen: set[tuple[Any, ...]] = set()
    for row in objects(store):
        if row["type"] == "entity":
            yield from describe.entity(row)
        elif describing := _STATED.get(row["type"]):
            yield from describing(iri(f"{row['type']}/{row['id']}"), row)
            yield from _places(row["evidence"], seen)
    for row in reports(store):
        yield from describe.report(row)


def _read(kept: Kept) -> Iterator[Fact]:
    """What one report says, under the names it uses."""
    reading = kept.reading
    node, seen = iri(reading.report.id), set[tuple[Any, ...]]()
    yield from describe.report(reading.report.model_dump())
    for entity in reading.entities:
        yield from describe.entity(entity.model_dump())
        yield iri(entity.id), term("ca:listed"), flag(entity.id in kept.listed)
    for kind, items in _stated(reading):
        # The number keeps the order in which the report says things.
        for number, item in enumerate(items, 1):
            row = item.model_dump()
            yield from _STATED[kind](under(node, f"{kind}-{number}"), row)
            yield from _places(row["evidence"], seen)
    for number, problem in enumerate(reading.problems, 1):
        yield from describe.problem(under(node, f"problem-{number}"), problem.model_dump())


def _stated(reading: Reading) -> Iterator[tuple[str, Iterable[Any]]]:
    yield "statement", reading.statements
    yield "forecast", reading.figures
    yield "deal", reading.deals


def _places(evidence: Iterable[Any], seen: set[tuple[Any, ...]]) -> Iterator[Fact]:
    for row in evidence:
        where = (row["report"], row["start"], row["end"])
        if where not in seen:
            seen.add(where)
            yield from describe.evidence(row)


def _richer(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, and what other vocabularies say instead: PROV-O, OWL-Time, QUDT."""
    also = {term(ours): term(theirs) for ours, theirs in _ALSO.items()}
    periods: set[str] = set()
    for subject, predicate, value in facts:
        yield subject, predicate, value
        if predicate in also:
            yield subject, also[predicate], value
        elif predicate == term("ca:period"):
            yield subject, term("time:hasTime"), when.period(value.value)
            if value.value not in periods:
                periods.add(value.value)
                yield from when.described(value.value)
        elif predicate == term("ca:baseUnit") and (known := unit(value.value)):
            yield subject, term("qudt:hasUnit"), known
