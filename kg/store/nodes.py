"""The things in the store, and the places that speak of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.store.file import Store

_CHOSEN = "json_each(?1) k CROSS JOIN entities c ON c.key = k.value"


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A thing in the store: `id` is the same in every store, `key` only in this one."""

    id: str
    cls: str
    name: str
    key: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is said: `quote` are the characters start…end-1 of the report's text."""

    report: str
    start: int
    end: int
    line: int
    quote: str
    file: str


@dataclass(frozen=True, slots=True)
class Thing:
    """Everything about a thing but what is stated of it. `names`: the preferred one first.

    `facets` are the classes it is also used under; `date` and `issuer` are a policy's own.
    """

    node: Node
    names: tuple[str, ...]
    facets: tuple[str, ...]
    date: str | None
    issuer: tuple[str, ...]


def things(store: Store, keys: Iterable[int]) -> Iterator[Thing]:
    """The things with these keys, by id."""
    chosen = sorted(keys)
    names: dict[int, dict[str, None]] = {}
    for key, name in store.rows(
        f"SELECT c.key, n.name FROM {_CHOSEN} CROSS JOIN entities e ON e.canon = c.key "
        "CROSS JOIN names n ON n.entity = e.key "
        "ORDER BY c.key, e.key <> c.key, e.id, n.preferred DESC, n.uses DESC, n.name",
        chosen,
    ):
        names.setdefault(key, {})[name] = None
    details = _details(store, chosen)
    for row in store.rows(
        f"SELECT c.id, c.cls, c.name, c.key FROM {_CHOSEN} ORDER BY c.id", chosen
    ):
        node = Node(*row)
        facets, dates, issuers = details[node.key]
        yield Thing(
            node,
            tuple(dict.fromkeys((node.name, *names[node.key]))),
            tuple(sorted(facets - {node.cls})),
            # the fullest date wins, then the earliest
            min(dates, key=lambda date: (-len(date), date), default=None),
            tuple(issuers),
        )


def _details(store: Store, chosen: list[int]) -> dict[int, tuple[set[str], set[str], list[str]]]:
    details: dict[int, tuple[set[str], set[str], list[str]]] = {}
    for key, cls, facets, date, issuer in store.rows(
        f"SELECT c.key, e.cls, m.facets, m.date, m.issuer FROM {_CHOSEN} "
        "CROSS JOIN entities e ON e.canon = c.key CROSS JOIN mentions m ON m.entity = e.key "
        "CROSS JOIN reports r ON r.key = m.report ORDER BY c.key, r.id, e.id",
        chosen,
    ):
        classes, dates, issuers = details.setdefault(key, (set(), set(), []))
        classes |= {cls, *json.loads(facets)}
        if date:
            dates.add(date)
        issuers += [name for name in json.loads(issuer) if name not in issuers]
    return details


def policies(store: Store) -> list[int]:
    """The keys of all policies."""
    rows = store.rows("SELECT key FROM entities WHERE key = canon AND cls = 'Policy'")
    return [int(key) for (key,) in rows]


def reports(store: Store) -> list[dict[str, Any]]:
    """The reports, by file name: id, file, title, date, publisher, language, lines, sha256, and
    how many statements, figures, deals and problems each gave."""
    columns = ("id", "file", "title", "date", "publisher", "language", "lines", "sha256")
    counted = ("statements", "figures", "deals", "problems")
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} t WHERE t.report = r.key)" for table in counted
    )
    rows = store.rows(
        f"SELECT {', '.join(f'r.{c}' for c in columns)}, {counts} FROM reports r "
        "ORDER BY r.file, r.id"
    )
    return [dict(zip((*columns, *counted), row, strict=True)) for row in rows]
