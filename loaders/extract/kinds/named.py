"""A product's own name and the noun for what it is: `Aurora 9处理器`, `数据中心Aurora`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.extract.kinds.wholes import ending
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Thing
from loaders.tokens import tokens

# what a name goes on with that is no word of its noun
_RANKS = "级类款代型系"


def named(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What products are, by the noun behind or before their names."""
    for form in ("named", "named_behind", "quoted", "numbered"):
        for m in pattern("kinds", form).finditer(sentence.value):
            noun = m.group("kind")
            empty = _clausal(noun) or noun.strip() in lexicon("platitudes")
            bare = pattern("kinds", "bare").fullmatch(noun) is not None
            if bare and _of_a_firm(document, sentence.value, m.start("kind")):
                continue
            whole = None if empty else _whole(document, noun, bare=bare)
            described = form == "named" and not bare
            for name in pattern("kinds", "joined").split(m.group("names")):
                if described and not _own(document, name, noun):
                    continue
                member = _product(document, name, noun) if whole is not None else None
                if member is not None and whole is not None and member.id != whole.id:
                    yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:named")


def _of_a_firm(document: Document, text: str, at: int) -> bool:
    """Whether a noun is the end of a company's name: 某某汽车 YJ3."""
    firms = (m for m in document.gazetteer.find(text) if m.thing.cls in ORGS)
    return any(m.start <= at < m.end for m in firms)


def _whole(document: Document, noun: str, *, bare: bool) -> Thing | None:
    """What a noun says that something is; a `bare` one is listed for it, however short: 卫星."""
    whole = ending(document, noun, loose=True)
    return named_concept(document, noun) if whole is None and bare else whole


def _own(document: Document, name: str, noun: str) -> bool:
    """Whether a name stands before the whole of a longer noun: `Mirado 燃料电池汽车`, not `M8 级树脂`."""
    known = document.gazetteer.known(name)
    if pattern("kinds", "short").fullmatch(name) or (known is not None and known.cls != "Product"):
        return False
    first = tokens(noun)[0]
    tells = first.tag[0] in "nbmjl" or first.tag == "vn"
    return tells and first.word not in lexicon("generic") and noun[0] not in _RANKS


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
    """Whether the words before a noun are a clause's: `“某某”依托大模型`, `“某某”规则明确卫星…`."""
    first, *others = tokens(noun)
    if any(t.tag in ("ad", "d") for t in others):
        return True
    verb = first.word in lexicon("verbs") or first.word in words("kinds", "governs")
    return "的" in noun or verb or first.tag[0] in "dpc"
