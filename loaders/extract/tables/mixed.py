"""Columns that mix companies and products: `企业/产品`."""

from __future__ import annotations

import re

from loaders.concepts import model_like
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.english.runs import words
from loaders.extract.tables.cells import thing_of
from loaders.extract.tables.headers import role_of
from loaders.extract.tables.items import Item, items
from loaders.things import ORGS, Thing

_AND = re.compile(r"\s?[/／&+]\s?|[及与和]")
_LATIN = re.compile(r"[A-Za-z][\w®™\-. ]{1,30}")


def mixed(header: str) -> bool:
    """Whether a header names companies and products: either stands in its cells, or both."""
    roles = {role_of(part) for part in _AND.split(header.strip("* "))}
    return {"company", "product"} <= roles


def told(document: Document, cell: str) -> list[tuple[Thing | None, Thing | None]]:
    """The makers and products that a cell names, each maker with its product or alone.

    `Lumo (P1)` names both, and so does `P1 Pro (流明)`; `P1 Pro` is a product, `Lumo` a company.
    """
    return [_pair(document, item) for item in items(cell)]


def _pair(document: Document, item: Item) -> tuple[Thing | None, Thing | None]:
    org, inside = thing_of(document, Item(item.name), *ORGS), item.inside or ""
    known = document.gazetteer.known(item.name)
    product = (known is None or known.cls not in ORGS) and _product_like(item.name)
    if product:
        maker = thing_of(document, Item(inside), *ORGS) if CJK.search(inside) else None
        return maker, document.gazetteer.named(item.name, "Product", "Technology")
    if inside and _LATIN.fullmatch(inside) and _LATIN.fullmatch(item.name):
        return org, document.gazetteer.named(inside, "Product", "Technology")
    return org, None


def _product_like(name: str) -> bool:
    """Whether a name is a model's, or two Latin words of which the last ends no company's name."""
    if model_like(name):
        return True
    if not _LATIN.fullmatch(name) or " " not in name:
        return False
    last = name.rsplit(maxsplit=1)[-1].strip(".,")
    tails = words("tails") | words("empty_tails") | words("legal") | words("bodies")
    return last not in tails
