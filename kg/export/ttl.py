"""The graph as Turtle: what all reports say together, for people and other RDF tools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.rdf.bridge import graph

if TYPE_CHECKING:
    from kg.store import Store


def lines(store: Store) -> Iterator[str]:
    """The lines of a Turtle file; what is asserted stands in it as plain triples too."""
    # only at newlines: a text may hold other ends of lines
    yield from graph(store, plain=True).serialize(format="turtle").rstrip("\n").split("\n")
