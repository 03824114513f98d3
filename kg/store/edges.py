"""The statements between things, as all reports make them together.

The same statement read in two reports is one edge with two evidences; what is said of two
names of one thing is said of that thing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.store.nodes import Node, Place

if TYPE_CHECKING:
    from kg.store.file import Row, Store

# Said of A and B it is said of B and A.
SYMMETRIC = ("COMPETES_WITH", "PARTNERS_WITH")

_ENDS = {
    "subject": "json_each(?1) k CROSS JOIN entities m ON m.canon = k.value "
    "CROSS JOIN statements t ON t.subject = m.key",
    "object": "json_each(?1) k CROSS JOIN entities m ON m.canon = k.value "
    "CROSS JOIN statements t ON t.object = m.key",
    "any": "statements t",
}
# CROSS JOIN keeps SQLite to this order: from the few things asked for to what is said of them.
_SELECT = f"""
SELECT a.id, a.cls, a.name, a.key, t.predicate, b.id, b.cls, b.name, b.key, t.modality,
  t.confidence, t.method, t.qualifiers, r.id, e.start, e.end, e.line, e.quote, r.file
FROM {{source}}
CROSS JOIN entities s ON s.key = t.subject CROSS JOIN entities x ON x.key = s.canon
CROSS JOIN entities o ON o.key = t.object CROSS JOIN entities y ON y.key = o.canon
CROSS JOIN entities a ON a.key =
  CASE WHEN t.predicate IN {SYMMETRIC} AND x.id > y.id THEN y.key ELSE x.key END
CROSS JOIN entities b ON b.key =
  CASE WHEN t.predicate IN {SYMMETRIC} AND x.id > y.id THEN x.key ELSE y.key END
CROSS JOIN evidence e ON e.kind = 'statement' AND e.item = t.key
CROSS JOIN reports r ON r.key = e.report
WHERE x.key <> y.key {{narrowed}}
ORDER BY a.id, t.predicate, b.id, t.modality, t.confidence DESC, t.method, r.id, e.start, e.end
"""
_IDENTITY = slice(0, 10)


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two things, with every place that says so.

    `confidence` and `method` are those of the surest rule that read it.
    """

    subject: Node
    predicate: str
    object: Node
    modality: str
    confidence: float
    method: str
    qualifiers: dict[str, str]
    evidence: tuple[Place, ...]

    @property
    def item(self) -> str:
        """What is supplied, where a report says so."""
        return self.qualifiers.get("item", "")


def edges(store: Store) -> Iterator[Edge]:
    """All of them, ordered by subject, predicate and object."""
    yield from _merged(store.rows(_SELECT.format(source=_ENDS["any"], narrowed="")))


def edges_at(
    store: Store,
    end: str,
    keys: Iterable[int],
    predicates: Iterable[str] | None = None,
) -> list[Edge]:
    """The edges whose `end` ("subject" or "object") is one of these things.

    `keys` are keys of nodes. A symmetric relation may come out the other way round.
    """
    narrowed = "" if predicates is None else "AND t.predicate IN (SELECT value FROM json_each(?2))"
    values: list[Any] = [sorted(keys)]
    if predicates is not None:
        values.append(sorted(predicates))
    return list(_merged(store.rows(_SELECT.format(source=_ENDS[end], narrowed=narrowed), *values)))


def edges_around(store: Store, keys: Iterable[int]) -> list[Edge]:
    """The edges that start or end at one of these things, each once."""
    keys = list(keys)
    found = {
        (edge.subject.key, edge.predicate, edge.object.key, edge.modality): edge
        for end in ("subject", "object")
        for edge in edges_at(store, end, keys)
    }
    return list(found.values())


def _merged(rows: Iterable[Row]) -> Iterator[Edge]:
    for _, group in groupby(rows, key=lambda row: row[_IDENTITY]):
        said = list(group)
        first = said[0]
        yield Edge(
            Node(*first[0:4]), first[4], Node(*first[5:9]), first[9], first[10], first[11],
            merge_qualifiers(row[12] for row in said),
            tuple(sorted({Place(*row[13:19]) for row in said})),
        )  # fmt: skip


def merge_qualifiers(texts: Iterable[str]) -> dict[str, str]:
    """The qualifiers of one statement from several places; what differs stands side by side."""
    values: dict[str, set[str]] = defaultdict(set)
    for text in set(texts):
        for key, value in json.loads(text).items():
            values[key].add(value)
    return {key: "；".join(sorted(values[key])) for key in sorted(values)}
