"""What companies work in, by a column of segments: `环节`, `产业链位置`, `细分领域`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block, Text
from loaders.concepts import phrases
from loaders.document import Document
from loaders.extract.tables.completed import completed
from loaders.extract.tables.items import items
from loaders.extract.tables.segments import LONGEST, Segment, segments, thing_like
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing
from loaders.tokens import tokens

# 微控制器MCU: a name and its abbreviation
_BOTH = re.compile(r"(?P<long>[\u4e00-\u9fff]{3,})(?P<short>[A-Z]{2,6})")
Told = tuple[str, Text]
_ROLES = ("technology", "industry", "main_business", "layer", "metric")


# the tier that a segment is in, before its name
_LED = re.compile(
    r"^(?:产业链)?(?:中上|中下|上|中|下)游(?:的|环节|企业|端)?[：:—\-\s]*(?=[\u4e00-\u9fffA-Za-z]{2})"
)
# clauses of a profile, but not inside brackets
_CLAUSE = re.compile(r"[，,；;。](?![^（()]*[)）])")
# what may stand beside a thing: 龙头, 高端
_LOOSE = 3


def of_segments(role: str, header: str, cell: str = "") -> bool:
    """Whether a column says what companies work in, or a cell of it does: 上游核心芯片."""
    if role == "tier" or (role in _ROLES and _LED.match(cell)):
        return True
    if pattern("headers", "route").search(header):
        return False
    return role in _ROLES and pattern("headers", "segment").search(header) is not None


def claims(document: Document, block: Block, org: Thing, told: Told) -> Iterator[Claim]:
    """That a company works in the segments of a cell and makes what is made there."""
    cell, text = told
    for item in items(cell):
        if (field := completed(document, block, item.name)) is not None:
            yield Claim(org, "ACTIVE_IN", field, text, "table:segment")
    for segment in segments(_LED.sub("", cell)):
        if completed(document, block, segment.work) is not None:
            continue
        work, goods = fields(document, segment)
        yield Claim(org, "ACTIVE_IN", work, text, "table:segment")
        if goods is not None and goods.cls != "Industry":
            yield Claim(org, "PRODUCES", goods, text, "table:segment-goods")


def of_profile(role: str, header: str) -> bool:
    """Whether a column tells in a few words what companies do."""
    return role in ("note", "metric") and pattern("headers", "profile").search(header) is not None


def goods(document: Document, org: Thing, cell: str, text: Text) -> Iterator[Claim]:
    """That a company makes what a clause of its profile lists, if that lists nothing but things."""
    for clause in _CLAUSE.split(cell):
        for name in _listed(clause):
            thing = _named(document, name, "Technology")
            if thing.cls != "Industry":
                yield Claim(org, "PRODUCES", thing, text, "table:profile")


def _listed(clause: str) -> list[str]:
    """The things that a clause is a list of; none where it says more: clauses that end in one."""
    listed = [i.name for i in items(clause)]
    found = [p.name for name in listed for p in phrases(name)]
    acts = any(map(pattern("cells", "acts").match, listed))
    if acts or sum(map(len, found)) + _LOOSE * len(listed) < sum(map(len, listed)):
        return []
    return found if all(map(_thing, found)) else []


def _thing(name: str) -> bool:
    """Whether a word of a profile is a thing, and no clause that ends in one."""
    first = tokens(name)[0]
    acts = first.tag[0] == "p" or (first.tag[0] == "v" and len(first.word) > 1)
    return len(name) <= LONGEST and thing_like(name) and not (acts or name[-1] == "链")


def fields(document: Document, segment: Segment) -> tuple[Thing, Thing | None]:
    """A segment and what is made there, as things."""
    work = _named(document, segment.work, "Industry")
    goods = _named(document, segment.goods, "Technology") if segment.goods else None
    if goods is None and segment.work.isascii() and work.row and work.cls == "Technology":
        goods = work  # Cathode
    return work, goods


def _named(document: Document, name: str, cls: str) -> Thing:
    gazetteer = document.gazetteer
    known = gazetteer.named(name, cls, *CONCEPTS)
    if known.row is not None or not (m := _BOTH.fullmatch(name)):
        return known
    halves = [gazetteer.named(h, cls, *CONCEPTS) for h in m.group("short", "long")]
    return next((h for h in halves if h.row), halves[0]).called(*(h.name for h in halves), name)
