"""The store as a property graph: the one shape that every Cypher engine is given.

Every node has the label Entity, its class and the classes it is also used under; every link is
a relation of the ontology. Labels and types come from the ontology, everything else is a value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.errors import OntologyError
from kg.model import digest
from kg.ontology import Ontology
from kg.periods import end_of
from kg.store.edges import Edge, edges
from kg.store.facts import DealFact, FigureFact, Value, deals, figures
from kg.store.nodes import Place, Thing, policies, reports, things

if TYPE_CHECKING:
    from kg.store import Store

ENTITY = "Entity"
# Neo4j indexes no value beyond 8 kB. Nothing real has such a name; what does is told by its end.
_LONGEST = 1_000
# The things at the ends of statements, merged as the statements are.
_ENDS = """
WITH ends AS (
  SELECT s.canon AS subject, o.canon AS object FROM statements t
  CROSS JOIN entities s ON s.key = t.subject CROSS JOIN entities o ON o.key = t.object
  WHERE s.canon <> o.canon)
SELECT subject FROM ends UNION SELECT object FROM ends
"""
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its labels, sorted, and its properties, `id` among them; none of them is None."""

    id: str
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship between the nodes of two ids; its `id` is the same in every store."""

    id: str
    type: str
    start: str
    end: str
    properties: Properties


def nodes(store: Store) -> Iterator[Node]:
    """Every report, every figure and deal, and every thing that something is said of."""
    figure_facts, deal_facts = figures(store), deals(store)
    used = {*policies(store), *(key for (key,) in store.rows(_ENDS))}
    for fact in figure_facts:
        used |= {fact.subject.key, *(source.key for source in fact.sources)}
    for deal in deal_facts:
        used |= {deal.company.key, *(investor.key for investor in deal.investors)}
    return chain(
        map(_report, reports(store)),
        map(_thing, things(store, used)),
        map(_figure, figure_facts),
        map(_deal, deal_facts),
    )


def links(store: Store) -> Iterator[Link]:
    """Every statement, and what figures and deals are about and who made them."""
    yield from map(_statement, edges(store))
    for fact in figures(store):
        yield _link("ABOUT", figure_id(fact), fact.subject.id)
        for source in fact.sources:
            yield _link("MADE_BY", figure_id(fact), source.id)
    for deal in deals(store):
        yield _link("ABOUT", deal_id(deal), deal.company.id)
        for investor in deal.investors:
            yield _link("INVESTED_BY", deal_id(deal), investor.id, lead=investor in deal.leads)


def checked(label: str) -> str:
    """A label or type, if the ontology has it: the only text that ever becomes part of a query.

    Raises OntologyError for any other.
    """
    ontology = Ontology.shipped()
    if label == ENTITY or label in ontology.classes or label in ontology.relations:
        return label
    raise OntologyError(f"the ontology has no class or relation {label!r}: load the reports again")


def figure_id(fact: FigureFact) -> str:
    """The id of a figure in this graph."""
    identity = (fact.metric, fact.period, fact.value, fact.unit, fact.region)
    return f"{fact.kind}/{digest(fact.subject.id, *identity)}"


def deal_id(deal: DealFact) -> str:
    """The id of a deal in this graph."""
    return f"deal/{digest(deal.company.id, deal.round, deal.date, deal.amount)}"


def _node(id: str, name: str, classes: tuple[str, ...], **properties: Any) -> Node:
    # `class` is the one that the thing is; the order of labels differs from engine to engine.
    given = {"id": short(id), "name": short(name), "class": classes[0], **properties}
    return Node(given["id"], tuple(sorted({ENTITY, *classes})), _known(given))


def short(text: str) -> str:
    """An id or name that every engine can index: itself, unless it is monstrously long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…{digest(text)}"


def _report(row: dict[str, Any]) -> Node:
    return _node(
        row["id"], row["title"], ("Report",), names=[row["title"], row["file"]], file=row["file"],
        date=row["date"], publisher=row["publisher"], language=row["language"],
        lineCount=row["lines"],
    )  # fmt: skip


def _thing(thing: Thing) -> Node:
    return _node(
        thing.node.id, thing.node.name, (thing.node.cls, *thing.facets), names=list(thing.names),
        date=thing.date, issuer=list(thing.issuer),
    )  # fmt: skip


def _figure(fact: FigureFact) -> Node:
    about = [fact.subject.name, fact.region, fact.metric, fact.period]
    end = end_of(fact.period)
    return _node(
        figure_id(fact), " ".join(filter(None, about)), (fact.kind.capitalize(),),
        metric=fact.metric, region=fact.region, period=fact.period, comparator=fact.comparator,
        year=end and end.year, periodEnd=end and end.isoformat(), unit=fact.unit,
        baseUnit=fact.base_unit, sources=[source.name for source in fact.sources],
        **_range("value", fact.value), **_range("base", fact.base_value), **_said(fact),
    )  # fmt: skip


def _deal(deal: DealFact) -> Node:
    return _node(
        deal_id(deal), " ".join(filter(None, [deal.company.name, deal.round, deal.date])),
        ("Deal",), round=deal.round, date=deal.date, amount=deal.amount, valuation=deal.valuation,
        investors=[investor.name for investor in deal.investors],
        leads=[investor.name for investor in deal.leads], **_said(deal),
    )  # fmt: skip


def _statement(edge: Edge) -> Link:
    # what a qualifier is called is up to the rule that read it; ours come first
    properties = {**edge.qualifiers, "id": edge.id, **_said(edge)}
    ends = (short(edge.subject.id), short(edge.object.id))
    return Link(edge.id, edge.predicate, *ends, _known(properties))


def _link(type: str, start: str, end: str, **properties: Any) -> Link:
    id = digest(start, type, end)
    return Link(id, type, short(start), short(end), {"id": id, **properties})


def _said(fact: Edge | FigureFact | DealFact) -> Properties:
    places: tuple[Place, ...] = fact.evidence
    return {
        "modality": fact.modality, "confidence": float(fact.confidence), "method": fact.method,
        # side by side: the n-th quote stands in the n-th report, on the n-th line
        "quotes": [place.quote for place in places],
        "reports": [place.report for place in places],
        "files": [place.file for place in places],
        "lines": [place.line for place in places],
    }  # fmt: skip


def _range(name: str, value: Value | None) -> Properties:
    low, high = value if isinstance(value, tuple) else (value, value)
    return {f"{name}Low": low, f"{name}High": high}


def _known(properties: Properties) -> Properties:
    """Without what is not known: no engine keeps a property that is null."""
    return {key: value for key, value in properties.items() if value is not None and value != []}
