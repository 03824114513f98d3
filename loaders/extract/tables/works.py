"""What a company's place in a chain says that it makes or goes by: `CPU设计与制造`, `侵入式`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.tables.items import Item
from loaders.extract.tables.seats import MAKERS, Line, Seat
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing

_ROLES = ("tier", "industry")
_TIER = re.compile(r"^(?:上游|中游|下游)(?=.{2})")
_ROUTE = re.compile(r"式$")
_ENDS = re.compile(r"(?:芯片|器件?|设备|材料|系统|模组|模块|零部件|组件|卡|机|片|板|膜|箔|仪)$")


def claims(line: Line, seat: Seat, i: int, other: Thing, item: Item) -> Iterator[Claim]:
    """What one item of a column of fields of work says besides the field."""
    column, text = line.table.columns[i], line.record.evidence[i]
    if seat.role not in MAKERS or column.role not in _ROLES:
        return
    if pattern("headers", "work").search(column.header) is None:
        return
    way = pattern("headers", "ways").search(column.header) is not None
    if made := _made(line.document, item.name):
        yield Claim(seat.thing, "PRODUCES", made, text, "table:work")
    elif way and (_ROUTE.search(item.name) or plausible(item.name)):
        yield Claim(seat.thing, "USES", other, text, "table:way")


def _made(document: Document, name: str) -> Thing | None:
    """The thing that is made where such work is done; None where the words name no thing."""
    name = _TIER.sub("", name)
    done = pattern("headers", "done").search(name)
    stem = name[: done.start("done")].rstrip("的") if done else name
    if m := pattern("headers", "twice").fullmatch(stem):
        stem = m.group("short")
    known = document.gazetteer.known(stem)
    if known is not None:
        return known if known.cls in ("Technology", "Product") and (done or m) else None
    if plausible(stem) and (done or _ENDS.search(stem)):
        return document.gazetteer.named(stem, "Technology", *CONCEPTS)
    return None
