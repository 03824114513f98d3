"""One metric with two values in one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.check.finding import Finding
from kg.check.interval import dimension, interval, said_by, same_period
from kg.rows import text

if TYPE_CHECKING:
    from kg.store.facts import FigureFact


def conflicts(facts: Iterable[FigureFact]) -> Iterator[Finding]:
    """Figures that one source gives for the same thing, metric, region and period, and no one
    number fits. A period that is not told may be any: such figures do not contradict."""
    groups: dict[tuple[Any, ...], list[FigureFact]] = defaultdict(list)
    for fact in facts:
        if fact.period:
            for source in said_by(fact):
                groups[source, _question(fact)].append(fact)
    seen: set[frozenset[int]] = set()
    for group in groups.values():
        spans = [interval(fact) for fact in group]
        lowest = min(spans, key=lambda span: span.high)
        highest = max(spans, key=lambda span: span.low)
        facts_at_odds = frozenset(map(id, group))
        if lowest.misses(highest) and facts_at_odds not in seen:
            seen.add(facts_at_odds)
            values = ", ".join(
                dict.fromkeys(f"{text(fact.value)} {fact.unit}".strip() for fact in group)
            )
            yield Finding.about("two values", f"one source gives {values}", group)


def _question(fact: FigureFact) -> tuple[Any, ...]:
    return (
        fact.kind, fact.subject, fact.metric, fact.region, same_period(fact.period), dimension(fact)
    )  # fmt: skip
