"""A product's own name and the noun for what it is: `Aurora 9处理器`, `数据中心Aurora`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing


def named(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What products are, by the noun behind or before their names."""
    for m in pattern("kinds", "named").finditer(sentence.value):
        whole = document.gazetteer.named(m.group("kind"), "Technology", *CONCEPTS)
        for name in pattern("kinds", "joined").split(m.group("names")):
            member = _product(document, name, m.group("kind"))
            if member is not None and member.id != whole.id:
                yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:named")


def _product(document: Document, name: str, noun: str) -> Thing | None:
    """The product of a name, called by its noun too where the name alone says little."""
    known = document.gazetteer.known(name)
    if known is not None and known.cls not in CONCEPTS:
        return None
    if pattern("kinds", "short").fullmatch(name) or (known is not None and known.cls != "Product"):
        name = f"{name} {noun}" if noun.isascii() else name + noun
    return document.gazetteer.named(name, "Product", *CONCEPTS)
