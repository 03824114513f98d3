"""Who predicts what, side by side: figures as rows, how far they differ, which are due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from kg.periods import end_of
from kg.rows import Row, Rows, count
from kg.store.facts import FigureFact, figures, number

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.nodes import Node

COLUMNS = (
    "subject", "metric", "region", "period", "comparator", "value", "unit", "sources", "kind",
    "modality", "spread", "due", "file", "line", "quote",
)  # fmt: skip


def forecasts(
    store: Store,
    things: Collection[Node] | None = None,
    as_of: date | None = None,
    observations: bool = False,
) -> Rows:
    """The forecasts about some things, or published by them; all of them if not given.

    Rows by subject, metric, region and period. `spread` is how far the highest of several
    values for one of these lies above the lowest, in percent. `due` says that the period was
    over on the day `as_of` (today if not given). `observations` brings what was reported too.
    """
    keys = None if things is None else [node.key for node in things]
    facts = [f for f in figures(store, keys) if observations or f.kind == "forecast"]
    today = as_of or date.today()
    rows = rows_of(facts, today)
    due = sum(row["due"] for row in rows)
    reports = {place.report for fact in facts for place in fact.evidence}
    known = f"{count(len(rows), 'figure')} from {count(len(reports), 'report')}"
    note = f"{known}, {due} due by {today}"
    columns = [column for column in COLUMNS if observations or column != "kind"]
    return Rows(rows, columns, note)


def rows_of(facts: Iterable[FigureFact], today: date) -> list[Row]:
    """Figures as rows, sorted, with their spread."""
    facts = sorted(facts, key=_order)
    spreads = _spreads(facts)
    return [_row(fact, spreads.get(_question(fact)), today) for fact in facts]


def _question(fact: FigureFact) -> tuple[str, ...]:
    """What a figure is an answer to: figures with the same can be compared."""
    unit = fact.unit if fact.base_unit is None else fact.base_unit
    return (fact.subject.id, fact.metric, fact.region or "", fact.period or "", unit)


def _order(fact: FigureFact) -> tuple[str, ...]:
    sources = [source.name for source in fact.sources]
    return (fact.subject.name, *_question(fact), *sources, fact.kind, str(fact.value))


def _spreads(facts: Iterable[FigureFact]) -> dict[tuple[str, ...], float]:
    values: dict[tuple[str, ...], set[float]] = defaultdict(set)
    for fact in facts:
        value = fact.value if fact.base_value is None else fact.base_value
        values[_question(fact)] |= set(value) if isinstance(value, tuple) else {value}
    return {
        question: round((max(ends) / min(ends) - 1) * 100, 1)
        for question, ends in values.items()
        if len(ends) > 1 and min(ends) > 0
    }


def _row(fact: FigureFact, spread: float | None, today: date) -> Row:
    place, end = fact.evidence[0], end_of(fact.period)
    return {
        "subject": fact.subject.name, "metric": fact.metric, "region": fact.region,
        "period": fact.period, "comparator": fact.comparator, "value": number(fact.value),
        "unit": fact.unit, "base_value": number(fact.base_value), "base_unit": fact.base_unit,
        "sources": [source.name for source in fact.sources], "kind": fact.kind,
        "modality": fact.modality, "confidence": fact.confidence, "spread": spread,
        "due": fact.kind == "forecast" and end is not None and end < today,
        "report": place.report, "file": place.file, "line": place.line, "quote": place.quote,
        "subject_id": fact.subject.id, "sentences": len(fact.evidence),
    }  # fmt: skip
