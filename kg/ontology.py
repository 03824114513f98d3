"""The ontology as the program uses it: read from `ontology/chainatlas.ttl`, nowhere else listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kg.content import folder
from kg.errors import OntologyError

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

NAMESPACE = "urn:chainatlas:ontology#"
FILE = "chainatlas.ttl"

Flow = Literal["forward", "backward"]

_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Class:
    """A class of entities. `kind` is what it has in common with others, such as Concept."""

    name: str
    labels: dict[str, str]
    comment: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation, the classes that may stand at its ends, and how goods run along it.

    `flow`: "forward" from subject to object, "backward" from object to subject, else None.
    `inverse` is the label, in both languages, that reads it from its object. `same_kind`: both
    ends are organisations, or both concepts.
    """

    name: str
    labels: dict[str, str]
    comment: str
    domains: frozenset[str]
    ranges: frozenset[str]
    symmetric: bool
    inverse: dict[str, str] | None
    flow: Flow | None
    same_kind: bool


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes and relations by name, in the order of their names."""

    classes: dict[str, Class]
    relations: dict[str, Relation]

    @staticmethod
    @cache
    def shipped() -> Ontology:
        """The ontology that comes with chainatlas, read once."""
        return Ontology.read(folder("ontology") / FILE)

    @classmethod
    def read(cls, path: Path) -> Ontology:
        """The ontology in a Turtle file.

        Raises OntologyError where the file is no Turtle, or a class or relation lacks what it
        must say.
        """
        from pyoxigraph import RdfFormat, parse

        try:
            facts = list(parse(path.read_bytes(), format=RdfFormat.TURTLE))
        except (OSError, SyntaxError) as problem:
            raise OntologyError(f"{path}: {problem}. Mend the file and try again.") from problem
        return _Reader(facts, path).ontology()

    def allows(
        self, predicate: str, subject: str | Iterable[str], object: str | Iterable[str]
    ) -> bool:
        """Whether a thing of (one of) these classes may state this of one of those."""
        relation = self.relations.get(predicate)
        if relation is None:
            return False
        subjects = relation.domains & _set(subject)
        objects = relation.ranges & _set(object)
        if relation.same_kind:
            return bool({self._kind(s) for s in subjects} & {self._kind(o) for o in objects})
        return bool(subjects and objects)

    def _kind(self, name: str) -> str:
        return self.classes[name].kind or name


class _Reader:
    """Takes the facts of a file apart. Terms of our own are known by their short names."""

    def __init__(self, facts: Iterable[Triple | Quad], path: Path) -> None:
        self._path = path
        self._facts: dict[tuple[str, str], list[Any]] = {}
        for fact in facts:
            # RDF-star lets a whole triple be a subject; it has no name to be known by.
            subject = getattr(fact.subject, "value", "")
            key = (_short(subject), _short(fact.predicate.value))
            self._facts.setdefault(key, []).append(fact.object)

    def ontology(self) -> Ontology:
        kinds = {name for name in self._all(f"{_OWL}Class") if self._said(name, "abstract")}
        lines = {name: self._ancestors(name) for name in self._all(f"{_OWL}Class")}
        members = {n: line for n, line in lines.items() if "Entity" in line and n not in kinds}
        classes = {name: self._class(name, kinds) for name in sorted(members)}
        relations = {}
        for name in filter(str.isupper, self._all(f"{_OWL}ObjectProperty")):
            ends = [self._end(name, end, lines, set(classes)) for end in ("domain", "range")]
            relations[name] = self._relation(name, *ends)
        return Ontology(classes, dict(sorted(relations.items())))

    def _class(self, name: str, kinds: set[str]) -> Class:
        parents = [p for p in self._said(name, f"{_RDFS}subClassOf") if p in kinds - {"Entity"}]
        return Class(name, self._labels(name), self._comment(name), next(iter(parents), None))

    def _relation(self, name: str, domains: frozenset[str], ranges: frozenset[str]) -> Relation:
        inverses = self._said(name, f"{_OWL}inverseOf")
        return Relation(
            name=name,
            labels=self._labels(name),
            comment=self._comment(name),
            domains=domains,
            ranges=ranges,
            symmetric=f"{_OWL}SymmetricProperty" in self._said(name, _RDF_TYPE),
            inverse=self._labels(inverses[0]) if inverses else None,
            flow=self._flow(name),
            same_kind=bool(self._said(name, "sameKind")),
        )

    def _end(
        self, name: str, end: str, lines: dict[str, set[str]], classes: set[str]
    ) -> frozenset[str]:
        """The classes at one end of a relation, those below an abstract one in its place."""
        named = self._said(name, end)
        if not named:
            raise self._error(name, f"needs ca:{end}: the classes that may stand there")
        for unknown in set(named) - set(lines):
            raise self._error(name, f"names the class ca:{unknown}, which the file does not have")
        return frozenset(c for c in classes if lines[c] & set(named))

    def _flow(self, name: str) -> Flow | None:
        match self._said(name, "flow"):
            case []:
                return None
            case ["forward"]:
                return "forward"
            case ["backward"]:
                return "backward"
        raise self._error(name, 'needs one ca:flow, "forward" or "backward", or none')

    def _labels(self, name: str) -> dict[str, str]:
        found = {o.language: o.value for o in self._facts.get((name, f"{_RDFS}label"), ())}
        for language in _LANGUAGES:
            if language not in found:
                raise self._error(name, f"needs an rdfs:label in {language}")
        return {language: found[language] for language in _LANGUAGES}

    def _comment(self, name: str) -> str:
        said = self._said(name, f"{_RDFS}comment")
        if not said:
            raise self._error(name, "needs an rdfs:comment that says what it means")
        return said[0]

    def _ancestors(self, name: str) -> set[str]:
        """The class itself and all above it."""
        found, todo = set[str](), [name]
        while todo:
            at = todo.pop()
            if at not in found:
                found.add(at)
                todo += self._said(at, f"{_RDFS}subClassOf")
        return found

    def _all(self, type_: str) -> list[str]:
        return [s for s, p in self._facts if p == _RDF_TYPE and type_ in self._said(s, p)]

    def _said(self, subject: str, predicate: str) -> list[str]:
        return [_short(o.value) for o in self._facts.get((subject, predicate), ())]

    def _error(self, name: str, what: str) -> OntologyError:
        return OntologyError(f"{self._path.name}: ca:{name} {what}.")


def _short(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)


def _set(names: str | Iterable[str]) -> frozenset[str]:
    return frozenset({names} if isinstance(names, str) else names)
