"""What the labelled lines under a technology's heading say of it: `材料：…`, `代表厂商：…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block, Text
from loaders.concepts import lexicon, model_like, phrases, plausible
from loaders.document import Document
from loaders.extract.clauses.wholes import has_parts
from loaders.extract.tables.headers import role_of
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, ORGS, Claim, Thing

_BRACKET = re.compile(r"\s*[（(][^（）()]*[)）]")
_NUMBER = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*)+")
_CLAUSE = re.compile(r"[，,\n]")
FEWEST = 2
_COMPANIES = ("company", "supplier")


def read(document: Document) -> Iterator[Claim]:
    """The claims of all labelled items whose innermost heading is a technology's name."""
    for block in document.layout.blocks:
        if block.kind == "item":
            yield from _listed(document, block)
        if block.kind not in ("item", "paragraph") or not block.path:
            continue
        m = pattern("labels", "attribute").match(block.text.value)
        about = concept(document, block.path[-1].value) if m else None
        if m is not None and about is not None:
            text = block.text.part(0, m.end("value"))
            yield from _told(document, block, about, m, text)


def _listed(document: Document, block: Block) -> Iterator[Claim]:
    """`科研装置：甲、乙等`: a label that is the word for a kind of things, and nothing but those."""
    m = pattern("labels", "collection").fullmatch(block.text.value)
    whole = concept(document, m.group("kind")) if m else None
    found = phrases(m.group("value")) if m else []
    if (
        whole is None
        or len(found) < FEWEST
        or not all(plausible(p.name, loose=True) for p in found)
    ):
        return
    things = [named_concept(document, p.name) for p in found]
    # in a row of things, what nobody knows is another one
    sure = sum(bool(t.row) or model_like(t.name) or plausible(t.name) for t in things)
    if sure * 2 >= len(things) and all(t.cls in CONCEPTS for t in things):
        for thing in things:
            if thing.id != whole.id:
                yield Claim(thing, "TYPE_OF", whole, block.text, "entry:listed")


def concept(document: Document, heading: str) -> Thing | None:
    """The technology or product that a heading is the bare name of."""
    name = _NUMBER.sub("", _BRACKET.sub("", heading)).strip("：: *")
    found = phrases(name)
    if len(found) != 1 or found[0].name != name or name in lexicon("generic"):
        return None
    known = document.gazetteer.known(name)
    if known is not None:
        return known if known.cls in ("Technology", "Product") else None
    return named_concept(document, name) if plausible(name) else None


def _told(
    document: Document, block: Block, about: Thing, m: re.Match[str], text: Text
) -> Iterator[Claim]:
    """What one label says of the technology."""
    # behind a comma, a value goes on about its last name: `稀土钡铜氧，临界温度高`
    label, value = m.group("name"), _CLAUSE.split(m.group("value"))[0]
    if role_of(label) in _COMPANIES:
        for mention in document.gazetteer.find(value):
            if mention.thing.cls in ORGS:
                yield Claim(mention.thing, "PRODUCES", about, text, "entry:makers")
        return
    said = next(
        (k for k in ("parts", "kinds", "uses") if pattern("labels", k).fullmatch(label)), ""
    )
    found = phrases(value)
    if not said and found and all(p.name.endswith(label) and p.name != label for p in found):
        said = "parts"  # `隔膜：主要使用陶瓷隔膜`
    # 二聚体用于…: what is used there is named behind the label, not the heading's
    other = said == "uses" and "用于" in value
    if not said or other or not all(plausible(p.name, loose=True) for p in found):
        return
    if about.cls == "Product" and said == "kinds":
        return  # the route of one product is no kind of it
    things = [named_concept(document, phrase.name) for phrase in found]
    # one list names things of one sort: a field among them makes fields of all
    built_in = all(thing.row is None and has_parts(thing) for thing in things)
    for thing in things:
        if thing.id == about.id:
            continue
        if said == "parts":
            yield Claim(thing, "PART_OF", about, text, "entry:parts")
        elif said == "kinds":
            yield Claim(thing, "TYPE_OF", about, text, "entry:kinds")
        elif built_in:
            yield Claim(about, "PART_OF", thing, text, "entry:uses")
        else:
            field = document.gazetteer.named(thing.name, "Industry", *CONCEPTS)
            yield Claim(about, "ACTIVE_IN", field, text, "entry:uses")
