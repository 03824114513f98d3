"""A company and, right behind it, the name of something of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile, zip_longest

from kg.model import Modality
from loaders.concepts import lexicon, model_like
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing
from loaders.tokens import tokens

_LINK = re.compile(r"的?\s?[“\"]?|旗下|自研")
_ABBREVIATION = re.compile(r"^[A-Z]{2,5}$")
_LATIN = re.compile(r"[A-Za-z0-9]")
# a word in quotation marks that ends so is a slogan or a manner
_SLOGAN = re.compile(r"[+、]|化$|性$|式$|型$|派$|模式$|战略$|力$")
_NEAR = 2


def owned(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`英伟达GB200`, `甲公司旗下“乙”芯片`: who makes what is called after them."""
    for maker, following in zip_longest(mentions, mentions[1:]):
        if maker.thing.cls not in ORGS:
            continue
        if following and following.thing.cls == "Product" and following.start - maker.end <= _NEAR:
            if _LINK.fullmatch(sentence.value, maker.end, following.start):
                yield _made(sentence, maker, following.thing, following.end)
        elif found := _behind(document, sentence.value, maker, following):
            product = document.gazetteer.named(found[0], "Product", *CONCEPTS)
            yield _made(sentence, maker, product, found[1])


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


def _made(sentence: Sentence, maker: Mention, product: Thing, end: int) -> Claim:
    how = modality(sentence.value, maker.start, end)
    if how in (Modality.DENIED, Modality.PAST, Modality.RUMOURED):
        how = Modality.ASSERTED  # that a thing is called after its maker holds all the same
    return Claim(maker.thing, "PRODUCES", product, sentence.text, "noun:own", how)


def _behind(
    document: Document, text: str, maker: Mention, following: Mention | None
) -> tuple[str, int] | None:
    """The name of a product behind its maker, and where that ends."""
    m = pattern("nouns", "in_brackets").match(text, maker.end)
    if m and model_like(m.group("name")):
        return m.group("name"), m.end()
    m = pattern("nouns", "quoted").match(text, maker.end)
    if m and _title_like(m.group("name")):
        return m.group("name"), m.end()
    for form in ("proper", "numbered"):
        m = pattern("nouns", form).match(text, maker.end)
        if m is None or (following and following.start < m.end("name")):
            continue
        name = m.group("name").strip(" -.")
        if _proper(document, name) and not _LATIN.match(text, m.end("name")):
            return name, m.end()
    return None


def _title_like(name: str) -> bool:
    """Whether a quoted word is a name: no verb, no generic noun, nothing like a slogan."""
    clause = any(
        t.word in lexicon("verbs")
        or t.word in lexicon("generic")
        or t.tag in ("uj", "d", "p", "r", "m", "f")
        for t in tokens(name)
    )
    return not clause and not _SLOGAN.search(name)


def _proper(document: Document, name: str) -> bool:
    """Whether a name may be a product's own."""
    if len(name) < 2 or _ABBREVIATION.match(name) or name in words("names", "not_products"):
        return False
    for token in tokens(name):
        clausal = token.word in lexicon("verbs") or token.tag[0] in "vdprcu"
        if token.word in words("names", "person_roles") or (
            token.tag == "a" and len(token.word) > 1
        ):
            return False
        if clausal or token.word in lexicon("lead"):
            return False
    known = document.gazetteer.known(name)
    return known is None or known.cls in ("Product", "Technology")
