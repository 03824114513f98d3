"""Fields as rows: a table that has a line for each field of what its section is about."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import themes
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.items import items
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import CONCEPTS, Claim, Thing

_THINGS = ("company", "supplier", "institution", "product", "name", "technology", "vehicle")


def claims(document: Document) -> Iterator[Claim]:
    """What the rows of tables say of the theme of their section."""
    for block, table in document.grids:
        if table is None or table.turned:
            continue
        header = table.columns[0].header.strip()
        rows = pattern("applied", "rows").fullmatch(header)
        if rows or pattern("applied", "fields").fullmatch(header):
            yield from _at_work(document, table)
        theme = themes.theme(document, block) if rows else None
        if theme is None or any(c.role in _THINGS for c in table.columns[1:]):
            continue
        yield from _of_rows(document, table, theme)


def _at_work(document: Document, table: Grid) -> Iterator[Claim]:
    """Whose progress in a field the cells of its row tell of: `物流 | 甲小批量交付`."""
    told = [
        i for i, c in enumerate(table.columns) if pattern("applied", "progress").search(c.header)
    ]
    for record in table.records if told else ():
        fields = [i.name for i in items(record.cells[0].value) if plausible(i.name, loose=True)]
        for i in told if len(fields) == 1 else ():
            field = document.gazetteer.named(fields[0], "Industry", *CONCEPTS)
            for m in document.gazetteer.find(record.cells[i].value):
                if m.thing.cls == "Company":
                    how = modality(record.cells[i].value, m.start, m.end)
                    text = record.evidence[i]
                    yield Claim(m.thing, "ACTIVE_IN", field, text, "applied:progress", how)


def _of_rows(document: Document, table: Grid, theme: Thing) -> Iterator[Claim]:
    for record in table.records:
        for item in items(record.cells[0].value):
            if not plausible(item.name, loose=True):
                continue
            field = document.gazetteer.named(item.name, "Industry", *CONCEPTS)
            yield Claim(theme, "ACTIVE_IN", field, record.evidence[0], "applied:row")
