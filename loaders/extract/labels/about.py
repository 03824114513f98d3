"""What a line is about: its label, its heading, or whose supply chain it tells of."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.applied.objects import own
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Thing

_LABELLED = 24
# `中游硬板：` is labelled with 硬板
_TIER = re.compile(r"^(?:上游|中游|下游)(?=.{2})")


def label(document: Document, block: Block) -> Thing | None:
    """The technology or industry that a line is labelled with: `PEEK 材料：…`."""
    m = pattern("labels", "label").match(block.text.value)
    if m is None or block.kind not in ("item", "paragraph"):
        return None
    name = _TIER.sub("", m.group("name").strip())
    known = document.gazetteer.known(name)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    if own(document, name):
        return document.gazetteer.named(name, "Industry", *CONCEPTS)
    found = phrases(name)
    if len(found) != 1 or found[0].name != name or not plausible(name):
        return None
    return document.gazetteer.named(name, "Technology", *CONCEPTS)


def heading(document: Document, sentence: Sentence) -> Thing | None:
    """What `代表厂商：…` stands under: the one concept that the nearest heading names."""
    if not sentence.block.path or not pattern("labels", "who").match(sentence.value):
        return None
    found = [m.thing for m in document.gazetteer.find(sentence.block.path[-1].value)]
    concepts = [t for t in found if t.cls in CONCEPTS]
    return concepts[0] if len(concepts) == 1 else None


def buyer(document: Document, block: Block) -> Thing | None:
    """Whose supply chain a block tells of, by its label or its headings: `特斯拉链：…`."""
    for text in (block.text.value[:_LABELLED], *(t.value for t in reversed(block.path))):
        for m in document.gazetteer.find(text):
            if m.thing.cls == "Company" and pattern("labels", "chain").match(text, m.end):
                return m.thing
    return None
