"""Everything about one thing on one card."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from kg.forecasts import rows_of
from kg.rows import Row, Rows, text
from kg.store.edges import Edge, edges_at
from kg.store.facts import DealFact, deals, figures
from kg.store.lookup import namesakes
from kg.store.nodes import Node, Place, Thing, things

if TYPE_CHECKING:
    from kg.store import Store

# A statement names the other side only; which way it goes is told by the arrow.
STATEMENTS = (
    "relation", "other", "class", "item", "modality", "confidence", "file", "line", "quote",
)  # fmt: skip
FIGURES = (
    "metric", "region", "period", "comparator", "value", "unit", "sources", "kind", "modality",
    "file", "line", "quote",
)  # fmt: skip
DEALS = (
    "company", "round", "date", "amount", "investors", "valuation", "modality", "file", "line",
    "quote",
)  # fmt: skip


@dataclass(frozen=True)
class Card:
    """A thing with its names and all that is stated of it.

    `head` has id, class, name, names, facets, date, issuer and namesakes: ids of other things
    that share a name with it and are kept apart.
    """

    head: Row
    statements: Rows
    figures: Rows
    deals: Rows

    def row(self) -> Row:
        """The card as one JSON-able row."""
        return {
            **self.head, "statements": list(self.statements), "figures": list(self.figures),
            "deals": list(self.deals),
        }  # fmt: skip

    def sections(self) -> list[tuple[str, Rows]]:
        """The lists that have something in them, with their titles."""
        titled = {"Statements": self.statements, "Figures": self.figures, "Deals": self.deals}
        return [(title, rows) for title, rows in titled.items() if rows]

    def _repr_html_(self) -> str:
        facts = "".join(
            f"<dt>{escape(key)}</dt><dd>{escape(text(value))}</dd>"
            for key, value in self.head.items()
            if value
        )
        lists = "".join(f"<h4>{title}</h4>{rows._repr_html_()}" for title, rows in self.sections())
        return f"<h3>{escape(self.head['name'])}</h3><dl>{facts}</dl>{lists}"


def cards(store: Store, nodes: Collection[Node]) -> list[Card]:
    """A card for each of these things."""
    found = {thing.node.key: thing for thing in things(store, [node.key for node in nodes])}
    return [_card(store, found[node.key]) for node in nodes]


def _card(store: Store, thing: Thing) -> Card:
    key = thing.node.key
    stated = sorted(edges_at(store, "either", [key]), key=lambda edge: _order(edge, key))
    return Card(
        _head(thing, namesakes(store, key)),
        Rows((_statement(edge, key) for edge in stated), STATEMENTS),
        Rows(rows_of(figures(store, [key]), date.today()), FIGURES),
        Rows((_deal(deal) for deal in deals(store, [key])), DEALS),
    )


def _head(thing: Thing, others: list[Node]) -> Row:
    return {
        "id": thing.node.id, "class": thing.node.cls, "name": thing.node.name,
        "names": list(thing.names), "facets": list(thing.facets), "date": thing.date,
        "issuer": list(thing.issuer), "namesakes": [other.id for other in others],
    }  # fmt: skip


def _order(edge: Edge, key: int) -> tuple[str, bool, float, str, str]:
    outgoing = edge.subject.key == key
    other = edge.object if outgoing else edge.subject
    return (edge.predicate, not outgoing, -edge.confidence, other.id, edge.modality)


def _statement(edge: Edge, key: int) -> Row:
    outgoing = edge.subject.key == key
    other = edge.object if outgoing else edge.subject
    return {
        "relation": f"{edge.predicate} →" if outgoing else f"← {edge.predicate}",
        "predicate": edge.predicate, "outgoing": outgoing, "other": other.name,
        "class": other.cls, "other_id": other.id, "item": edge.item,
        "qualifiers": edge.qualifiers, "modality": edge.modality, "confidence": edge.confidence,
        "method": edge.method, **_said(edge.evidence),
    }  # fmt: skip


def _deal(deal: DealFact) -> Row:
    return {
        "company": deal.company.name, "company_id": deal.company.id, "round": deal.round,
        "date": deal.date, "amount": deal.amount,
        "investors": [node.name for node in deal.investors],
        "leads": [node.name for node in deal.leads], "valuation": deal.valuation,
        "modality": deal.modality, "confidence": deal.confidence, **_said(deal.evidence),
    }  # fmt: skip


def _said(evidence: tuple[Place, ...]) -> dict[str, Any]:
    first = evidence[0]
    return {
        "file": first.file, "line": first.line, "quote": first.quote,
        "evidence": [
            {"report": p.report, "file": p.file, "line": p.line, "quote": p.quote}
            for p in evidence
        ],
    }  # fmt: skip
