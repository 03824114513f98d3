"""From what somebody types to the things in the store."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from kg.errors import UnknownName
from kg.store.entities import name_key
from kg.store.nodes import Node
from kg.store.schema import LINE_BITS

if TYPE_CHECKING:
    from kg.store.file import Store

_TRIGRAM = 3
_CANDIDATES = 200
# Below this two names have little more in common than a character.
_LIKENESS = 0.3


def find(store: Store, name: str, cls: str | None = None) -> list[Node]:
    """The things that go by a name in any of its spellings, or by an entity id; by id.

    `cls` leaves those that the reports use under that class. Raises UnknownName, with the names
    most like it, when there is none.
    """
    for form in _forms(name):
        rows = store.rows(
            "SELECT DISTINCT c.id, c.cls, c.name, c.key FROM (SELECT entity FROM names "
            "WHERE fold = ?1 UNION SELECT key FROM entities WHERE id = ?2) n "
            "CROSS JOIN entities e ON e.key = n.entity CROSS JOIN entities c ON c.key = e.canon "
            "WHERE ?3 IS NULL OR ?3 IN (lower(c.cls), lower(e.cls)) OR EXISTS ("
            "SELECT 1 FROM mentions m, json_each(m.facets) f "
            "WHERE m.entity = e.key AND lower(f.value) = ?3) ORDER BY c.id",
            name_key(form), form, cls and cls.lower(),
        )  # fmt: skip
        if rows:
            return [Node(*row) for row in rows]
    raise _unknown(store, name, cls)


def _forms(name: str) -> Iterator[str]:
    """The name, then the ids of what the names tables know by it: stock codes, other languages."""
    yield name
    # a tenth of a second, for names only that no report uses
    from kg.names import Names

    yield from (row.id for row in Names.shipped().lookup(name))


def named(store: Store, name: str, cls: str | None = None) -> list[str]:
    """The ids, merged or not, that go by a name or are this id. Raises UnknownName."""
    for form in _forms(name):
        rows = store.rows(
            "SELECT e.id, e.cls FROM names n CROSS JOIN entities e ON e.key = n.entity "
            "WHERE n.fold = ?1 UNION SELECT id, cls FROM entities WHERE id = ?2 ORDER BY 1",
            name_key(form), form,
        )  # fmt: skip
        if ids := [str(id) for id, of in rows if not cls or of.lower() == cls.lower()]:
            return ids
    raise _unknown(store, name, cls)


def namesakes(store: Store, key: int) -> list[Node]:
    """The things that share a name with this one and are not the same."""
    rows = store.rows(
        "SELECT DISTINCT c.id, c.cls, c.name, c.key FROM entities e "
        "CROSS JOIN names n ON n.entity = e.key CROSS JOIN names o ON o.fold = n.fold "
        "CROSS JOIN entities x ON x.key = o.entity CROSS JOIN entities c ON c.key = x.canon "
        "WHERE e.canon = ?1 AND x.canon <> ?1 ORDER BY c.id",
        key,
    )
    return [Node(*row) for row in rows]


def _unknown(store: Store, name: str, cls: str | None) -> UnknownName:
    what = f"no {cls} goes" if cls else "nothing goes"
    near = nearest(store, name)
    hint = f"; the nearest: {', '.join(near)}" if near else ": `kg reports` lists what was read"
    return UnknownName(f"{what} by the name {name!r}{hint}")


def nearest(store: Store, name: str, count: int = 3) -> list[str]:
    """The names in the store that are written most like this one, the nearest first."""
    key = name_key(name)
    pieces = [key[i : i + _TRIGRAM] for i in range(len(key) - _TRIGRAM + 1)]
    rows = store.rows(
        "SELECT DISTINCT name FROM names_text WHERE names_text MATCH ? LIMIT ?",
        " OR ".join(_quoted(piece) for piece in pieces), _CANDIDATES,
    ) if pieces else []  # fmt: skip
    # Short names have no three letters in common with anything: their beginning has to do.
    rows += store.rows(
        "SELECT DISTINCT name FROM names WHERE fold >= ?1 AND fold < ?1 || char(1114111) LIMIT ?2",
        key[:1], _CANDIDATES,
    )  # fmt: skip
    scored = {other: SequenceMatcher(None, key, name_key(other)).ratio() for (other,) in rows}
    alike = [other for other in scored if scored[other] >= _LIKENESS]
    return sorted(alike, key=lambda other: (-scored[other], other))[:count]


def search(store: Store, text: str, limit: int = 50) -> list[dict[str, Any]]:
    """What has `text` in it: things by any of their names, then lines of reports.

    Rows with kind ("name" or "line"), class, name, id, and the text with its report and line.
    """
    names = store.rows(
        "SELECT c.cls, c.name, c.id, min(n.name) FROM names_text t "
        "CROSS JOIN names n ON n.key = t.rowid CROSS JOIN entities e ON e.key = n.entity "
        f"CROSS JOIN entities c ON c.key = e.canon WHERE {_has(text, 'names_text', 't.name')} "
        "GROUP BY c.key ORDER BY length(c.name), c.name, c.id LIMIT ?2",
        _sought(text), limit,
    )  # fmt: skip
    found = [
        {"kind": "name", "class": cls, "name": name, "id": id, "text": form}
        for cls, name, id, form in names
    ]
    lines = store.rows(
        f"SELECT r.id, r.file, t.rowid & {(1 << LINE_BITS) - 1}, t.text FROM lines_text t "
        f"CROSS JOIN reports r ON r.key = t.rowid >> {LINE_BITS} "
        f"WHERE {_has(text, 'lines_text', 't.text')} ORDER BY r.id, t.rowid LIMIT ?2",
        _sought(text), limit - len(found),
    )  # fmt: skip
    return found + [
        {"kind": "line", "report": id, "file": file, "line": line, "text": words.strip()}
        for id, file, line, words in lines
    ]


def _has(text: str, table: str, column: str) -> str:
    # The index knows three letters and more; two, as in 液冷, are looked for row by row.
    return f"{table} MATCH ?1" if len(text) >= _TRIGRAM else f"instr(lower({column}), ?1)"


def _sought(text: str) -> str:
    return _quoted(text) if len(text) >= _TRIGRAM else text.lower()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
