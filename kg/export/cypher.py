"""The graph as a Cypher script for `cypher-shell -f`, which may be run again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from kg.cypher.projection import ENTITY, Link, Properties, checked, links, nodes
from kg.cypher.sync import SCHEMA, hashed

if TYPE_CHECKING:
    from kg.store import Store

# A statement is a transaction, and is parsed as a whole.
_BATCH = 200
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def lines(store: Store) -> Iterator[str]:
    """The lines of the script: constraints, then nodes, then links."""
    for command in SCHEMA:
        yield f"{command};"
    for labels, some in _batches(nodes(store), lambda node: ":".join(map(checked, node.labels))):
        yield from _unwind(map(literal, map(hashed, some)))
        yield f"MERGE (n:{ENTITY} {{id: row.id}}) SET n = row SET n:{labels};"
    for type, some_links in _batches(links(store), lambda link: checked(link.type)):
        yield from _unwind(literal(_ends(link)) for link in some_links)
        yield f"MATCH (a:{ENTITY} {{id: row.start}}) MATCH (b:{ENTITY} {{id: row.end}})"
        yield f"MERGE (a)-[r:{type} {{id: row.properties.id}}]->(b) SET r = row.properties;"


def _ends(link: Link) -> Properties:
    return {"start": link.start, "end": link.end, "properties": hashed(link)}


def _unwind(rows: Iterable[str]) -> Iterator[str]:
    yield "UNWIND ["
    yield ",\n".join(rows)
    yield "] AS row"


def _batches(things: Iterable[Any], key: Any) -> Iterator[tuple[str, list[Any]]]:
    for found, group in groupby(sorted(things, key=lambda thing: (key(thing), thing.id)), key):
        while some := list(islice(group, _BATCH)):
            yield found, some


def literal(value: Any) -> str:
    """A value as Cypher writes it; whatever a text holds, it stays inside its quotes."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return f"'{str(value).translate(_ESCAPES)}'"


def _key(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
