"""Periods in OWL-Time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.periods import end_of
from kg.rdf.terms import Fact, iri, term, text, under

# A year or several and nothing else: only then is the beginning as plain as the end.
_YEARS = re.compile(r"((?:19|20)\d\d)(?:\s?[-–—~至到]\s?(?:19|20)\d\d)?\s?年?")


def period(words: str) -> NamedNode:
    """The IRI of the period that these words name."""
    return iri(f"period/{words}")


def described(words: str) -> Iterator[Fact]:
    """The period, with its first and last day as far as the words tell."""
    node = period(words)
    yield node, term("rdf:type"), term("time:ProperInterval")
    yield node, term("rdfs:label"), text(words)
    years = _YEARS.fullmatch(words)
    begin = date(int(years[1]), 1, 1) if years else None
    for what, day in (("Beginning", begin), ("End", end_of(words))):
        if day:
            instant = under(node, what.lower())
            yield node, term(f"time:has{what}"), instant
            yield instant, term("rdf:type"), term("time:Instant")
            yield (
                instant, term("time:inXSDDate"),
                Literal(day.isoformat(), datatype=term("xsd:date")),
            )  # fmt: skip
