"""What the other columns of a record say of its thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.blocks import Text
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.clauses.wholes import goes_into, whole
from loaders.extract.tables import heads, works
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import Column, empty
from loaders.extract.tables.items import Item, items
from loaders.extract.tables.places import places
from loaders.extract.tables.seats import Line, Seat, classes
from loaders.naming import named_concept
from loaders.things import CONCEPTS, ORGS, Claim, Thing

# 3颗激光雷达+12颗摄像头: a specification, read with the figures
_SPEC = re.compile(r"\d\s*(?:颗|个|台|块|枚|套|路)[^+]{2,20}\+")
# columns that may list many names; in others, a long cell tells a story
_LISTING = ("customer", "supplier", "product", "investors")
LONGEST_CELL = 160
LONGEST_ITEM = 60
LONGEST_PERSON = 24


def claims(line: Line, seat: Seat, *, several: bool = False) -> Iterator[Claim]:
    """The relations between a record's thing and what its other cells name.

    Where the record is about several, a list of products does not say who makes which.
    """
    yield from _remarks(line.document, seat.thing, seat.item, line.evidence)
    for i in range(len(line.table.columns)):
        if i != line.anchor and not empty(line.cell(i)):
            found = list(of_column(line, seat, i))
            made = {
                c.object.id for c in found if c.predicate == "PRODUCES" and c.subject == seat.thing
            }
            doubtful = several and len(made) > 1
            yield from (c for c in found if not (doubtful and c.predicate == "PRODUCES"))


def of_column(line: Line, seat: Seat, i: int) -> Iterator[Claim]:
    """What the cell of one column says of a record's thing."""
    column, cell, text = line.table.columns[i], line.cell(i), line.record.evidence[i]
    if seat.thing.cls in ORGS and works.of_segments(column.role, column.header, cell):
        said = list(works.claims(line.document, line.table.block, seat.thing, (cell, text)))
        yield from said
        if said:
            return
    if seat.thing.cls in ORGS and works.of_profile(column.role, column.header):
        yield from works.goods(line.document, seat.thing, cell, text)
    relation = heads.relation(seat.role, column, before=i < line.anchor)
    story = len(cell) > LONGEST_CELL and column.role not in _LISTING
    if relation is not None and not story and not _SPEC.search(cell):
        yield from _related(line, seat, i, relation)
        yield from _headed(line, seat, i)


def _related(line: Line, seat: Seat, i: int, relation: tuple[str, bool]) -> Iterator[Claim]:
    """What a column is in a relation to: the things that its cell names."""
    column, text = line.table.columns[i], line.record.evidence[i]
    predicate, forward = relation
    how = heads.meant(column.header)
    if predicate == "PRODUCES" and how is Modality.ASSERTED:
        how = line.making
    goods = _goods(line) if predicate == "SUPPLIES" else ""
    others = _others(line.document, column.role, line.cell(i))
    if predicate == "ACTIVE_IN" and _built_in(seat.thing, column, [other for other, _ in others]):
        predicate, others = "PART_OF", [(whole(line.document, o), item) for o, item in others]
    for other, item in others:
        if (
            predicate == "USES"
            and seat.thing.cls in ORGS
            and not (other.row or plausible(other.name))
        ):
            continue
        qualifiers = {"item": goods} if goods else {}
        if predicate == "SUPPLIES" and item.label:
            qualifiers = {"mode": item.label, **qualifiers}
        subject, object_ = (seat.thing, other) if forward else (other, seat.thing)
        yield Claim(
            subject, predicate, object_, text, f"table:{predicate.lower()}", how, qualifiers
        )
        yield from _remarks(line.document, other, item, text)


def _built_in(thing: Thing, column: Column, wholes: list[Thing]) -> bool:
    """Whether what a column says a thing is put to use in are goods that hold it."""
    return thing.cls in CONCEPTS and heads.applies(column) and goes_into(thing, wholes)


def _headed(line: Line, seat: Seat, i: int) -> Iterator[Claim]:
    """That the names of a cell are of the kind that its header names, and who makes that kind."""
    column, text = line.table.columns[i], line.record.evidence[i]
    kind = heads.kind(line.document, column)
    if kind is None:
        return
    if column.role == "product" and seat.role == "company":
        yield Claim(seat.thing, "PRODUCES", kind, text, "table:header-made", line.making)
    for other, _ in _others(line.document, column.role, line.cell(i)):
        if kind.id != other.id and heads.proper(other):
            yield Claim(other, "TYPE_OF", kind, text, "table:header-kind")


def _remarks(document: Document, thing: Thing, item: Item, text: Text) -> Iterator[Claim]:
    """`EAST(中国)`, `FigureAI(美国)`: a place in brackets; `协作机器人 CX`: a kind or maker beside a name."""
    if item.inside and thing.cls in ("Company", "Institution", "Product"):
        for place in document.gazetteer.find(item.inside):
            if place.thing.cls == "Place":
                yield Claim(thing, "LOCATED_IN", place.thing, text, "table:place")
    if item.kind and thing.cls in CONCEPTS:
        maker = document.gazetteer.known(item.kind)
        if maker is not None and maker.cls in ORGS:
            yield Claim(maker, "PRODUCES", thing, text, "table:maker-word")
            return
        kind = named_concept(document, item.kind)
        if kind.id != thing.id:
            yield Claim(thing, "TYPE_OF", kind, text, "table:kind-word")


def _others(document: Document, role: str, cell: str) -> list[tuple[Thing, Item]]:
    if role == "place":
        return [(thing, Item(thing.name)) for thing in places(document, cell)]
    if role == "person":
        named = (i for i in items(cell) if 2 <= len(i.name) <= LONGEST_PERSON)
        return [(Thing("Person", i.name), i) for i in named]
    return things(document, cell, *classes()[role])


def _goods(line: Line) -> str:
    """What a row of a seller or buyer says is sold; empty where no column does."""
    column = line.table.first("product", "technology")
    if column is None or column == line.anchor or empty(line.cell(column)):
        return ""
    text = line.cell(column).strip()
    return text if len(text) <= LONGEST_ITEM else ""
