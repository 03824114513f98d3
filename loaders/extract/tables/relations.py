"""Relations between the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Modality
from loaders.blocks import Text
from loaders.concepts import last_phrase, plausible
from loaders.document import Document
from loaders.extract.tables.cells import Item, items, things
from loaders.extract.tables.grid import Grid, Record, empty
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Claim, Thing

ANCHORS = ("company", "supplier", "institution", "product", "name", "technology", "layer", "customer")
_WANTED = {
    "company": ("Company", "Institution"),
    "supplier": ("Company",),
    "customer": ("Company",),
    "partner": ("Company", "Institution"),
    "competitor": ("Company",),
    "parent": ("Company", "Institution"),
    "successor": ("Product", "Technology"),
    "predecessor": ("Product", "Technology"),
    "institution": ("Institution", "Company"),
    "product": ("Product", "Technology"),
    "name": ("Technology", "Product"),
    "technology": ("Technology", "Product"),
    "vehicle": ("Product", "Technology"),
    "main_business": ("Technology", "Product"),
    "layer": ("Technology",),
    "industry": ("Industry", "Technology"),
    "place": ("Place",),
    "investors": ("Company", "Institution"),
    "person": ("Person",),
}
# (role of the anchor, role of the other column) → (predicate, the anchor is the subject)
_READS = {
    ("company", "product"): ("PRODUCES", True),
    ("company", "technology"): ("PRODUCES", True),
    ("company", "main_business"): ("PRODUCES", True),
    ("company", "customer"): ("SUPPLIES", True),
    ("company", "supplier"): ("SUPPLIES", False),
    ("company", "partner"): ("PARTNERS_WITH", True),
    ("company", "competitor"): ("COMPETES_WITH", True),
    ("company", "parent"): ("OWNS", False),
    ("company", "place"): ("LOCATED_IN", True),
    ("company", "industry"): ("ACTIVE_IN", True),
    ("company", "layer"): ("ACTIVE_IN", True),
    ("company", "person"): ("FOUNDED_BY", True),
    ("supplier", "product"): ("PRODUCES", True),
    ("supplier", "technology"): ("PRODUCES", True),
    ("supplier", "main_business"): ("PRODUCES", True),
    ("supplier", "customer"): ("SUPPLIES", True),
    ("supplier", "place"): ("LOCATED_IN", True),
    ("institution", "product"): ("PRODUCES", True),
    ("institution", "place"): ("LOCATED_IN", True),
    ("product", "company"): ("PRODUCES", False),
    ("product", "institution"): ("PRODUCES", False),
    ("product", "supplier"): ("PRODUCES", False),
    ("product", "place"): ("LOCATED_IN", True),
    ("product", "technology"): ("USES", True),
    ("product", "successor"): ("SUCCEEDS", False),
    ("product", "predecessor"): ("SUCCEEDS", True),
    ("technology", "successor"): ("SUCCEEDS", False),
    ("technology", "predecessor"): ("SUCCEEDS", True),
    ("product", "industry"): ("ACTIVE_IN", True),
    ("name", "technology"): ("USES", True),
    ("name", "vehicle"): ("USES", False),
    ("product", "vehicle"): ("USES", False),
    ("technology", "vehicle"): ("USES", False),
    ("name", "product"): ("TYPE_OF", False),
    ("name", "company"): ("PRODUCES", False),
    ("name", "industry"): ("ACTIVE_IN", True),
    ("name", "place"): ("LOCATED_IN", True),
    ("technology", "product"): ("TYPE_OF", False),
    ("technology", "company"): ("PRODUCES", False),
    ("technology", "supplier"): ("PRODUCES", False),
    ("technology", "customer"): ("USES", False),
    ("technology", "institution"): ("PRODUCES", False),
    ("technology", "industry"): ("ACTIVE_IN", True),
    ("customer", "supplier"): ("SUPPLIES", False),
    ("customer", "product"): ("USES", True),
}


LONGEST_ITEM = 60
# 3颗激光雷达+12颗摄像头: a specification, read with the figures
_SPEC = re.compile(r"\d\s*(?:颗|个|台|块|枚|套|路)[^+]{2,20}\+")
_TITLE = re.compile(r"^(?:图|表|图表|Figure|Table|Exhibit)\s*\d*\s*[：:.]?\s*", re.IGNORECASE)
_ROUTE_COLUMN = re.compile(r"技术路线|技术路径|主流")
# what a maker goes by, not what it sells
_WAY = re.compile(r"(?<!产品)(?<!材料)(?<!产品/)(?<!材料/)(?<!产品 / )(?<!材料 / )(?:路线|路径|架构|工艺|制程|算法|process|architecture|node)", re.IGNORECASE)
_ROUTES = re.compile(r"(?:技术)?(?:路径|路线|类型|分类|种类|方案)|主流装置")


@dataclass(frozen=True)
class Seat:
    """What one record is about, and the role of the column that says so."""

    role: str
    thing: Thing
    item: Item


def read(document: Document, table: Grid) -> Iterator[Claim]:
    """The relations of every record."""
    anchor = anchor_of(table)
    if anchor is None:
        yield from _by_place(document, table)
        return
    owner = _owner(document, table) if table.columns[anchor].role in ("product", "name") else None
    industry = topic(document, table)
    makers = table.every("company", "supplier", "institution")
    whole = _whole(document, table, anchor)
    seats_before: list[Seat] = []
    for record in table.records:
        seats = seats_of(document, table, record, anchor)
        for seat in seats:
            yield from _of_seat(document, table, record, anchor, seat)
            if whole and whole.id != seat.thing.id:
                yield _claim(seat.thing, "TYPE_OF", whole, record.evidence[anchor], "table:kinds")
            if owner and not table.every("company", "supplier", "institution"):
                yield _claim(owner, "PRODUCES", seat.thing, record.evidence[anchor], "table:owner")
        for i in makers if industry else ():
            for maker, _ in things(document, record.cells[i].value, *_WANTED[table.columns[i].role]):
                yield _claim(maker, "ACTIVE_IN", industry, record.evidence[i], "table:topic")
        yield from _layers(document, table, record, anchor, seats)
        yield from _between(document, table, record, anchor)
        if table.turned and _generations(table):
            yield from _succession(seats_before, seats, record.evidence[anchor])
        seats_before = seats


def _by_place(document: Document, table: Grid) -> Iterator[Claim]:
    """A table with a line a place: the bodies that its cells name stand there."""
    column = table.first("place")
    if column is None or table.turned:
        return
    industry = topic(document, table)
    for record in table.records:
        there = [m.thing for m in document.gazetteer.find(record.cells[column].value) if m.thing.cls == "Place"]
        for i, cell in enumerate(record.cells):
            if i == column or len(there) != 1:
                continue
            for m in document.gazetteer.find(cell.value):
                if m.thing.cls in ORGS:
                    yield _claim(m.thing, "LOCATED_IN", there[0], record.evidence[i], "table:by-place")
                    if industry is not None:
                        yield _claim(m.thing, "ACTIVE_IN", industry, record.evidence[i], "table:topic")


def anchor_of(table: Grid) -> int | None:
    """Index of the column that says what each record is about; None where none does."""
    if table.turned:
        across = [r.cells[0].value for r in table.records]
        if len(set(across)) == len(across):
            return 0
        return table.first("product", "company", "supplier") or 0
    if table.every("company") and table.every("product"):
        company, product = table.every("company")[0], table.every("product")[0]
        return min(company, product)
    return table.first(*ANCHORS)


def seats_of(document: Document, table: Grid, record: Record, anchor: int) -> list[Seat]:
    """What one record is about: one thing, or several that its cell lists."""
    role = table.columns[anchor].role
    wanted = _WANTED.get(role, ("Technology", "Product"))
    return [
        Seat(role if role in _WANTED else "name", thing, item)
        for thing, item in things(document, record.cells[anchor].value, *wanted)
    ]


def _of_seat(
    document: Document, table: Grid, record: Record, anchor: int, seat: Seat
) -> Iterator[Claim]:
    yield from _placed(document, seat.thing, seat.item, record.evidence[anchor])
    for i, column in enumerate(table.columns):
        if i == anchor or empty(record.cells[i].value):
            continue
        found = _READS.get((seat.role, column.role))
        if found is None:
            continue
        predicate, forward = found
        way = predicate == "PRODUCES" and column.role == "technology" and bool(_WAY.search(column.header))
        if way:
            predicate = "USES"
        cell = record.cells[i].value
        if _SPEC.search(cell):
            continue
        if len(cell) > 160 and column.role not in ("customer", "supplier", "product", "investors"):
            continue
        kind = _kind_of(document, column.header) if column.role == "technology" else None
        for other, item in _others(document, column.role, cell):
            if way and other.row is None and not plausible(other.name):
                continue
            if kind is not None and kind.id != other.id and _proper(other.name):
                yield _claim(other, "TYPE_OF", kind, record.evidence[i], "table:header-kind")
            subject, object_ = (seat.thing, other) if forward else (other, seat.thing)
            claim = _related(subject, predicate, object_, item, record.evidence[i], column.header)
            if predicate == "SUPPLIES" and (goods := _goods(table, record, anchor)):
                claim.qualifiers.setdefault("item", goods)
            yield claim
            yield from _placed(document, other, item, record.evidence[i])


def _kind_of(document: Document, header: str) -> Thing | None:
    """The technology that a header names: what stands below `CPU` is one."""
    known = document.gazetteer.known(header.split()[-1]) if header.split() else None
    return known if known is not None and known.cls == "Technology" else None


def _proper(name: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Za-z0-9\-+. ]{2,24}", name) is not None


def _placed(document: Document, thing: Thing, item: Item, text: Text) -> Iterator[Claim]:
    """`EAST(中国)`, `FigureAI(美国)`: a place in brackets."""
    if item.inside and thing.cls in ("Company", "Institution", "Product"):
        for place in document.gazetteer.find(item.inside):
            if place.thing.cls == "Place":
                yield _claim(thing, "LOCATED_IN", place.thing, text, "table:place")


def _others(document: Document, role: str, cell: str) -> list[tuple[Thing, Item]]:
    if role == "place":
        return [(m.thing, Item(m.thing.name)) for m in document.gazetteer.find(cell) if m.thing.cls == "Place"]
    if role == "person":
        return [(Thing("Person", i.name), i) for i in items(cell) if 2 <= len(i.name) <= 24]
    return things(document, cell, *_WANTED[role])


def _related(
    subject: Thing, predicate: str, object_: Thing, item: Item, text: Text, header: str
) -> Claim:
    qualifiers = {}
    if predicate == "SUPPLIES" and item.label:
        qualifiers["mode"] = item.label
    return Claim(
        subject, predicate, object_, text, f"table:{predicate.lower()}", _meant(header), qualifiers
    )


def _goods(table: Grid, record: Record, anchor: int) -> str:
    """What a row of a seller or buyer says is sold; empty where no column does."""
    column = table.first("product", "technology")
    if column is None or column == anchor or empty(record.cells[column].value):
        return ""
    text = record.cells[column].value.strip()
    return text if len(text) <= LONGEST_ITEM else ""


def _meant(header: str) -> Modality:
    """How a column is meant as a whole: 潜在标的, 拟建项目."""
    for how in (Modality.POTENTIAL, Modality.PLANNED):
        if any(word in header.lower() for word in load("headers")["words"][how.value]):
            return how
    return Modality.ASSERTED


def _claim(subject: Thing, predicate: str, object_: Thing, text: Text, method: str, **qualifiers: str) -> Claim:
    return Claim(subject, predicate, object_, text, method, Modality.ASSERTED, qualifiers)


def _owner(document: Document, table: Grid) -> Thing | None:
    """The one company a table's caption or heading is about: it makes the products listed."""
    for text in (table.block.caption, *reversed(table.block.path)):
        if text is None:
            continue
        orgs = {m.thing.id: m.thing for m in document.gazetteer.find(text.value) if m.thing.cls == "Company"}
        if len(orgs) == 1:
            return next(iter(orgs.values()))
        if orgs:
            return None
    return None


