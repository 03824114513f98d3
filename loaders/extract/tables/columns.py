"""What the other columns of a record say of its thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.blocks import Text
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.tables import works
from loaders.extract.tables.cells import things
from loaders.extract.tables.grid import empty
from loaders.extract.tables.items import Item, items
from loaders.extract.tables.places import places
from loaders.extract.tables.seats import Line, Seat, classes
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, ORGS, Claim, Thing

# 3颗激光雷达+12颗摄像头: a specification, read with the figures
_SPEC = re.compile(r"\d\s*(?:颗|个|台|块|枚|套|路)[^+]{2,20}\+")
_PROPER = re.compile(r"[A-Z][A-Za-z0-9\-+. ]{2,24}")
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
    route = pattern("headers", "route").search(column.header) is not None
    if seat.thing.cls in ORGS and works.of_segments(column.role, column.header, cell):
        said = list(works.claims(line.document, line.table.block, seat.thing, (cell, text)))
        yield from said
        if said:
            return
    if seat.thing.cls in ORGS and works.of_profile(column.role, column.header):
        yield from works.goods(line.document, seat.thing, cell, text)
    relation = _relation(seat.role, column.role)
    if (
        seat.role in ("product", "name")
        and column.header.lower() in load("headers")["words"]["built_in"]
    ):
        relation = ("USES", True)  # 芯片 beside 版本
    if seat.role == "product" and pattern("headers", "kinds").fullmatch(column.header.strip()):
        relation = ("TYPE_OF", True)
    story = len(cell) > LONGEST_CELL and column.role not in _LISTING
    if relation is None or story or _SPEC.search(cell):
        return
    predicate, forward = relation
    route = route and forward and predicate in ("PRODUCES", "ACTIVE_IN")
    if route:
        predicate = "USES"
    kind = _kind(line.document, column.header) if column.role == "technology" else None
    goods = _goods(line) if predicate == "SUPPLIES" else ""
    for other, item in _others(line.document, column.role, cell):
        if route and other.row is None and not plausible(other.name):
            continue
        if kind is not None and kind.id != other.id and _PROPER.fullmatch(other.name):
            yield Claim(other, "TYPE_OF", kind, text, "table:header-kind")
        qualifiers = {"item": goods} if goods else {}
        if predicate == "SUPPLIES" and item.label:
            qualifiers = {"mode": item.label, **qualifiers}
        subject, object_ = (seat.thing, other) if forward else (other, seat.thing)
        method, how = f"table:{predicate.lower()}", _meant(column.header)
        if predicate == "PRODUCES" and how is Modality.ASSERTED:
            how = line.making
        yield Claim(subject, predicate, object_, text, method, how, qualifiers)
        yield from _remarks(line.document, other, item, text)


def _relation(anchor: str, other: str) -> tuple[str, bool] | None:
    """The relation between two columns, and whether the anchor's thing is its subject."""
    for way in ("forward", "backward"):
        if predicate := load("columns")[way].get(anchor, {}).get(other):
            return predicate, way == "forward"
    return None


def _kind(document: Document, header: str) -> Thing | None:
    """The technology that a header names: what stands below `CPU` is one."""
    words = header.split()
    known = document.gazetteer.known(words[-1]) if words else None
    return known if known is not None and known.cls == "Technology" else None


def _remarks(document: Document, thing: Thing, item: Item, text: Text) -> Iterator[Claim]:
    """`EAST(中国)`, `FigureAI(美国)`: a place in brackets; `协作机器人 CX`: a kind beside a name."""
    if item.inside and thing.cls in ("Company", "Institution", "Product"):
        for place in document.gazetteer.find(item.inside):
            if place.thing.cls == "Place":
                yield Claim(thing, "LOCATED_IN", place.thing, text, "table:place")
    if item.kind and thing.cls in CONCEPTS:
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


def _meant(header: str) -> Modality:
    """How a column is meant as a whole: 潜在标的, 拟建项目."""
    for how in (Modality.POTENTIAL, Modality.PLANNED):
        if any(word in header.lower() for word in load("headers")["words"][how.value]):
            return how
    return Modality.ASSERTED
