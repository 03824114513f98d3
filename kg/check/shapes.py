"""The graph against its SHACL shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kg.check.finding import Finding
from kg.content import folder
from kg.ontology import FILE, NAMESPACE
from kg.rdf.bridge import graph
from kg.rdf.terms import OWN
from kg.store.nodes import Place

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.store import Store

SHAPES = "shapes.ttl"


def shapes(store: Store) -> Iterator[Finding]:
    """What the shapes in ontology/shapes.ttl find in what all reports say together."""
    yield from findings(graph(store))


def findings(data: Graph) -> Iterator[Finding]:
    """What they find in a graph, by message and subject; the ontology is added to it."""
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SH

    ontology = folder("ontology")
    # The shapes look up in it which classes a relation may join.
    data.parse(ontology / FILE)
    conforms, report, _ = validate(data, shacl_graph=Graph().parse(ontology / SHAPES))
    if conforms or not isinstance(report, Graph):
        return
    found = {
        (str(message), str(part))
        for result in report.subjects(None, SH.ValidationResult)
        for message in report.objects(result, SH.resultMessage)
        for part in _parts(report, result)
    }
    for message, about in sorted(found):
        yield Finding("shape", message, _places(data, about), _short(about))


def _parts(report: Graph, result: Any) -> list[Any]:
    """What a result is about: a relation's result is about the statement that is its value."""
    from rdflib.namespace import SH

    focus = list(report.objects(result, SH.focusNode))
    of_relation = any(str(node).startswith(NAMESPACE) for node in focus)
    return list(report.objects(result, SH.value)) if of_relation else focus


def _places(data: Graph, about: str) -> tuple[Place, ...]:
    """The places of what is stated, or the place itself; one that lacks something is left out."""
    from rdflib import URIRef

    node, evidence, quote = URIRef(about), *(URIRef(NAMESPACE + n) for n in ("evidence", "quote"))
    places = [node] if (node, quote, None) in data else list(data.objects(node, evidence))
    fields = [URIRef(NAMESPACE + name) for name in ("report", "start", "end", "line", "quote")]
    said = [[data.value(place, field) for field in fields] for place in places]
    return tuple(sorted(_place(data, values) for values in said if None not in values))


def _place(data: Graph, values: list[Any]) -> Place:
    from rdflib import URIRef

    report, start, end, line, quote = values
    file = data.value(report, URIRef(f"{NAMESPACE}file"))
    return Place(_short(report), int(start), int(end), int(line), str(quote), str(file or ""))


def _short(iri: str) -> str:
    return unquote(str(iri).removeprefix(OWN))
