"""What a region builds and goes in for: `杭州聚焦整机制造`, `建成示范机场` below the heading 杭州."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon, phrases, plausible
from loaders.extract.sites.view import View
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import CONCEPTS, Claim, Thing

# `（一）杭州：…`, `杭州（研发中枢）`: a heading about a place
_BEHIND = re.compile(
    r"(?:[市省区县州]|[\u4e00-\u9fff]{0,2}市)?\s*(?:[（(][^（）()]{1,20}[)）])?\s*(?:$|[：:—])"
)

# 全国首个枢纽港, 高新区两大集聚区
_COUNT = re.compile(r"^.{0,6}?(?:[两二三四五六]大|首[个座条家]|第一[个座条家])(?=.{3,})")


def claims(view: View) -> Iterator[Claim]:
    """What stands in the regions of a sentence, or in that of its heading."""
    for m in view.matches("goes_in_for"):
        for what in _things(view, view.plain(m, "what"), "Industry"):
            yield from view.stands(what, view.places(m), "region", view.meant(m))
    place = _of_section(view)
    for m in view.matches("builds") if place is not None else ():
        start = view.coded.index(m.start("what"))
        how = modality(view.sentence.value, start, start + 1)
        for what in _things(view, view.plain(m, "what"), "Product"):
            if place is not None and pattern("sites", "facility").search(what.name):
                yield from view.stands(what, [place], "section", how)


def _of_section(view: View) -> Thing | None:
    """The place that the innermost heading is about."""
    if not view.sentence.block.path:
        return None
    title = view.sentence.block.path[-1].value.strip()
    first = next(iter(view.document.gazetteer.find(title)), None)
    if first is None or first.thing.cls != "Place" or first.start > 0:
        return None
    return first.thing if _BEHIND.match(title, first.end) else None


def _things(view: View, words: str, cls: str) -> Iterator[Thing]:
    for phrase in phrases(words):
        name = _COUNT.sub("", phrase.name)
        known = view.document.gazetteer.known(name)
        if known is not None and known.cls not in CONCEPTS:
            continue
        if name not in lexicon("generic") and (known or plausible(name, loose=len(name) > 3)):
            yield known or view.document.gazetteer.named(name, cls, *CONCEPTS)
