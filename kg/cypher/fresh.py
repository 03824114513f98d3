"""The embedded graph of a store: kept in a folder beside it, brought up to date when stale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cypher import embedded
from kg.errors import EngineBusy, EngineError

if TYPE_CHECKING:
    from kg.cypher.engine import Engine
    from kg.store import Store

# Says what the graph was made from; missing while it is being changed.
_STATE = "state.json"
# What differs is written faster than everything, until most of it differs: then the reading of
# what is there, to compare, and the deleting are for nothing.
_WORTH_KEEPING = 0.5


def folder(store: Path) -> Path:
    """Where the graph of the store at this path is."""
    return store.with_name(store.name + ".graph")


@contextmanager
def asking(store: Store) -> Iterator[Engine]:
    """The engine with the graph of this store, for questions only.

    Raises EngineError, and EngineBusy when another process does not let go of the graph.
    """
    at = folder(store.path)
    try:
        with embedded.turn(at):
            now = _state(store)
            if _read(at) != now:
                _renew(at, store, now)
            with embedded.running(at) as engine:
                yield engine
    except OSError as error:
        raise EngineError(
            f"cannot write the graph to {at} ({error.strerror}): put the store where you may write"
        ) from error


def _renew(at: Path, store: Store, now: dict[str, Any]) -> None:
    try:
        _sync(at, store, now, anew=not _is_worth_keeping(_read(at), now))
    except EngineBusy:
        raise
    except EngineError:
        # whatever is wrong with it, the store is the truth
        _sync(at, store, now, anew=True)


def _sync(at: Path, store: Store, now: dict[str, Any], anew: bool) -> None:
    from kg.cypher.sync import sync

    with embedded.running(at, write=True, anew=anew) as engine:
        (at / _STATE).unlink(missing_ok=True)
        sync(engine, store)
        unfinished = at / f".{_STATE}"
        unfinished.write_text(json.dumps(now), "utf-8")
        unfinished.replace(at / _STATE)


def _state(store: Store) -> dict[str, Any]:
    """Everything that the graph is made from. A store that was deleted and filled again may have
    the same generation as before, but not with the same reports and decisions."""
    from kg.content import folder as content
    from kg.cypher import SHAPE
    from kg.ontology import FILE

    return {
        "shape": SHAPE, "generation": store.generation,
        "reports": [id for (id,) in store.rows("SELECT id FROM reports ORDER BY id")],
        "decisions": [
            list(row) for row in store.rows("SELECT left, right, judgement FROM decisions")
        ],
        "ontology": hashlib.sha256((content("ontology") / FILE).read_bytes()).hexdigest(),
    }  # fmt: skip


def _read(at: Path) -> dict[str, Any] | None:
    try:
        state: dict[str, Any] = json.loads((at / _STATE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return state if "reports" in state else None


def _is_worth_keeping(before: dict[str, Any] | None, now: dict[str, Any]) -> bool:
    # a run that was broken off goes on
    if before is None:
        return True
    kept = set(before["reports"]) & set(now["reports"])
    return len(kept) >= _WORTH_KEEPING * max(len(before["reports"]), len(now["reports"]))
