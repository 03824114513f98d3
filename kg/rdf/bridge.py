"""The projection as a graph of rdflib, which writes files from it and pyshacl checks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from kg.rdf.graphs import asserted, merged
from kg.rdf.terms import PREFIXES, Fact, term

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.store import Store


def graph(store: Store, *, plain: bool = False) -> Graph:
    """What all reports say together; with `plain`, what is asserted as plain triples too."""
    facts = chain(merged(store), asserted(store)) if plain else merged(store)
    return built(facts)


def built(facts: Iterable[Fact]) -> Graph:
    """A graph of these facts, with our prefixes."""
    from rdflib import Graph

    made = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        made.bind(prefix, namespace)
    known: dict[Any, Any] = {}
    for fact in facts:
        subject, predicate, value = (_term(part, known) for part in fact)
        made.add((subject, predicate, value))
    return made


def _term(part: Any, known: dict[Any, Any]) -> Any:
    from rdflib import Literal, URIRef

    made = known.get(part)
    if made is None:
        if isinstance(part, NamedNode):
            made = URIRef(part.value)
        elif part.language or part.datatype == term("xsd:string"):
            made = Literal(part.value, lang=part.language)
        else:
            made = Literal(part.value, datatype=URIRef(part.datatype.value), normalize=False)
        known[part] = made
    return made
