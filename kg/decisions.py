"""What the user decided about names: these two are the same, those are different."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import AtlasError
from kg.resolve import resolve, touched_by
from kg.store.entities import name_key
from kg.store.lookup import named

if TYPE_CHECKING:
    from kg.store import Store

Judgement = Literal["same", "different"]
JUDGEMENTS = ("same", "different")
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


def decide(store: Store, wish: Decision, cls: str | None = None) -> Decision:
    """Decide about two names, or entity ids, that the store knows, and act on it.

    `wish` has names for ids; without `who` and `at` it is the user of this machine, now. `cls`
    is the class of both. Returns the decision as it is kept. Raises UnknownName, or AtlasError
    where a name means several things or both mean one.
    """
    left, right = (_only(store, name, cls) for name in (wish.left, wish.right))
    if left == right:
        raise AtlasError(f"{wish.left} and {wish.right} are two names of {left}: that is settled")
    now = datetime.now(UTC).isoformat()
    decision = replace(wish, left=left, right=right, who=wish.who or getuser(), at=wish.at or now)
    record(store, [decision])
    return decision


def _only(store: Store, name: str, cls: str | None) -> str:
    """The id of the one thing of this name, as the reports have it: before any merge."""
    found = named(store, name, cls)
    exact = [id for id in found if id.partition("/")[2] == name_key(name)]
    ids = exact or found
    if len(ids) > 1:
        raise AtlasError(f"{name} means several things: say --class, or one of {', '.join(ids)}")
    return ids[0]


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


def read_lines(lines: Iterable[str]) -> Iterator[Decision]:
    """Decisions from JSON lines. Raises AtlasError, with the line, where one is none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            decision = Decision(**{field: row[field] for field in FIELDS})
        except (ValueError, TypeError, KeyError) as error:
            raise AtlasError(f"line {number} is no decision: {error!r}") from error
        if decision.judgement not in JUDGEMENTS:
            raise AtlasError(f"line {number}: a judgement is one of {', '.join(JUDGEMENTS)}")
        yield decision


def _settle(store: Store, ids: list[str]) -> None:
    resolve(store, touched_by(store, ids))
