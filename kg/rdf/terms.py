"""The names of things in RDF: IRIs of our own, and terms of the vocabularies we build on."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from kg.ontology import NAMESPACE

Term = NamedNode | Literal
Fact = tuple[NamedNode, NamedNode, Term]

OWN = "urn:chainatlas:"
PREFIXES = {
    "ca": NAMESPACE, "dcterms": "http://purl.org/dc/terms/", "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#", "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
# Letters of all scripts may stand in an IRI, but not every sign.
_UNSAFE = re.compile(r"[^\w/.~()!*',;:@&=+$-]")
_HAN = re.compile(r"[㐀-鿿豈-﫿]")


@cache
def term(name: str) -> NamedNode:
    """A term by its prefixed name, such as `skos:prefLabel`."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def iri(id: str) -> NamedNode:
    """The IRI of what has an id of ours: `company/比亚迪`, `report/…`, `statement/…`."""
    return NamedNode(OWN + _escaped(id))


def id_of(node: NamedNode) -> str:
    """The id that an IRI was made of."""
    return unquote(node.value.removeprefix(OWN))


def under(node: NamedNode, part: str) -> NamedNode:
    """The IRI of a part of something."""
    sign = "/" if "#" in node.value else "#"
    return NamedNode(node.value + sign + _escaped(part))


def name(text: str) -> Literal:
    """A name in the language that its script tells: Chinese with Chinese characters, or English."""
    return Literal(text, language="zh" if _HAN.search(text) else "en")


def text(value: str) -> Literal:
    """A plain text."""
    return Literal(value)


def number(value: float) -> Literal:
    """A number that reads back as exactly the same."""
    return Literal(repr(float(value)), datatype=term("xsd:double"))


def whole(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=term("xsd:integer"))


def flag(value: bool) -> Literal:
    """True or false."""
    return Literal(str(value).lower(), datatype=term("xsd:boolean"))


def _escaped(words: str) -> str:
    return _UNSAFE.sub(lambda sign: quote(sign[0], safe=""), words)
