"""The graph as CSV files with the headers of `neo4j-admin database import`.

A file for each class of nodes and each type of links, and the command that imports them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cypher.projection import Link, Node, Properties, checked, links, nodes
from kg.cypher.sync import hashed
from kg.errors import AtlasError
from kg.export import write

if TYPE_CHECKING:
    from kg.store import Store

COMMAND = "import.sh"
# Between the parts of a list: a character that no text has; one that has it loses it.
_PARTS = "\x1f"
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}


def export(store: Store, folder: Path) -> list[Path]:
    """Write the files into a folder; their paths. Raises AtlasError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AtlasError(f"cannot make the folder {folder}: {error.strerror}") from error
    written = [
        *_tables(folder, "nodes", nodes(store), _class, _node_ends),
        *_tables(folder, "links", links(store), lambda link: checked(link.type), _link_ends),
    ]
    command = folder / COMMAND
    write(command, _command(path.name for path in written))
    return [*written, command]


def _class(node: Node) -> str:
    return checked(node.properties["class"])


def _node_ends(node: Node) -> dict[str, str]:
    return {":ID": node.id, ":LABEL": _PARTS.join(node.labels)}


def _link_ends(link: Link) -> dict[str, str]:
    return {":START_ID": link.start, ":END_ID": link.end, ":TYPE": link.type}


def _tables(
    folder: Path, kind: str, things: Iterable[Any], of: Callable[[Any], str],
    ends: Callable[[Any], dict[str, str]],
) -> Iterator[Path]:  # fmt: skip
    tables: dict[str, list[Any]] = defaultdict(list)
    for thing in things:
        tables[of(thing)].append(thing)
    for name in sorted(tables):
        path = folder / f"{kind}-{name}.csv"
        write(path, _table([(ends(thing), hashed(thing)) for thing in tables[name]]))
        yield path


def _table(rows: list[tuple[dict[str, str], Properties]]) -> Iterator[str]:
    types = {key: _type(value) for _, properties in rows for key, value in properties.items()}
    keys = sorted(types)
    yield ",".join([*rows[0][0], *(_cell(f"{key}:{types[key]}") for key in keys)])
    for ends, properties in rows:
        yield ",".join([*map(_cell, ends.values()), *(_cell(properties.get(k)) for k in keys)])


def _type(value: Any) -> str:
    return f"{_type(value[0])}[]" if isinstance(value, list) else _TYPES[type(value)]


def _cell(value: Any) -> str:
    """Quoted, so that an empty text is told from nothing."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = _PARTS.join(str(part).replace(_PARTS, " ") for part in value)
    elif isinstance(value, bool):
        value = "true" if value else "false"
    return '"' + str(value).replace('"', '""') + '"'


def _command(files: Iterable[str]) -> Iterator[str]:
    yield "#!/bin/sh"
    yield "# Imports these files into an empty database of a Neo4j server that does not run."
    yield 'cd "$(dirname "$0")" && exec "${NEO4J_ADMIN:-neo4j-admin}" database import full \\'
    yield '  "${1:-neo4j}" --multiline-fields=true --array-delimiter=U+001F \\'
    kinds = {"nodes": "nodes", "links": "relationships"}
    given = [f"  --{kinds[file.partition('-')[0]]}={file}" for file in files]
    yield " \\\n".join(given)
