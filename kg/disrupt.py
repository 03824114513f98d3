"""Disruption: what is missing when a company stops, and who else is known to have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from kg.chokepoints import beyond, hit_row
from kg.exposure import Reach
from kg.rows import Row, Rows
from kg.shock import MAKES, SUREST_FIRST, around, arrival, followed
from kg.sourcing import SELLS
from kg.store.edges import Edge, edges_at

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.nodes import Node

REPLACES = "SUBSTITUTES"
COLUMNS = (
    "lost", "name", "class", "item", "alternatives", "substitutes", "modality", "confidence",
    "dependants", "tiers", "companies",
)  # fmt: skip


def disrupt(store: Store, stopped: Collection[Node], reach: Reach | None = None) -> Rows:
    """What a stop of these companies hits at once: what they make, and whom they supply.

    Rows, those that lose their only known source first: name, class, id, item (what is
    supplied), lost, alternatives (others known to make the thing, or to supply the same item to
    the same buyer), substitutes (things known to replace it), and as in kg.chokepoints the
    dependants, tiers, companies and steps of what is hit in turn.
    """
    reach = reach or Reach()
    modality = followed(reach.modality)
    gone = _surest(edges_at(store, "subject", {n.key for n in stopped}, [MAKES, SELLS]), modality)
    hit = {edge.object.key for edge in gone}
    others = _surest(edges_at(store, "object", hit, [MAKES, SELLS, REPLACES]), modality)
    graph = around(store, map(arrival, gone), "down", reach.depth, modality)
    rows = []
    for edge in gone:
        ways = beyond(graph, edge, reach.depth, {*stopped, edge.object})
        rows.append(_choice(edge, others, stopped) | hit_row(edge, ways))
    rows.sort(key=lambda row: (not row["lost"], -row["dependants"], row["id"], row["item"]))
    return Rows(rows, COLUMNS, _coverage(rows, others))


def _surest(found: Iterable[Edge], modality: Collection[str]) -> list[Edge]:
    """One edge for each statement, however often and surely it is meant."""
    best: dict[tuple[str, ...], Edge] = {}
    for edge in found:
        if edge.modality in modality:
            said = edge.identity[:3]
            best[said] = min(best.get(said, edge), edge, key=_doubt)
    return list(best.values())


def _doubt(edge: Edge) -> tuple[int, float]:
    return (SUREST_FIRST.index(edge.modality), -edge.confidence)


def _choice(edge: Edge, others: Iterable[Edge], stopped: Collection[Node]) -> Row:
    """What the stop takes away, and what else is known."""
    same = [o for o in others if o.object == edge.object and o.subject not in stopped]
    # Who sells something else to the same buyer is no alternative.
    left = [o for o in same if o.predicate == edge.predicate
            and (o.predicate == MAKES or o.item == edge.item)]  # fmt: skip
    return {
        "name": edge.object.name, "class": edge.object.cls, "id": edge.object.id,
        "item": edge.item, "lost": not left,
        "alternatives": sorted({o.subject.name for o in left}),
        "substitutes": sorted({o.subject.name for o in same if o.predicate == REPLACES}),
    }  # fmt: skip


def _coverage(rows: list[Row], others: Iterable[Edge]) -> str:
    lost = sum(row["lost"] for row in rows)
    reports = {place.report for edge in others for place in edge.evidence}
    return (
        f"{lost} of {len(rows)} things and buyers lose their only known source; "
        f"known from {len(reports)} reports"
    )
