"""Products that stand across the top of a table, each with its maker: 参数 | 甲 G1 | 乙 H2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.figures.metrics import measure
from loaders.extract.tables.measures import heading
from loaders.extract.tables.sheet import Sheet
from loaders.naming import named_concept, names_concept
from loaders.products import Spot, spots
from loaders.things import Claim, Thing

_REMARK = re.compile(r"\s*[（(][^（）()]*[)）]\s*")
# `存储容量`, `芯片数量`: how much a thing has of something
_HOLDS = re.compile(r"(?:容量|数量|个数|颗数)$")


def product(document: Document, header: str) -> Thing | None:
    """The product that a header is the name of, behind its maker's."""
    spot = _spot(document, header)
    return spot.thing if spot is not None else None


def claims(sheet: Sheet) -> Iterator[Claim]:
    """Who makes the products, and that they have what a line says how much they have of."""
    table = sheet.table.block.table
    found = [(cell, _spot(sheet.document, cell.value)) for cell in table.rows[0]] if table else []
    made = [(cell, spot, spot.maker) for cell, spot in found if spot is not None and spot.maker]
    for cell, spot, maker in made:
        yield Claim(maker.thing, "PRODUCES", spot.thing, cell, "table:compared")
    if made and sheet.label is not None:
        yield from _parts(sheet, sheet.label)


def _parts(sheet: Sheet, at: int) -> Iterator[Claim]:
    heads = [product(sheet.document, column.header) for column in sheet.table.columns]
    for record in sheet.table.records:
        label = record.cells[at]
        part = _held(sheet.document, label)
        for thing, cell in zip(heads, record.cells, strict=True):
            if part is not None and thing is not None and cell.value[:1].isdigit():
                yield Claim(thing, "USES", part, label, "table:holds")


def _held(document: Document, label: Text) -> Thing | None:
    """What the label of a line says how much there is of."""
    told = measure(heading(label.value).words)
    if told is None or not _HOLDS.search(told.metric) or not names_concept(document, told.rest):
        return None
    return named_concept(document, told.rest)


def _spot(document: Document, header: str) -> Spot | None:
    name = _REMARK.sub("", header.replace("*", "")).strip()
    found = spots(document, name, document.gazetteer.find(name))
    whole = len(found) == 1 and not found[0].start and found[0].end == len(name)
    return found[0] if whole else None
