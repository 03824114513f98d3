"""What the user decided about names: these two are the same, those are different."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import AtlasError

if TYPE_CHECKING:
    from kg.store import Store

Judgement = Literal["same", "different"]
FIELDS = ("left", "right", "judgement", "reason", "who", "at")


@dataclass(frozen=True)
class Decision:
    """One decision; `left` and `right` are entity ids, `at` an ISO time in UTC."""

    left: str
    right: str
    judgement: Judgement
    reason: str = ""
    who: str = ""
    at: str = ""


def record(store: Store, decisions: Iterable[Decision]) -> int:
    """Keep decisions and act on them, all or none; how many were new.

    A decision about a pair outweighs earlier ones about the same pair.
    """
    with store.transaction():
        old = {tuple(row) for row in store.rows(f"SELECT {', '.join(FIELDS)} FROM decisions")}
        new = [d for d in dict.fromkeys(decisions) if tuple(asdict(d).values()) not in old]
        for decision in new:
            store.run(
                f"INSERT INTO decisions ({', '.join(FIELDS)}) VALUES (?, ?, ?, ?, ?, ?)",
                *asdict(decision).values(),
            )
        if new:
            _settle(store, [id for d in new for id in (d.left, d.right)])
            store.changed()
    return len(new)


def undo(store: Store, number: int) -> Decision:
    """Take back a decision by its number in the list. Raises AtlasError when there is none."""
    with store.transaction():
        rows = store.rows(f"SELECT {', '.join(FIELDS)} FROM decisions WHERE key = ?", number)
        if not rows:
            raise AtlasError(f"there is no decision {number}: `kg decisions` lists them")
        decision = Decision(*rows[0])
        store.run("DELETE FROM decisions WHERE key = ?", number)
        _settle(store, [decision.left, decision.right])
        store.changed()
    return decision


def listing(store: Store) -> list[dict[str, Any]]:
    """All decisions, the earliest first, as rows with their number."""
    rows = store.rows(f"SELECT key, {', '.join(FIELDS)} FROM decisions ORDER BY key")
    return [dict(zip(("number", *FIELDS), row, strict=True)) for row in rows]


def pairs(store: Store) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs that are the same, and those that are different, by the last word on each."""
    last: dict[frozenset[str], tuple[str, str, str]] = {}
    for left, right, judgement in store.rows(
        "SELECT left, right, judgement FROM decisions ORDER BY key"
    ):
        last[frozenset((left, right))] = (left, right, judgement)
    same, different = [], []
    for left, right, judgement in last.values():
        (same if judgement == "same" else different).append((left, right))
    return sorted(same), sorted(different)


def _settle(store: Store, ids: list[str]) -> None:
    from kg.resolve import resolve, touched_by

    resolve(store, touched_by(store, ids))
