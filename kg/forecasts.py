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
    known = figures(store, keys)
    facts = [f for f in known if observations or f.kind == "forecast"]
    today = as_of or date.today()
    rows = rows_of(facts, today)
    due = sum(row["due"] for row in rows)
    reports = {place.report for fact in facts for place in fact.evidence}
    note = f"{count(len(rows), 'figure')} from {count(len(reports), 'report')}"
    note += f", {due} due by {today}"
    if hidden := len(known) - len(facts):
        note += f"; --all shows {hidden} more that are reported, not predicted"
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
    """How far the answers to each question lie apart, in percent, where there are several."""
    answers: dict[tuple[str, ...], list[set[float]]] = defaultdict(list)
    for fact in facts:
        value = fact.value if fact.base_value is None else fact.base_value
        answers[_question(fact)].append(set(value) if isinstance(value, tuple) else {value})
    spreads = {}
    for question, values in answers.items():
        low, high = min(map(min, values)), max(map(max, values))
        if len(values) > 1 and low > 0:
            spreads[question] = round((high / low - 1) * 100, 1)
    return spreads


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
