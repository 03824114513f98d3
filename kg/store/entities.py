"""Entities and their names, as reports bring them and take them away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kg.folding import fold

if TYPE_CHECKING:
    from kg.model import Entity
    from kg.store.file import Store

Listed = Callable[["Entity"], bool]


def name_key(name: str) -> str:
    """What two spellings of one name have in common; never empty."""
    return fold(name) or name.strip().lower()


def add_entities(
    store: Store, report: int, entities: Iterable[Entity], listed: Listed
) -> dict[str, int]:
    """Note that a report names these; the key of each by its id."""
    keys: dict[str, int] = {}
    for entity in entities:
        if entity.id in keys:
            continue
        key = keys[entity.id] = _key(store, entity, listed)
        names = tuple(dict.fromkeys((entity.name, *entity.names)))
        store.run(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)",
            report, key, entity.name, names, sorted(set(entity.facets)), entity.date,
            entity.issuer,
        )  # fmt: skip
        for name in names:
            _use(store, key, name, preferred=name == entity.name)
        _prefer(store, key)
    return keys


def _key(store: Store, entity: Entity, listed: Listed) -> int:
    found = store.rows("SELECT key FROM entities WHERE id = ?", entity.id)
    if found:
        return int(found[0][0])
    key = store.run(
        "INSERT INTO entities (id, cls, name, listed, canon) VALUES (?, ?, ?, ?, 0)",
        entity.id, entity.cls, entity.name, listed(entity),
    )  # fmt: skip
    store.run("UPDATE entities SET canon = key WHERE key = ?", key)
    return key


def _use(store: Store, entity: int, name: str, *, preferred: bool) -> None:
    known = store.rows("SELECT key FROM names WHERE entity = ? AND name = ?", entity, name)
    if known:
        store.run(
            "UPDATE names SET uses = uses + 1, preferred = preferred + ? WHERE key = ?",
            preferred, known[0][0],
        )  # fmt: skip
        return
    key = store.run(
        "INSERT INTO names (entity, name, fold, uses, preferred) VALUES (?, ?, ?, 1, ?)",
        entity, name, name_key(name), preferred,
    )  # fmt: skip
    store.run("INSERT INTO names_text (rowid, name) VALUES (?, ?)", key, name)


def _prefer(store: Store, entity: int) -> None:
    # The name that most reports prefer; equals are settled by the name itself, so that the
    # order in which reports were loaded leaves no trace.
    store.run(
        "UPDATE entities SET name = (SELECT name FROM names WHERE entity = ?1 "
        "ORDER BY preferred DESC, uses DESC, name LIMIT 1) WHERE key = ?1",
        entity,
    )


def drop_mentions(store: Store, report: int) -> set[int]:
    """Take back what a report named, and every entity that no other report names.

    To be called when the report's statements are gone. Returns the entities that are left.
    """
    mentions = store.rows("SELECT entity, name, names FROM mentions WHERE report = ?", report)
    store.run("DELETE FROM mentions WHERE report = ?", report)
    left = set()
    for entity, preferred, names in mentions:
        _unname(store, entity, preferred, json.loads(names))
        if store.rows("SELECT 1 FROM mentions WHERE entity = ? LIMIT 1", entity):
            _prefer(store, entity)
            left.add(int(entity))
    gone = [int(entity) for entity, _, _ in mentions if entity not in left]
    left |= _free(store, gone)
    store.run("DELETE FROM entities WHERE key IN (SELECT value FROM json_each(?))", gone)
    return left


def _unname(store: Store, entity: int, preferred: str, names: list[str]) -> None:
    for name in names:
        store.run(
            "UPDATE names SET uses = uses - 1, preferred = preferred - ? "
            "WHERE entity = ? AND name = ?",
            name == preferred, entity, name,
        )  # fmt: skip
    dropped = store.rows("SELECT key, name FROM names WHERE entity = ? AND uses = 0", entity)
    for key, name in dropped:
        store.run(
            "INSERT INTO names_text (names_text, rowid, name) VALUES ('delete', ?, ?)", key, name
        )
    store.run("DELETE FROM names WHERE entity = ? AND uses = 0", entity)


def _free(store: Store, gone: list[int]) -> set[int]:
    """Let entities that stood under one that goes stand for themselves."""
    freed = store.rows(
        "SELECT key FROM entities WHERE canon IN (SELECT value FROM json_each(?1)) "
        "AND key NOT IN (SELECT value FROM json_each(?1))",
        gone,
    )
    keys = [int(key) for (key,) in freed]
    store.run("UPDATE entities SET canon = key WHERE key IN (SELECT value FROM json_each(?))", keys)
    return set(keys)
