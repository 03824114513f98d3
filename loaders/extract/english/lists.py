"""English lists whose opening line says what the items are: `Our competitors include:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import topics
from loaders.blocks import Block, Text
from loaders.document import Document
from loaders.english.coding import prose
from loaders.english.likeness import field, field_like, thing_like
from loaders.english.nouns import last, nouns
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon
from loaders.extract.tiers import claims as tier_claims
from loaders.things import CONCEPTS, Claim, Thing

# what the items are to whom the opening line names: relation, whether the owner is its subject
_READS = {
    "competitors": ("COMPETES_WITH", True),
    "rivals": ("COMPETES_WITH", True),
    "customers": ("SUPPLIES", True),
    "clients": ("SUPPLIES", True),
    "suppliers": ("SUPPLIES", False),
    "vendors": ("SUPPLIES", False),
    "partners": ("PARTNERS_WITH", True),
}
_EARLY = 4


def read(document: Document, speaker: Thing | None) -> Iterator[Claim]:
    """What headings and the items of opened lists say by their form."""
    for block in document.layout.blocks:
        if block.kind == "heading":
            heading = pattern("lists", "placed").fullmatch(prose(block.text.value))
            yield from placed(document, heading, block.text)
            yield from _against(document, block)
        if block.kind == "item":
            opening = prose(block.intro.value) if block.intro else ""
            if found := pattern("lists", "opens", re.IGNORECASE).match(opening):
                yield from _members(document, block, found, speaker)
            yield from _tiered(document, block, opening)


def _against(document: Document, block: Block) -> Iterator[Claim]:
    """A heading `vs Norvik Rover` in a report on Lund, or `Lund vs Norvik`: they compete."""
    m = pattern("lists", "against").fullmatch(prose(block.text.value))
    if m is None:
        return
    titles = [m.group("one")] if m.group("one") else [t.value for t in reversed(block.path)]
    owner = next((found for t in titles if (found := _first(document, prose(t)))), None)
    other = _first(document, m.group("other"))
    if owner is not None and other is not None and owner.id != other.id:
        yield Claim(owner, "COMPETES_WITH", other, block.text, "english:against")


def _first(document: Document, text: str) -> Thing | None:
    """The company that a text begins with."""
    found = next(iter(document.gazetteer.find(text)), None)
    named = found is not None and not found.start and found.thing.cls == "Company"
    return found.thing if found is not None and named else None


def _members(
    document: Document, block: Block, opening: re.Match[str], speaker: Thing | None
) -> Iterator[Claim]:
    """The companies an item names: those after `such as`, or the one that it begins with."""
    whose = _whose(document, opening, block, speaker)
    if whose is None:
        return
    predicate, forward = _READS[opening.group("what").lower()]
    text = prose(block.text.value)
    such = pattern("lists", "such").search(text)
    start, end = (such.start("rest"), len(text)) if such else (0, _EARLY)
    for m in document.gazetteer.find(text):
        if m.thing.cls == "Company" and start <= m.start < end and m.thing.id != whose.id:
            subject, object_ = (whose, m.thing) if forward else (m.thing, whose)
            yield Claim(subject, predicate, object_, block.text, "english:list")


def _whose(
    document: Document, opening: re.Match[str], block: Block, speaker: Thing | None
) -> Thing | None:
    owner = opening.group("of") or opening.group("whose") or ""
    if owner.lower() == "our":
        return speaker
    named = owner and owner.lower() not in ("its", "their", "the")
    places = [owner] if named else [t.value for t in reversed(block.path)]
    for place in places:
        found = _of_class(document, prose(place), "Company")
        if len(found) == 1:
            return found[0]
    return None


def placed(document: Document, named: re.Match[str] | None, text: Text) -> Iterator[Claim]:
    """A heading or label `TSMC (Taiwan)`: where a company is from."""
    if named is None or not named.group("place"):
        return
    companies = _of_class(document, named.group("name"), "Company")
    places = _of_class(document, named.group("place"), "Place")
    if len(companies) == len(places) == 1:
        yield Claim(companies[0], "LOCATED_IN", places[0], text, "english:heading")


def _of_class(document: Document, text: str, cls: str) -> list[Thing]:
    found = {m.thing.id: m.thing for m in document.gazetteer.find(text) if m.thing.cls == cls}
    return list(found.values())


def _tiered(document: Document, block: Block, opening: str) -> Iterator[Claim]:
    """`Upstream:` over items that each begin with a thing, or before the things themselves."""
    text = prose(block.text.value)
    own = pattern("lists", "tier", re.IGNORECASE).match(text)
    over = pattern("lists", "tier", re.IGNORECASE).match(opening)
    if over is not None and over.group("rest"):
        over = None
    found = own or over
    industry = topics.industry(document, block) or chain(document, block) if found else None
    if found is None or industry is None:
        return
    rest = own.group("rest") if own else re.split(r" - | – |: ", text)[0]
    members = _of_class(document, rest, "Company") or _things(document, rest)
    if not members and found.group("tier").lower() == "downstream":
        members = _fields(document, rest)
    yield from tier_claims(
        industry, found.group("tier").lower(), members, block.text, "tier:english"
    )


def _things(document: Document, text: str) -> list[Thing]:
    return [
        document.gazetteer.named(p.name, "Technology", *CONCEPTS).called(*p.aliases)
        for p in nouns(text)
        if document.gazetteer.known(p.name) or thing_like(p.name, strong=True)
    ]


def _fields(document: Document, text: str) -> list[Thing]:
    """The fields that a list names: `automotive, logistics, healthcare`."""
    return [
        document.gazetteer.named(field(p.name), "Industry", *CONCEPTS)
        for p in nouns(text)
        if field_like(p.name)
    ]


def chain(document: Document, block: Block) -> Thing | None:
    """The industry that the headings or the title speak of: `The photovoltaic value chain`."""
    above = [prose(t.value) for t in reversed(block.path)]
    for text in (*above, document.layout.title, document.report.title):
        industries = _of_class(document, text, "Industry")
        if found := named_chain(document, text) or (industries[0] if industries else None):
            return found
    return None


def named_chain(document: Document, text: str) -> Thing | None:
    """The industry of `the photovoltaic value chain`."""
    m = pattern("lists", "chain").search(text)
    found = last(m.group("name")) if m else None
    if found is None or found.name.lower() in lexicon("abstract") | lexicon("vague"):
        return None
    return document.gazetteer.named(found.name, "Industry", *CONCEPTS)
