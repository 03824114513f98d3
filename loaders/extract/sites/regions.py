"""What a region builds and goes in for: `杭州聚焦整机制造`, `建成示范机场` below the heading 杭州."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners, themes
from loaders.concepts import lexicon, phrases, plausible
from loaders.extract.sites.view import View
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import CONCEPTS, Claim, Thing

# no name of a plant is so short that begins with that of its town
_SHORT = 5
# 全国首个枢纽港, 高新区两大集聚区
_COUNT = re.compile(r"^.{0,6}?(?:[两二三四五六]大|首[个座条家]|第一[个座条家])(?=.{3,})")


def claims(view: View) -> Iterator[Claim]:
    """What stands in the regions of a sentence, or in that of its heading."""
    theme = _divided(view)
    for m in view.matches("goes_in_for"):
        if theme is not None:
            yield from view.stands(theme, view.places(m), "region", view.meant(m))
            continue
        for what in things(view, view.plain(m, "what"), "Industry"):
            yield from view.stands(what, view.places(m), "region", view.meant(m))
    place = owners.place(view.document, view.sentence.block)
    if place is not None:
        for m in view.matches("builds"):
            yield from _built(view, m, place)


def _divided(view: View) -> Thing | None:
    """The industry that a line shares out among regions: `区域分工：甲市聚焦制造配套`."""
    label, mark, _ = view.sentence.value.partition("：")
    if not mark or not pattern("sites", "divides").search(label):
        return None
    theme = themes.spoken(view.document, view.sentence)
    return theme if theme is not None and theme.cls in CONCEPTS else None


def _built(view: View, m: re.Match[str], place: Thing) -> Iterator[Claim]:
    """The facilities that a place builds, and the smaller places that their names speak of."""
    start, end = view.coded.index(m.start("what")), view.coded.index(m.end("what"))
    how = modality(view.sentence.value, start, start + 1)
    inside = view.within(start, end)
    for what in _facilities(view, view.plain(m, "what")):
        if pattern("sites", "facility").search(what.name):
            town = view.smaller(what.name[:2]) if len(what.name) > _SHORT else None
            places = [place, *inside, *([town] if town is not None else [])]
            yield from view.stands(what, places, "section", how)


def _facilities(view: View, words: str) -> Iterator[Thing]:
    """What is built: one thing where a word of its name links two, 运营与监管平台."""
    first, link, _ = words.partition("与")
    if link and "、" not in words and not pattern("sites", "facility").search(first):
        yield view.document.gazetteer.named(_COUNT.sub("", words), "Product", *CONCEPTS)
    else:
        yield from things(view, words, "Product")


def things(view: View, words: str, cls: str) -> Iterator[Thing]:
    """What some words list, of class `cls` where nobody knows it."""
    for phrase in phrases(words):
        name = _COUNT.sub("", phrase.name)
        known = view.document.gazetteer.known(name)
        if known is not None and known.cls not in CONCEPTS:
            continue
        if name not in lexicon("generic") and (known or plausible(name, loose=len(name) > 3)):
            yield known or view.document.gazetteer.named(name, cls, *CONCEPTS)
