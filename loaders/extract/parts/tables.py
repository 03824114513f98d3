"""A table with a column of components: they are parts of what its headers or headings name."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import phrases
from loaders.document import Document
from loaders.extract.parts.names import built, named, sure
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.items import items
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing


def parts(document: Document, table: Grid) -> Iterator[Claim]:
    """The components of each record, as parts of each of the wholes."""
    for i, column in enumerate(table.columns):
        if pattern("parts", "column").fullmatch(column.header):
            yield from _of_column(document, table, i)
            return


def _of_column(document: Document, table: Grid, column: int) -> Iterator[Claim]:
    wholes = _wholes(document, table, column)
    for record in table.records if wholes else ():
        cell = record.cells[column].value
        names = items(cell) if not pattern("parts", "total").search(cell) else []
        for phrase in (p for item in names for p in phrases(item.name)):
            if not sure(document, phrase):
                continue
            part = named(document, phrase)
            for whole in wholes:
                if part.id != whole.id:
                    yield Claim(part, "PART_OF", whole, record.evidence[column], "part:column")


def _wholes(document: Document, table: Grid, column: int) -> list[Thing]:
    """What the other headers begin with; else the one thing built that a title over it names."""
    heads = [c.header for i, c in enumerate(table.columns) if i != column]
    found = [m["name"] for h in heads if (m := pattern("parts", "product").match(h))]
    if found:
        return [document.gazetteer.named(name, "Product", *CONCEPTS) for name in found]
    whole = built(document, table.block)
    return [whole] if whole is not None else []
