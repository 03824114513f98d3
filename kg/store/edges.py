"""The statements between things, as all reports make them together.

The same statement read in two reports is one edge with two evidences; what is said of two
names of one thing is said of that thing. Two rounds of one investment are two edges.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from kg.ontology import Ontology
from kg.rounds import SIDE_BY_SIDE, round_of, rounds
from kg.store.nodes import Node, Place

if TYPE_CHECKING:
    from kg.store.file import Row, Store

End = Literal["subject", "object", "either"]

_KIN = "json_each(?2) k CROSS JOIN entities m ON m.canon = k.value CROSS JOIN statements t ON "
_SOURCES = {
    "subject": f"{_KIN} t.subject = m.key",
    "object": f"{_KIN} t.object = m.key",
    "either": f"(SELECT t.key FROM {_KIN} t.subject = m.key UNION "
    f"SELECT t.key FROM {_KIN} t.object = m.key) i CROSS JOIN statements t ON t.key = i.key",
}
_ALL = "statements t"
# CROSS JOIN keeps SQLite to this order: from the few things asked for to what is said of them.
# What is symmetric is told from the lesser id, so that A with B and B with A are one.
_TURNED = "t.predicate IN (SELECT value FROM json_each(?1)) AND x.id > y.id"
_SELECT = f"""
SELECT a.id, a.cls, a.name, a.key, t.predicate, b.id, b.cls, b.name, b.key, t.modality,
  t.confidence, t.method, t.qualifiers, r.id, e.start, e.end, e.line, e.quote, r.file
FROM {{source}}
CROSS JOIN entities s ON s.key = t.subject CROSS JOIN entities x ON x.key = s.canon
CROSS JOIN entities o ON o.key = t.object CROSS JOIN entities y ON y.key = o.canon
CROSS JOIN entities a ON a.key = CASE WHEN {_TURNED} THEN y.key ELSE x.key END
CROSS JOIN entities b ON b.key = CASE WHEN {_TURNED} THEN x.key ELSE y.key END
CROSS JOIN evidence e ON e.kind = 'statement' AND e.item = t.key
CROSS JOIN reports r ON r.key = e.report
WHERE x.key <> y.key {{narrowed}}
ORDER BY a.id, t.predicate, b.id, t.modality, t.confidence DESC, t.method, r.id, e.start, e.end
"""
_NARROWED = "AND t.predicate IN (SELECT value FROM json_each(?3))"
_IDENTITY = slice(0, 10)


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two things, with every place that says so, the surest first.

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
    def identity(self) -> tuple[str, ...]:
        """What is stated: no two edges of a store have the same."""
        named = filter(None, [round_of(self.qualifiers)])
        return (self.subject.id, self.predicate, self.object.id, self.modality, *named)

    @property
    def id(self) -> str:
        """A hash of what is stated."""
        from kg.model import digest

        return digest(*self.identity)

    @property
    def item(self) -> str:
        """What is supplied, where a report says so."""
        return self.qualifiers.get("item", "")


def edges(store: Store) -> Iterator[Edge]:
    """All of them, ordered by subject, predicate and object."""
    yield from _merged(store.rows(_SELECT.format(source=_ALL, narrowed=""), _symmetric()))


def edges_at(
    store: Store, end: End, keys: Iterable[int], predicates: Iterable[str] | None = None
) -> list[Edge]:
    """The edges that start ("subject"), end ("object") or do either at one of these things.

    `keys` are keys of nodes. Ask for either end of a symmetric relation: it has no direction.
    """
    values = [_symmetric(), sorted(keys)]
    if predicates is not None:
        values.append(sorted(predicates))
    narrowed = "" if predicates is None else _NARROWED
    sql = _SELECT.format(source=_SOURCES[end], narrowed=narrowed)
    return list(_merged(store.rows(sql, *values)))


def _merged(rows: Iterable[Row]) -> Iterator[Edge]:
    for _, group in groupby(rows, key=lambda row: row[_IDENTITY]):
        for said in _by_round(list(group)):
            first = said[0]
            yield Edge(
                Node(*first[0:4]), first[4], Node(*first[5:9]), first[9], first[10], first[11],
                _side_by_side(row[12] for row in said),
                tuple(dict.fromkeys(Place(*row[13:19]) for row in said)),
            )  # fmt: skip


def _by_round(said: list[Row]) -> Iterator[list[Row]]:
    """What is said of one pair, apart by rounds where there are several."""
    if len(said) == 1:
        yield said
        return
    told = [json.loads(row[12]) for row in said]
    parts: dict[str, list[Row]] = defaultdict(list)
    for row, name in zip(said, rounds(told), strict=True):
        parts[name].append(row)
    for name in sorted(parts):
        yield parts[name]


def _symmetric() -> list[str]:
    relations = Ontology.shipped().relations.values()
    return [relation.name for relation in relations if relation.symmetric]


def _side_by_side(texts: Iterable[str]) -> dict[str, str]:
    """The qualifiers of one statement from several places; what differs stands side by side."""
    values: dict[str, set[str]] = defaultdict(set)
    for text in set(texts):
        for key, value in json.loads(text).items():
            values[key].add(value)
    return {key: SIDE_BY_SIDE.join(sorted(values[key])) for key in sorted(values)}
