"""The readings that a store was made from, as they went in: what `kg.store.writing.add` takes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.model import Deal, Entity, Evidence, Figure, Problem, Reading, Report, Statement

if TYPE_CHECKING:
    from kg.store.file import Store

Fields = dict[str, Any]

_REPORT = ("id", "file", "title", "date", "publisher", "language", "sha256", "text")
_STATED = ("modality", "confidence", "method")
_FIGURE = ("kind", "metric", "period", "unit", "region", "comparator", "base_unit", *_STATED)
_DEAL = ("round", "date", "amount", "valuation", *_STATED)
_PROBLEM = ("kind", "message", "line", "quote")


@dataclass(frozen=True)
class Kept:
    """A reading, and which of its entities are rows of the names tables."""

    reading: Reading
    listed: frozenset[str]

    def is_listed(self, entity: Entity) -> bool:
        """Whether an entity is one of them."""
        return entity.id in self.listed


def readings(store: Store) -> Iterator[Kept]:
    """One for each report, by the report's id."""
    for key, *fields in store.rows(f"SELECT key, {', '.join(_REPORT)} FROM reports ORDER BY id"):
        report = Report(**dict(zip(_REPORT, fields, strict=True)))
        entities = list(_entities(store, key))
        reading = Reading(
            report=report,
            entities=tuple(entity for entity, _ in entities),
            statements=tuple(_statements(store, key)),
            figures=tuple(_figures(store, key)),
            deals=tuple(_deals(store, key)),
            problems=tuple(
                Problem(**dict(zip(_PROBLEM, row, strict=True)))
                for row in store.rows(
                    f"SELECT {', '.join(_PROBLEM)} FROM problems WHERE report = ? ORDER BY rowid",
                    key,
                )
            ),
        )
        yield Kept(reading, frozenset(entity.id for entity, listed in entities if listed))


def _entities(store: Store, report: int) -> Iterator[tuple[Entity, bool]]:
    for id, cls, listed, name, names, facets, date, issuer in store.rows(
        "SELECT e.id, e.cls, e.listed, m.name, m.names, m.facets, m.date, m.issuer "
        "FROM mentions m JOIN entities e ON e.key = m.entity WHERE m.report = ? ORDER BY e.id",
        report,
    ):
        lists = {"names": names, "facets": facets, "issuer": issuer}
        more: Fields = {field: tuple(json.loads(text)) for field, text in lists.items()}
        yield Entity(id=id, cls=cls, name=name, date=date, **more), bool(listed)


def _statements(store: Store, report: int) -> Iterator[Statement]:
    places = _places(store, report, "statement")
    for key, subject, object, predicate, qualifiers, *stated in store.rows(
        "SELECT t.key, s.id, o.id, t.predicate, t.qualifiers, t.modality, t.confidence, t.method "
        "FROM statements t JOIN entities s ON s.key = t.subject "
        "JOIN entities o ON o.key = t.object WHERE t.report = ? ORDER BY t.key",
        report,
    ):
        yield Statement(
            subject=subject, predicate=predicate, object=object, evidence=places[key],
            qualifiers=json.loads(qualifiers), **dict(zip(_STATED, stated, strict=True)),
        )  # fmt: skip


def _figures(store: Store, report: int) -> Iterator[Figure]:
    places = _places(store, report, "figure")
    sources = _parties(store, report, "figure", "figure_sources", "0")
    for key, subject, low, high, base_low, base_high, *fields in store.rows(
        f"SELECT f.key, s.id, low, high, base_low, base_high, {', '.join(_FIGURE)} FROM figures f "
        "JOIN entities s ON s.key = f.subject WHERE f.report = ? ORDER BY f.key",
        report,
    ):
        yield Figure(
            subject=subject, value=_value(low, high), base_value=_value(base_low, base_high),
            sources=tuple(id for id, _ in sources[key]), evidence=places[key],
            **dict(zip(_FIGURE, fields, strict=True)),
        )  # fmt: skip


def _deals(store: Store, report: int) -> Iterator[Deal]:
    places = _places(store, report, "deal")
    investors = _parties(store, report, "deal", "deal_investors", "p.leads")
    for key, company, *fields in store.rows(
        f"SELECT d.key, c.id, {', '.join(_DEAL)} FROM deals d "
        "JOIN entities c ON c.key = d.company WHERE d.report = ? ORDER BY d.key",
        report,
    ):
        yield Deal(
            company=company, investors=tuple(id for id, _ in investors[key]),
            leads=tuple(id for id, leads in investors[key] if leads), evidence=places[key],
            **dict(zip(_DEAL, fields, strict=True)),
        )  # fmt: skip


def _places(store: Store, report: int, kind: str) -> dict[int, tuple[Evidence, ...]]:
    fields = ("line", "start", "end", "quote", "report")
    places: dict[int, tuple[Evidence, ...]] = defaultdict(tuple)
    for item, *place in store.rows(
        "SELECT e.item, e.line, e.start, e.end, e.quote, r.id FROM evidence e "
        "JOIN reports r ON r.key = e.report WHERE e.report = ? AND e.kind = ? "
        "ORDER BY e.item, e.position",
        report, kind,
    ):  # fmt: skip
        places[item] += (Evidence(**dict(zip(fields, place, strict=True))),)
    return places


def _parties(
    store: Store, report: int, item: str, table: str, flag: str
) -> dict[int, list[tuple[str, bool]]]:
    parties: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for key, id, flagged in store.rows(
        f"SELECT p.{item}, e.id, {flag} FROM {item}s i JOIN {table} p ON p.{item} = i.key "
        f"JOIN entities e ON e.key = p.entity WHERE i.report = ? ORDER BY p.{item}, p.position",
        report,
    ):
        parties[key].append((id, bool(flagged)))
    return parties


def _value(low: float | None, high: float | None) -> Any:
    return low if high is None else (low, high)
