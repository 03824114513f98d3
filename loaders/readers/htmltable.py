"""Tables of a page as tab-separated rows, merged cells written where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")
_LEADING = frozenset(("$", "￥", "¥", "€", "£", "(", "HK$", "US$", "RMB"))
_TRAILING = frozenset((")", "%", ")%", "%)"))
# columns and rows: what is more is no table of data
_WIDEST = 200


def grid(table: HtmlElement) -> list[str]:
    """The rows of a table of data; none for a table that only lays out the page."""
    if table.find(".//table") is not None:
        return []
    rows = [row for row in _without_empty_columns(_cells(table)) if any(row)]
    return ["\t".join(row) for row in rows] if rows and len(rows[0]) > 1 else []


def _cells(table: HtmlElement) -> list[list[str]]:
    """The cells by row and column.

    One over several rows stands in each of them, one over several columns in the first only.
    """
    rows: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}  # column → rows left, text
    for tr in table.iter("tr"):
        row: list[str] = []
        for cell in (child for child in tr if child.tag in ("td", "th")):
            _drop_down(row, below)
            if len(row) >= _WIDEST:
                break
            text = _words(cell)
            if (high := _span(cell, "rowspan")) > 1:
                below[len(row)] = (high - 1, text)
            row += [text, *([""] * (_span(cell, "colspan") - 1))]
        _drop_down(row, below)
        rows.append(_with_signs(row))
    return rows


def _drop_down(row: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Append to a row the cells that hang down into it."""
    while (column := len(row)) in below and column < _WIDEST:
        left, text = below.pop(column)
        if left > 1:
            below[column] = (left - 1, text)
        row.append(text)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), _WIDEST)) if value.isascii() and value.isdecimal() else 1


def _words(cell: HtmlElement) -> str:
    """A cell's words on one line: what stands on lines of its own is set apart."""
    for unseen in cell.iter("script", "style"):
        unseen.text = None
    for item in cell.iter("li"):
        item.text = "• " + (item.text or "")
    for inner in cell.iter("br", "p", "div", "li"):
        inner.tail = " " + (inner.tail or "")
    return _SPACE.sub(" ", "".join(cell.itertext())).strip()


def _with_signs(row: list[str]) -> list[str]:
    """A row whose `$` and `%` in cells of their own stand with the number beside them."""
    cells = list(row)
    for at, cell in enumerate(cells):
        if cell in _LEADING and at + 1 < len(cells) and cells[at + 1]:
            cells[at], cells[at + 1] = "", cell + cells[at + 1]
        elif cell in _TRAILING and at and cells[at - 1]:
            cells[at], cells[at - 1] = "", cells[at - 1] + cell
    return cells


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    wide = max(map(len, rows), default=0)
    even = [row + [""] * (wide - len(row)) for row in rows]
    kept = [column for column in range(wide) if any(row[column] for row in even)]
    return [[row[column] for column in kept] for row in even]
