"""A view as the page reads it: small lists instead of objects, every quote once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.ontology import Ontology
from kg.periods import end_of
from kg.store.edges import Edge
from kg.store.facts import DealFact, FigureFact
from kg.store.nodes import Place, Thing
from kg.view.chain import Chain, chain, flow_of, title
from kg.view.data import View

# The page says how many more there are; `kg show` has them all.
SENTENCES = 8
IDENTITY = 10


def payload(view: View) -> dict[str, Any]:
    """The view with its chain as JSON-able values; kg/view/assets/graph.js reads them."""
    return _Writer(view, chain(view)).value()


class _Writer:
    def __init__(self, view: View, chain: Chain) -> None:
        self.view = view
        self.chain = chain
        self.report = {row["id"]: at for at, row in enumerate(view.reports)}
        self.node = {thing.node.id: at for at, thing in enumerate(view.things)}
        self.quotes: dict[tuple[int, int, str], int] = {}

    def value(self) -> dict[str, Any]:
        placed = self.chain.layout
        value = {
            "asked": [self.node[id] for id in self.view.asked],
            "left": self.view.left_out,
            **_vocabulary(),
            "nodes": [self._node(thing) for thing in self.view.things],
            "edges": [self._edge(edge) for edge in self.view.edges],
            "figures": [self._figure(figure) for figure in self.view.figures],
            "deals": [self._deal(deal) for deal in self.view.deals],
            "columns": placed.columns,
            "parts": [
                [
                    part.top,
                    part.loose,
                    [self.node[id] for id in part.nodes],
                    self.node[after],
                    heads,
                ]
                for part, (after, heads) in zip(placed.parts, self.chain.heads, strict=True)
            ],
            "reports": [
                [row["file"], row["title"], row["date"], row["publisher"], row["language"]]
                for row in self.view.reports
            ],
        }
        # last: writing the others has collected them
        return {**value, "quotes": list(self.quotes)}

    def _node(self, thing: Thing) -> list[Any]:
        place = self.chain.layout.places.get(thing.node.id)
        return [
            thing.node.id, thing.node.cls, thing.node.name, thing.names[1:],
            thing.facets, thing.date, thing.issuer,
            place, [(name, *title(name)) for name in self.chain.tiers.get(thing.node.id, ())],
        ]  # fmt: skip

    def _edge(self, edge: Edge) -> list[Any]:
        flow = flow_of(edge)
        return [
            edge.id[:IDENTITY], self.node[edge.subject.id], edge.predicate,
            self.node[edge.object.id], edge.modality, edge.confidence, edge.method,
            edge.qualifiers, *self._said(edge.evidence),
            self.chain.layout.passing.get(flow, []) if flow else [],
        ]  # fmt: skip

    def _figure(self, figure: FigureFact) -> list[Any]:
        end = end_of(figure.period)
        return [
            self.node[figure.subject.id], figure.kind, figure.metric, figure.period,
            end.year if end else None, figure.value, figure.unit, figure.region,
            figure.comparator, figure.base_value, figure.base_unit,
            [source.name for source in figure.sources], figure.modality, figure.confidence,
            *self._said(figure.evidence),
        ]  # fmt: skip

    def _deal(self, deal: DealFact) -> list[Any]:
        who = [(node.name, self.node.get(node.id)) for node in (deal.company, *deal.investors)]
        return [
            who, [node.name for node in deal.leads], deal.round, deal.date, deal.amount,
            deal.valuation, deal.modality, deal.confidence, *self._said(deal.evidence),
        ]  # fmt: skip

    def _said(self, places: Iterable[Place]) -> tuple[list[int], int]:
        """The numbers of the first sentences, and how many there are in all."""
        keys = dict.fromkeys((self.report[p.report], p.line, p.quote) for p in places)
        first = list(keys)[:SENTENCES]
        return [self.quotes.setdefault(key, len(self.quotes)) for key in first], len(keys)


def _vocabulary() -> dict[str, Any]:
    ontology = Ontology.shipped()
    return {
        "classes": {name: [c.labels["zh"], c.labels["en"]] for name, c in ontology.classes.items()},
        "relations": {
            name: {
                "labels": [r.labels["zh"], r.labels["en"]],
                "inverse": [r.inverse["zh"], r.inverse["en"]] if r.inverse else None,
                "flow": r.flow, "symmetric": r.symmetric,
            }
            for name, r in ontology.relations.items()
        },
    }  # fmt: skip
