"""Words of cells that the title above completes: 人形 below `机器人公司概览` is 人形机器人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block
from loaders.concepts import lexicon
from loaders.document import Document
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

_WORD = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SHORTEST = 2


def completed(document: Document, block: Block, word: str) -> Thing | None:
    """The known concept that a word and the head of a title's noun make; None where none does."""
    if not _WORD.fullmatch(word):
        return None
    for head in _heads(document, block):
        known = document.gazetteer.known(word + head)
        if known is not None and known.row and known.cls in CONCEPTS:
            return known
    return None


def _heads(document: Document, block: Block) -> Iterator[str]:
    above = (block.caption, *reversed(block.path))
    for title in (*(t.value for t in above if t is not None), document.layout.title):
        for token in tokens(title):
            if len(token.word) >= _SHORTEST and token.word in lexicon("heads"):
                yield token.word
