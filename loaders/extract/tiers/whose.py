"""Whose tiers a text speaks of: the industry of the chain."""

from __future__ import annotations

from loaders import themes, topics
from loaders.blocks import Block
from loaders.document import Document
from loaders.things import Thing


def whose(document: Document, text: str, block: Block, at: int) -> Thing | None:
    """The industry whose tiers `text` speaks of from index `at` on.

    The chain that it names, or the one industry that it speaks of before it comes to the tiers;
    else the chain that a title above names, else what its block is about.
    """
    said = topics.chain(document, text) or themes.sole(
        document, text[:at], whole=False, others=True
    )
    if said is not None:
        return said
    titles = [t.value for t in (block.caption, block.intro, *reversed(block.path)) if t is not None]
    chains = (topics.chain(document, title) for title in (*titles, document.layout.title))
    return next((c for c in chains if c is not None), None) or topics.of_block(document, block)
