"""What a block is about: the one thing that its label or its nearest heading names."""

from __future__ import annotations

import re

from loaders import topics
from loaders.blocks import Block
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.clauses.wholes import has_parts
from loaders.grammar import words
from loaders.things import CONCEPTS, Mention, Thing

_MARK = re.compile(r"[：:—–，,（(？?|]|\s-\s")
_NUMBER = re.compile(r"^[\d.、\s一二三四五六七八九十»]+(?:[、.]\s*|\s+)")


def theme(document: Document, block: Block) -> Thing | None:
    """The concept of the innermost heading whose first words name nothing else."""
    for text in reversed(block.path):
        if (found := named(document, text.value)) is not None:
            return found
    return None


def named(document: Document, heading: str) -> Thing | None:
    """The concept that the first words of a heading name, or all those behind its first colon."""
    pieces = _MARK.split(_NUMBER.sub("", heading.strip()))
    first, *rest = [piece.strip(" *#“”") for piece in pieces if piece.strip()] or [""]
    known = document.gazetteer.known(first)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    concepts = [m for m in document.gazetteer.find(first) if m.thing.cls in CONCEPTS]
    if len(concepts) == 1 and concepts[0].start == 0 and _most(concepts[0], first):
        return concepts[0].thing
    found = phrases(first)
    if len(found) == 1 and found[0].name == first and plausible(first):
        return document.gazetteer.named(first, "Technology", *CONCEPTS)
    behind = document.gazetteer.known(rest[0]) if rest else None
    return behind if behind is not None and behind.cls in CONCEPTS else None


def _most(m: Mention, text: str) -> bool:
    """Whether a name is much of what a heading says."""
    return (m.end - m.start) * 3 >= len(text)


def field(document: Document, block: Block) -> Thing | None:
    """The field that a block's companies work in: what its innermost telling heading names.

    An industry, or a technology that is no device and no material; else the industry that the
    words of a heading speak of.
    """
    for text in reversed(block.path):
        found = named(document, text.value)
        if found is not None and (found.cls == "Industry" or _abstract(found)):
            return found
    found = topics.industry(document, block)
    return (
        found
        if found and found.cls == "Industry" and (found.row or plausible(found.name))
        else None
    )


def _abstract(thing: Thing) -> bool:
    """Whether a known technology is a field of work rather than a thing that is made."""
    made = has_parts(thing) or thing.name.endswith(tuple(words("applied", "made")))
    return thing.row is not None and thing.cls == "Technology" and not made
