"""The graph as JSON lines: one object a line, the same bytes for the same graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.model import digest
from kg.store.edges import Edge, edges
from kg.store.facts import DealFact, FigureFact, deals, figures, number
from kg.store.nodes import Place, Thing, policies, reports, things

if TYPE_CHECKING:
    from kg.store import Store

Object = dict[str, Any]


def lines(store: Store) -> Iterator[str]:
    """The lines of the export, without their ends, sorted by type, then id."""
    rows = sorted(objects(store), key=lambda row: (row["type"], row["id"]))
    for row in rows:
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def objects(store: Store) -> Iterator[Object]:
    """Everything in the store as JSON-able objects: what every other projection starts from.

    Only things that something is said of are among them, and all policies.
    """
    used = set(policies(store))
    for edge in edges(store):
        used |= {edge.subject.key, edge.object.key}
        yield statement(edge)
    for fact in figures(store):
        used |= {fact.subject.key, *(source.key for source in fact.sources)}
        yield figure(fact)
    for done in deals(store):
        used |= {done.company.key, *(investor.key for investor in done.investors)}
        yield deal(done)
    for thing in things(store, used):
        yield entity(thing)
    for report in reports(store):
        keys = ("id", "file", "title", "date", "publisher", "sha256", "lines")
        yield {"type": "report", **{key: report[key] for key in keys}}


def statement(edge: Edge) -> Object:
    """An edge; its id is a hash of what it states."""
    return {
        "type": "statement", "id": edge.id, "subject": edge.subject.id,
        "predicate": edge.predicate, "object": edge.object.id, "qualifiers": edge.qualifiers,
        "modality": edge.modality, "confidence": edge.confidence, "method": edge.method,
        "evidence": [place(p) for p in sorted(edge.evidence)],
    }  # fmt: skip


def figure(fact: FigureFact) -> Object:
    """A forecast or an observation. `value` is a number or [low, high], as written."""
    identity = (fact.metric, fact.period, fact.value, fact.unit, fact.region)
    return {
        "type": fact.kind, "id": digest(fact.kind, fact.subject.id, *identity),
        "subject": fact.subject.id, "metric": fact.metric, "period": fact.period,
        "value": number(fact.value), "unit": fact.unit, "region": fact.region,
        "comparator": fact.comparator, "sources": [source.id for source in fact.sources],
        "base_value": number(fact.base_value), "base_unit": fact.base_unit,
        "modality": fact.modality, "confidence": fact.confidence, "method": fact.method,
        "evidence": [place(p) for p in sorted(fact.evidence)],
    }  # fmt: skip


def deal(done: DealFact) -> Object:
    """A financing, listing or merger."""
    identity = (done.company.id, done.round, done.date, done.amount)
    return {
        "type": "deal", "id": digest(*identity), "company": done.company.id,
        "round": done.round, "date": done.date, "amount": done.amount,
        "investors": [node.id for node in done.investors],
        "leads": [node.id for node in done.leads], "valuation": done.valuation,
        "modality": done.modality, "confidence": done.confidence, "method": done.method,
        "evidence": [place(p) for p in sorted(done.evidence)],
    }  # fmt: skip


def entity(thing: Thing) -> Object:
    """A thing with all its names; a policy with its date and issuer."""
    row: Object = {
        "type": "entity", "id": thing.node.id, "class": thing.node.cls, "name": thing.node.name,
        "names": list(thing.names),
    }  # fmt: skip
    if thing.facets:
        row["facets"] = list(thing.facets)
    if thing.node.cls == "Policy":
        row |= {"date": thing.date, "issuer": list(thing.issuer)}
    return row


def place(where: Place) -> Object:
    """A place that says so: characters start…end-1 of the report, literally `quote`."""
    return {
        "report": where.report, "line": where.line, "start": where.start, "end": where.end,
        "quote": where.quote,
    }  # fmt: skip
