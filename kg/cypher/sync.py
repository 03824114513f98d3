"""Make the graph in an engine equal to the projection of a store, by what differs.

Every node and link carries a hash of itself. What the engine has is read first, then compared
with the projection: what is new is created, what changed is set, what is no longer said goes.
Each batch is a transaction of its own, so a run that was broken off goes on where it was. Nodes
and links that others put into the same database have no hash and stay as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.cypher.engine import Engine
from kg.cypher.projection import ENTITY, Link, Node, Properties, checked, links, nodes
from kg.model import digest

if TYPE_CHECKING:
    from kg.store import Store

BATCH = 5_000
# By name: what a question starts from. By id: what everything else is found by.
SCHEMA = (
    f"CREATE CONSTRAINT chainatlas_id IF NOT EXISTS FOR (n:{ENTITY}) REQUIRE n.id IS UNIQUE",
    f"CREATE INDEX chainatlas_name IF NOT EXISTS FOR (n:{ENTITY}) ON (n.name)",
)
_NODES = f"MATCH (n:{ENTITY}) WHERE n.hash IS NOT NULL RETURN n.id, n.hash, labels(n)"
_LINKS = (
    f"MATCH (a:{ENTITY})-[r]->(b:{ENTITY}) WHERE r.hash IS NOT NULL "
    "RETURN r.id, r.hash, type(r), a.id, b.id"
)
_CREATE_NODE = "UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties"
_SET_NODE = f"UNWIND $rows AS row MATCH (n:{ENTITY} {{{{id: row.id}}}}) SET n = row.properties"
_DROP_NODE = f"UNWIND $rows AS row MATCH (n:{ENTITY} {{{{id: row.id}}}}) DETACH DELETE n"
_CREATE_LINK = (
    f"UNWIND $rows AS row MATCH (a:{ENTITY} {{{{id: row.start}}}}) "
    f"MATCH (b:{ENTITY} {{{{id: row.end}}}}) CREATE (a)-[r:{{labels}}]->(b) SET r = row.properties"
)
_AT_LINK = f"UNWIND $rows AS row MATCH (:{ENTITY} {{{{id: row.start}}}})-[r:{{labels}}]->() "
_SET_LINK = _AT_LINK + "WHERE r.id = row.id SET r = row.properties"
_DROP_LINK = _AT_LINK + "WHERE r.id = row.id DELETE r"


@dataclass
class Changes:
    """What a sync did, and what the graph has now."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    nodes: int = 0
    links: int = 0


@dataclass
class _Batches:
    """Rows kept until there are enough for a transaction, by command and labels."""

    engine: Engine
    rows: dict[tuple[str, str], list[Properties]] = field(default_factory=lambda: defaultdict(list))
    done: Counter[str] = field(default_factory=Counter)

    def add(self, command: str, labels: Iterable[str], row: Properties) -> None:
        key = command, ":".join(map(checked, labels))
        self.rows[key].append(row)
        self.done[command] += 1
        if len(self.rows[key]) >= BATCH:
            self._send(key)

    def flush(self) -> None:
        for key in list(self.rows):
            self._send(key)

    def _send(self, key: tuple[str, str]) -> None:
        command, labels = key
        if rows := self.rows.pop(key):
            self.engine.write(command.format(labels=labels), {"rows": rows})


def sync(engine: Engine, store: Store) -> Changes:
    """Make the engine's graph that of the store. Raises EngineError; a second try goes on."""
    for command in SCHEMA:
        engine.write(command)
    batches = _Batches(engine)
    changes = Changes()
    had = {id: (hash, sorted(labels)) for id, hash, labels in engine.stream(_NODES)}
    had_links = {row[0]: row[1:] for row in engine.stream(_LINKS)} if had else {}
    replaced = _sync_nodes(batches, store, had, changes)
    # a link goes with either of its nodes
    had_links = {id: row for id, row in had_links.items() if replaced.isdisjoint((row[2], row[3]))}
    _sync_links(batches, store, had_links, changes)
    done = batches.done
    changes.created = done[_CREATE_NODE] + done[_CREATE_LINK]
    changes.updated = done[_SET_NODE] + done[_SET_LINK]
    changes.deleted = done[_DROP_NODE] + done[_DROP_LINK]
    return changes


def _sync_nodes(
    batches: _Batches, store: Store, had: dict[str, tuple[str, list[str]]], changes: Changes
) -> set[str]:
    """Returns the ids of the nodes that went, or went and came back."""
    gone: set[str] = set()
    fresh: list[Node] = []
    for node in nodes(store):
        changes.nodes += 1
        hash, labels = had.pop(node.id, (None, None))
        if hash is not None and labels != list(node.labels):
            # Labels are not changed in place: ArcadeDB cannot set and remove in one statement.
            batches.add(_DROP_NODE, (), {"id": node.id})
            gone.add(node.id)
            fresh.append(node)
        elif hash is None:
            fresh.append(node)
        elif hash != _hash(node):
            batches.add(_SET_NODE, (), {"id": node.id, "properties": hashed(node)})
    for id in had:
        batches.add(_DROP_NODE, (), {"id": id})
    batches.flush()
    for node in fresh:
        batches.add(_CREATE_NODE, node.labels, {"properties": hashed(node)})
    batches.flush()
    return gone | set(had)


def _sync_links(
    batches: _Batches, store: Store, had: dict[str, tuple[Any, ...]], changes: Changes
) -> None:
    for link in links(store):
        changes.links += 1
        hash, *_ = had.pop(link.id, (None,))
        row = {"id": link.id, "start": link.start, "end": link.end}
        if hash is None:
            batches.add(_CREATE_LINK, [link.type], {**row, "properties": hashed(link)})
        elif hash != _hash(link):
            batches.add(_SET_LINK, [link.type], {**row, "properties": hashed(link)})
    for id, (_, type, start, _) in had.items():
        batches.add(_DROP_LINK, [type], {"id": id, "start": start})
    batches.flush()


def _hash(thing: Node | Link) -> str:
    return digest(thing.properties)


def hashed(thing: Node | Link) -> Properties:
    """The properties of a node or link, with the hash that tells whether they changed."""
    return {**thing.properties, "hash": _hash(thing)}
