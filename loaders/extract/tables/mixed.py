"""A column that names companies, products, or both: `企业/产品` over `远图 (FarCam)`, beside `类目`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.concepts import model_like
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.tables.cells import thing_of, things
from loaders.extract.tables.items import Item, items
from loaders.extract.tables.seats import Line
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Claim, Thing

# a name of a product's own; of a bracket that is another company, what stands before it
_PROPER = re.compile(r"[A-Za-z][A-Za-z0-9\-+. ]{1,24}")


def claims(line: Line) -> Iterator[Claim]:
    """The makers of a record's products, and of what kind these are."""
    if not pattern("headers", "both").search(line.table.columns[line.anchor].header):
        return
    kinds = list(_kinds(line))
    for item in items(line.cell(line.anchor)):
        maker, product = _parts(line.document, item)
        if product is None:
            continue
        if maker is not None:
            yield Claim(maker, "PRODUCES", product, line.evidence, "table:mixed")
        for kind, text in kinds:
            if kind.id != product.id:
                yield Claim(product, "TYPE_OF", kind, text, "table:mixed-kind")


def _parts(document: Document, item: Item) -> tuple[Thing | None, Thing | None]:
    """The maker and the product that an item names, either of them in the bracket."""
    inside = item.inside or ""
    other = document.gazetteer.known(inside) if inside else None
    if other is not None and other.cls in ORGS:
        known = document.gazetteer.known(item.name)
        own = known is None or known.cls not in ORGS
        return (other, _product(document, item.name)) if own else (None, None)
    if inside and _PROPER.fullmatch(inside) and not CJK.search(item.name):
        return thing_of(document, Item(item.name), *ORGS), _product(document, inside)
    return None, _product(document, item.name) if model_like(item.name) else None


def _product(document: Document, name: str) -> Thing:
    return document.gazetteer.named(name, "Product", *CONCEPTS)


def _kinds(line: Line) -> Iterator[tuple[Thing, Text]]:
    """What the columns of kinds say of a record."""
    for i, column in enumerate(line.table.columns):
        if i != line.anchor and pattern("headers", "kinds").fullmatch(column.header.strip()):
            for kind, _ in things(line.document, line.cell(i), "Technology", "Product"):
                yield kind, line.record.evidence[i]
