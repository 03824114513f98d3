"""Fields as rows: a table that has a line for each field of what its section is about."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import themes
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.items import items
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing

_THINGS = ("company", "supplier", "institution", "product", "name", "technology", "vehicle")


def claims(document: Document) -> Iterator[Claim]:
    """What the rows of tables say of the theme of their section."""
    for block, table in document.grids:
        if (
            table is None
            or table.turned
            or not pattern("applied", "rows").fullmatch(table.columns[0].header.strip())
        ):
            continue
        theme = themes.theme(document, block)
        if theme is None or any(c.role in _THINGS for c in table.columns[1:]):
            continue
        yield from _of_rows(document, table, theme)


def _of_rows(document: Document, table: Grid, theme: Thing) -> Iterator[Claim]:
    for record in table.records:
        for item in items(record.cells[0].value):
            if not plausible(item.name, loose=True):
                continue
            field = document.gazetteer.named(item.name, "Industry", *CONCEPTS)
            yield Claim(theme, "ACTIVE_IN", field, record.evidence[0], "applied:row")
