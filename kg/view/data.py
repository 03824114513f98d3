"""What a page shows: the things asked for with what stands around them, and all their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.store.edges import Edge, edges, edges_at
from kg.store.facts import DealFact, FigureFact, deals, figures
from kg.store.lookup import find
from kg.store.nodes import Node, Thing, reports, things

if TYPE_CHECKING:
    from kg.store import Store

DEPTH = 2
LIMIT = 2000

_BUSIEST = """
SELECT c.key, count(*) OVER () FROM (
  SELECT subject AS key FROM statements UNION ALL SELECT object FROM statements
  UNION ALL SELECT subject FROM figures UNION ALL SELECT company FROM deals
) s CROSS JOIN entities e ON e.key = s.key CROSS JOIN entities c ON c.key = e.canon
GROUP BY c.key ORDER BY count(*) DESC, c.id LIMIT ?
"""


@dataclass(frozen=True)
class View:
    """A part of the graph. `things` and `edges` are ordered by id; every end of an edge is there.

    `asked` are the ids of the things asked for, none for the whole store. `left_out` counts the
    things that were near enough and did not fit.
    """

    asked: tuple[str, ...]
    things: list[Thing]
    edges: list[Edge]
    figures: list[FigureFact]
    deals: list[DealFact]
    reports: list[dict[str, Any]]
    left_out: int = 0


def view(store: Store, names: Iterable[str] = (), depth: int = DEPTH, limit: int = LIMIT) -> View:
    """The things of these names and what is up to `depth` hops away; without names, everything.

    At most `limit` things: the nearest, or the most spoken of. Raises UnknownName.
    """
    asked = list(dict.fromkeys(node for name in names for node in find(store, name)))
    if asked:
        return _gather(store, asked, *_around(store, asked, depth, limit))
    return _gather(store, [], *_busiest(store, limit))


def near(store: Store, ids: Iterable[str], limit: int = LIMIT) -> View:
    """The things with these ids and what is stated of them, one hop on. Raises UnknownName."""
    return view(store, ids, 1, limit)


def _around(store: Store, asked: Sequence[Node], depth: int, limit: int) -> tuple[list[int], int]:
    kept = {node.key: None for node in asked}
    frontier = set(kept)
    left_out: set[int] = set()
    for _ in range(depth):
        ends = Counter(
            end
            for edge in edges_at(store, "either", frontier)
            for end in (edge.subject, edge.object)
            if end.key not in kept
        )
        # what hangs together with most of what is shown comes first
        ordered = sorted(ends, key=lambda node: (-ends[node], node.id))
        room = max(limit - len(kept), 0)
        frontier = {node.key for node in ordered[:room]}
        kept |= dict.fromkeys(sorted(frontier))
        left_out |= {node.key for node in ordered[room:]}
        if not frontier:
            break
    return list(kept), len(left_out - kept.keys())


def _busiest(store: Store, limit: int) -> tuple[list[int], int]:
    rows = store.rows(_BUSIEST, limit)
    return [key for key, _ in rows], (rows[0][1] - len(rows) if rows else 0)


def _gather(store: Store, asked: Sequence[Node], keys: Collection[int], left_out: int) -> View:
    kept = set(keys)
    # Reading the store from end to end is quicker than asking for most of it.
    found = edges(store) if left_out == 0 and not asked else edges_at(store, "subject", kept)
    between = [e for e in found if e.subject.key in kept and e.object.key in kept]
    return View(
        asked=tuple(node.id for node in asked),
        things=list(things(store, kept)),
        edges=sorted(between, key=lambda edge: edge.identity),
        figures=[f for f in figures(store, kept) if f.subject.key in kept],
        deals=deals(store, kept),
        reports=reports(store),
        left_out=left_out,
    )
