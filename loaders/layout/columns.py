"""Tables set in columns: two or more spaces between cells that stand under one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.layout.lines import Line, width
from loaders.layout.rows import Pieces, Span

_CELL = re.compile(r"\S+(?: \S+)*")
_PROSE = re.compile(r"[。；;！？!?：“”]|[，,] ?\S")
_WIDEST = 30  # columns that a header's cell takes


def rows(lines: list[Line], at: int) -> tuple[list[list[Pieces]], int]:
    """The rows of the table that begins at `at` and the index behind it; none where none does."""
    head = _cells(lines[at])
    if not _is_head(lines[at], head):
        return [], at
    starts = [_column(lines[at], cell) for cell in head]
    found: list[list[Pieces]] = [[[(lines[at], cell)] for cell in head]]
    end = at + 1
    for line in lines[at + 1 :]:
        cells = _cells(line)
        if line.number > lines[end - 1].number + 2 or len(cells) > len(head) or "\t" in line.raw:
            break
        places = list(_places(line, cells, starts))
        if len(cells) > 1 and len(set(places)) == len(cells):
            found.append(_row(line, cells, places, len(head)))
        elif len(cells) == 1 and places[0] and line.number == lines[end - 1].number + 1:
            found[-1][places[0]].append((line, cells[0]))  # a long cell goes on below
        else:
            break
        end += 1
    full = sum(all(cell for cell in row) for row in found[1:])
    return (found, end) if full > 1 and full * 2 >= len(found) - 1 else ([], at)


def _cells(line: Line) -> list[Span]:
    return [match.span() for match in _CELL.finditer(line.raw)]


def _is_head(line: Line, cells: list[Span]) -> bool:
    if not 3 <= len(cells) <= 14 or _PROSE.search(line.text):
        return False
    if any(right[0] - left[1] < 2 and line.raw[left[1]] == " " for left, right in pairwise(cells)):
        return False
    return all(width(line.raw[start:end]) <= _WIDEST for start, end in cells)


def _column(line: Line, cell: Span) -> int:
    """The column of the screen that a cell begins in."""
    return width(line.raw[: cell[0]])


def _places(line: Line, cells: list[Span], starts: list[int]) -> Iterator[int]:
    """For each cell the column of the table: the next one where all are there, else the nearest."""
    if len(cells) == len(starts):
        yield from range(len(cells))
        return
    for cell in cells:
        begin = _column(line, cell)
        yield min(range(len(starts)), key=lambda at: abs(starts[at] - begin))


def _row(line: Line, cells: list[Span], places: list[int], columns: int) -> list[Pieces]:
    row: list[Pieces] = [[] for _ in range(columns)]
    for cell, place in zip(cells, places, strict=True):
        row[place] = [(line, cell)]
    return row
