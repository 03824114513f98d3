"""What a row says of the products beside their maker: 公司 | 产品 | 技术路线 | 应用."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.extract.applied.objects import own
from loaders.extract.clauses.wholes import goes_into, whole
from loaders.extract.tables import heads
from loaders.extract.tables.cells import thing_of, things
from loaders.extract.tables.completed import completed
from loaders.extract.tables.grid import Column, Grid
from loaders.extract.tables.items import items
from loaders.extract.tables.seats import MAKERS, Line, classes
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Claim, Thing

# 服务器厂商: who buys, and what for
_TYPES = re.compile(r"(?:主要|核心)?产品(?:类型|类别|种类)")
_FIRMS = re.compile(r"(?:厂商|厂家|企业|厂|公司|客户)$")
_NAMED = (*ORGS, "Place", "Person")


def columns(table: Grid) -> list[int]:
    """The columns of products in a table whose rows name their makers; 产品类型 is one of them."""
    if table.turned or not table.every(*MAKERS):
        return []
    every = enumerate(table.columns)
    return [i for i, c in every if c.role == "product" or _TYPES.match(c.header.strip("* "))]


def claims(line: Line) -> Iterator[Claim]:
    """What products go by, and where they are applied, as the other cells of their row say."""
    for i in columns(line.table):
        made = [t for t, _ in things(line.document, line.cell(i), *classes()["product"])]
        for j, column in enumerate(line.table.columns):
            predicate = _predicate(column)
            if predicate and not (len(made) > 1 and _parts(column, line.cell(j))):
                yield from _each(line, j, made, predicate)


def _predicate(column: Column) -> str:
    """What a column says of a product: that it goes by a technology, or where it is applied."""
    if column.role == "built":
        return "USES"
    if column.role == "technology":
        return "USES" if pattern("headers", "route").search(column.header) else ""
    return "ACTIVE_IN" if column.role in ("industry", "customer") else ""


def _parts(column: Column, cell: str) -> bool:
    """Whether a cell lists several fields of a company, which part its products."""
    return len(items(cell)) > 1 and _of_fields(column)


def _of_fields(column: Column) -> bool:
    return pattern("headers", "segment").search(column.header) is not None


def _said(line: Line, at: int) -> Iterator[Thing]:
    """What a cell names, each with a name of its own or one that the title completes."""
    column, block = line.table.columns[at], line.table.block
    if column.role == "customer":
        yield from _bought_for(line, at)
        return
    for item in items(line.cell(at)):
        known = completed(line.document, block, item.name) if _of_fields(column) else None
        thing = known or thing_of(line.document, item, *classes()[column.role])
        loose = column.role == "industry"
        if thing is not None and (thing.row or plausible(thing.name, loose=loose)):
            yield thing


def _bought_for(line: Line, at: int) -> Iterator[Thing]:
    """What customers that go without a name make: 服务器厂商, 智能终端."""
    gazetteer = line.document.gazetteer
    for item in items(line.cell(at)):
        name = _FIRMS.sub("", item.name)
        known = gazetteer.known(name)
        named = any(m.thing.cls in _NAMED for m in gazetteer.find(name))
        fair = (
            known.cls in CONCEPTS
            if known is not None
            else plausible(name) or own(line.document, name)
        )
        if fair and not named:
            yield gazetteer.named(name, "Industry", *CONCEPTS)


def _each(line: Line, at: int, made: list[Thing], predicate: str) -> Iterator[Claim]:
    said = list(_said(line, at))
    for product in made:
        into = heads.applies(line.table.columns[at]) and goes_into(product, said)
        how = "PART_OF" if into and predicate == "ACTIVE_IN" else predicate
        for other in (whole(line.document, o) for o in said) if into else said:
            if other.id != product.id:
                text = line.record.evidence[at]
                yield Claim(product, how, other, text, f"table:product-{how.lower()}")
