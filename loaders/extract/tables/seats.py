"""Who or what each record of a table is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid, Record, planned
from loaders.extract.tables.items import Item
from loaders.extract.tables.mixed import mixed, told
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Thing

_ANCHORS = (
    "company", "supplier", "institution", "product", "name", "technology", "layer", "customer",
)  # fmt: skip
MAKERS = ("company", "supplier", "institution")


@dataclass(frozen=True)
class Seat:
    """What one record is about, and the role of the column that says so.

    `maker` is the company that the same cell names as the product's.
    """

    role: str
    thing: Thing
    item: Item
    maker: Thing | None = None


@dataclass(frozen=True)
class Line:
    """A record with its table; column `anchor` says what it is about."""

    document: Document
    table: Grid
    record: Record
    anchor: int

    @property
    def evidence(self) -> Text:
        """The text that says what the record is about."""
        return self.record.evidence[self.anchor]

    @property
    def making(self) -> Modality:
        """How the record means that something is made: it may be planned."""
        return Modality.PLANNED if planned(self.record, aside=True) else Modality.ASSERTED

    def cell(self, column: int) -> str:
        """What the record says in a column."""
        return self.record.cells[column].value


def anchor_of(table: Grid) -> int | None:
    """Index of the column that says what each record is about; None where none does."""
    if table.turned:
        across = [r.cells[0].value for r in table.records]
        if len(set(across)) == len(across):
            return 0
        return table.first("product", "company", "supplier") or 0
    company, product = table.first("company"), table.first("product")
    if company is not None and product is not None:
        return min(company, product)
    return table.first(*_ANCHORS)


def sides(table: Grid, anchor: int) -> list[int]:
    """Further columns of companies that stand to the row as those of the anchor: 国内 | 海外."""
    role = table.columns[anchor].role
    if role not in ("company", "supplier"):
        return []
    both = [
        i for i in table.every(role) if pattern("headers", "side").search(table.columns[i].header)
    ]
    return [i for i in both if i != anchor] if anchor in both else []


def seats_of(line: Line) -> list[Seat]:
    """What one record is about: one thing, or several that its cell lists."""
    role = line.table.columns[line.anchor].role
    if role not in classes():
        role = "name"
    if role == "name" and line.table.turned and (org := _org(line)) is not None:
        return [Seat("company", org, Item(org.name))]
    if role == "company" and mixed(line.table.columns[line.anchor].header):
        return list(_mixed(line))
    found = things(line.document, line.cell(line.anchor), *classes()[role])
    return [Seat(role, thing, item) for thing, item in found]


def _mixed(line: Line) -> Iterator[Seat]:
    """The companies and products of a cell that may name both."""
    for maker, product in told(line.document, line.cell(line.anchor)):
        if maker is not None:
            yield Seat("company", maker, Item(maker.name))
        if product is not None:
            yield Seat("product", product, Item(product.name), maker)


def goods_of(line: Line) -> Iterator[Thing]:
    """What a row names beside what it is about: the goods of its company."""
    for i in line.table.every("product", "main_business"):
        if i != line.anchor:
            named = things(line.document, line.cell(i), *classes()[line.table.columns[i].role])
            yield from (thing for thing, _ in named if thing.cls in CONCEPTS)


def _org(line: Line) -> Thing | None:
    """The company that stands at the top of a column, where a table has names there."""
    known = line.document.gazetteer.known(line.cell(line.anchor).strip())
    return known if known is not None and known.cls in ORGS else None


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """The classes of what a column holds, by its role."""
    return {role: tuple(names) for role, names in load("columns")["classes"].items()}
