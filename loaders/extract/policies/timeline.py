"""Tables that run through time: years across the top, months in the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block, Text
from loaders.document import Document
from loaders.extract.deals.dates import date

_YEAR = re.compile(r"^(?:19|20)\d\d年?$")
_MONTH = re.compile(r"^\s*(?P<m>1[0-2]|[1-9])月(?P<d>\d{1,2}日)?\s*")


def dated(document: Document, block: Block) -> Iterator[tuple[Text, str | None]]:
    """The cells of a table, each with the date that its place gives it."""
    rows = block.table.rows if block.table else ()
    if not rows:
        return
    years = _years([cell.value.strip() for cell in rows[0]])
    for row in rows[1:] if any(years) else rows:
        month = None
        for i, cell in enumerate(row):
            m = _MONTH.match(cell.value)
            if m and m.end() == len(cell.value):
                month = m["m"]
                continue
            here = m["m"] if m else month
            year = years[i] if i < len(years) else None
            if cell.value.strip():
                yield cell, f"{year}-{int(here):02}" if year and here else year
            if m is None:
                month = None


def _years(heads: list[str]) -> list[str | None]:
    """The year over each column: an empty header goes on with the one to its left."""
    out: list[str | None] = []
    for head in heads:
        if _YEAR.match(head):
            out.append(date(head))
        else:
            out.append(out[-1] if out and not head else None)
    return out if sum(x is not None for x in out) >= 2 else [None] * len(heads)
