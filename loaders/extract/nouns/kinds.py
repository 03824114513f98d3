"""Kinds in lists and brackets: `A、B等C`, `C（如A、B）`, `以A为代表的C`, `C（甲式/乙式）`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon, opening, phrases, plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing
from loaders.tokens import tokens


def kinds(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`A、B等C`, `C（如A、B）`, `以A为代表的C`: A and B are kinds of C."""
    for form in ("such_as", "given", "represented"):
        # one example before 等 may be anything: two show that the word behind it is their kind
        after = form == "such_as"
        for m in pattern("nouns", form).finditer(sentence.value):
            kind = _kind(document, m.group("kind"), after=after)
            members = _members(document, m.group("list")) if kind else []
            if kind is None or len(members) < (2 if after else 1):
                continue
            for member in members:
                if member.id != kind.id:
                    yield Claim(member, "TYPE_OF", kind, sentence.text, "noun:kind")


def modified(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`丝杠（行星滚柱/微型滚珠）`: each modifier makes a kind of the head."""
    for m in pattern("nouns", "modified").finditer(sentence.value):
        found = phrases(m.group("head"))
        parts = m.group("list").split("/")
        if not found or found[-1].end != len(m.group("head")):
            continue
        head = found[-1].name
        if not _modifiers(document, head, parts):
            continue
        whole = document.gazetteer.named(head, "Technology", *CONCEPTS)
        for part in parts:
            kind = document.gazetteer.named(part + head, "Technology", *CONCEPTS)
            yield Claim(kind, "TYPE_OF", whole, sentence.text, "noun:modified")


def _modifiers(document: Document, head: str, parts: list[str]) -> bool:
    """Whether words in a bracket modify the head, rather than being names themselves."""
    if not plausible(head) and not document.gazetteer.known(head):
        return False
    known = [document.gazetteer.known(part) for part in parts]
    if all(known) or any(k is not None and k.cls not in CONCEPTS for k in known):
        return False
    return not any(part in lexicon("generic") or part.endswith(head) for part in parts)


def _kind(document: Document, text: str, *, after: bool) -> Thing | None:
    """The kind that some words name.

    `after` a list, it is the noun phrase they begin with, up to what is said of it (价格, 需求 …);
    before one, it is what they end in.
    """
    found = opening(text) if after else phrases(text)
    if not found or (after and found[0].start):
        return None
    name = _without_aspect(found[0].name) if after else found[-1].name
    known = document.gazetteer.known(name)
    if known is not None and known.cls in ("Technology", "Product"):
        return known
    if not plausible(name) or name.endswith(tuple(words("names", "not_kinds"))):
        return None
    return document.gazetteer.named(name, "Technology", *CONCEPTS)


def _without_aspect(name: str) -> str:
    """`传感器价格` without the aspect that is spoken of."""
    while (parts := tokens(name)) and len(parts) > 1 and parts[-1].word in lexicon("generic"):
        name = name[: parts[-1].start]
    return name


def _members(document: Document, text: str) -> list[Thing]:
    """The members of a list; none where one of its items is no name."""
    found = phrases(text)
    names = [p.name for p in found]
    if not all(plausible(name) or _concept(document, name) for name in names):
        return []
    if any(re.search(r"[（(]", name) for name in names):
        return []
    things = [
        document.gazetteer.named(p.name, "Technology", *CONCEPTS).called(*p.aliases) for p in found
    ]
    return [t for t in things if t.cls in CONCEPTS]


def _concept(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    return known is not None and known.cls in CONCEPTS
