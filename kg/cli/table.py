"""Tables on a terminal, with Chinese characters as wide as they are."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from kg.rows import Row, Rows, text

GAP = "  "
# A sentence stands on lines of its own below its row, after its place: the reader came for it.
BELOW = ("file", "line", "quote")
_NARROWEST = 6
_INDENT = 4


def width(string: str) -> int:
    """How many cells of a terminal a string takes."""
    return sum(_cells(character) for character in string)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(string: str) -> str:
    """A string of a report without what would steer a terminal, on one line."""
    line = " ".join(string.split())
    return "".join(c for c in line if unicodedata.category(c)[0] != "C")


def table(rows: Rows, columns: int, *, every: bool = False) -> list[str]:
    """The lines of a table, none wider than `columns` cells where its columns allow.

    Below each row stands its sentence; with `every`, all that its `evidence` has.
    """
    sentences = BELOW[-1] in rows.columns
    names = [name for name in rows.columns if not (sentences and name in BELOW)]
    cells = [[clean(text(row.get(name))) for name in names] for row in rows]
    used = [i for i in range(len(names)) if any(line[i] for line in cells)]
    names, cells = [names[i] for i in used], [[line[i] for i in used] for line in cells]
    widths = _fit([max(map(width, column)) for column in zip(names, *cells, strict=True)], columns)
    lines = [_line(names, widths), GAP.join("─" * w for w in widths)]
    for row, line in zip(rows, cells, strict=True):
        lines.append(_line(line, widths))
        places = row.get("evidence", [row]) if every else [row]
        lines += [part for p in places if sentences for part in _below(p, columns)]
    return lines


def _below(row: Row, columns: int) -> list[str]:
    file, line, quote = (clean(text(row.get(name))) for name in BELOW)
    if not file:
        return []
    return [" " * _INDENT + part for part in wrap(f"{file}:{line}  {quote}", columns - _INDENT)]


def wrap(string: str, columns: int) -> list[str]:
    """A string cut into lines of at most `columns` cells, at spaces where it has them."""
    lines, line = [], ""
    for word in _words(string):
        if line and width(line) + width(word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += word
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(string: str) -> list[str]:
    words: list[str] = []
    for character in string:
        joins = words and words[-1][-1] != " " and _cells(words[-1][-1]) == _cells(character) == 1
        if joins or (character == " " and words):
            words[-1] += character
        else:
            words.append(character)
    return words


def _fit(widths: list[int], columns: int) -> list[int]:
    widths = list(widths)
    while sum(widths) + len(GAP) * (len(widths) - 1) > columns and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = (_pad(_cut(cell, w), w) for cell, w in zip(cells, widths, strict=True))
    return GAP.join(parts).rstrip()


def _cut(string: str, columns: int) -> str:
    if width(string) <= columns:
        return string
    while string and width(string) > columns - 1:
        string = string[:-1]
    return string + "…"


def _pad(string: str, columns: int) -> str:
    return string + " " * (columns - width(string))
