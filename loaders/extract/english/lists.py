"""English lists whose opening line says what the items are: `Our competitors include:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block
from loaders.document import Document
from loaders.english.coding import prose
from loaders.extract.tiers import claims as tier_claims
from loaders.english.nouns import last, lexicon, nouns, thing_like
from loaders.things import CONCEPTS, Claim, Thing
from loaders import topics

_OPENS = re.compile(
    r"^(?:(?P<whose>[Oo]ur|[Ii]ts|[Tt]heir|.{2,40}?'s?) )?(?:[\w\-]+ ){0,4}?(?P<what>competitors|rivals|customers|clients|suppliers|vendors|partners)"
    r"(?: (?:of|to) (?P<of>.{2,40}?))?(?: (?:currently|primarily|mainly))*(?: (?:include|includes|are|comprise|are as follows))?(?: the following)?:?$",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\b(?:such as|including|like|e\.g\.,?) (?P<rest>.+)$")
_PLACED = re.compile(r"(?:\d+[.)]? )?(?P<name>[^()]{2,40}) \((?P<place>[^(),]{2,20})\)")
_READS = {"competitors": ("COMPETES_WITH", True), "rivals": ("COMPETES_WITH", True), "customers": ("SUPPLIES", True), "clients": ("SUPPLIES", True),
          "suppliers": ("SUPPLIES", False), "vendors": ("SUPPLIES", False), "partners": ("PARTNERS_WITH", True)}
_TIER = re.compile(r"^(?P<tier>Upstream|Midstream|Downstream)\b[^:]{0,40}:\s*(?P<rest>.*)$", re.IGNORECASE)


def read(document: Document, speaker: Thing | None) -> Iterator[Claim]:
    """What the items of opened lists are to whom the opening line names."""
    for block in document.layout.blocks:
        if block.kind == "heading":
            yield from _placed(document, block)
        if block.kind != "item":
            continue
        opening = prose(block.intro.value) if block.intro else ""
        if found := _OPENS.match(opening):
            yield from _members(document, block, found, speaker)
        yield from _tiered(document, block, opening)


def _members(document: Document, block: Block, opening: re.Match[str], speaker: Thing | None) -> Iterator[Claim]:
    whose = _whose(document, opening, block, speaker)
    if whose is None:
        return
    predicate, forward = _READS[opening.group("what").lower()]
    text = prose(block.text.value)
    such = _SUCH.search(text)
    start = such.start("rest") if such else 0
    for m in document.gazetteer.find(text):
        if m.thing.cls == "Company" and m.start >= start and m.thing.id != whose.id and (such or m.start < 4):
            subject, object_ = (whose, m.thing) if forward else (m.thing, whose)
            yield Claim(subject, predicate, object_, block.text, "english:list")


def _placed(document: Document, block: Block) -> Iterator[Claim]:
    """A heading `TSMC (Taiwan)`: where a company is from."""
    text = prose(block.text.value)
    m = _PLACED.fullmatch(text)
    if m is None:
        return
    orgs = [x.thing for x in document.gazetteer.find(m.group("name")) if x.thing.cls == "Company"]
    places = [x.thing for x in document.gazetteer.find(m.group("place")) if x.thing.cls == "Place"]
    if len(orgs) == len(places) == 1:
        yield Claim(orgs[0], "LOCATED_IN", places[0], block.text, "english:heading")


def _whose(document: Document, opening: re.Match[str], block: Block, speaker: Thing | None) -> Thing | None:
    owner = opening.group("of") or opening.group("whose") or ""
    if owner.lower() == "our":
        return speaker
    places = [owner] if owner and owner.lower() not in ("its", "their", "the") else [t.value for t in reversed(block.path)]
    for place in places:
        found = {m.thing for m in document.gazetteer.find(prose(place)) if m.thing.cls == "Company"}
        if len(found) == 1:
            return found.pop()
    return None


def _tiered(document: Document, block: Block, opening: str) -> Iterator[Claim]:
    """`Upstream:` over items that each begin with a thing."""
    text = prose(block.text.value)
    own = _TIER.match(text)
    over = _TIER.match(opening)
    if own is None and (over is None or over.group("rest")):
        return
    tier = (own or over).group("tier").lower()  # type: ignore[union-attr]
    industry = topics.industry(document, block) or chain(document, block)
    if industry is None:
        return
    rest = own.group("rest") if own else re.split(r" - | – |: ", text)[0]
    members = [m.thing for m in document.gazetteer.find(rest) if m.thing.cls == "Company"]
    if not members:
        members = [
            document.gazetteer.named(p.name, "Technology", *CONCEPTS)
            for p in nouns(rest) if document.gazetteer.known(p.name) or thing_like(p.name, strong=True)
        ]
    yield from tier_claims(industry, tier, members, block.text, "tier:english")


def chain(document: Document, block: Block) -> Thing | None:
    """The industry that the headings or the title speak of: `The photovoltaic value chain`."""
    for text in (*(prose(t.value) for t in reversed(block.path)), document.layout.title, document.report.title):
        if found := named_chain(document, text):
            return found
        known = [m.thing for m in document.gazetteer.find(text) if m.thing.cls == "Industry"]
        if known:
            return known[0]
    return None


def named_chain(document: Document, text: str) -> Thing | None:
    """The industry of `the photovoltaic value chain`."""
    m = re.search(r"(?P<name>(?:[A-Za-z0-9][\w\-]* ){1,4})(?:value|supply|industry|industrial) chain", text)
    found = last(m.group("name")) if m else None
    if found is None or found.name.lower() in lexicon("abstract") | lexicon("vague"):
        return None
    return document.gazetteer.named(found.name, "Industry", *CONCEPTS)


