"""What is not as it should be: a graph off its shapes, and figures that cannot all be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.check.conflicts import conflicts
from kg.check.finding import COLUMNS, Finding
from kg.check.growth import growth
from kg.check.shapes import shapes
from kg.check.shares import shares
from kg.rows import Rows
from kg.store.facts import figures

if TYPE_CHECKING:
    from kg.store import Store


def check(store: Store) -> Rows:
    """All findings, a row each: check, message, subject, metric, region, period and sentences.

    `check` is "shape" (against ontology/shapes.ttl), "two values", "shares", "growth" or "CAGR".
    `sentences` are the places that the finding is about: report, file, line, quote; the first
    stands in file, line and quote, all their quotes together in quote.
    """
    facts = [fact for fact in figures(store) if fact.modality != "denied"]
    found: list[Finding] = [*shapes(store), *conflicts(facts), *shares(facts), *growth(facts)]
    note = f"{len(found)} findings; {len(facts)} figures checked"
    return Rows((finding.row() for finding in found), COLUMNS, note)
