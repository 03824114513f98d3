"""What a block is about: the one thing that its label or its nearest heading names."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.clauses.wholes import has_parts
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Mention, Thing

_MARK = re.compile(r"[：:—–，,（(？?|]|\s-\s|(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff“])")
_ASIDE = re.compile(r"[（(][^（）()]{0,40}[)）]")
_BESIDE = re.compile(r"[、/与和及]|\s(?:and|&)\s")
_NUMBER = re.compile(r"^[\d.、\s一二三四五六七八九十»]+(?:[、.]\s*|\s+)")


def theme(document: Document, block: Block) -> Thing | None:
    """The concept of the innermost heading whose first words name nothing else."""
    for text in reversed(block.path):
        if (found := named(document, text.value)) is not None:
            return found
    return None


def named(document: Document, heading: str) -> Thing | None:
    """The concept that the first words of a heading name, or all those behind its first colon."""
    return document.gazetteer.once(lambda: _named(document, heading), "theme", heading)


def _named(document: Document, heading: str) -> Thing | None:
    pieces = _MARK.split(_NUMBER.sub("", heading.strip()))
    first, *rest = [piece.strip(" *#“”") for piece in pieces if piece.strip()] or [""]
    known = document.gazetteer.known(first)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    concepts = [m for m in document.gazetteer.find(first) if m.thing.cls in CONCEPTS]
    if len(concepts) == 1 and concepts[0].start == 0 and _whole(concepts[0], first):
        return concepts[0].thing
    found = phrases(first)
    if len(found) == 1 and found[0].name == first and plausible(first):
        return document.gazetteer.named(first, "Technology", *CONCEPTS)
    behind = document.gazetteer.known(rest[0]) if rest else None
    return behind if behind is not None and behind.cls in CONCEPTS else None


def alone(document: Document, heading: str) -> bool:
    """Whether a heading speaks of all it names as such: no name of it stands inside a phrase."""
    found = [m for m in document.gazetteer.find(heading) if m.thing.cls in CONCEPTS]
    head = re.split(r"[：:]", heading)[0]
    about = head if any(m.end <= len(head) for m in found) else heading
    parts = [part for part in _BESIDE.split(about) if part]
    # `无人机与电子化学品`: below it may stand either
    known = all(not phrases(part) or document.gazetteer.find(part) for part in parts)
    one = len(parts) < 2 or (known and len({m.thing.id for m in found}) == 1)
    return bool(found) and one and all(_whole(m, heading) for m in found)


def _whole(m: Mention, text: str) -> bool:
    """Whether a heading speaks of what it names, not of something called after that: AI芯片."""
    return m.end == len(text) or pattern("applied", "theme").match(text, m.end) is not None


def spoken(document: Document, sentence: Sentence) -> Thing | None:
    """The field that a sentence speaks of: the one industry it names, else that of its section."""
    return sole(document, sentence.value, whole=False, others=True) or field(
        document, sentence.block
    )


def field(document: Document, block: Block, *, whole: bool = False) -> Thing | None:
    """The field that a block's companies work in: what its innermost telling heading names.

    An industry, or a technology that is no device and no material; else the one industry that a
    heading, or the title of the report (as a `whole`), speaks of and nothing else.
    """
    for text in reversed(block.path):
        found = named(document, text.value)
        if found is not None and (found.cls == "Industry" or _abstract(found)):
            return found
    bare = (_ASIDE.sub("", text.value) for text in reversed(block.path))
    headings = (sole(document, text, whole=True) for text in bare)
    found = next((thing for thing in headings if thing is not None), None)
    return found or sole(document, document.layout.title, whole=whole)


def sole(document: Document, text: str, *, whole: bool, others: bool = False) -> Thing | None:
    """The one industry that a text names; as a `whole`, it speaks of it and not of a part.

    With `others`, it may name technologies and products beside it.
    """
    classes = ("Industry",) if others else CONCEPTS
    found = [m for m in document.gazetteer.find(text) if m.thing.cls in classes]
    if len({m.thing.id for m in found}) != 1 or (whole and not _whole(found[0], text)):
        return None
    return found[0].thing if found[0].thing.cls == "Industry" else None


def _abstract(thing: Thing) -> bool:
    """Whether a known technology is a field of work rather than a thing that is made."""
    made = has_parts(thing) or thing.name.endswith(tuple(words("applied", "made")))
    return thing.row is not None and thing.cls == "Technology" and not made
