"""What one RDF graph says, looked up by subject and predicate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode

from kg.ontology import NAMESPACE
from kg.rdf.terms import id_of, term

_NUMBER = re.compile(r"\d+$")
_PLACE = re.compile(r"#char=(\d+),(\d+)$")


class Facts:
    """The triples of a graph."""

    def __init__(self, triples: Iterable[tuple[Any, Any, Any]]) -> None:
        self._said: dict[Any, dict[Any, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in triples:
            self._said[subject][predicate].append(value)

    def all(self, *types: str) -> list[NamedNode]:
        """The resources of these types, in the order of the numbers that they end with."""
        wanted = {term(name) for name in types}
        found = [node for node in self._said if wanted & set(self._objects(node, "rdf:type"))]
        return sorted(found, key=lambda node: (_last_number(node), node.value))

    def saying(self, predicate: str) -> list[NamedNode]:
        """The resources of which this is said."""
        return [node for node in self._said if self._objects(node, predicate)]

    def text(self, node: NamedNode, predicate: str) -> str | None:
        """The text, number or IRI that is said, as text; None where nothing is."""
        found = self._objects(node, predicate)
        return str(found[0].value) if found else None

    def texts(self, node: NamedNode, fields: Mapping[str, str]) -> dict[str, str | None]:
        """Several of them, by field."""
        return {field: self.text(node, predicate) for field, predicate in fields.items()}

    def word(self, node: NamedNode, predicate: str) -> str | None:
        """The term of the ontology that is said, by its own name."""
        found = self.words(node, predicate)
        return found[0] if found else None

    def words(self, node: NamedNode, predicate: str) -> list[str]:
        """All of them."""
        return [said.value.removeprefix(NAMESPACE) for said in self._objects(node, predicate)]

    def id(self, node: NamedNode, predicate: str) -> str:
        """The id of the thing that is said. Raises LookupError where there is none."""
        return id_of(self._objects(node, predicate)[0])

    def many(self, node: NamedNode, predicate: str) -> list[Any]:
        """All objects in their order: that of a sequence of them, or of their numbers."""
        found = self._objects(node, predicate)
        for sequence in self._objects(node, "ca:inOrder"):
            members = self._said[sequence]
            ordered = [members[place][0] for place in sorted(members, key=_last_number)
                       if place != term("rdf:type")]  # fmt: skip
            if set(ordered) == set(found):
                return ordered
        return sorted(found, key=_numbers)

    def number(self, node: NamedNode, names: tuple[str, str, str]) -> Any:
        """A number, a pair of a low and a high one, or None, by the names of the three."""
        value, *ends = (self.text(node, name) for name in names)
        if value is not None:
            return float(value)
        low, high = ends
        return None if low is None or high is None else (float(low), float(high))

    def _objects(self, node: NamedNode, predicate: str) -> list[Any]:
        said = self._said.get(node)
        return said.get(term(predicate), []) if said else []


def _last_number(node: NamedNode) -> int:
    found = _NUMBER.search(node.value)
    return int(found[0]) if found else 0


def _numbers(node: Any) -> tuple[list[int], str]:
    found = _PLACE.search(node.value)
    return ([int(number) for number in found.groups()] if found else [], node.value)
