"""Rows for things whose order in each column is known: near to what they are linked with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

ROUNDS = 8


def spread(
    columns: Sequence[Sequence[str]],
    links: Mapping[str, Sequence[str]],
    height: Mapping[str, float],
) -> dict[str, float]:
    """The middle of each thing, in rows from 0.5, in the order of its column and without overlap.

    `links` are those to both sides; `height` is how many rows each takes.
    """
    middle: dict[str, float] = {}
    for column in columns:
        middle |= zip(column, _stacked(column, height), strict=True)
    for turn in range(ROUNDS):
        for column in columns if turn % 2 == 0 else reversed(columns):
            wanted = [_centre(node, links, middle) for node in column]
            middle |= zip(column, _apart(column, wanted, height), strict=True)
    top = min((middle[node] - height[node] / 2 for node in middle), default=0.0)
    return {node: round(row - top, 3) for node, row in middle.items()}


def _stacked(column: Sequence[str], height: Mapping[str, float]) -> list[float]:
    below = -sum(height[node] for node in column) / 2
    rows = []
    for node in column:
        rows.append(below + height[node] / 2)
        below += height[node]
    return rows


def _centre(node: str, links: Mapping[str, Sequence[str]], middle: Mapping[str, float]) -> float:
    near = [middle[other] for other in links.get(node, ())]
    return sum(near) / len(near) if near else middle[node]


def _apart(
    column: Sequence[str], wanted: Sequence[float], height: Mapping[str, float]
) -> list[float]:
    """The rows nearest to those wanted (least squares) that leave each thing its height."""
    offsets = [0.0]
    for upper, lower in pairwise(column):
        offsets.append(offsets[-1] + (height[upper] + height[lower]) / 2)
    blocks: list[tuple[float, int]] = []
    for row, offset in zip(wanted, offsets, strict=False):
        total, count = row - offset, 1
        # Blocks that would overlap are moved as one, to where they want to be on average.
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            more, others = blocks.pop()
            total, count = total + more, count + others
        blocks.append((total, count))
    settled = [total / count for total, count in blocks for _ in range(count)]
    return [row + offset for row, offset in zip(settled, offsets, strict=False)]
