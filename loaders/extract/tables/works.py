"""What companies work in, by a column of segments: `环节`, `产业链位置`, `细分领域`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block, Text
from loaders.concepts import lexicon, phrases
from loaders.document import Document
from loaders.english.runs import lexicon as english
from loaders.english.runs import singular
from loaders.extract.tables.completed import completed
from loaders.extract.tables.items import items
from loaders.extract.tables.segments import LONGEST, Segment, segments, thing_like
from loaders.grammar.patterns import pattern
from loaders.naming import named_twice
from loaders.things import ORGS, Claim, Thing
from loaders.tokens import tokens

Told = tuple[str, Text]
_ROLES = ("technology", "industry", "main_business", "layer", "metric")


# the tier that a segment is in, before its name
_LED = re.compile(
    r"^(?:产业链)?(?:中上|中下|上|中|下)游(?:的|环节|企业|端)?[：:—\-\s]*(?=[\u4e00-\u9fffA-Za-z]{2})"
)
_CLAUSE = re.compile(r"[，。；;]")
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
    """That a company makes what a clause of its profile lists, where that is nothing but things."""
    for clause in _CLAUSE.split(cell):
        named = any(m.thing.cls in (*ORGS, "Industry") for m in document.gazetteer.find(clause))
        for name in () if named else _listed(clause):
            yield Claim(
                org, "PRODUCES", named_twice(document, name, "Technology"), text, "table:profile"
            )


def _listed(clause: str) -> list[str]:
    """The things that a clause lists; none where it says anything else."""
    listed = [i.name for i in items(clause)]
    found = [p.name for name in listed for p in phrases(name)]
    acts = any(map(pattern("cells", "acts").match, listed))
    if acts or sum(map(len, found)) + _LOOSE * len(listed) < sum(map(len, listed)):
        return []  # clauses that end in a thing
    return found if all(map(_thing, found)) else []


def _thing(name: str) -> bool:
    """Whether a word of a profile is a thing, and no clause that ends in one."""
    first = tokens(name)[0]
    says = first.tag[0] in "vdp" and first.word not in ("可", *lexicon("attributes"))
    return len(name) <= LONGEST and thing_like(name) and not says


def fields(document: Document, segment: Segment) -> tuple[Thing, Thing | None]:
    """A segment and what is made there, as things."""
    work = named_twice(document, segment.work, "Industry")
    goods = named_twice(document, segment.goods, "Technology") if segment.goods else None
    if goods is None and segment.work.isascii():
        if work.row and work.cls == "Technology":
            goods = work  # Cathode
        elif _made(segment.work):
            goods = named_twice(document, segment.work, "Technology")  # Torque sensors
    return work, goods


def _made(work: str) -> bool:
    """Whether an English link of a chain is called after the goods that are made there."""
    last = singular(work.rsplit(maxsplit=1)[-1])
    made = last in english("things") and not last.endswith(("ing", "foundry"))
    return made and (" " in work or last not in english("bare"))
