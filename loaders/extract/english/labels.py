"""English lines that are a label and a list: `Customers: Acme, Norvik`, `Actuators: Norvik`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners
from loaders.blocks import Block, Text
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.english import verbs
from loaders.english.coding import prose
from loaders.english.likeness import own_name, product_like, thing_like
from loaders.english.nouns import nouns
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, singular, words
from loaders.extract.english.named import companies, company, concept, concepts, leading
from loaders.grammar import load
from loaders.sentences import split
from loaders.things import CONCEPTS, ORGS, Claim, Thing

METHOD = "english:label"
_FULL_STOP = re.compile(r"[.!?]\s+[A-Z]")
LONGEST = 240
_COPULAS = {"is", "are", "was", "were", "has", "have", "had", "will", "to"}


def read(document: Document, speaker: Thing | None) -> Iterator[Claim]:
    """What labelled lines say of the company they stand under, or of their label."""
    for fact in document.told:
        m = None if fact.chinese else pattern("lists", "label").match(prose(fact.value))
        if m is not None and len(fact.value) <= LONGEST:
            yield from _labelled(document, fact.text, fact.topic, m)
    for block in document.layout.blocks:
        if block.kind not in ("item", "paragraph") or CJK.search(block.text.value):
            continue
        yield from _headed(document, block)
        owner = owners.organisation(document, block) or speaker
        for number, part in enumerate(_parts(block)):
            text = prose(part.value)
            if not number and (labelled := pattern("lists", "labelled").match(text)):
                owner = company(document, labelled.group("name")) or owner
                yield from _goods(document, part, labelled)
            m = pattern("lists", "label").match(text) if len(text) <= LONGEST else None
            if m is not None:
                yield from _labelled(document, part, owner, m)
            beside = None if m else pattern("lists", "beside").fullmatch(text)
            if beside is not None and companies(document, beside.group("value")):
                yield from _makers(document, part, beside)


def _parts(block: Block) -> Iterator[Text]:
    """The sentences of a block; an item of one sentence may have semicolons in it."""
    if block.kind == "item" and not _FULL_STOP.search(block.text.value):
        yield block.text
    else:
        yield from (sentence.text for sentence in split(block))


def _labelled(
    document: Document, text: Text, owner: Thing | None, m: re.Match[str]
) -> Iterator[Claim]:
    what = m.group("label").lower()
    relations = [r for r, said in _labels().items() if what in said]
    if not relations:
        yield from _makers(document, text, m)
        yield from _product(document, text, owner, m)
    elif relations[0] in ("produces", "uses") and companies(document, m.group("value")):
        yield from _makers(document, text, m)  # `Chips: Norvik, Lund` below a robot's maker
        return
    for relation in relations:
        if owner is not None:
            yield from _told(document, text, owner, relation, m.group("value"))


def _goods(document: Document, text: Text, m: re.Match[str]) -> Iterator[Claim]:
    """`Camtek (Israel): inspection systems for …`: what stands behind a maker's name."""
    maker = company(document, m.group("name"))
    said = re.split(r"[;.]|\bfor\b", m.group("rest"))[0].split()
    if maker is None or any(w in verbs.third() | verbs.past() | _COPULAS for w in said):
        return
    for thing in concepts(document, " ".join(said), industry=False, strict=True):
        yield Claim(maker, "PRODUCES", thing, text, METHOD)


def _headed(document: Document, block: Block) -> Iterator[Claim]:
    """`Leading suppliers are …` below the heading that names what they supply."""
    about = concept(document, prose(block.path[-1].value)) if block.path else None
    for sentence in split(block) if about is not None else ():
        m = pattern("lists", "makers").search(prose(sentence.value))
        for found in document.gazetteer.find(m.group("rest")) if m else ():
            if found.thing.cls == "Company" and about is not None:
                yield Claim(found.thing, "PRODUCES", about, sentence.text, METHOD)


def _labels() -> dict[str, list[str]]:
    """The labels by what they say of their company."""
    found: dict[str, list[str]] = load("english")["labels"]
    return found


def _told(
    document: Document, text: Text, owner: Thing, relation: str, value: str
) -> Iterator[Claim]:
    predicate, _, way = relation.partition("_by_")
    if predicate in ("located_in", "founded_by"):
        wanted = ("Place",) if predicate == "located_in" else ("Person", *ORGS)
        others = [m.thing for m in document.gazetteer.find(value) if m.thing.cls in wanted]
    elif predicate in ("produces", "uses", "active_in"):
        others = concepts(document, value, industry=predicate == "active_in")
    else:
        others = companies(document, value)
    for other in others:
        subject, object_ = (other, owner) if way else (owner, other)
        # `Chip: Ardent 5` is what a firm makes, and what a product carries
        said = "uses" if predicate == "produces" and owner.cls == "Product" else predicate
        if subject.id != object_.id:
            yield Claim(subject, said.upper(), object_, text, METHOD)


def _makers(document: Document, text: Text, m: re.Match[str]) -> Iterator[Claim]:
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
    yield from _placed(document, text, m.group("value"))
    found = companies(document, m.group("value")) or leading(document, m.group("value"))
    for maker in found:
        predicate = "ACTIVE_IN" if made.cls == "Industry" else "PRODUCES"
        yield Claim(maker, predicate, made, text, METHOD)


def _placed(document: Document, text: Text, value: str) -> Iterator[Claim]:
    """`Bluefors (Finland), …`: where the makers of a list are from."""
    for m in pattern("lists", "placed").finditer(value):
        place = document.gazetteer.known(m.group("place"))
        maker = document.gazetteer.known(m.group("name").split(", ")[-1].strip())
        if place is None or maker is None or place.cls != "Place" or maker.cls != "Company":
            continue
        yield Claim(maker, "LOCATED_IN", place, text, METHOD)


def _product(
    document: Document, text: Text, owner: Thing | None, m: re.Match[str]
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
    yield Claim(owner, "PRODUCES", product, text, METHOD)
    yield Claim(product, "TYPE_OF", kind, text, METHOD)
    built = pattern("lists", "built").search(m.group("value"))
    for thing in (
        concepts(document, built.group("rest"), industry=False, strict=True) if built else ()
    ):
        yield Claim(product, "USES", thing, text, METHOD)


def _common(label: str) -> bool:
    """Whether a label is but a word of the language: Roadmap, Performance."""
    last = singular(label.rsplit(maxsplit=1)[-1].lower())
    return last in lexicon("things") | lexicon("abstract") | lexicon("fields") | lexicon("bare")
