"""Figures and deals, as all reports give them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.store.nodes import Node, Place

if TYPE_CHECKING:
    from kg.store.file import Row, Store

Value = float | tuple[float, float]

_KIN = "json_each(?1) k CROSS JOIN entities m ON m.canon = k.value"
_FIGURES = """
SELECT f.key, c.id, c.cls, c.name, c.key, f.kind, f.metric, f.period, f.low, f.high, f.unit,
  f.region, f.comparator, f.base_low, f.base_high, f.base_unit, f.modality, f.confidence, f.method
FROM {source} CROSS JOIN entities s ON s.key = f.subject CROSS JOIN entities c ON c.key = s.canon
CROSS JOIN reports r ON r.key = f.report
ORDER BY f.confidence DESC, f.method, r.id, f.key
"""
_DEALS = """
SELECT d.key, c.id, c.cls, c.name, c.key, d.round, d.date, d.amount, d.valuation, d.modality,
  d.confidence, d.method
FROM {source} CROSS JOIN entities s ON s.key = d.company CROSS JOIN entities c ON c.key = s.canon
CROSS JOIN reports r ON r.key = d.report
ORDER BY d.confidence DESC, d.method, r.id, d.key
"""
_SOME_FIGURES = f"""(
SELECT f.key AS key FROM {_KIN} CROSS JOIN figures f ON f.subject = m.key UNION
SELECT f.figure FROM {_KIN} CROSS JOIN figure_sources f ON f.entity = m.key
) i CROSS JOIN figures f ON f.key = i.key"""
_SOME_DEALS = f"""(
SELECT d.key AS key FROM {_KIN} CROSS JOIN deals d ON d.company = m.key UNION
SELECT d.deal FROM {_KIN} CROSS JOIN deal_investors d ON d.entity = m.key
) i CROSS JOIN deals d ON d.key = i.key"""


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A forecast or an observation; fields as in kg.model.Figure, things as nodes.

    `evidence` begins with that of the surest rule, whose confidence and method these are.
    """

    kind: str
    subject: Node
    metric: str
    period: str | None
    value: Value
    unit: str
    region: str | None
    comparator: str | None
    base_value: Value | None
    base_unit: str | None
    sources: tuple[Node, ...]
    modality: str
    confidence: float
    method: str
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DealFact:
    """A financing, listing or merger; fields as in kg.model.Deal, things as nodes."""

    company: Node
    round: str | None
    date: str | None
    amount: str | None
    valuation: str | None
    investors: tuple[Node, ...]
    leads: tuple[Node, ...]
    modality: str
    confidence: float
    method: str
    evidence: tuple[Place, ...]


def figures(store: Store, keys: Iterable[int] | None = None) -> list[FigureFact]:
    """All figures, or those about one of these things or published by it."""
    rows = _ask(store, _FIGURES, "figures f", _SOME_FIGURES, keys)
    items = [row[0] for row in rows]
    places = _places(store, "figure", items)
    sources = _parties(store, "figure_sources", "figure", items)
    facts = []
    for said in _same(rows, identity=lambda row: row[4:12]):
        first = said[0]
        named = {node for row in said for node, _ in sources.get(row[0], ())}
        facts.append(FigureFact(
            kind=first[5], subject=Node(*first[1:5]), metric=first[6], period=first[7],
            value=_value(first[8], first[9]), unit=first[10], region=first[11],
            comparator=_first(said, 12), base_value=_base(first), base_unit=first[15],
            sources=tuple(sorted(named)), modality=first[16], confidence=first[17],
            method=first[18], evidence=_evidence(places, said),
        ))  # fmt: skip
    return facts


def deals(store: Store, keys: Iterable[int] | None = None) -> list[DealFact]:
    """All deals, or those of one of these companies or with its money."""
    rows = _ask(store, _DEALS, "deals d", _SOME_DEALS, keys)
    items = [row[0] for row in rows]
    places = _places(store, "deal", items)
    parties = _parties(store, "deal_investors", "deal", items, "p.leads")
    facts = []
    for said in _same(rows, identity=lambda row: row[4:8]):
        first = said[0]
        # in the order of the surest report
        who: dict[Node, bool] = {}
        for row in said:
            for node, leads in parties.get(row[0], ()):
                who[node] = who.get(node, False) or bool(leads)
        facts.append(DealFact(
            company=Node(*first[1:5]), round=first[5], date=first[6], amount=first[7],
            valuation=_first(said, 8), investors=tuple(who),
            leads=tuple(node for node, leads in who.items() if leads), modality=first[9],
            confidence=first[10], method=first[11], evidence=_evidence(places, said),
        ))  # fmt: skip
    return facts


def number(value: Value | None) -> Any:
    """A value as it is best written: whole numbers without a point, a range as a pair."""
    if isinstance(value, tuple):
        return tuple(number(end) for end in value)
    return int(value) if value is not None and value.is_integer() else value


def _ask(
    store: Store, select: str, everything: str, some: str, keys: Iterable[int] | None
) -> list[Row]:
    if keys is None:
        return store.rows(select.format(source=everything))
    return store.rows(select.format(source=some), sorted(keys))


def _same(rows: list[Row], identity: Any) -> list[list[Row]]:
    groups: dict[Row, list[Row]] = {}
    for row in rows:
        groups.setdefault(identity(row), []).append(row)
    return list(groups.values())


def _places(store: Store, kind: str, items: list[int]) -> dict[int, list[Place]]:
    places: dict[int, list[Place]] = {}
    for item, *place in store.rows(
        "SELECT e.item, r.id, e.start, e.end, e.line, e.quote, r.file FROM json_each(?1) k "
        "CROSS JOIN evidence e ON e.kind = ?2 AND e.item = k.value "
        "CROSS JOIN reports r ON r.key = e.report ORDER BY e.item, e.position",
        items, kind,
    ):  # fmt: skip
        places.setdefault(item, []).append(Place(*place))
    return places


def _parties(
    store: Store, table: str, item: str, items: list[int], extra: str = "0"
) -> dict[int, list[tuple[Node, int]]]:
    parties: dict[int, list[tuple[Node, int]]] = {}
    for key, flag, *node in store.rows(
        f"SELECT p.{item}, {extra}, c.id, c.cls, c.name, c.key FROM json_each(?1) k "
        f"CROSS JOIN {table} p ON p.{item} = k.value CROSS JOIN entities e ON e.key = p.entity "
        f"CROSS JOIN entities c ON c.key = e.canon ORDER BY p.{item}, p.position",
        items,
    ):
        parties.setdefault(key, []).append((Node(*node), flag))
    return parties


def _evidence(places: dict[int, list[Place]], said: list[Row]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for row in said for place in places[row[0]]))


def _first(said: list[Row], column: int) -> Any:
    return next((row[column] for row in said if row[column] is not None), None)


def _value(low: float, high: float | None) -> Value:
    return low if high is None else (low, high)


def _base(row: Row) -> Value | None:
    return None if row[13] is None else _value(row[13], row[14])
