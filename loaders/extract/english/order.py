"""What English sentences put in order: the layers of a stack, the tiers of a chain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.english.coding import prose
from loaders.english.likeness import thing_like
from loaders.english.nouns import nouns
from loaders.english.patterns import pattern
from loaders.extract.english.lists import chain, named_chain
from loaders.extract.tiers import claims as tier_claims
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Thing


def read(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The layers and tiers of one sentence."""
    text = prose(sentence.value).rstrip(".")
    yield from _layers(document, sentence, text)
    if _search("tier", text):
        yield from _tiers(document, sentence, text)


def _search(name: str, text: str) -> re.Match[str] | None:
    return pattern("order", name, re.IGNORECASE).search(text)


def _layers(document: Document, sentence: Sentence, text: str) -> Iterator[Claim]:
    """`SRAM sits at the top, followed by …`; `the stack has three layers: …`."""
    named = _search("stack", text)
    bare = pattern("order", "opening", re.IGNORECASE).sub("", text)
    if named and (top := _search("top", bare)):
        parts = [top.group("first"), *pattern("order", "then").split(top.group("rest"))]
        if top.group("end").lower() in ("bottom", "base"):
            parts = parts[::-1]
        yield from _ordered(document, sentence, named.group("stack"), parts, strong=False)
    elif whole := _search("layers", text):
        parts = pattern("order", "then").split(whole.group("rest"))
        yield from _ordered(document, sentence, whole.group("stack"), parts, strong=True)


def _ordered(
    document: Document, sentence: Sentence, stack: str, parts: list[str], *, strong: bool
) -> Iterator[Claim]:
    names = [found[0] for part in parts if (found := nouns(part))]
    known = [document.gazetteer.known(n.name) is not None for n in names]
    good = [k or thing_like(n.name, strong=strong) for k, n in zip(known, names, strict=True)]
    if len(names) < 2 or not all(good):
        return
    whole = document.gazetteer.named(stack.strip(), "Technology", *CONCEPTS)
    for position, phrase in enumerate(names, 1):
        thing = document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
        yield Claim(
            thing.called(*phrase.aliases),
            "LAYER_OF",
            whole,
            sentence.text,
            "english:layers",
            qualifiers={"position": str(position)},
        )


def _tiers(document: Document, sentence: Sentence, text: str) -> Iterator[Claim]:
    industry = named_chain(document, text) or chain(document, sentence.block)
    if industry is None:
        return
    body = pattern("order", "within", re.IGNORECASE).sub("", text)
    for piece in pattern("order", "cut", re.IGNORECASE).split(body):
        m = _search("stands", piece) or _search("holds", piece)
        if m is None:
            continue
        members = _members(document, m.groupdict().get("who") or m.group("rest"))
        yield from tier_claims(
            industry, m.group("tier").lower(), members, sentence.text, "tier:english"
        )


def _members(document: Document, text: str) -> list[Thing]:
    """Companies where some are named, else the things that are listed."""
    orgs = [m.thing for m in document.gazetteer.find(text) if m.thing.cls in ORGS]
    if orgs:
        return orgs
    such = pattern("lists", "such").search(text)
    return [
        document.gazetteer.named(p.name, "Technology", *CONCEPTS).called(*p.aliases)
        for p in nouns(such.group("rest") if such else text)
        if document.gazetteer.known(p.name) or thing_like(p.name)
    ]
