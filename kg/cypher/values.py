"""Values of an engine as plain ones: what JSON and a table can show."""

from __future__ import annotations

from typing import Any


def plain(value: Any) -> Any:
    """A value as numbers, strings, lists and dicts.

    A node becomes its properties with its labels, a link its properties with its type, a path
    the list of what stands along it; dates and durations are written out.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return _of_graph(value)


def _of_graph(value: Any) -> Any:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_properties(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_properties(value)}
    if isinstance(value, Path):
        return _along(value)
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _properties(thing: Any) -> dict[str, Any]:
    return {key: plain(thing[key]) for key in sorted(thing.keys())}


def _along(path: Any) -> list[Any]:
    steps = [plain(path.start_node)]
    for link, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(link), plain(node)]
    return steps
