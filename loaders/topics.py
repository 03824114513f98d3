"""What a part of a report is about: the industry its headings and captions name."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import lexicon, opening, phrases, plausible
from loaders.document import Document
from loaders.things import CONCEPTS, Thing

_CHAIN = re.compile(
    r"([^，。；：！？、“”（）()\s]{2,16}?)\s?(?:的|全)?(?:产业链|供应链|价值链|产业图谱)"
)

# `技术驱动产业链升级`: what moves a chain is not whose it is
_MOVES = re.compile(
    r"(?:位于|处于|属于|居于|雄踞|切入|进入|驱动|带动|重塑|重构|拉动|赋能|引领|推动|贯穿|打通|布局|完善|整合|延伸|覆盖)$"
)


def chain(document: Document, text: str) -> Thing | None:
    """The industry whose chain a text speaks of: `量子科技产业链涵盖…` → 量子科技."""
    for m in _CHAIN.finditer(text):
        found = phrases(m.group(1))
        if not found:
            continue
        name = re.sub(r"^(?:我国|中国|全球|国内|整个|图|表)", "", found[-1].name)
        if (
            len(name) >= 2
            and not _MOVES.search(name)
            and not {name} & (lexicon("generic") | lexicon("lead"))
            and plausible(name, loose=True)
        ):
            return document.gazetteer.named(name, "Industry", *CONCEPTS)
    return None


def industry(document: Document, block: Block) -> Thing | None:
    """The industry a block stands under: the innermost heading that names one, or a chain."""
    places = [t.value for t in (block.caption, block.intro, *reversed(block.path)) if t is not None]
    for text in places:
        if found := chain(document, text) or _named(document, text, "Industry"):
            return found
    for text in places:
        found = _named(document, text, "Technology")
        if found is not None and len(found.name) * 2 >= len(text):
            return found
    return None


def of_block(document: Document, block: Block) -> Thing | None:
    """The industry whose chain a block describes, by its own words before its headings'."""
    if block.kind in ("paragraph", "item"):
        if found := chain(document, block.text.value):
            return found
        for phrase in opening(block.text.value)[:1]:
            known = document.gazetteer.known(phrase.name)
            if known is not None and known.cls in CONCEPTS:
                return known
    return industry(document, block)


def _named(document: Document, text: str, cls: str) -> Thing | None:
    return next((m.thing for m in document.gazetteer.find(text) if m.thing.cls == cls), None)
