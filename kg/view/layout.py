"""Where things stand in the chain: columns from upstream to downstream, lines that rarely cross.

The page and the pyvis network are drawn from the same layout. It knows ids and flows only, and
gives the same places for the same graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.view.levels import Flow, levels
from kg.view.ordering import ordered
from kg.view.spread import spread

# A thing takes one row; a line that passes through a column takes a part of one, less of it
# where many pass: all together not more than half of what the things take.
PASSING, THIN, SHARE = 0.4, 0.04, 0.5
# Rows between one connected part of the graph and the next; tied ones have a heading above
# them, the loose ones one together; tiers have a line of their own in it.
GAP, HEADING, TIERS = 0.5, 1.2, 0.8
# Parts with so few things are set side by side, if no tier holds them in their columns.
FEW = 8
# Loose parts may use so many columns even if the chain has fewer.
BREADTH = 6


@dataclass(frozen=True)
class Part:
    """A connected part of the graph, from row `top`; a loose one may stand in any columns."""

    nodes: tuple[str, ...]
    top: float
    height: float
    loose: bool


@dataclass(frozen=True)
class Layout:
    """`places`: the column of each thing and the row of its middle; things are a row high.

    `passing`: for a flow over more than one column, its row in each column between, from left
    to right. `columns` counts those of the chain: loose parts may reach further.
    """

    columns: int
    places: dict[str, tuple[int, float]]
    passing: dict[Flow, list[float]]
    parts: list[Part]


@dataclass
class _Block:
    """A part laid out by itself: rows from 0, columns as in the chain."""

    nodes: list[str]
    column: dict[str, int]
    rows: dict[str, float]
    passing: dict[Flow, list[str]]
    held: bool

    @property
    def loose(self) -> bool:
        return not self.held and len(self.nodes) <= FEW

    @property
    def height(self) -> float:
        return max(self.rows.values()) + 0.5

    @property
    def left(self) -> int:
        return min(self.column.values())

    @property
    def right(self) -> int:
        return max(self.column.values())


def layout(
    nodes: Iterable[str],
    flows: Iterable[Flow],
    tiers: Sequence[Collection[str]] = (),
    together: Iterable[Collection[str]] = (),
) -> Layout:
    """Place things so that flows run from left to right.

    `tiers` are ordered, upstream first; `together` are groups that stay in one part even where
    nothing flows between them.
    """
    known = sorted(set(nodes))
    wanted = sorted({(up, down) for up, down in flows if up != down})
    held = [sorted(set(tier) & set(known)) for tier in tiers]
    column = levels(known, wanted, held)
    pinned = {node for tier in held for node in tier}
    blocks = [
        _block(part, part_flows, column, held=bool(pinned & set(part)))
        for part, part_flows in _parts(known, wanted, together)
    ]
    blocks.sort(key=lambda block: (block.loose, -len(block.nodes), block.nodes[0]))
    return _assembled(blocks, max(column.values(), default=-1) + 1)


def _parts(
    nodes: Sequence[str], flows: Sequence[Flow], together: Iterable[Collection[str]]
) -> list[tuple[list[str], list[Flow]]]:
    root = {node: node for node in nodes}

    def find(node: str) -> str:
        while root[node] != node:
            root[node] = node = root[root[node]]
        return node

    groups = [[node for node in sorted(group) if node in root] for group in together]
    pairs = [(group[0], node) for group in groups for node in group[1:]]
    for one, other in [*flows, *pairs]:
        root[find(one)] = find(other)
    members: dict[str, list[str]] = defaultdict(list)
    inside: dict[str, list[Flow]] = defaultdict(list)
    for node in nodes:
        members[find(node)].append(node)
    for flow in flows:
        inside[find(flow[0])].append(flow)
    return [(part, inside[key]) for key, part in members.items()]


def _block(
    nodes: list[str], flows: Sequence[Flow], levels: dict[str, int], *, held: bool
) -> _Block:
    column = {node: levels[node] for node in nodes}
    first, last = min(column.values()), max(column.values())
    columns: list[list[str]] = [[] for _ in range(first, last + 1)]
    for node in nodes:
        columns[column[node] - first].append(node)
    left: dict[str, list[str]] = defaultdict(list)
    right: dict[str, list[str]] = defaultdict(list)
    passing: dict[Flow, list[str]] = {}
    for flow in flows:
        start, end = sorted(flow, key=lambda node: (column[node], node))
        between = range(column[start] + 1, column[end])
        via = [f"\0{at}\0{flow[0]}\0{flow[1]}" for at in between]
        for at, name in zip(between, via, strict=True):
            columns[at - first].append(name)
        if via:
            passing[flow] = via
        if column[start] < column[end]:
            for one, other in zip((start, *via), (*via, end), strict=True):
                right[one].append(other)
                left[other].append(one)
    columns = ordered(columns, left, right)
    lines = sum(len(via) for via in passing.values())
    thin = min(PASSING, max(THIN, SHARE * len(nodes) / lines)) if lines else PASSING
    height = {item: thin if item.startswith("\0") else 1.0 for c in columns for item in c}
    links = {item: [*left[item], *right[item]] for item in height}
    return _Block(nodes, column, spread(columns, links, height), passing, held)


def _assembled(blocks: Sequence[_Block], columns: int) -> Layout:
    sky = [0.0] * max(columns, BREADTH)
    places: dict[str, tuple[int, float]] = {}
    passing: dict[Flow, list[float]] = {}
    parts: list[Part] = []
    for at, block in enumerate(blocks):
        if not block.loose or not at or not blocks[at - 1].loose:
            sky = [max(sky) + HEADING + TIERS * block.held] * len(sky)
        shift, top = _room(block, sky)
        for column in range(block.left + shift, block.right + shift + 1):
            sky[column] = top + block.height + GAP
        places |= {n: (block.column[n] + shift, block.rows[n] + top) for n in block.nodes}
        passing |= {
            flow: [block.rows[item] + top for item in via] for flow, via in block.passing.items()
        }
        parts.append(Part(tuple(block.nodes), top, block.height, block.loose))
    return Layout(columns, places, passing, parts)


def _room(block: _Block, sky: Sequence[float]) -> tuple[int, float]:
    """How far to the right, and from which row, a part fits highest."""
    if not block.loose:
        return 0, sky[0]
    width = block.right - block.left + 1
    tops = [(max(sky[at : at + width]), at) for at in range(len(sky) - width + 1)]
    top, at = min(tops)
    return at - block.left, top
