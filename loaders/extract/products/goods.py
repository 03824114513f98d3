"""What a company sells, by what a passage about it says of the thing: `激光器出货量创新高`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.model import Modality
from loaders import anaphora, owners
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.clauses import slots
from loaders.extract.clauses.fitting import fitting
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.naming import named_concept
from loaders.sentences import Sentence
from loaders.things import ORGS, Claim, Mention, Thing

_CLAUSE = re.compile(r"(?:[^，,；;。：:]|(?<=[A-Za-z]),(?=[A-Za-z]))+")
# demand is the company's in its own part of a report only
_FORMS = ("wanted", "sold", "site", "state", "able", "verb", "is", "stands")
_ANYWHERE = ("sold", "site", "state", "able", "verb", "stands")
# what stands right behind its maker
_BEHIND = "stands"
_LISTS = ("verb", "is")
_FOR = re.compile(r"[为向给]$")
# a generic word may stand behind the name: 产品
_TAIL = 3
_ADDED = re.compile(r"(?:产品|业务|技术|方案|系列|样品|研究)$")
_TESTED = re.compile(r"送样|验证|认证|测试|试产|样品")
_REACH = 24
_SHORT = 2
_COMMA = re.compile(r"(?<=[A-Za-z]),(?=[A-Za-z])")
_PLUS = re.compile(r"\s?[+＋]\s?|(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])")


def goods(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """The goods of whom a sentence is about."""
    owner = sentence.topic or owners.speaker(document, sentence.block)
    maker = _maker(sentence, mentions, owner if owner and owner.cls in ORGS else None)
    if maker is None:
        return
    named = next((m.end for m in mentions if m.thing.id == maker.id), 0)
    for clause in _CLAUSE.finditer(sentence.value):
        start = max(clause.start(), named) if named < clause.end() else clause.start()
        if _of_others(sentence.value, start, clause.end(), mentions, maker):
            continue
        for form in _FORMS if owner else _ANYWHERE:
            if form == _BEHIND and not 0 < named == start:
                continue
            m = pattern("goods", form).search(sentence.value[start : clause.end()])
            things = list(_things(document, m.group("what"), form)) if m else []
            if m and things:
                how = _meant(sentence.value, start + m.end("what"), start + m.end())
                # a thing is its maker's own whatever is denied of it
                if form == _BEHIND and how == Modality.DENIED:
                    how = Modality.ASSERTED
                for thing in things:
                    yield Claim(maker, "PRODUCES", thing, sentence.text, f"goods:{form}", how)
                break


def _of_others(text: str, start: int, end: int, mentions: list[Mention], maker: Thing) -> bool:
    """Whether a clause tells of somebody else: not of one for whom something is done."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    here = mentions[first : bisect_left(mentions, end, lo=first, key=lambda m: m.start)]
    inside = [m for m in here if m.thing.cls in ORGS and m.thing.id != maker.id]
    return bool(inside) and not _FOR.search(text, max(start, inside[0].start - 2), inside[0].start)


def _meant(text: str, start: int, end: int) -> Modality:
    """How a clause means it; what is sent to be tested is made."""
    how = modality(text, start, end)
    tested = how == Modality.POTENTIAL and _TESTED.search(text, max(0, start - _REACH), end)
    return Modality.ASSERTED if tested else how


def _maker(sentence: Sentence, mentions: list[Mention], owner: Thing | None) -> Thing | None:
    """Whose goods a sentence speaks of: that of its heading, or the one it begins with."""
    orgs = [m for m in mentions if m.thing.cls in ORGS]
    if owner is not None:
        return owner
    if orgs and pattern("goods", "source").match(sentence.value, orgs[0].end):
        return None
    about = anaphora.topic(sentence.value, orgs)
    alone = len({m.thing.id for m in orgs}) == 1 and orgs[0].start == 0
    return about if about is not None and alone else None


def _things(document: Document, what: str, form: str) -> Iterator[Thing]:
    """The goods that a slot lists; none where it ends in a clause."""
    what = pattern("goods", "lead").sub("", what)
    what = pattern("goods", "range").sub(r"\g<to> ", _COMMA.sub("、", _PLUS.sub("、", what)))
    found = slots.items(what)
    if not found or (form not in _LISTS and found[-1].end < len(what.rstrip()) - _TAIL):
        return
    names = [_bare(_placeless(document, p.name)) for p in found]
    trusted = form == "site" or (any(plausible(name) for name in names) and "、" in what)
    for name, phrase in zip(names, found, strict=True):
        known = document.gazetteer.known(name)
        wrong = known is not None and known.cls not in ("Technology", "Product")
        if wrong or pattern("goods", "aspect").search(name):
            continue
        if form == "wanted" and pattern("goods", "unwanted").search(name):
            continue
        loose = trusted or what.startswith("产品", phrase.end)
        if known is not None or plausible(name, loose=loose and len(name) > _SHORT):
            thing = named_concept(document, name)
            if form == "site" or fitting("PRODUCES", thing):
                yield thing


def _placeless(document: Document, name: str) -> str:
    """`德州 Fab9` without the place."""
    place, _, rest = name.partition(" ")
    known = document.gazetteer.known(place)
    return rest if known is not None and known.cls == "Place" and rest else name


def _bare(name: str) -> str:
    """A name without marks, and without a last word that adds nothing: `光模块产品`."""
    name = name.replace("《", "").replace("》", "")
    m = _ADDED.search(name)
    short = name[: m.start()].strip() if m else name
    return short if m and plausible(short) else name
