"""A company and, right behind it, the name of something of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from kg.model import Modality
from loaders import owners
from loaders.concepts import model_like
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.products import spots
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing

_MARKS = "，。；：、,;: "


def owned(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`英伟达GB200`, `甲公司旗下“乙”芯片`: who makes what is called after them.

    In a company's own part of the report, `乙二号正在研发中` is its own.
    """
    owner = owners.speaker(document, sentence.block)
    for spot in spots(document, sentence.value, mentions):
        if spot.maker is not None:
            if model_like(spot.thing.name) or not _bought(sentence.value, spot.end):
                yield _made(sentence, spot.maker, spot.thing, spot.end)
        elif owner is not None and pattern("goods", "develops").match(sentence.value, spot.end):
            how = modality(sentence.value, spot.start, spot.end)
            yield Claim(owner, "PRODUCES", spot.thing, sentence.text, "noun:developed", how)


def coded(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`康方生物双抗（AK112）`: a company, what its product is, and the product's code."""
    for i, maker in enumerate(mentions):
        if maker.thing.cls != "Company":
            continue
        m = pattern("nouns", "code").match(sentence.value, maker.end)
        if m is None or _org_before(m.end(), mentions, i + 1):
            continue
        product = document.gazetteer.named(m.group("code"), "Product", *CONCEPTS)
        yield Claim(maker.thing, "PRODUCES", product, sentence.text, "noun:code")


def _org_before(end: int, mentions: list[Mention], first: int) -> bool:
    """Whether somebody else is named before `end`, from mention number `first` on."""
    between = takewhile(lambda m: m.start < end, islice(mentions, first, None))
    return any(m.thing.cls in ORGS for m in between)


def _bought(text: str, end: int) -> bool:
    """Whether the words behind a thing say that its owner buys it."""
    return pattern("products", "bought").match(text, end) is not None


def _made(sentence: Sentence, maker: Mention, product: Thing, end: int) -> Claim:
    how = modality(sentence.value, maker.start, end)
    # that a thing is called after its maker holds all the same: a clause about it may be open
    opens = not sentence.value[: maker.start].rstrip() or sentence.value[maker.start - 1] in _MARKS
    if how != Modality.PLANNED and not (how == Modality.POTENTIAL and opens):
        how = Modality.ASSERTED
    return Claim(maker.thing, "PRODUCES", product, sentence.text, "noun:own", how)
