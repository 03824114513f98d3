"""The things that the cells of a table name."""

from __future__ import annotations

import re

from loaders import grammar
from loaders.concepts import lexicon, model_like, plausible
from loaders.concepts.words import CJK, endings
from loaders.document import Document
from loaders.english.runs import words
from loaders.extract.tables.items import LONGEST, Item, items
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Thing
from loaders.tokens import tokens

_TICKER = re.compile(r"^\s*\d{4,6}(?:\.[A-Z]{2})?\s*$")
_SPEED = re.compile(r"(?:芯片)?\s*\(\d+\s*TOPS\)$")
_ENGLISH_CONCEPT = re.compile(r"[A-Za-z][A-Za-z0-9 .+/\-]{1,30}")
_ENGLISH_WORD = re.compile(r"[A-Z][a-z]+")
_ENGLISH_ORG = re.compile(r"[A-Z][A-Za-z0-9 .&\-]{1,30}")


def things(document: Document, cell: str, *classes: str) -> list[tuple[Thing, Item]]:
    """The things a cell names, of the first of `classes` where nobody knows them."""
    return list(
        document.gazetteer.once(lambda: _things(document, cell, classes), "cell", cell, classes)
    )


def _things(document: Document, cell: str, classes: tuple[str, ...]) -> list[tuple[Thing, Item]]:
    found = [(thing_of(document, item, *classes), item) for item in items(cell)]
    named = [(thing, item) for thing, item in found if thing is not None]
    if classes[0] in ORGS and len(named) < len(found) and _fields(found):
        # `协作机器人、航运`: where fields are listed, a word that nobody knows is one more
        return [(t, i) for t, i in named if t.row or document.gazetteer.known(i.name)]
    return named


def _fields(found: list[tuple[Thing | None, Item]]) -> bool:
    """Whether a cell for companies lists what they serve."""
    return any(t is None and CJK.search(i.name) and plausible(i.name) for t, i in found)


def thing_of(document: Document, item: Item, *classes: str) -> Thing | None:
    """The thing of one item; None where it reads like no name of that class."""
    if classes[0] in CONCEPTS:
        thing = _concept(document, item.name, classes)
    else:
        name = pattern("cells", "share").sub("", item.name)
        orgs = classes[0] in ORGS
        sure = bool(item.inside and _ENGLISH_ORG.fullmatch(item.inside))
        thing = None
        if not orgs or _may_be_org(document, name):
            thing = _named(document, name, classes, sure=sure)
        if thing is not None and _another(document, item):
            thing = Thing(classes[0], name)
    return thing.called(*_aliases(item, thing)) if thing is not None else None


def _another(document: Document, item: Item) -> bool:
    """Whether an English word is all that leads to a company called in Chinese: another's name."""
    if not _ENGLISH_WORD.fullmatch(item.name) or document.gazetteer.known(item.name) is not None:
        return False
    return not CJK.search(item.inside or "")


def _concept(document: Document, name: str, classes: tuple[str, ...]) -> Thing | None:
    """A technology, product or industry; an unknown one must read like it."""
    name = pattern("cells", "count").sub("", name).strip() or name
    name = _SPEED.sub("", name)
    if name.isascii():
        name = pattern("cells", "made").sub("", pattern("cells", "modifier").split(name)[0])
    known = document.gazetteer.named(name, *classes)
    if known.row is not None:
        return known
    other = document.gazetteer.known(name)
    if other is not None and other.cls == "Place":
        return None
    model = model_like(name)
    if not model and (pattern("cells", "counted").match(name) or not plausible(name, loose=True)):
        return None
    if model and classes[0] == "Technology" and "Product" in classes:
        return document.gazetteer.named(name, "Product", *classes)
    return known


def _may_be_org(document: Document, name: str) -> bool:
    other = document.gazetteer.known(name)
    if not _org_like(name) or (other is not None and other.cls not in ORGS):
        return False
    if other is not None:
        return True
    served = pattern("cells", "served").search(name) or name.endswith(endings("bad_ends"))
    if tokens(name)[0].word in lexicon("verbs"):
        return False  # 实现批量供货
    return not _product_of(document, name) and not served


def _named(document: Document, name: str, classes: tuple[str, ...], *, sure: bool) -> Thing | None:
    """Anything else; `华虹 Hua Hong` names one company twice.

    One that is `sure` has its English name in a bracket: 远图机器人（FarBot）.
    """
    gazetteer = document.gazetteer
    known = gazetteer.named(name, *classes)
    if known.row is not None:
        return known
    m = pattern("cells", "mixed").fullmatch(name)
    halves = [h.strip() for h in m.groups() if h is not None] if m else []
    served = CJK.search(name) and plausible(name) and gazetteer.known(name) is None
    if served and not sure and not (halves and _called_twice(document, halves)):
        # a column of companies that lists what they serve
        return _placed(document, name)
    if halves:
        both = [gazetteer.named(h, *classes) for h in sorted(halves, key=str.isascii)]
        return next((h for h in both if h.row), both[0]).called(name, *(h.name for h in both))
    return known


def _placed(document: Document, name: str) -> Thing | None:
    """`杭州远图光电`: a known company, with its town before its name."""
    found = document.gazetteer.find(name)
    if len(found) != 2 or [m.thing.cls for m in found] != ["Place", "Company"]:
        return None
    town, firm = found
    whole = town.start == 0 and town.end == firm.start and firm.end == len(name)
    return firm.thing if whole else None


def _called_twice(document: Document, halves: list[str]) -> bool:
    """Whether one half is a company's name, or neither is a word for a thing."""
    known = [document.gazetteer.known(h) for h in halves]
    if any(k is not None for k in known):
        return any(k is not None and k.cls in ORGS for k in known)
    latin, chinese, *_ = sorted(halves, key=str.isascii, reverse=True)
    if chinese.endswith(tuple(load("names")["company_tail"].split())):
        return True
    return any(c.islower() for c in latin) and not plausible(chinese)


def _product_of(document: Document, name: str) -> bool:
    """Whether a name begins with a company's and goes on like no company's: Apple Silicon."""
    first = next(iter(document.gazetteer.find(name)), None)
    if not name.isascii() or first is None or first.thing.cls != "Company" or first.start:
        return False
    last = name.rsplit(maxsplit=1)[-1].strip(".,")
    tails = words("tails") | words("empty_tails") | words("legal") | words("bodies")
    return first.end < len(name) and name[first.end] == " " and last not in tails


def _aliases(item: Item, thing: Thing) -> list[str]:
    """What stands in brackets, where it is another name (not a place, a number or a remark)."""
    inside = item.inside
    if not inside or _TICKER.match(inside):
        return []
    if thing.cls in CONCEPTS and _ENGLISH_CONCEPT.fullmatch(inside):
        return [inside]
    if thing.cls == "Company" and _ENGLISH_ORG.fullmatch(inside) and CJK.search(item.name):
        return [inside]
    return []


def _org_like(name: str) -> bool:
    """Whether a name may be a company's: no number, no clause, no `and others`."""
    if not 2 <= len(name) <= LONGEST or pattern("cells", "no_org").search(name):
        return False
    # a phrase in Latin letters (rare earth leverage) is no name: its words would have capitals
    small = grammar.words("cells", "small")
    return not (name.isascii() and any(w.islower() and w not in small for w in name.split()[1:]))