def _whole(document: Document, table: Grid, anchor: int) -> Thing | None:
    """What a table of routes or types is about: `电子皮肤技术路径对比` → 电子皮肤."""
    if table.columns[anchor].role not in ("technology", "name"):
        return None
    column = table.columns[anchor].header
    for text in (table.block.caption, *reversed(table.block.path)):
        if text is None:
            continue
        if (m := _ROUTES.search(text.value)) or (m := _ROUTE_COLUMN.search(column)):
            found = [x.thing for x in document.gazetteer.find(text.value) if x.thing.cls in CONCEPTS]
            if found:
                return found[-1] if len(found) == 1 else found[0]
            if m.string is text.value and (p := last_phrase(_TITLE.sub("", text.value[: m.start()]))) and plausible(p.name, loose=True):
                return document.gazetteer.named(p.name, "Technology", *CONCEPTS)
    return None


def topic(document: Document, table: Grid) -> Thing | None:
    """The industry that a table of companies is about, from its caption or nearest headings.

    A technology that they name stands in where no industry is named.
    """
    texts = [t.value for t in (table.block.caption, *reversed(table.block.path[-2:])) if t is not None]
    for cls in ("Industry", "Technology"):
        for text in texts:
            for m in document.gazetteer.find(text):
                if m.thing.cls == cls:
                    return m.thing
    return None


