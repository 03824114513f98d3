"""The order of things within columns: barycentres and exchanges, against crossings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random

Columns = list[list[str]]
Links = Mapping[str, Sequence[str]]

SWEEPS, SETTLES = 24, 12
# What compares each thing of a column with each takes the square of its length; in longer
# columns barycentres alone do well.
COMPARED = 150
_PATIENCE = 4
SMALL, STARTS, SEED = 120, 6, 1


def ordered(columns: Columns, left: Links, right: Links) -> Columns:
    """The columns with few crossings between them; links join neighbouring columns only.

    `left` and `right` are the links of each thing to the column before and after. The same
    columns give the same order.
    """
    best, fewest = columns, crossings(columns, right)
    for start in _starts(columns):
        for backwards in (False, True):
            if not fewest:
                return best
            swept = _swept(start, left, right, backwards)
            now = _settled(swept, left, right)
            count = crossings(now, right)
            if count < fewest:
                best, fewest = now, count
    return best


def _starts(columns: Columns) -> Iterator[Columns]:
    """Orders to begin with; where one ends depends on it, and a small part can try several."""
    yield columns
    if sum(len(column) for column in columns) > SMALL:
        return
    dice = Random(SEED)
    for _ in range(STARTS):
        yield [dice.sample(column, len(column)) for column in columns]


def _swept(columns: Columns, left: Links, right: Links, backwards: bool) -> Columns:
    now = [list(column) for column in columns]
    best, fewest, stale = columns, crossings(columns, right), 0
    for sweep in range(SWEEPS):
        _sweep(now, left, right, backwards=(sweep % 2 == 1) != backwards)
        _exchange(now, left, right)
        count = crossings(now, right)
        stale = 0 if count < fewest else stale + 1
        if count < fewest:
            best, fewest = [list(column) for column in now], count
        if not fewest or stale > _PATIENCE:
            break
    return best


def _settled(columns: Columns, left: Links, right: Links) -> Columns:
    """Each thing moved to where in its column it crosses least, until none moves."""
    now = [list(column) for column in columns]
    for _ in range(SETTLES):
        moved = False
        for i, column in enumerate(now):
            if 1 < len(column) <= COMPARED:
                sides = _sides(now, i, left, right)
                for node in sorted(column):
                    moved |= _sift(column, node, sides)
        if not moved:
            break
    return now


def _sift(column: list[str], node: str, sides: list[dict[str, list[int]]]) -> bool:
    at = column.index(node)
    # how many crossings come or go when the thing goes below each of the others
    passing = [
        sum(_inversions(s[other], s[node]) - _inversions(s[node], s[other]) for s in sides)
        for other in column
    ]
    best, gain = at, 0
    change = 0
    for row in range(at + 1, len(column)):
        change += passing[row]
        if change < gain:
            best, gain = row, change
    change = 0
    for row in range(at - 1, -1, -1):
        change -= passing[row]
        if change < gain:
            best, gain = row, change
    column.insert(best, column.pop(at))
    return best != at


def crossings(columns: Columns, right: Links) -> int:
    """How many pairs of links between neighbouring columns cross."""
    total = 0
    for here, there in pairwise(columns):
        place = {node: row for row, node in enumerate(there)}
        seen: list[int] = []
        for node in here:
            rows = sorted(place[other] for other in right.get(node, ()))
            total += sum(len(seen) - bisect_right(seen, row) for row in rows)
            for row in rows:
                insort(seen, row)
    return total


def _sweep(columns: Columns, left: Links, right: Links, backwards: bool) -> None:
    indices = range(len(columns) - 2, -1, -1) if backwards else range(1, len(columns))
    for i in indices:
        fixed = columns[i + 1 if backwards else i - 1]
        links = right if backwards else left
        place = {node: row for row, node in enumerate(fixed)}
        columns[i] = _by_centre(columns[i], place, links)


def _by_centre(column: list[str], place: Mapping[str, int], links: Links) -> list[str]:
    # What has no link on that side keeps its place between the others.
    centre: dict[str, float] = {}
    before = -1.0
    for node in column:
        rows = [place[other] for other in links.get(node, ())]
        before = centre[node] = sum(rows) / len(rows) if rows else before
    return sorted(column, key=centre.__getitem__)


def _exchange(columns: Columns, left: Links, right: Links) -> None:
    for i, column in enumerate(columns):
        if len(column) > COMPARED:
            continue
        sides = _sides(columns, i, left, right)
        for row in range(len(column) - 1):
            upper, lower = column[row], column[row + 1]
            now = sum(_inversions(side[upper], side[lower]) for side in sides)
            then = sum(_inversions(side[lower], side[upper]) for side in sides)
            if then < now:
                column[row], column[row + 1] = lower, upper


def _sides(columns: Columns, i: int, left: Links, right: Links) -> list[dict[str, list[int]]]:
    """Where the links of a column end, in the column before and in the one after."""
    return [
        _places(columns[i], columns[j], links)
        for j, links in ((i - 1, left), (i + 1, right))
        if 0 <= j < len(columns)
    ]


def _places(column: Iterable[str], there: list[str], links: Links) -> dict[str, list[int]]:
    place = {node: row for row, node in enumerate(there)}
    return {node: sorted(place[other] for other in links.get(node, ())) for node in column}


def _inversions(upper: list[int], lower: list[int]) -> int:
    """Crossings of the links of two neighbours, given where these end."""
    return sum(bisect_left(lower, row) for row in upper)
