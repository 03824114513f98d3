"""`钨（第一壁材料）`, `第一壁材料——钨`: what something is the material of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import Phrase, phrases, plausible
from loaders.document import Document
from loaders.extract.clauses import topic
from loaders.extract.clauses.wholes import goes_into
from loaders.extract.parts.names import built, named
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_WHOSE = re.compile(r"企业|公司|厂|行业|产业")
SHORTEST = 3
FEWEST = 2


def parts(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The parts that a sentence explains in a bracket, or names behind a dash."""
    text = sentence.value
    told = (m for form in ("gloss", "named") for m in pattern("parts", form).finditer(text))
    for m in told:
        wholes, found = phrases(m["whole"]), phrases(m["part"])[-1:]
        if _WHOSE.search(m["whole"]) or len(wholes) != 1 or not found:
            continue
        part, whole = found[0], wholes[0]
        kind = part.name.endswith(m["what"])
        if not kind and _concept(document, part) and len(whole.name) >= SHORTEST:
            claim = named(document, part), "PART_OF", named(document, whole)
            yield Claim(*claim, sentence.text, "part:gloss")


def uses(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`铌钛（用于磁体）`: what a bracket says that something is used in."""
    for m in pattern("parts", "used").finditer(sentence.value):
        found, wholes = phrases(m["inner"] or m["part"])[-1:], phrases(m["whole"])
        if not found or not _concept(document, found[0]) or not all(map(_strict, wholes)):
            continue
        part, things = named(document, found[0]), [named(document, p) for p in wholes]
        predicate = "PART_OF" if goes_into(part, things) else "ACTIVE_IN"
        for whole in things:
            yield Claim(part, predicate, whole, sentence.text, "part:used")


def listed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`核心组件（电机、减速器）`: the parts of what the sentence or its headings are about.

    `电机、减速器等核心组件` begins with parts; only the headings say what of.
    """
    for form in ("listed", "such"):
        for m in pattern("parts", form).finditer(sentence.value):
            found = phrases(m["parts"])
            named_all = len(found) >= FEWEST and all(_concept(document, p) for p in found)
            about = _about if form == "listed" else _headed
            if not named_all or (whole := about(document, sentence)) is None:
                continue
            for phrase in found:
                yield Claim(named(document, phrase), "PART_OF", whole, sentence.text, "part:listed")


def _headed(document: Document, sentence: Sentence) -> Thing | None:
    return built(document, sentence.block)


def _about(document: Document, sentence: Sentence) -> Thing | None:
    about = [t for t in topic.of_sentence(document, sentence) if t.cls != "Industry"]
    return about[0] if len(about) == 1 else built(document, sentence.block)


def _strict(phrase: Phrase) -> bool:
    return plausible(phrase.name)


def _concept(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase may name a part: nobody and no place goes by that name."""
    known = document.gazetteer.known(phrase.name)
    if known is not None:
        return known.cls in CONCEPTS
    return plausible(phrase.name, loose=True)
