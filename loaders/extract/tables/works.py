"""What companies work in, by a column of segments: `环节`, `产业链位置`, `细分领域`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.tables.segments import Segment, segments
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing

# 微控制器MCU: a name and its abbreviation
_BOTH = re.compile(r"(?P<long>[\u4e00-\u9fff]{3,})(?P<short>[A-Z]{2,6})")
_ROLES = ("technology", "industry", "main_business", "layer", "metric")


def of_segments(role: str, header: str) -> bool:
    """Whether a column says what companies work in."""
    if role == "tier":
        return True
    return role in _ROLES and pattern("headers", "segment").search(header) is not None


def claims(document: Document, org: Thing, cell: str, text: Text) -> Iterator[Claim]:
    """That a company works in the segments of a cell and makes what is made there."""
    for segment in segments(cell):
        work, goods = fields(document, segment)
        yield Claim(org, "ACTIVE_IN", work, text, "table:segment")
        if goods is not None and goods.cls != "Industry":
            yield Claim(org, "PRODUCES", goods, text, "table:segment-goods")


def fields(document: Document, segment: Segment) -> tuple[Thing, Thing | None]:
    """A segment and what is made there, as things."""
    work = _named(document, segment.work, "Industry")
    goods = _named(document, segment.goods, "Technology") if segment.goods else None
    return work, goods


def _named(document: Document, name: str, cls: str) -> Thing:
    gazetteer = document.gazetteer
    known = gazetteer.named(name, cls, *CONCEPTS)
    if known.row is not None or not (m := _BOTH.fullmatch(name)):
        return known
    halves = [gazetteer.named(h, cls, *CONCEPTS) for h in m.group("short", "long")]
    return next((h for h in halves if h.row), halves[0]).called(*(h.name for h in halves), name)
