"""From the file that `kg export nq` wrote back to the readings that a store is made from."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.decisions import JUDGEMENTS, Decision, record
from kg.errors import UnreadableGraph
from kg.model import Deal, Entity, Evidence, Figure, Problem, Reading, Report, Statement
from kg.rdf.describe import BASE, DEAL, DECISION, FIGURE, PROBLEM, REPORT, VALUE
from kg.rdf.facts import Facts
from kg.rdf.graphs import DECISIONS
from kg.rdf.terms import id_of
from kg.store.readings import Kept
from kg.store.writing import add

if TYPE_CHECKING:
    from kg.store import Store

_WHAT_CAN_BE = "`kg export nq` writes what can be taken over"


def restore(store: Store, path: Path) -> int:
    """Take over the reports and decisions in an N-Quads file; how many reports were new.

    Raises UnreadableGraph, before anything is kept, where the file is none that
    `kg export nq` wrote.
    """
    kept, decisions = read(path)
    known = 0
    for one in kept:
        known += add(store, one.reading, one.is_listed).known
    record(store, decisions)
    return len(kept) - known


def read(path: Path) -> tuple[list[Kept], list[Decision]]:
    """The readings and the decisions in an N-Quads file. Raises UnreadableGraph."""
    graphs: dict[Any, list[Any]] = defaultdict(list)
    try:
        for quad in parse(path=str(path), format=RdfFormat.N_QUADS):
            subject, predicate, value, graph = quad
            graphs[graph].append((subject, predicate, value))
        facts = Facts(graphs[DECISIONS])
        decisions = [_decision(facts, node) for node in facts.all("ca:Decision")]
        kept = [
            _kept(Facts(triples), graph)
            for graph, triples in graphs.items()
            if isinstance(graph, NamedNode) and id_of(graph).startswith("report/")
        ]
    except (OSError, SyntaxError, ValueError, LookupError) as error:
        reason = (str(error).splitlines() or [repr(error)])[0]
        raise UnreadableGraph(f"cannot read {path}: {reason}. {_WHAT_CAN_BE}") from error
    if not kept:
        raise UnreadableGraph(f"{path} holds no report: {_WHAT_CAN_BE}")
    return kept, decisions


def _kept(facts: Facts, graph: NamedNode) -> Kept:
    named = facts.saying("ca:listed")
    reading = Reading(
        report=Report.model_validate({"id": id_of(graph), **facts.texts(graph, REPORT)}),
        entities=tuple(_entity(facts, node) for node in named),
        statements=tuple(_statement(facts, node) for node in facts.all("ca:Statement")),
        figures=tuple(_figure(facts, n) for n in facts.all("ca:Forecast", "ca:Observation")),
        deals=tuple(_deal(facts, node) for node in facts.all("ca:Deal")),
        problems=tuple(_problem(facts, node) for node in facts.all("ca:Problem")),
    )
    for item in (*reading.statements, *reading.figures, *reading.deals):
        for place in item.evidence:
            if reading.report.text[place.start : place.end] != place.quote:
                raise ValueError(f"{place.quote!r} is not what {place.report} says there")
    listed = {id_of(node) for node in named if facts.text(node, "ca:listed") == "true"}
    return Kept(reading, frozenset(listed))


def _entity(facts: Facts, node: NamedNode) -> Entity:
    name = facts.text(node, "skos:prefLabel")
    others = facts.many(node, "skos:altLabel")
    return Entity.model_validate({
        "id": id_of(node), "cls": facts.word(node, "rdf:type"), "name": name,
        "names": (name, *(other.value for other in others)),
        "facets": sorted(facts.words(node, "ca:facet")),
        "date": facts.text(node, "ca:date"),
        "issuer": [who.value for who in facts.many(node, "ca:issuer")],
    })  # fmt: skip


def _statement(facts: Facts, node: NamedNode) -> Statement:
    qualifiers = facts.many(node, "ca:qualifier")
    return Statement.model_validate({
        "subject": facts.id(node, "rdf:subject"), "predicate": facts.word(node, "rdf:predicate"),
        "object": facts.id(node, "rdf:object"),
        "qualifiers": {
            facts.text(q, "schema:name"): facts.text(q, "schema:value") for q in qualifiers
        },
        **_stated(facts, node),
    })  # fmt: skip


def _figure(facts: Facts, node: NamedNode) -> Figure:
    return Figure.model_validate({
        "kind": str(facts.word(node, "rdf:type")).lower(), "subject": facts.id(node, "ca:ABOUT"),
        **facts.texts(node, FIGURE), "unit": facts.text(node, "ca:unit") or "",
        "value": facts.number(node, VALUE), "base_value": facts.number(node, BASE),
        "sources": [id_of(source) for source in facts.many(node, "ca:MADE_BY")],
        **_stated(facts, node),
    })  # fmt: skip


def _deal(facts: Facts, node: NamedNode) -> Deal:
    investors = [id_of(who) for who in facts.many(node, "ca:investor")]
    leads = {id_of(who) for who in facts.many(node, "ca:lead")}
    return Deal.model_validate({
        "company": facts.id(node, "ca:company"), **facts.texts(node, DEAL),
        "investors": investors, "leads": [who for who in investors if who in leads],
        **_stated(facts, node),
    })  # fmt: skip


def _stated(facts: Facts, node: NamedNode) -> dict[str, Any]:
    return {
        "modality": facts.word(node, "ca:modality"),
        "confidence": float(facts.text(node, "ca:confidence") or "nan"),
        "method": facts.text(node, "ca:method"),
        "evidence": [_evidence(facts, place) for place in facts.many(node, "ca:evidence")],
    }


def _evidence(facts: Facts, node: NamedNode) -> Evidence:
    numbers = {field: facts.text(node, f"ca:{field}") for field in ("line", "start", "end")}
    return Evidence.model_validate({
        "report": facts.id(node, "ca:report"), "quote": facts.text(node, "ca:quote"), **numbers
    })  # fmt: skip


def _problem(facts: Facts, node: NamedNode) -> Problem:
    line = facts.text(node, "ca:line")
    return Problem.model_validate({**facts.texts(node, PROBLEM), "line": line})


def _decision(facts: Facts, node: NamedNode) -> Decision:
    said = {field: text or "" for field, text in facts.texts(node, DECISION).items()}
    if said["judgement"] not in JUDGEMENTS:
        raise ValueError(f"{said['judgement']!r} is no judgement")
    sides = {side: facts.id(node, f"ca:{side}") for side in ("left", "right")}
    return Decision(**sides, **said)  # type: ignore[arg-type]
