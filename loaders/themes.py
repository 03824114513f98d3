"""What a block is about: the one thing that its label or its nearest heading names."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.things import CONCEPTS, Thing

_MARK = re.compile(r"[：:—–，,（(？?|]|\s-\s")
_NUMBER = re.compile(r"^[\d.、\s一二三四五六七八九十»]+(?:[、.]\s*|\s+)")


def theme(document: Document, block: Block) -> Thing | None:
    """The concept of the innermost heading whose first words name nothing else."""
    for text in reversed(block.path):
        if (found := named(document, text.value)) is not None:
            return found
    return None


def named(document: Document, heading: str) -> Thing | None:
    """The concept that the first words of a heading name; None where they say more."""
    head = _MARK.split(_NUMBER.sub("", heading.strip()), maxsplit=1)[0].strip(" *#“”")
    known = document.gazetteer.known(head)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    concepts = [m for m in document.gazetteer.find(head) if m.thing.cls in CONCEPTS]
    if (
        len(concepts) == 1
        and concepts[0].start == 0
        and len(concepts[0].thing.name) * 3 >= len(head)
    ):
        return concepts[0].thing
    found = phrases(head)
    if len(found) == 1 and found[0].name == head and plausible(head):
        return document.gazetteer.named(head, "Technology", *CONCEPTS)
    return None
