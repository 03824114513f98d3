"""Whose suppliers a table lists: its headers, its caption or the headings over it name the buyer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, empty
from loaders.modality import modality
from loaders.things import Claim, Thing

_SUPPLY = re.compile(r"suppliers?\b|supply chain|vendors?\b|供应商|供应链|供货商", re.IGNORECASE)
_ITEM = ("product", "technology", "main_business", "name")
LONGEST = 120


def claims(document: Document, table: Grid) -> Iterator[Claim]:
    """That every supplier of the table supplies the one buyer, with what its row says it makes."""
    columns = table.every("supplier")
    if not columns or table.every("customer"):
        return
    buyer = _buyer(document, table)
    if buyer is None:
        return
    item = table.first(*_ITEM)
    for record in table.records:
        what = record.cells[item].value.strip() if item is not None else ""
        how = modality(what, 0, 1) if what else Modality.ASSERTED
        said = {} if empty(what) or len(what) > LONGEST else {"item": what}
        for i in columns:
            for supplier, _ in things(document, record.cells[i].value, "Company"):
                if supplier.id != buyer.id:
                    yield Claim(
                        supplier, "SUPPLIES", buyer, record.evidence[i], "table:roster", how, said
                    )


def _buyer(document: Document, table: Grid) -> Thing | None:
    """The one company that the other headers name, or else a heading that speaks of suppliers."""
    heads = [c.header for c in table.columns if c.role not in ("supplier", "company")]
    if found := _one(document, heads):
        return found
    above: list[Text] = [
        t for t in (table.block.caption, *reversed(table.block.path)) if t is not None
    ]
    for text in (*(t.value for t in above), document.layout.title, document.report.title):
        if _SUPPLY.search(text) and (found := _one(document, [text])):
            return found
    return None


def _one(document: Document, texts: Iterable[str]) -> Thing | None:
    found = {
        m.thing.id: m.thing
        for text in texts
        for m in document.gazetteer.find(text)
        if m.thing.cls == "Company"
    }
    return next(iter(found.values())) if len(found) == 1 else None
