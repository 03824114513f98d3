"""Companies that a labelled line, or a sentence about a market, names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Modality
from loaders.coded import Coded
from loaders.concepts import phrases
from loaders.document import Document
from loaders.extract.labels.about import heading, label
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.naming import names_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_POTENTIAL = ("潜在", "拟", "有望")
_NEAR = 6


def labelled(document: Document, sentence: Sentence, coded: Coded) -> Iterator[Claim]:
    """The makers that a line names of what it is labelled with."""
    about = label(document, sentence.block) or heading(document, sentence)
    if about is None:
        return
    if m := pattern("labels", "only").fullmatch(coded.text):
        for maker in coded.groups[m.group("who")].things:
            yield makes(sentence, maker, about, Modality.ASSERTED, "label:list")
        return
    for form in ("makers", "leads"):
        for m in pattern("labels", form).finditer(coded.text):
            how = meant(sentence, coded.index(m.start()), coded.index(m.start("who")))
            for maker in coded.groups[m.group("who")].things:
                yield makes(sentence, maker, about, how, "label:makers")


def shares(document: Document, sentence: Sentence, coded: Coded) -> Iterator[Claim]:
    """`丝杠市场中甲乙合计占…`, `丝杠主要由甲主导`: who holds a market makes what it sells."""
    for form in ("market", "ruled"):
        for m in pattern("labels", form).finditer(coded.text):
            found = phrases(coded.plain_of(m.start("what"), m.end("what")))
            if not found or not names_concept(document, found[-1].name):
                continue
            what = document.gazetteer.named(found[-1].name, "Technology", *CONCEPTS)
            for maker in coded.groups[m.group("who")].things:
                yield makes(sentence, maker, what, Modality.ASSERTED, "label:share")


def placed(sentence: Sentence, coded: Coded) -> Iterator[Claim]:
    """`杭州：A、B、C`: a place and nothing but companies behind it."""
    if m := pattern("labels", "at").fullmatch(coded.text):
        place = coded.groups[m.group("place")].things[0]
        for org in coded.groups[m.group("who")].things:
            yield Claim(org, "LOCATED_IN", place, sentence.text, "label:place")


def makes(sentence: Sentence, maker: Thing, what: Thing, how: Modality, method: str) -> Claim:
    """That somebody makes something, or works in an industry."""
    predicate = "ACTIVE_IN" if what.cls == "Industry" else "PRODUCES"
    return Claim(maker, predicate, what, sentence.text, method, how)


def meant(sentence: Sentence, start: int, end: int) -> Modality:
    """How the names at `end` are meant, by the label at `start` and by their clause."""
    if any(word in sentence.value[max(0, start - _NEAR) : end] for word in _POTENTIAL):
        return Modality.POTENTIAL
    return modality(sentence.value, end, end + 1)
