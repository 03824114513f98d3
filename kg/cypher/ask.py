"""A question by its name or file, answered by the embedded engine or by a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.cypher.library import Question, find
from kg.cypher.parameters import values
from kg.errors import QueryError, StoreError, UnknownName
from kg.rows import Rows


@dataclass(frozen=True)
class Server:
    """A Neo4j server to ask instead of the embedded engine; None is looked up in NEO4J_…"""

    uri: str
    user: str | None = None
    password: str | None = None
    database: str | None = None


def ask(
    path: Path, name: str, given: Mapping[str, Any] | None = None, on: Server | None = None
) -> Rows:
    """The rows of a question of the library, or in a file, about the store at `path`.

    With a server, what that holds is asked, and the store is only looked into for other
    spellings of the names given. Raises AtlasError in one of its kinds.
    """
    question = find(name)
    if question.is_sparql:
        return _sparql(path, question, given or {})
    try:
        rows, told = _cypher(path, question, given or {}, on)
    except QueryError as error:
        raise QueryError(f"{question.name}: {error}") from error
    if not rows:
        asked = ", ".join(f"{key} {value}" for key, value in told.items() if value is not None)
        rows.note = f"nothing is known of that ({asked})" if asked else "nothing is known of that"
    # ArcadeDB names no columns where there are no rows
    rows.columns = rows.columns or tuple(column for column, _ in question.columns)
    return rows


def _cypher(
    path: Path, question: Question, given: Mapping[str, Any], on: Server | None
) -> tuple[Rows, dict[str, Any]]:
    from kg.cypher.guard import check

    check(question.text)
    if on:
        from kg.cypher.server import connect

        known = values(question, given, lambda name, cls: _spelling(path, name, cls))
        with connect(on.uri, on.user, on.password, on.database) as engine:
            return engine.ask(question.text, known), known
    from kg.cypher.fresh import asking
    from kg.store import Store

    with Store(path) as store:
        known = values(question, given, lambda name, cls: spelling(store, name, cls))
        with asking(store) as engine:
            return engine.ask(question.text, known), known


def _sparql(path: Path, question: Question, given: Mapping[str, Any]) -> Rows:
    from importlib import import_module

    from kg.store import Store

    select = import_module("kg.rdf").select

    with Store(path) as store:
        known = values(question, given, lambda name, cls: spelling(store, name, cls))
        columns, rows = select(store, question.text, known)
    return Rows((dict(zip(columns, row, strict=True)) for row in rows), columns)


def spelling(store: Any, name: str, cls: str) -> str:
    """The name that the graph knows a thing by. Raises UnknownName, with the nearest names."""
    from kg.store.lookup import find as find_things

    things = find_things(store, name, None if cls == "Entity" else cls)
    # Several things may have been meant: what was typed finds them all where they share it.
    return things[0].name if len({thing.name for thing in things}) == 1 else name


def _spelling(path: Path, name: str, cls: str) -> str:
    from kg.store import Store

    try:
        with Store(path) as store:
            return spelling(store, name, cls)
    except (StoreError, UnknownName):
        # the server may know what this store does not
        return name
