"""The technologies that a sentence says a product uses, in its clause and those that go on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kg.model import Modality
from loaders.coded import Coded, code
from loaders.concepts import lexicon, model_like, plausible
from loaders.document import Document
from loaders.extract.clauses import slots
from loaders.extract.clauses.fitting import fitting, kind_of
from loaders.extract.clauses.wholes import nameless
from loaders.extract.products.objects import faculty, means_of, noun, unmeasured
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.naming import named_concept
from loaders.products import Spot, spots
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing
from loaders.tokens import tokens

# the longest verb of means
_VERB = 4
# how far back a word may say how a clause is meant
_REACH = 200
# how many products a list may have
_NEAR = 6
_PLUS = re.compile(
    r"(?<=[\u4e00-\u9fff])\s?[+＋]\s?(?:\d+[台颗个枚])?|\s?[+＋]\s?\d+\s?[台颗个枚片]\s?"
)
_CLAUSE = re.compile(r"[^，；：。]+")
# a clause that is no label of the next ones
_BARE = re.compile(r"[^，；：。:]+(?![^，；：。:])(?![：:])")


def used(scene: Products, owners: tuple[Thing, ...] = ()) -> Iterator[Claim]:
    """`甲公司的乙采用丙，搭载丁`: what the products of a sentence use.

    `owners` are the product whose part of the report the sentence stands in, or who and what
    the row of its cell is about.
    """
    sentence = scene.sentence
    if not scene.spots and not owners and "代表" not in sentence.value:
        return
    for thing, at in scene.bare() if sentence.goods else ():
        for product in sentence.goods:
            yield from _use(product, thing, sentence, modality(sentence.value, at, at + 1))
    if not scene.spots and not owners and "代表" not in sentence.value:
        return
    for product, start, end in scene.verbs(owners):
        verb = scene.coded.index(start)
        # 基于甲将乙分开: what stands behind the verb says nothing of how it is meant
        before = sentence.value[max(0, verb - _REACH) : verb + 1]
        how = modality(before, len(before) - 1, len(before))
        for thing in scene.objects(end):
            fits = thing.id != product.id and fitting("USES", thing)
            if fits and not kind_of(product, "USES", thing):
                yield from _use(product, thing, sentence, how)


def _use(product: Thing, thing: Thing, sentence: Sentence, how: Modality) -> Iterator[Claim]:
    """That a product uses something; what goods of no name of their own have is part of them."""
    if product.cls in CONCEPTS and nameless(product):
        if thing.cls != "Industry":
            yield Claim(thing, "PART_OF", product, sentence.text, "product:has", how)
    else:
        yield Claim(product, "USES", thing, sentence.text, "product:uses", how)


class Products:
    """A sentence with its products, each folded with its maker into one character."""

    def __init__(self, document: Document, sentence: Sentence, mentions: list[Mention]) -> None:
        self.document = document
        self.sentence = sentence
        self.mentions = mentions
        self.about: tuple[Thing, ...] = ()
        self.spots: list[Spot] = spots(document, sentence.value, mentions)

    @cached_property
    def coded(self) -> Coded:
        """The sentence with its products and the other companies folded."""
        products = [Mention(s.start, s.end, s.thing) for s in self.spots]
        others = [m for m in self.mentions if m.thing.cls in ORGS and not self._inside(m)]
        return code(self.sentence.value, [*products, *others], concepts=True)

    def _inside(self, m: Mention) -> bool:
        """Whether a name belongs to a product's."""
        after = bisect_right(self.spots, m.start, key=lambda s: s.start)
        return after > 0 and m.start < self.spots[after - 1].end

    def verbs(self, about: tuple[Thing, ...]) -> Iterator[tuple[Thing, int, int]]:
        """Each product and the verb of what it uses, as start…end-1 in the coded sentence.

        What the last clause is about stays in `about` for the sentence behind this one.
        """
        text = self.coded.text
        for clause in _CLAUSE.finditer(text):
            start, end = clause.span()
            if m := pattern("products", "bears").search(text, start, end):
                self.about = about = self.coded.groups[m.group("product")].things
            elif m := pattern("products", "goes_on").match(text, start, end):
                pass
            else:
                self.about = about = self._about(clause.group(), about)
                continue
            makes = m.group("verb") in words("products", "makes")
            for user in about:
                if not (makes and user.cls in ORGS):
                    yield user, m.end("verb") - 1, m.end()

    def _about(self, clause: str, before: tuple[Thing, ...]) -> tuple[Thing, ...]:
        """What the clauses after this one go on about: what it begins with or launches."""
        if m := pattern("products", "represents").search(clause):
            marks = [c for c in m.group("who") if c in self.coded.groups]
            return tuple(t for mark in marks for t in self.coded.groups[mark].things)
        if m := pattern("products", "launches").search(clause):
            return self.coded.groups[m.group("product")].things
        if m := pattern("products", "begins").match(clause):
            return self.coded.groups[m.group("product")].things
        return () if pattern("products", "others").match(clause) else before

    def objects(self, at: int) -> Iterator[Thing]:
        """The technologies listed from a place of the coded sentence on, where its verb ends."""
        means = (
            pattern("products", "means").search(self.coded.text, max(0, at - _VERB), at) is not None
        )
        if m := pattern("products", "named").match(self.coded.text, at):
            for mark in m.group():
                yield from self.coded.groups[mark].things if mark in self.coded.groups else ()
            at = m.end()
        m = pattern("products", "list").match(self.coded.text, at)
        slot = self.coded.plain_of(at, m.end()) if m else ""
        for phrase in slots.items(_PLUS.sub("、", means_of(slot) if means else slot)):
            name = unmeasured(phrase.name)
            bare = noun(name) if means or not plausible(name) else name
            if thing := self._spotted(name, at):
                yield thing
            elif bare and self._names(bare):
                whole = replace(phrase, name=bare)
                yield from (
                    named_concept(self.document, p.name).called(*p.aliases)
                    for p in slots.each(whole)
                )
            if means and bare != name:
                return  # 利用甲和乙做…: what is done is no further item

    def bare(self) -> Iterator[tuple[Thing, int]]:
        """What the clauses of a cell name that say no more."""
        for m in _BARE.finditer(self.sentence.value):
            clause = m.group().strip()
            if pattern("products", "goes_on").match(clause):
                continue
            found = slots.items(clause)
            if found and found[-1].end == len(clause) and not found[0].start:
                names = [p.name for p in found]
                if all(map(self._has, names)):
                    yield from ((named_concept(self.document, n), m.start()) for n in names)

    def _has(self, name: str) -> bool:
        """Whether a name without a verb is one of what things have."""
        if tokens(name)[0].tag[0] in "vp" or pattern("products", "unbare").search(name):
            return False
        return not model_like(name) and noun(name) == name and self._names(name)

    def _names(self, name: str) -> bool:
        known = self.document.gazetteer.known(name)
        if known is not None:
            return known.cls in CONCEPTS
        bare = name in lexicon("heads") and name not in lexicon("generic")
        ends = bare and tokens(name)[-1].tag[0] == "n"
        return ends or plausible(name) or model_like(name) or faculty(name)

    def _spotted(self, name: str, at: int) -> Thing | None:
        """The product behind a place of the coded sentence that a name is."""
        start = self.coded.index(at)
        first = bisect_left(self.spots, start, key=lambda s: s.start)
        for spot in self.spots[first : first + _NEAR]:
            said = self.sentence.value[spot.start : spot.end]
            if said in name or (name in said and name.endswith(spot.thing.name)):
                return spot.thing
        return None
