"""The things that phrases name where a text names parts."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import Phrase
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept, names_concept
from loaders.things import CONCEPTS, Thing

_SEVERAL = re.compile(r"[、/]")


def sure(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase reads like a technology, or is known to be a concept."""
    return names_concept(document, phrase.name)


def named(document: Document, phrase: Phrase) -> Thing:
    """The thing of a phrase: a product where it looks like a model, else a technology."""
    return named_concept(document, phrase.name).called(*phrase.aliases)


def built(document: Document, block: Block) -> Thing | None:
    """The finished goods that the headings over a block take apart, the nearest first."""
    texts = [t.value for t in (block.caption, *reversed(block.path)) if t is not None]
    # a report of several things takes none of them apart in all its tables
    title = document.layout.title
    texts = [t for t in (*texts, title) if t != title or not _SEVERAL.search(t)]
    for text in texts:
        if m := pattern("parts", "built").search(text):
            return document.gazetteer.named(m.group(), "Technology", *CONCEPTS)
    return None
