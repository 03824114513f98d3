"""What is in the store, said in RDF: each thing and each statement a resource of its own.

Rows are those of `kg.export.jsonl`, or of the models in `kg.model`, which have the same fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from pyoxigraph import NamedNode

from kg.rdf.terms import Fact, Term, iri, name, number, term, text, under, whole

Row = Mapping[str, Any]

TYPE = term("rdf:type")
# Fields that are texts, and the properties that say them.
REPORT = {
    "title": "dcterms:title", "publisher": "dcterms:publisher", "date": "dcterms:date",
    "language": "dcterms:language", "file": "ca:file", "sha256": "schema:sha256",
    "text": "schema:text",
}  # fmt: skip
FIGURE = {
    "metric": "ca:metric", "period": "ca:period", "region": "ca:region",
    "comparator": "ca:comparator", "base_unit": "ca:baseUnit",
}  # fmt: skip
DEAL = {field: f"ca:{field}" for field in ("round", "date", "amount", "valuation")}
PROBLEM = {field: f"ca:{field}" for field in ("kind", "message", "quote")}
DECISION = {
    "judgement": "ca:judgement", "reason": "ca:reason", "who": "ca:who", "at": "prov:endedAtTime",
}  # fmt: skip
# A number; or the low and the high end of a range.
VALUE = ("ca:value", "ca:low", "ca:high")
BASE = ("ca:baseValue", "ca:baseLow", "ca:baseHigh")


def report(row: Row) -> Iterator[Fact]:
    """A report, with its text where the row has it."""
    node = iri(row["id"])
    yield node, TYPE, term("ca:Report")
    yield from _texts(node, row, REPORT)


def entity(row: Row) -> Iterator[Fact]:
    """A thing with its names; a policy with its date and issuer."""
    node = iri(row["id"])
    yield node, TYPE, term(f"ca:{row.get('class') or row['cls']}")
    yield node, term("skos:prefLabel"), name(row["name"])
    for other in sorted({*row["names"]} - {row["name"]}):
        yield node, term("skos:altLabel"), name(other)
    for facet in row.get("facets", ()):
        yield node, term("ca:facet"), term(f"ca:{facet}")
    yield from _texts(node, row, {"date": "ca:date"})
    yield from _in_order(node, "ca:issuer", [name(who) for who in row.get("issuer", ())])


def statement(node: NamedNode, row: Row) -> Iterator[Fact]:
    """A relation between two things."""
    yield node, TYPE, term("ca:Statement")
    yield node, term("rdf:subject"), iri(row["subject"])
    yield node, term("rdf:predicate"), term(f"ca:{row['predicate']}")
    yield node, term("rdf:object"), iri(row["object"])
    for key, value in sorted(row["qualifiers"].items()):
        qualifier = under(node, f"qualifier/{key}")
        yield node, term("ca:qualifier"), qualifier
        yield qualifier, term("schema:name"), text(key)
        yield qualifier, term("schema:value"), text(value)
    yield from _stated(node, row)


def figure(node: NamedNode, row: Row) -> Iterator[Fact]:
    """A forecast or an observation."""
    kind = row.get("type") or row["kind"]
    yield node, TYPE, term(f"ca:{kind.capitalize()}")
    yield node, term("ca:ABOUT"), iri(row["subject"])
    yield from _texts(node, row, FIGURE)
    if row["unit"]:
        yield node, term("ca:unit"), text(row["unit"])
    yield from _value(node, row["value"], VALUE)
    yield from _value(node, row["base_value"], BASE)
    yield from _in_order(node, "ca:MADE_BY", [iri(source) for source in row["sources"]])
    yield from _stated(node, row)


def deal(node: NamedNode, row: Row) -> Iterator[Fact]:
    """A financing, listing or merger."""
    yield node, TYPE, term("ca:Deal")
    yield node, term("ca:company"), iri(row["company"])
    yield from _texts(node, row, DEAL)
    yield from _in_order(node, "ca:investor", [iri(who) for who in row["investors"]])
    for lead in row["leads"]:
        yield node, term("ca:lead"), iri(lead)
    yield from _stated(node, row)


def place(row: Row) -> NamedNode:
    """The IRI of a place in a report: its characters, as RFC 5147 counts them."""
    return under(iri(row["report"]), f"char={row['start']},{row['end']}")


def evidence(row: Row) -> Iterator[Fact]:
    """A place in a report, with what stands there."""
    node = place(row)
    yield node, TYPE, term("ca:Evidence")
    yield node, term("ca:report"), iri(row["report"])
    yield node, term("ca:quote"), text(row["quote"])
    for field in ("line", "start", "end"):
        yield node, term(f"ca:{field}"), whole(row[field])


def problem(node: NamedNode, row: Row) -> Iterator[Fact]:
    """A passage that was not understood."""
    yield node, TYPE, term("ca:Problem")
    yield from _texts(node, row, PROBLEM)
    if row["line"] is not None:
        yield node, term("ca:line"), whole(row["line"])


def decision(node: NamedNode, row: Row) -> Iterator[Fact]:
    """What a user decided about two names."""
    yield node, TYPE, term("ca:Decision")
    for side in ("left", "right"):
        yield node, term(f"ca:{side}"), iri(row[side])
    yield from _texts(node, row, DECISION)


def _stated(node: NamedNode, row: Row) -> Iterator[Fact]:
    yield node, term("ca:modality"), term(f"ca:{row['modality']}")
    yield node, term("ca:confidence"), number(row["confidence"])
    yield node, term("ca:method"), text(row["method"])
    places = row["evidence"]
    # An order of its own is kept: the sentence that says most may not be the first in the text.
    kept = list(places) != sorted(places, key=lambda where: (where["start"], where["end"]))
    yield from _in_order(node, "ca:evidence", map(place, places), kept=kept)


def _texts(node: NamedNode, row: Row, fields: Mapping[str, str]) -> Iterator[Fact]:
    for field, predicate in fields.items():
        if row.get(field) is not None:
            yield node, term(predicate), text(row[field])


def _value(node: NamedNode, value: Any, predicates: tuple[str, str, str]) -> Iterator[Fact]:
    if isinstance(value, list | tuple):
        for predicate, end in zip(predicates[1:], value, strict=True):
            yield node, term(predicate), number(end)
    elif value is not None:
        yield node, term(predicates[0]), number(value)


def _in_order(
    node: NamedNode, predicate: str, members: Iterable[Term], *, kept: bool = True
) -> Iterator[Fact]:
    """Several things, and a sequence of them where there is an order to be `kept`."""
    members = list(members)
    for member in members:
        yield node, term(predicate), member
    if kept and len(members) > 1:
        sequence = under(node, f"order/{predicate.partition(':')[2]}")
        yield node, term("ca:inOrder"), sequence
        yield sequence, TYPE, term("rdf:Seq")
        for position, member in zip(count(1), members, strict=False):
            yield sequence, term(f"rdf:_{position}"), member
