"""A bracket behind a word: its makers, or what a company makes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.concepts import phrases
from loaders.document import Document
from loaders.extract.labels.about import buyer
from loaders.extract.labels.makers import makes, meant
from loaders.grammar.patterns import pattern
from loaders.naming import names_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing

_SEPARATOR = re.compile(r"[、，,/和与及\-–—\s]|等|如|以及")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")


def bracketed(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`丝杠（贝斯特、五洲新春）`: a bracket that holds nothing but companies names makers."""
    customer = buyer(document, sentence.block)
    for m in pattern("labels", "bracket").finditer(sentence.value):
        inside = _inside(sentence.value, m, mentions)
        what = _what(document, m.group("what")) if inside else None
        if what is None:
            continue
        how = meant(sentence, m.start(), m.start("who"))
        for org in inside:
            yield makes(sentence, org, what, how, "label:bracket")
            if customer is not None and org.id != customer.id and org.cls == "Company":
                item = {"item": what.name}
                yield Claim(org, "SUPPLIES", customer, sentence.text, "label:chain", how, item)


def made(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`同兴达（凸块材料）`: a company and, in brackets, what it makes."""
    for org in mentions:
        if org.thing.cls != "Company":
            continue
        m = pattern("labels", "makes").match(sentence.value, org.end)
        if m is None or any(x.thing.cls not in CONCEPTS for x in _between(mentions, *m.span())):
            continue
        found = phrases(m.group("what"))
        if not all(names_concept(document, p.name) for p in found):
            continue
        how = meant(sentence, org.start, org.end)
        for phrase in found:
            what = document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
            yield makes(sentence, org.thing, what, how, "label:makes")


def _between(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """The names that begin in a stretch of their sentence."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=lambda m: m.start)]


def _inside(text: str, m: re.Match[str], mentions: list[Mention]) -> list[Thing]:
    """The companies and institutions in a bracket; none where it says anything else."""
    start, end = m.span("who")
    inside = [x for x in _between(mentions, start, end) if x.end <= end]
    rest, at = [], start
    for x in inside:
        rest.append(text[at : x.start])
        at = max(at, x.end)
    rest.append(text[at:end])
    if _SEPARATOR.sub("", "".join(rest)) or any(x.thing.cls not in ORGS for x in inside):
        return []
    # HBM（SK）: an abbreviation explains the word
    if len(inside) == 1 and _ABBREVIATION.fullmatch(m.group("who").strip()):
        return []
    return [x.thing for x in inside]


def _what(document: Document, words: str) -> Thing | None:
    """What stands right before a bracket."""
    found = phrases(words)
    if (
        not found
        or found[-1].end != len(words.rstrip())
        or not names_concept(document, found[-1].name)
    ):
        return None
    return document.gazetteer.named(found[-1].name, "Technology", *CONCEPTS)
