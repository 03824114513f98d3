"""Exposure: whom a shock hits, and what a thing hangs on, each with the way and its sentences."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.flow import row as step
from kg.rows import Row, Rows
from kg.shock import (
    COMPANY,
    HOWS,
    SUREST_FIRST,
    Direction,
    State,
    Trail,
    around,
    followed,
    stops,
    trails,
)
from kg.sourcing import ITEMS, Sources, sources_at

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.nodes import Node

DEPTH = 4
COLUMNS = (
    "role", "hop", "name", "class", "modality", "confidence", "path", "sources", "only_source",
)  # fmt: skip
WHY = (
    "name", "step", "from", "relation", "to", "item", "modality", "confidence", "file", "line",
    "quote",
)  # fmt: skip
_ROLES = ("hit", "needs", "policy", "place")
_ROLE_OF = {"Policy": "policy", "Place": "place"}


@dataclass(frozen=True)
class Reach:
    """How far a shock is followed: hops, and along links of which modality (asserted if None)."""

    depth: int = DEPTH
    modality: Collection[str] | None = None


def exposure(store: Store, start: Collection[Node], reach: Reach | None = None) -> Rows:
    """The companies that a shock to `start` hits, then what `start` itself hangs on.

    Rows by role: "hit", a company that is hit; "needs", a company or thing whose stop hits
    `start`; "policy" and "place", those that do. Within a role by hop, the surest first. Every
    row has hop, name, class, id, the modality and confidence of its weakest link, path (names
    in the order of the shock), steps (the statements with their sentences), sources (how many
    makers of the thing, or suppliers of the company, are known) and only_source.
    Raises AtlasError for a modality that cannot be followed.
    """
    reach = reach or Reach()
    modality = followed(reach.modality)
    down, up = (_ways(store, start, side, reach.depth, modality) for side in ("down", "up"))
    hit = {s.thing: way for s, way in down.items() if stops(s)}
    # A thing is needed when it hits `start` for want of it, not for being forbidden to its maker.
    hung_on = {
        s.thing: way
        for s, way in up.items()
        if s.how == ("made" if s.thing.cls in ITEMS else "missing")
    }
    known = sources_at(store, [*start, *hung_on], modality)
    rows = [_row("hit", thing, way) for thing, way in hit.items() if thing not in start]
    rows += [
        _row(_ROLE_OF.get(thing.cls, "needs"), thing, way, known.get(thing))
        for thing, way in hung_on.items()
        if thing not in start
    ]
    note = _coverage(rows, start, known)
    if down and not hit:
        # An empty answer tells where the knowledge ends.
        reached = sorted({state.thing.name for state in down})
        note += f"; it reaches {', '.join(reached)}, and no company is known to hang on that"
    return Rows(sorted(rows, key=_order), COLUMNS, note)


def why(rows: Rows) -> Rows:
    """The steps of all rows, a row each, with the sentence that carries it."""
    steps = [
        {**said, "name": row["name"], "step": number}
        for row in rows
        for number, said in enumerate(row["steps"], 1)
    ]
    return Rows(steps, WHY, rows.note)


def _ways(
    store: Store,
    start: Collection[Node],
    direction: Direction,
    depth: int,
    modality: Collection[str],
) -> dict[State, Trail]:
    # A shock starts in the whole of a thing. Seen from below, a thing hangs on whatever hits it.
    hows = ("whole",) if direction == "down" else HOWS
    states = [State(node, how) for node in start for how in hows]
    return trails(around(store, states, direction, depth, modality), states, direction, depth)


def _row(role: str, thing: Node, way: Trail, known: Sources | None = None) -> Row:
    weakest, sources = way.weakest.edge, known or Sources()
    return {
        "role": role, "hop": len(way.links), "name": thing.name, "class": thing.cls,
        "id": thing.id, "modality": weakest.modality, "confidence": weakest.confidence,
        "path": way.text, "steps": [step(n, link.edge) for n, link in enumerate(way.links, 1)],
        "sources": len(sources.edges) or None,
        "only_source": sources.only.subject.name if sources.only else None,
    }  # fmt: skip


def _order(row: Row) -> tuple[int, int, bool, int, float, str]:
    return (
        _ROLES.index(row["role"]), row["hop"], row["class"] != COMPANY,
        SUREST_FIRST.index(row["modality"]), -row["confidence"], row["id"],
    )  # fmt: skip


def _coverage(rows: list[Row], start: Collection[Node], known: dict[Node, Sources]) -> str:
    reports = {said["report"] for row in rows for said in row["steps"]}
    count = {role: sum(row["role"] == role for row in rows) for role in _ROLES}
    parts = [
        f"{count['hit']} companies hit, {count['needs']} companies and things needed, "
        f"{count['policy']} policies and {count['place']} places that reach it, "
        f"known from {len(reports)} reports"
    ]
    for node in sorted(start):
        if node in known:
            sources, what = known[node], "suppliers" if node.cls == COMPANY else "makers"
            parts.append(
                f"{len(sources.edges)} {what} of {node.name} known "
                f"from {len(sources.reports)} reports"
            )
    return "; ".join(parts)
