"""Tables of a page as tab-separated rows, merged cells written where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")
_LEADING = frozenset("$ ￥ € £ ( HK$ US$ RMB".split())
_TRAILING = frozenset(") % )% pts".split())
_WIDEST = 200


def grid(table: HtmlElement) -> list[str]:
    """The rows of a table of data; none for a table that only lays out the page."""
    if table.find(".//table") is not None:
        return []
    cells = _cells(table)
    kept = [row for row in _without_empty_columns(cells) if any(row)]
    if not kept or len(kept[0]) < 2:
        return []
    return ["\t".join(row) for row in kept]


def _cells(table: HtmlElement) -> list[list[str]]:
    """The cells by row and column: one over several rows stands in each, one over several
    columns in the first of them, the others empty."""
    rows: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    for tr in table.iter("tr"):
        row: list[str] = []
        for cell in (c for c in tr if c.tag in ("td", "th")):
            _drop_down(row, below)
            text = _words(cell)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            if high > 1:
                below[len(row)] = (high - 1, text)
            row += [text] + [""] * (wide - 1)
        _drop_down(row, below)
        rows.append(_joined_signs(row))
    return rows


def _drop_down(row: list[str], below: dict[int, tuple[int, str]]) -> None:
    while len(row) in below:
        left, text = below.pop(len(row))
        if left > 1:
            below[len(row)] = (left - 1, text)
        row.append(text)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), _WIDEST) if value.isdecimal() and int(value) else 1


def _words(cell: HtmlElement) -> str:
    for br in cell.iter("br"):
        br.tail = " " + (br.tail or "")
    return _SPACE.sub(" ", "".join(cell.itertext())).strip()


def _joined_signs(row: list[str]) -> list[str]:
    """`$` and `%` in cells of their own belong to the number beside them."""
    cells = list(row)
    for at, cell in enumerate(cells):
        if cell in _LEADING and at + 1 < len(cells) and cells[at + 1]:
            cells[at], cells[at + 1] = "", cell + cells[at + 1]
        elif cell in _TRAILING and at and cells[at - 1]:
            cells[at], cells[at - 1] = "", cells[at - 1] + cell
    return cells


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    wide = max((len(row) for row in rows), default=0)
    even = [row + [""] * (wide - len(row)) for row in rows]
    kept = [at for at in range(wide) if any(row[at] for row in even)]
    return [[row[at] for at in kept] for row in even]
