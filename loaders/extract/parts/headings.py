"""`超节点间 (Scale-out) —— 光模块成为主流`: a part of a system, and what is built into it there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block
from loaders.concepts import Phrase, opening
from loaders.document import Document
from loaders.extract.parts.names import named, sure
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim

_COMMA = re.compile(r"[，,]")
_SLASH = re.compile(r"[^/]+")


def parts(document: Document, block: Block) -> Iterator[Claim]:
    """What a heading sets behind the dash after a name that it also gives in Latin letters."""
    m = pattern("parts", "heading").search(block.text.value)
    if m is None or any(x.thing.cls not in CONCEPTS for x in document.gazetteer.find(m["name"])):
        return
    whole = document.gazetteer.named(m["also"], "Technology", *CONCEPTS).called(m["name"])
    for clause in _COMMA.split(m["said"]):
        for phrase in _each(opening(clause.strip())):
            part = named(document, phrase)
            if sure(document, phrase) and part.id != whole.id:
                yield Claim(part, "PART_OF", whole, block.text, "part:heading")


def _each(found: list[Phrase]) -> Iterator[Phrase]:
    """The names of some phrases, those too that a stroke joins: CPO/NPO."""
    for phrase in found:
        for m in _SLASH.finditer(phrase.name):
            yield Phrase(phrase.start, phrase.end, m.group(), phrase.aliases)
