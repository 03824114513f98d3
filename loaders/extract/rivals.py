"""Who or what competes with whom: `甲对标乙`, `与乙正面竞争`, `对乙的份额发起挑战`, `甲、乙三分天下`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from loaders.anaphora import topic
from loaders.concepts import model_like, opening, plausible
from loaders.document import Document
from loaders.extract.clauses.names import named
from loaders.extract.kinds.wholes import opening_phrase
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.owners import owner
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing

_JOIN = re.compile(r"\s*(?:方案|路线|阵营|派|系)?\s*(?:[、/]|和|与|及|以及|VS|vs\.?)\s*")
# how far in front of a rival its maker may stand
_OF = re.compile(r"(?:的|旗下的?|著名的|\s)*")
_BRACKETS = re.compile(r"[（()）]")
_QUOTES = ' “"「'
# what a rival may be introduced as
_KNOWN_AS = ("", "著名的", "海外", "国际", "海外的", "大厂", "巨头")
# how far before the verb its subject may stand
_NEAR = 240
_FORMS = ("equals", "with", "challenges", "shares", "listed", "versus")
_CLAUSE = re.compile(r"[，；：]")


def read(document: Document) -> Iterator[Claim]:
    """The rivals that Chinese sentences name."""
    for sentence in (*document.sentences, *document.told, *document.headings):
        if sentence.chinese and pattern("rivals", "any").search(sentence.value):
            mentions = named(document, sentence.value)
            yield from _against(document, sentence, mentions)
            yield from _among(sentence, mentions)


def _against(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """Who stands against what follows the verb, or what the verb is said of."""
    for form in _FORMS:
        for m in pattern("rivals", form).finditer(sentence.value):
            rivals = _rivals(document, sentence.value, m.start("rival"), m.end("rival"), mentions)
            subjects = _subjects(document, sentence, m.start(), mentions, rivals)
            if not subjects and form == "versus" and rivals:
                left = _left(document, sentence.value, m.start(), mentions)
                subjects = [t for t in left if _alike(t, rivals[0])]
            for subject in subjects:
                for rival in rivals:
                    yield _claim(sentence, subject, rival, m)


def _left(document: Document, text: str, at: int, mentions: list[Mention]) -> list[Thing]:
    """What stands to the left of `vs`, as its clause begins with it."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    return _rivals(document, text, start, at, mentions)


def _among(sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """`甲、乙与丙三分天下`: each of them against each other."""
    for m in pattern("rivals", "among").finditer(sentence.value):
        group = _group(sentence.value, m.start(), mentions)
        for one, other in combinations(group, 2):
            if one.id != other.id and _alike(one, other):
                yield _claim(sentence, one, other, m)


def _claim(sentence: Sentence, subject: Thing, rival: Thing, m: re.Match[str]) -> Claim:
    how = modality(sentence.value, m.start(), m.end())
    return Claim(subject, "COMPETES_WITH", rival, sentence.text, "rival:said", how)


def _rivals(
    document: Document, text: str, start: int, end: int, mentions: list[Mention]
) -> list[Thing]:
    """What stands in the place of the rival: a company's product rather than the company."""
    inside = [m for m in mentions if start <= m.start and m.end <= end and m.thing.cls != "Place"]
    if not inside or text[start : inside[0].start].strip(_QUOTES) not in _KNOWN_AS:
        return _unknown(document, text[start:end])
    out = [inside[0]]
    for m in inside[1:]:
        between = _BRACKETS.sub("", text[out[-1].end : m.start])
        if m.thing.id == out[-1].thing.id or (
            _OF.fullmatch(between) and out[-1].thing.cls in ORGS and m.thing.cls in CONCEPTS
        ):
            out[-1] = m
        elif _JOIN.fullmatch(between):
            out.append(m)
    if len(out) == 1 and out[0].thing.cls in ORGS:
        rest = _OF.sub("", text[out[0].end : end], count=1)
        return _unknown(document, rest) or [out[0].thing]
    return [m.thing for m in out]


def _unknown(document: Document, text: str) -> list[Thing]:
    """A product that a text begins with."""
    m = pattern("rivals", "product").match(text.lstrip(_QUOTES))
    name = m.group("name").strip() if m else opening_phrase(text)
    if not name or not (model_like(name) or plausible(name)):
        return []
    cls = "Product" if m or model_like(name) else "Technology"
    thing = document.gazetteer.named(name, cls, *CONCEPTS)
    return [thing] if thing.cls in CONCEPTS else []


def _subjects(
    document: Document, sentence: Sentence, at: int, mentions: list[Mention], rivals: list[Thing]
) -> list[Thing]:
    """Who the clause is about, of the rival's own sort.

    The nearest clause before that names one; else what the line or its heading is about.
    """
    if not rivals:
        return []
    known = {t.id for t in rivals}
    first = max(0, at - _NEAR)
    ends = [first, *(m.end() for m in _CLAUSE.finditer(sentence.value, first, at))]
    stop = at
    for start in reversed(ends):
        inside = [m for m in mentions if start <= m.start and m.end <= stop]
        inside += _models(document, sentence.value, start, stop, rivals[0])
        found = [m for m in inside if _alike(m.thing, rivals[0]) and m.thing.id not in known]
        if rivals[0].cls in ORGS:  # 向乙供货，与丙竞争: a preposition's company is not the one
            about = topic(sentence.value, found)
            found = found[[m.thing for m in found].index(about) :] if about else []
        if found:
            return _joined(sentence.value, found)
        begun = opening(sentence.value[start:stop]) if rivals[0].cls == "Technology" else []
        if begun and begun[0].start == 0 and plausible(begun[0].name):
            return [document.gazetteer.named(begun[0].name, "Technology", *CONCEPTS)]
        stop = start
    for thing in (sentence.topic, owner(document, sentence.block)):
        if thing is not None and thing.id not in known and _alike(thing, rivals[0]):
            return [thing]
    return []


def _models(document: Document, text: str, start: int, end: int, rival: Thing) -> Iterator[Mention]:
    """Models that nobody knows yet, where the rival is one."""
    if rival.cls != "Product":
        return
    for m in pattern("rivals", "model").finditer(text, start, end):
        if model_like(m.group()) and document.gazetteer.known(m.group()) is None:
            yield Mention(m.start(), m.end(), Thing("Product", m.group()))


def _joined(text: str, found: list[Mention]) -> list[Thing]:
    """The first of some names, and those that a list joins to it."""
    out = [found[0]]
    for m in found[1:]:
        if _JOIN.fullmatch(text, out[-1].end, m.start):
            out.append(m)
    return [m.thing for m in out]


def _group(text: str, end: int, mentions: list[Mention]) -> list[Thing]:
    """The names of the list that ends right before a verb."""
    out: list[Mention] = []
    for m in reversed([m for m in mentions if m.end <= end]):
        after = text[m.end : out[-1].start] if out else text[m.end : end]
        if _JOIN.fullmatch(after) if out else len(after.strip()) <= 2:
            out.append(m)
        else:
            break
    return [m.thing for m in reversed(out)]


def _alike(one: Thing, other: Thing) -> bool:
    """Whether two things are of one sort: companies, products, or technologies."""
    if "Product" in (one.cls, other.cls):
        return {one.cls, other.cls} == {"Product"} or (one.row is None and one.cls == "Technology")
    return any({one.cls, other.cls} <= sort for sort in ({"Company"}, {"Technology"}))
