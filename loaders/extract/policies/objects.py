"""What a policy acts on: the things a slot behind its verb names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.concepts import lexicon, phrases, plausible
from loaders.document import Document
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Thing

_ASIDE = pattern("policies", "objects_aside")
_STOP = pattern("policies", "objects_stop")
_FACILITY = pattern("sites", "facility")
# what those are called who work in a field of two characters: 光伏企业
_OF_FIELD = ("企业", "公司", "厂商", "产业", "行业", "产业链", "领域", "产品")
_OF = re.compile(r"的\s?(?P<after>[\u4e00-\u9fffA-Z0-9 ]{2,12})$")
_LEAD = pattern("policies", "objects_lead")
LONGEST = 20


def objects(
    document: Document, slot: str, *, orgs: bool = False, loose: bool = False
) -> list[Thing]:
    """The technologies, products and industries (with `orgs` companies too) that a slot lists.

    `loose` trusts a noun phrase that does not end like a technology.
    """
    slot = _ASIDE.sub("", slot).strip(" ，,：:“”")
    if m := _STOP.search(slot):
        slot = slot[: m.start()]
    pieces = re.split(
        r"、|，|,|以及|及(?=[\u4e00-\u9fff]{2})|和(?=[\u4e00-\u9fff]{2}|.$)|与(?=[\u4e00-\u9fff]{2})",
        slot,
    )
    found = [_object(document, piece, orgs=orgs, loose=loose) for piece in pieces]
    if any(t and t.cls in CONCEPTS for t in found) and not all(found):
        # what stands in a list beside a thing is a thing
        found = [
            thing or _object(document, piece, orgs=orgs, loose=True)
            for thing, piece in zip(found, pieces, strict=True)
        ]
    return list({thing.id: thing for thing in found if thing}.values())


def _object(document: Document, piece: str, *, orgs: bool, loose: bool) -> Thing | None:
    raw = re.sub(r"等.{0,6}$", "", piece.strip(" “”\"'"))
    named = document.gazetteer.known(raw)
    if named is not None and named.cls in (ORGS if orgs else ()):
        return named
    if named is None:
        raw, piece = _placeless(document, raw), _placeless(document, piece)
    for name in _forms(raw, piece):
        if len(name) == 1 and loose and (element := document.gazetteer.known(name)):
            # 镓, 锗: an element has one character
            return element if element.cls in CONCEPTS else None
        if not 2 <= len(name) <= LONGEST + 10 or name in _generic() or name in lexicon("generic"):
            continue
        known = document.gazetteer.known(name)
        short = len(name) < 3 and raw not in (name, *(name + tail for tail in _OF_FIELD))
        if known is not None and known.cls in CONCEPTS and not short:
            return known
        if known is not None:
            continue
        if thing := _new(document, name, loose=loose or bool(_FACILITY.search(name))):
            return thing
    return None


def _placeless(document: Document, piece: str) -> str:
    """A piece without the place that it begins with: 越南光伏电池."""
    first = next(iter(document.gazetteer.find(piece)), None)
    if first is None or first.thing.cls != "Place" or first.start or first.end + 2 > len(piece):
        return piece
    return piece[first.end :]


def _new(document: Document, name: str, *, loose: bool) -> Thing | None:
    """A thing that nobody knows, or the known one that a longer phrase is about."""
    inside = [
        m
        for m in document.gazetteer.find(name)
        if m.thing.cls in CONCEPTS and m.thing.name not in _generic()
    ]
    if (2 if loose else 3) <= len(name) <= LONGEST and plausible(name, loose=loose):
        return document.gazetteer.named(name, "Technology", *CONCEPTS)
    for m in inside:
        # 半导体全链条自主创新 is about 半导体
        if m.start == 0 or m.end == len(name):
            return m.thing
    return None


def _forms(raw: str, piece: str) -> Iterator[str]:
    """The names a piece may mean, the whole first: `光刻机的研发项目`, then 光刻机."""
    found = phrases(piece)
    name = raw
    if m := _OF.search(name):
        after = _tail().sub("", m["after"])
        last = found[-1].name if found else name
        whole = after and (plausible(last) or _FACILITY.search(last))
        name = last if whole else name[: m.start()]
    elif found:
        name = found[-1].name
    lead = _LEAD.sub("", name).strip(" “”\"'的")
    bare = _tail().sub("", lead).strip(" “”\"'的")
    yield from dict.fromkeys((bare, lead) if len(bare) >= 3 else (lead, bare))


@cache
def _tail() -> re.Pattern[str]:
    words = sorted(load("policies")["object"]["tail"].split("|"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})+$")


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("policies")["object"]["not"].split("|"))
