"""What English sentences put in order: the layers of a stack, the tiers of a chain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.english.coding import prose
from loaders.english.nouns import nouns, thing_like
from loaders.extract.english.lists import chain, named_chain
from loaders.extract.tiers import claims as tier_claims
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Thing

_STACK = re.compile(r"\b(?:(?:in|of|within|up) )?(?:the|this|a|an) (?P<stack>(?:[A-Za-z0-9][\w\-]* ){0,4}(?:hierarchy|stack|pyramid|architecture))\b", re.IGNORECASE)
_TOP = re.compile(
    r"(?P<first>[^,;.]{2,40}?) (?:sits?|stands?|is|are|lies?|comes?|rests?) (?:at|on) (?:the )?(?P<end>very top|top|bottom|base|first)(?: (?:layer|tier|level))?"
    r"(?: of the [\w\- ]{2,40}?)?,? (?:and (?:is )?)?followed by (?P<rest>.{2,160})$"
)
_THEN = re.compile(r",? (?:and )?(?:then|next|finally|below (?:it|that)|after that|lastly) (?:by )?|, (?:and )?| and ")
_LAYERS = re.compile(r"^(?:the )?(?P<stack>.{2,50}?) (?:has|have|consists? of|comprises?|includes?|contains?) (?:\w+ )?(?:layers|levels|tiers)(?:: | - |, from [\w ]+:? )(?P<rest>.{4,200})$", re.IGNORECASE)
_TIER = re.compile(r"\b(upstream|midstream|downstream)\b", re.IGNORECASE)
_CUT = re.compile(r"(?:, and |, while |; |, but |, with |, )(?=[^,;]{2,80}\b(?:upstream|midstream|downstream)\b)", re.IGNORECASE)
_STANDS = re.compile(
    r"^(?P<who>.{2,120}?) (?:sits?|stands?|are|is|operates?|works?|belongs?|lies?|remains?|dominates?|leads?|plays?) (?:in |at |on |further |to )?(?:the )?(?P<tier>upstream|midstream|downstream)\b(?! of\b)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"(?:^|\b(?:[Tt]he|[Oo]n the|[Ii]n the) )?(?P<tier>[Uu]pstream|[Mm]idstream|[Dd]ownstream)(?: (?:segment|tier|part|section|end|links?|stage|side|layer))?"
    r"(?: (?:includes?|covers?|comprises?|consists? of|are|is made up of|spans)|:|,) (?P<rest>.{2,160})$"
)
_SUCH = re.compile(r"(?:such as|including|like|namely) (.+)$")


def read(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The layers and tiers of one sentence."""
    text = prose(sentence.value).rstrip(".")
    yield from _layers(document, sentence, text)
    if _TIER.search(text):
        yield from _tiers(document, sentence, text)


def _layers(document: Document, sentence: Sentence, text: str) -> Iterator[Claim]:
    named = _STACK.search(text)
    if named and (top := _TOP.search(re.sub(r"^[^,]*?\b(?:hierarchy|stack|pyramid|architecture), ", "", text))):
        parts = [top.group("first"), *_THEN.split(top.group("rest"))]
        if top.group("end") in ("bottom", "base"):
            parts = parts[::-1]
        yield from _ordered(document, sentence, named.group("stack"), parts)
    elif whole := _LAYERS.match(text):
        yield from _ordered(document, sentence, whole.group("stack"), _THEN.split(whole.group("rest")))


def _ordered(document: Document, sentence: Sentence, stack: str, parts: list[str]) -> Iterator[Claim]:
    names = [found[0] for part in parts if (found := nouns(re.sub(r"^(?:the|in the) .*?, ", "", part)))]
    whole = document.gazetteer.named(stack.strip(), "Technology", *CONCEPTS)
    if len(names) < 2 or not all(document.gazetteer.known(n.name) or thing_like(n.name) for n in names):
        return
    for position, phrase in enumerate(names, 1):
        thing = document.gazetteer.named(phrase.name, "Technology", *CONCEPTS).called(*phrase.aliases)
        yield Claim(thing, "LAYER_OF", whole, sentence.text, "english:layers", qualifiers={"position": str(position)})


def _tiers(document: Document, sentence: Sentence, text: str) -> Iterator[Claim]:
    industry = named_chain(document, text) or chain(document, sentence.block)
    if industry is None:
        return
    body = re.sub(r"^(?:in|along|across|within) [^,]{2,60} chain,? ", "", text, flags=re.IGNORECASE)
    for piece in _CUT.split(body):
        m = _STANDS.match(piece) or _HOLDS.search(piece)
        if m is None:
            continue
        words = m.group("who") if "who" in m.re.groupindex else m.group("rest")
        yield from tier_claims(industry, m.group("tier").lower(), _members(document, words), sentence.text, "tier:english")


def _members(document: Document, words: str) -> list[Thing]:
    """Companies where some are named, else the things that are listed."""
    orgs = [m.thing for m in document.gazetteer.find(words) if m.thing.cls in ORGS]
    if orgs:
        return orgs
    piece = such.group(1) if (such := _SUCH.search(words)) else words
    return [
        document.gazetteer.named(p.name, "Technology", *CONCEPTS).called(*p.aliases)
        for p in nouns(piece) if document.gazetteer.known(p.name) or thing_like(p.name)
    ]