def _layers(
    document: Document, table: Grid, record: Record, anchor: int, seats: list[Seat]
) -> Iterator[Claim]:
    """A table with a column of layers puts each record's technology at a layer of the stack."""
    column = table.first("layer")
    if column is None:
        return
    stack = Thing("Technology", table.columns[column].header.strip())
    what = table.first("technology", "product")
    found = things(document, record.cells[what].value, "Technology") if what is not None else []
    for thing, _ in found:
        yield _claim(thing, "LAYER_OF", stack, record.evidence[anchor], "table:layer",
                     position=record.cells[column].value.strip())


def _between(document: Document, table: Grid, record: Record, anchor: int) -> Iterator[Claim]:
    """Maker and buyer in one record: the maker supplies the buyer."""
    role = table.columns[anchor].role
    if role not in ("technology", "product", "name"):
        return
    makers = table.every("supplier", "company")
    buyers = table.every("customer")
    product = record.cells[anchor].value.strip()
    for i in makers:
        for j in buyers:
            for maker, _ in things(document, record.cells[i].value, "Company"):
                for buyer, _ in things(document, record.cells[j].value, "Company"):
                    yield _claim(maker, "SUPPLIES", buyer, record.evidence[j], "table:supplies", item=product[:60])


def _generations(table: Grid) -> bool:
    caption = table.block.caption.value.lower() if table.block.caption else ""
    return any(w in caption for w in words_of_generations())


def words_of_generations() -> list[str]:
    """Words of a caption that say that columns follow each other in time."""
    return list(load("headers")["words"]["generations"])


def _succession(before: list[Seat], now: list[Seat], text: Text) -> Iterator[Claim]:
    for new in now[:1]:
        for old in before[-1:]:
            if new.thing.id != old.thing.id:
                yield _claim(new.thing, "SUCCEEDS", old.thing, text, "table:generation")
