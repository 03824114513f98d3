"""English lines that are a label and a list: `Customers: Acme, Norvik`, `Actuators: Norvik`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners
from loaders.blocks import Block
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.english.coding import prose
from loaders.english.likeness import field, field_like, own_name, product_like, thing_like
from loaders.english.nouns import nouns
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, singular, words
from loaders.grammar import load
from loaders.sentences import split
from loaders.things import CONCEPTS, ORGS, Claim, Thing

METHOD = "english:label"
LONGEST, LONGEST_NAME = 240, 5


def read(document: Document, speaker: Thing | None) -> Iterator[Claim]:
    """What labelled lines say of the company they stand under, or of their label."""
    for block in document.layout.blocks:
        if block.kind not in ("item", "paragraph") or CJK.search(block.text.value):
            continue
        yield from _headed(document, block)
        short = len(block.text.value) <= LONGEST
        m = pattern("lists", "label").match(prose(block.text.value)) if short else None
        if m is None:
            continue
        owner = owners.organisation(document, block) or speaker
        what = m.group("label").lower()
        relation = next((r for r, words in _labels().items() if what in words), None)
        if relation is None:
            yield from _makers(document, block, m)
            yield from _product(document, block, owner, m)
        elif owner is not None:
            yield from _told(document, block, owner, relation, m.group("value"))


def _headed(document: Document, block: Block) -> Iterator[Claim]:
    """`Leading suppliers are …` below the heading that names what they supply."""
    about = concept(document, prose(block.path[-1].value)) if block.path else None
    for sentence in split(block) if about is not None else ():
        m = pattern("lists", "makers").search(prose(sentence.value))
        for found in document.gazetteer.find(m.group("rest")) if m else ():
            if found.thing.cls == "Company" and about is not None:
                yield Claim(found.thing, "PRODUCES", about, sentence.text, METHOD)


def concept(document: Document, heading: str) -> Thing | None:
    """The technology or product that a heading is the bare name of."""
    bare = re.sub(r"^[\d.]+\s+|\s*\([^()]*\)$", "", heading).strip()
    known = document.gazetteer.known(bare)
    if known is not None:
        return known if known.cls in ("Technology", "Product") else None
    if not thing_like(bare) or len(bare.split()) > LONGEST_NAME:
        return None
    return document.gazetteer.named(bare, "Technology", *CONCEPTS)


def _labels() -> dict[str, list[str]]:
    """The labels by what they say of their company."""
    found: dict[str, list[str]] = load("english")["labels"]
    return found


def _told(
    document: Document, block: Block, owner: Thing, relation: str, value: str
) -> Iterator[Claim]:
    predicate, _, way = relation.partition("_by_")
    if predicate in ("located_in", "founded_by"):
        wanted = ("Place",) if predicate == "located_in" else ("Person", *ORGS)
        others = [m.thing for m in document.gazetteer.find(value) if m.thing.cls in wanted]
    elif predicate in ("produces", "uses", "active_in"):
        others = _concepts(document, value, industry=predicate == "active_in")
    else:
        others = _companies(document, value)
    for other in others:
        subject, object_ = (other, owner) if way else (owner, other)
        if subject.id != object_.id:
            yield Claim(subject, predicate.upper(), object_, block.text, METHOD)


def _makers(document: Document, block: Block, m: re.Match[str]) -> Iterator[Claim]:
    """`Actuators: Norvik, Lund`: who makes what the label names, where only companies follow."""
    label = m.group("label")
    known = document.gazetteer.known(label)
    if (known is None and not thing_like(label)) or (known and known.cls not in CONCEPTS):
        return
    if singular(label.lower()) in lexicon("bare"):
        return
    made = document.gazetteer.named(
        label, "Product" if product_like(label) else "Technology", *CONCEPTS
    )
    yield from _placed(document, block, m.group("value"))
    for company in _companies(document, m.group("value")):
        predicate = "ACTIVE_IN" if made.cls == "Industry" else "PRODUCES"
        yield Claim(company, predicate, made, block.text, METHOD)


def _placed(document: Document, block: Block, value: str) -> Iterator[Claim]:
    """`Bluefors (Finland), …`: where the makers of a list are from."""
    for m in pattern("lists", "placed").finditer(value):
        place = document.gazetteer.known(m.group("place"))
        company = document.gazetteer.known(m.group("name").split(", ")[-1].strip())
        if place is None or company is None or place.cls != "Place" or company.cls != "Company":
            continue
        yield Claim(company, "LOCATED_IN", place, block.text, METHOD)


def _product(
    document: Document, block: Block, owner: Thing | None, m: re.Match[str]
) -> Iterator[Claim]:
    """`Condor: 1,121-qubit processor`, below its maker."""
    label = m.group("label")
    kinds = nouns(m.group("value"))[:1]
    if owner is None or not kinds or document.gazetteer.known(label) or not own_name(label):
        return
    head = kinds[0].name.split()[-1].lower()
    if label.lower() in words("common") or _common(label) or head not in lexicon("things"):
        return
    product = document.gazetteer.named(label, "Product", *CONCEPTS)
    kind = document.gazetteer.named(kinds[0].name, "Technology", *CONCEPTS)
    yield Claim(owner, "PRODUCES", product, block.text, METHOD)
    yield Claim(product, "TYPE_OF", kind, block.text, METHOD)


def _common(label: str) -> bool:
    """Whether a label is but a word of the language: Roadmap, Performance."""
    last = singular(label.rsplit(maxsplit=1)[-1].lower())
    return last in lexicon("things") | lexicon("abstract") | lexicon("fields") | lexicon("bare")


def _items(value: str) -> list[str]:
    """The names of a list, without what stands in brackets; none where one is a clause."""
    parts = [p.strip(" .") for p in pattern("lists", "items").split(value)]
    bare = [re.sub(r"\s*\([^()]*\)", "", p).strip() for p in parts if p]
    return bare if all(0 < len(p.split()) <= LONGEST_NAME for p in bare) else []


def _companies(document: Document, value: str) -> list[Thing]:
    """The companies a list names, where it names nothing else and knows half of them."""
    out, known = [], 0
    for name in _items(value):
        thing = document.gazetteer.known(name)
        if thing is not None and thing.cls not in ORGS:
            return []
        begins = next((m for m in document.gazetteer.find(name) if not m.start), None)
        # NVIDIA Jetson Thor is a product of the firm it begins with
        if thing is None and begins is not None and begins.thing.cls in ORGS:
            return []
        if thing is None and not re.fullmatch(r"[A-Z][\w&.\-]*(?: [A-Z&][\w&.\-]*)*", name):
            return []
        known += thing is not None
        out.append(thing or document.gazetteer.named(name, "Company", *ORGS))
    return out if known * 2 >= len(out) else []


def _concepts(document: Document, value: str, *, industry: bool) -> list[Thing]:
    """The things or fields a list names."""
    out = []
    for phrase in nouns(", ".join(_items(value))):
        known = document.gazetteer.known(phrase.name)
        if known is not None and known.cls not in CONCEPTS:
            break
        if industry:
            if known is None and not field_like(phrase.name):
                break
            out.append(document.gazetteer.named(field(phrase.name), "Industry", *CONCEPTS))
            continue
        if known is None and not thing_like(phrase.name, strong=True):
            break
        cls = "Product" if product_like(phrase.name) else "Technology"
        out.append(document.gazetteer.named(phrase.name, cls, *CONCEPTS).called(*phrase.aliases))
    return out
