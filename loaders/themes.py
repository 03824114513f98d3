"""What a block is about: the one thing that its label or its nearest heading names."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.clauses.wholes import has_parts
from loaders.grammar import words
from loaders.things import CONCEPTS, Mention, Thing

_MARK = re.compile(r"[：:—–，,（(？?|]|\s-\s|(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff“])")
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

    An industry, or a technology that is no device and no material; else the one industry that a
    heading, or the title of the report, speaks of and nothing else.
    """
    for text in reversed(block.path):
        found = named(document, text.value)
        if found is not None and (found.cls == "Industry" or _abstract(found)):
            return found
    for title in (*(t.value for t in reversed(block.path)), document.layout.title):
        if (sole := _sole(document, title)) is not None:
            return sole
    return None


def _sole(document: Document, title: str) -> Thing | None:
    """The industry that a title names, where it names no other concept."""
    found = {m.thing.id: m.thing for m in document.gazetteer.find(title) if m.thing.cls in CONCEPTS}
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only is not None and only.cls == "Industry" else None


def _abstract(thing: Thing) -> bool:
    """Whether a known technology is a field of work rather than a thing that is made."""
    made = has_parts(thing) or thing.name.endswith(tuple(words("applied", "made")))
    return thing.row is not None and thing.cls == "Technology" and not made
