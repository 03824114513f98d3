"""Tables whose cells a converter has set apart by spaces alone: read only where it is sure.

Such a table begins with a line of short words. What follows comes in chunks, set apart by
blank lines: a chunk is a row whose long cells run over several lines, or several rows of one
line each, or one cell of a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.blocks import Table, Text
from loaders.layout import columns
from loaders.layout.flow import joined
from loaders.layout.inline import clean
from loaders.layout.lines import Line, has_cjk, is_wide, width
from loaders.layout.marks import Marks
from loaders.layout.rows import Pieces, Rows, Span
from loaders.layout.tables import build
from loaders.layout.titles import is_caption, is_source

_WORD = re.compile(r"\S+(?: \S+)*")
# an ideograph beside a Latin word or number, one space between: prose that is set like that
_MIXED = re.compile(r"[\u4e00-\u9fff] [A-Za-z\d]|[A-Za-z\d%] [\u4e00-\u9fff]")
_PROSE = re.compile(r"[。；;！？!?，,：:“”]")
_LONGEST_HEAD = 24
_MOST_LINES = 400


@dataclass(frozen=True)
class Grid:
    """A table, and the index behind its last line."""

    table: Table
    end: int


def read(text: str, lines: list[Line], at: int, marks: Marks) -> Grid | None:
    """The table that begins at `at`; None where nothing convinces."""
    wide, end = columns.rows(lines, at)
    if wide:
        return Grid(build([[_text(text, cell) for cell in row] for row in wide], 1), end)
    head = _cells(lines[at])
    if not _is_head(lines[at], head, marks):
        return None
    rows = Rows(len(head))
    end = at + 1
    for chunk in _chunks(lines, at + 1, marks):
        if not rows.take([(line, _cells(line)) for line in chunk]):
            break
        end += len(chunk)
    if not rows.convince():
        return None
    first = [[(lines[at], cell)] for cell in head]
    cells = [[_text(text, cell) for cell in row] for row in [first, *rows.rows]]
    return Grid(build(_filled(cells), 1), end)


def _chunks(lines: list[Line], at: int, marks: Marks) -> Iterator[list[Line]]:
    """Lines that stand together, up to the first that begins something else."""
    chunk: list[Line] = []
    for line in lines[at : at + _MOST_LINES]:
        if _stops(line, marks):
            break
        if chunk and line.number > chunk[-1].number + 1:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _stops(line: Line, marks: Marks) -> bool:
    mark = marks.read(line.text)
    if "\t" in line.raw or line.page or is_caption(line.text) or is_source(line.text):
        return True
    return bool(mark.hashes or mark.bullet or mark.style in ("cn", "cn-bracket", "chapter"))


def _cells(line: Line) -> list[Span]:
    """Where a line's cells begin and end: apart by two spaces, or by one beside an ideograph."""
    found: list[Span] = []
    for run in _WORD.finditer(line.raw):
        start = run.start()
        for space in re.finditer(" ", run[0]):
            at = run.start() + space.start()
            if is_wide(line.raw[at - 1]) or is_wide(line.raw[at + 1]):
                found.append((start, at))
                start = at + 1
        found.append((start, run.end()))
    return found


def _is_head(line: Line, cells: list[Span], marks: Marks) -> bool:
    if not 3 <= len(cells) <= 12 or _PROSE.search(line.text) or _stops(line, marks):
        return False
    words = [line.raw[start:end] for start, end in cells]
    if marks.read(line.text).style or _MIXED.search(line.text) or not has_cjk(line.text):
        return False
    return all(width(word) <= 2 * _LONGEST_HEAD for word in words)


def _filled(rows: list[list[Text]]) -> list[list[Text]]:
    """The rows; one a cell short whose last cell is known from the last column ends with it."""
    columns = len(rows[0])
    last = {row[-1].value for row in rows[1:] if len(row) == columns}
    return [
        [*row[:-1], Text(""), row[-1]] if len(row) == columns - 1 and row[-1].value in last else row
        for row in rows
    ]


def _text(text: str, pieces: Pieces) -> Text:
    if not pieces:
        return Text("")
    cells = (clean(text, line.base + start, line.base + end) for line, (start, end) in pieces)
    return joined(list(cells))
