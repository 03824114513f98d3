"""Names in columns that hold nothing else: companies, suppliers, products."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon, model_like
from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, empty
from loaders.extract.tables.items import Item, items
from loaders.extract.tables.mixed import mixed, told
from loaders.extract.tables.seats import classes
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

# columns that hold names and nothing else
_ROLES = ("company", "supplier", "customer", "partner", "institution", "product")
# a longer cell tells a story
LONGEST = 200
# in a column of companies, what nobody knows is one more: a word, or a name in two scripts
_WORD = re.compile(r"[\u4e00-\u9fff]{2,6}")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,12}")
_GLOSS = re.compile(r"[A-Z][A-Za-z0-9 .&\-]{1,30}")
_MOST_OF, _ENOUGH = 0.75, 4


def named(document: Document) -> Iterator[Thing]:
    """The things that the tables of a report list by name."""
    for _, table in document.grids:
        if table is not None:
            yield from _of_table(document, table)


def _of_table(document: Document, table: Grid) -> Iterator[Thing]:
    for i in table.every(*_ROLES):
        if mixed(table.columns[i].header):
            for record in table.records:
                for pair in told(document, record.cells[i].value):
                    yield from (thing for thing in pair if thing is not None)
            continue
        wanted = classes()[table.columns[i].role]
        for record in table.records:
            if len(record.cells[i].value) <= LONGEST:
                found = things(document, record.cells[i].value, *wanted)
                yield from (thing for thing, _ in found if _introduced(thing))


def further(document: Document) -> Iterator[Thing]:
    """What stands among the known companies of a column, and is known as nothing else."""
    for table in (grid for _, grid in document.grids if grid is not None):
        for i in table.every("company"):
            if not mixed(table.columns[i].header):
                yield from _further(document, [r.cells[i].value for r in table.records])


def _further(document: Document, cells: list[str]) -> Iterator[Thing]:
    """The companies of a column whose names are words, where nearly all cells name companies."""
    told = [cell for cell in cells if not empty(cell)]
    odd = [cell for cell in told if not things(document, cell, "Company")]
    if len(told) < _ENOUGH or len(odd) > (1 - _MOST_OF) * len(told):
        return
    for listed in map(items, odd):
        if len(listed) == 1 and _may_be_company(document, listed[0]):
            thing = Thing("Company", listed[0].name)
            yield thing.called(listed[0].inside) if listed[0].inside else thing


def _may_be_company(document: Document, item: Item) -> bool:
    glossed = item.inside is not None and _GLOSS.fullmatch(item.inside) is not None
    if not (_NAME if glossed else _WORD).fullmatch(item.name) or item.name in lexicon("generic"):
        return False
    acts = any(t.tag in ("v", "d", "p", "uj") and len(t.word) > 1 for t in tokens(item.name))
    known = document.gazetteer.known(item.name)
    return (
        known is None
        and not (acts and not glossed)
        and not pattern("cells", "no_org").search(item.name)
    )


def _introduced(thing: Thing) -> bool:
    """Whether a cell makes a name of its words: of a product's only where it looks like one."""
    return thing.cls not in CONCEPTS or model_like(thing.name) or thing.row is not None
