"""What the rows of a table are kinds of, by its titles or the header of their column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import topics
from loaders.concepts import last_phrase, lexicon, plausible
from loaders.document import Document
from loaders.extract.tables import heads
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

_TITLE = re.compile(r"^(?:图|表|图表|Figure|Table|Exhibit)\s*\d*\s*[：:.]?\s*", re.IGNORECASE)
_ROUTES = re.compile(r"(?:技术)?(?:路径|路线|类型|分类|种类|方案)|主流装置")
_ROUTE_COLUMN = re.compile(r"技术路线|技术路径|主流")

_KINDS = ("Technology", *CONCEPTS)


def whole(document: Document, table: Grid, anchor: int) -> Thing | None:
    """What the rows are kinds of; 聚变 beside 裂变 in a table on 聚变 is but one of its rows."""
    found = _told(document, table, anchor)
    return None if _listed(document, table, anchor, found) else found


def titles(table: Grid) -> Iterator[str]:
    """The caption and the headings of a table, the nearest first."""
    for text in (table.block.caption, *reversed(table.block.path)):
        if text is not None:
            yield text.value


def _told(document: Document, table: Grid, anchor: int) -> Thing | None:
    """What a table of routes or types is about: `电子皮肤技术路径对比` → 电子皮肤."""
    column = table.columns[anchor]
    if column.role == "product":
        return heads.kind(document, column)
    if column.role not in ("technology", "name"):
        return None
    for text in titles(table):
        routes = _ROUTES.search(text)
        if routes is None and (anchor or not _ROUTE_COLUMN.search(column.header)):
            continue
        found = [m.thing for m in document.gazetteer.find(text) if m.thing.cls in CONCEPTS]
        if found:
            return found[0]
        phrase = last_phrase(_TITLE.sub("", text[: routes.start()])) if routes else None
        if phrase is not None and plausible(phrase.name, loose=True):
            return document.gazetteer.named(_unowned(document, phrase.name), *_KINDS)
    sorts = pattern("headers", "kinds").fullmatch(column.header.strip())
    return _of_kinds(document, table, sorts.group("what")) if sorts else None


def _unowned(document: Document, name: str) -> str:
    """A name without the company whose it is."""
    first = next(iter(document.gazetteer.find(name)), None)
    owned = first is not None and first.start == 0 and first.thing.cls == "Company"
    return name[first.end :] or name if first is not None and owned else name


def _listed(document: Document, table: Grid, anchor: int, whole: Thing | None) -> bool:
    """Whether a row is about what the table is said to list the kinds of."""
    if whole is None:
        return False
    cells = (record.cells[anchor].value for record in table.records)
    return any(t.id == whole.id for cell in cells for t, _ in things(document, cell, *CONCEPTS))


def _of_kinds(document: Document, table: Grid, what: str) -> Thing | None:
    """What a column of kinds is of: `电机类型` says it, `产品类别` leaves it to a chain's title."""
    if what and what not in lexicon("generic"):
        noun = tokens(what)[-1].tag[0] == "n" and plausible(what, loose=True)
        return document.gazetteer.named(what, "Technology", *CONCEPTS) if noun else None
    chains = (topics.chain(document, text) for text in (*titles(table), document.report.title))
    return next((c for c in chains if c is not None), None)
