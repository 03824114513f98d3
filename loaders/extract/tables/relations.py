"""Relations that the records of a table state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.tables import columns, goods, groups, stacks
from loaders.extract.tables.about import About, topic
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.seats import Line, Seat, anchor_of, seats_of, sides
from loaders.things import ORGS, Claim, Thing

LONGEST_ITEM = 60
_TIER = re.compile(
    r"(?:产业链)?[上中下]游(?:环节|企业|公司|产业)?|(?:up|mid|down)stream", re.IGNORECASE
)
_METRIC = re.compile(r"(?:统计)?(?:指标|口径)(?:名称)?|metric|indicator|measure", re.IGNORECASE)
_VALUE = re.compile(r"(?:预测|统计|指标)?(?:数值|值|数据)|value|figure", re.IGNORECASE)


def read(document: Document, table: Grid) -> Iterator[Claim]:
    """The relations of every record."""
    if _of_figures(table) or _of_tiers(table):
        return
    anchor = anchor_of(table)
    if anchor is None:
        yield from _by_place(document, table)
        return
    about = About(document, table, anchor)
    before: list[Seat] = []
    last: Line | None = None
    for record in table.records:
        line = Line(document, table, record, anchor)
        seats = seats_of(line)
        for seat in seats:
            yield from columns.claims(line, seat, several=len(seats) > 1)
            yield from about.of_seat(line, seat)
            if seat.maker is not None:
                yield Claim(seat.maker, "PRODUCES", seat.thing, line.evidence, "table:maker")
        for other in sides(table, anchor):
            beside = Line(document, table, record, other)
            others = seats_of(beside)
            for seat in others:
                yield from columns.claims(beside, seat, several=len(others) > 1)
        yield from groups.claims(line)
        yield from about.of_makers(line)
        yield from about.of_products(line)
        yield from goods.claims(line)
        yield from stacks.layers(line)
        yield from _trade(line)
        if stacks.generations(table):
            yield from stacks.succession(line, last, before, seats)
        before, last = seats, line
    if stacks.generations(table):
        yield from stacks.lineages(document, table)


def _of_figures(table: Grid) -> bool:
    """Whether each record is one figure: its place is where it was measured, nobody's seat."""
    heads = [c.header.strip().strip("*") for c in table.columns]
    return any(map(_METRIC.fullmatch, heads)) and any(map(_VALUE.fullmatch, heads))


def _of_tiers(table: Grid) -> bool:
    """Whether tiers stand side by side: what one row puts below them has nothing in common."""
    return sum(_TIER.fullmatch(c.header.strip("* ")) is not None for c in table.columns) > 1


def _by_place(document: Document, table: Grid) -> Iterator[Claim]:
    """A table with a line a place: the bodies that its cells name stand there."""
    column = table.first("place")
    if column is None or table.turned:
        return
    industry = topic(document, table)
    for record in table.records:
        places = _things(document, record.cells[column].value, "Place")
        for i, cell in enumerate(record.cells):
            if i == column or len(places) != 1:
                continue
            text = record.evidence[i]
            for org in _things(document, cell.value, *ORGS):
                yield Claim(org, "LOCATED_IN", places[0], text, "table:by-place")
                if industry is not None:
                    yield Claim(org, "ACTIVE_IN", industry, text, "table:topic")


def _things(document: Document, text: str, *classes: str) -> list[Thing]:
    return [m.thing for m in document.gazetteer.find(text) if m.thing.cls in classes]


def _trade(line: Line) -> Iterator[Claim]:
    """Maker and buyer in one record: the maker supplies the buyer with what it is about."""
    if line.table.columns[line.anchor].role not in ("technology", "product", "name"):
        return
    item = {"item": line.cell(line.anchor).strip()[:LONGEST_ITEM]}
    for i in line.table.every("supplier", "company"):
        for j in line.table.every("customer"):
            for maker, _ in things(line.document, line.cell(i), "Company"):
                for buyer, _ in things(line.document, line.cell(j), "Company"):
                    text = line.record.evidence[j]
                    yield Claim(
                        maker, "SUPPLIES", buyer, text, "table:supplies", qualifiers=dict(item)
                    )
