"""What a part of a report is about: the industry its headings and captions name."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import lexicon, phrases
from loaders.document import Document
from loaders.things import CONCEPTS, Thing

_CHAIN = re.compile(r"([^，。；：！？、“”\s]{2,16}?)(?:的)?(?:产业链|供应链|价值链|产业图谱)")


def chain(document: Document, text: str) -> Thing | None:
    """The industry whose chain a text speaks of: `量子科技产业链涵盖…` → 量子科技."""
    for m in _CHAIN.finditer(text):
        found = phrases(m.group(1))
        if not found:
            continue
        name = re.sub(r"^(?:我国|中国|全球|国内|整个|图|表)", "", found[-1].name)
        if len(name) >= 2 and name not in lexicon("generic"):
            return document.gazetteer.named(name, "Industry", *CONCEPTS)
    return None


def industry(document: Document, block: Block) -> Thing | None:
    """The industry a block stands under: the innermost heading that names one, or a chain."""
    for text in (block.caption, block.intro, *reversed(block.path)):
        if text is None:
            continue
        if found := chain(document, text.value):
            return found
        for m in document.gazetteer.find(text.value):
            if m.thing.cls == "Industry":
                return m.thing
    return None
