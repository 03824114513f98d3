"""What a kind is called: the noun phrase that some words begin with, or end in."""

from __future__ import annotations

from loaders.concepts import Phrase, lexicon, phrases, plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, Mention, Thing
from loaders.tokens import Token, tokens

# how far a kind's name reaches behind its list
_REACH = 24
# how far it may go on behind a known name
_TAIL = 4
# a phrase that counts as a kind by its place alone
_SHORTEST = 2
# a word for a class of things that is no kind without more before it
_SHORT = 3
# parts of speech that end the noun phrase a text begins with
_STOPS = ("x", "p", "c", "ul", "r", "uj", "f", "y")


def kind(document: Document, text: str) -> Thing | None:
    """The kind that a text begins with: `光学组件需求增强` names 光学组件."""
    text = text[:_REACH]
    if text.startswith(tuple(words("names", "not_kinds"))):
        return None
    known = opening(document, text)
    name, end = _leading(text)
    if known is not None and (known.end >= end or not _goes_on(known, text[known.end : end])):
        return known.thing if known.thing.cls in CONCEPTS else None
    return named_concept(document, name) if name and not _no_kind(name) else None


def opening(document: Document, text: str) -> Mention | None:
    """The known name that a text begins with; 美国 in 美国大模型 only places it."""
    first = next((m for m in document.gazetteer.find(text) if m.start == 0), None)
    return None if first is not None and first.thing.cls == "Place" else first


def opening_phrase(text: str) -> str:
    """The name that a text begins with; empty where it begins with none."""
    return _leading(text[:_REACH].lstrip(' “"「'))[0]


def ending(document: Document, text: str, *, loose: bool = False) -> Thing | None:
    """The kind that a text ends in: `国产AI芯片` before `（如…）`.

    `loose` trusts the place to show that there are kinds of it.
    """
    text = text.rstrip()
    purpose = _purpose(text)
    found = phrases(text[purpose.end :] if purpose else text)
    if not found or found[-1].end + (purpose.end if purpose else 0) != len(text):
        return None
    name = (purpose.name if purpose else "") + found[-1].name
    known = document.gazetteer.known(name)
    if known is not None:
        return known if known.cls in CONCEPTS else None
    place = loose and len(name) > _SHORTEST and tokens(name)[-1].tag[0] not in "va"
    good = plausible(found[-1].name, loose=place) or _kind_noun(name)
    return named_concept(document, name) if good and not _no_kind(name) else None


def _kind_noun(name: str) -> bool:
    """Whether a name ends in a noun for a kind of things, such as 标准, with more before it."""
    return len(name) > _SHORT and name.endswith(tuple(words("kinds", "nouns")))


def _purpose(text: str) -> Phrase | None:
    """What something is for, where that is part of its name: `电路用` before 铜箔."""
    at = next((t.start for t in tokens(text) if t.word == "用"), 0)
    if at < _SHORTEST or len(text) - at <= _SHORTEST:
        return None
    found = phrases(text[:at])
    if not found or found[-1].end != at:
        return None
    return Phrase(found[-1].start, at + 1, found[-1].name + "用")


def _leading(text: str) -> tuple[str, int]:
    """The longest name that a text begins with, and where it ends."""
    best, end = "", 0
    for token in tokens(text):
        if _stops(token) or token.word in lexicon("verbs"):
            break
        if plausible(text[: token.end]) or _kind_noun(text[: token.end]):
            best, end = text[: token.end].strip(), token.end
    return best, end


def _stops(token: Token) -> bool:
    if token.tag == "x":
        return token.word != " "
    return token.tag[0] in "pcry" or token.tag in _STOPS or (token.tag == "d" and token.start > 0)


def _goes_on(known: Mention, tail: str) -> bool:
    """Whether the name of a kind goes on behind a known one: 光模块 in 光模块芯片."""
    if len(tail) > _TAIL or known.thing.cls not in CONCEPTS:
        return False
    parts = [t for t in tokens(tail) if t.word != " "]
    if any(t.tag == "v" for t in parts):
        return False
    return known.thing.row is None or not all(t.word in lexicon("generic") for t in parts)


def _no_kind(name: str) -> bool:
    """Whether a name is generic, counts things, or speaks of what has no kinds."""
    if name in lexicon("generic") or pattern("kinds", "no_kind").search(name):
        return True
    return any(t.word in words("names", "not_kinds") for t in tokens(name))
