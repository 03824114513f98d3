"""A product's own name and the noun for what it is: `Aurora 9处理器`, `数据中心Aurora`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.extract.kinds.wholes import ending
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing
from loaders.tokens import tokens


def named(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What products are, by the noun behind or before their names."""
    for form in ("named", "named_behind", "quoted", "numbered"):
        for m in pattern("kinds", form).finditer(sentence.value):
            whole = (
                None if _clausal(m.group("kind")) else ending(document, m.group("kind"), loose=True)
            )
            for name in pattern("kinds", "joined").split(m.group("names")):
                member = _product(document, name, m.group("kind")) if whole is not None else None
                if member is not None and whole is not None and member.id != whole.id:
                    yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:named")


def _product(document: Document, name: str, noun: str) -> Thing | None:
    """The product of a name, called by its noun too where the name alone says little."""
    if pattern("kinds", "no_name").fullmatch(name):
        return None
    known = document.gazetteer.known(name)
    if known is not None and known.cls not in CONCEPTS:
        return None
    if pattern("kinds", "short").fullmatch(name) or (known is not None and known.cls != "Product"):
        name = f"{name} {noun}" if noun.isascii() else name + noun
    return document.gazetteer.named(name, "Product", *CONCEPTS)


def _clausal(noun: str) -> bool:
    """Whether the words before a noun are a clause's: `“某某”依托大模型`."""
    first = tokens(noun)[0]
    verb = first.word in lexicon("verbs") or first.word in words("kinds", "governs")
    return "的" in noun or verb or first.tag[0] in "dpc"
