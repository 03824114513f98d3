"""Kinds and their members by the words that name them."""

from __future__ import annotations

import re

from loaders.concepts import Phrase, lexicon, model_like, phrases, plausible
from loaders.concepts.items import items
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import Token, tokens

_MARK = re.compile(r"[，。；：:！？!?;—|\n]|(?<!\d),")
_BRACKETED = re.compile(r"[（(]([^（）()]{2,40})[)）]\s*$")
# how far a kind's name reaches behind its list
_REACH = 24
# how far it may go on behind a known name
_TAIL = 4
# a phrase that counts as a kind by its place alone
_SHORTEST = 2
# words of a name that is not Chinese
_FEW = 4
# a word of a company's that is no name without it
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
    return thing(document, name) if name and not _no_kind(name) else None


def opening(document: Document, text: str) -> Mention | None:
    """The known name that a text begins with; 美国 in 美国大模型 only places it."""
    first = next((m for m in document.gazetteer.find(text) if m.start == 0), None)
    return None if first is not None and first.thing.cls == "Place" else first


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
    return thing(document, name) if good and not _no_kind(name) else None


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


def share_head(document: Document, names: list[str]) -> list[str]:
    """`单面` and `双面覆铜板`: words as long as the last name's first one share its head."""
    words_ = tokens(names[-1]) if len(names) > 1 else ()
    head = names[-1][words_[0].end :] if len(words_) > 1 else ""
    first = len(names[-1]) - len(head)
    bare = [name for name in names[:-1] if len(name) == first and not _sure(document, name)]
    if len(head) < 2 or head.isascii() or len(bare) != len(names) - 1:
        return names
    return [*(name + head for name in names[:-1]), names[-1]]


def members(
    document: Document,
    text: str,
    of: Thing | None = None,
    *,
    governed: bool = False,
    trusted: bool = False,
) -> list[Thing]:
    """The things that a text lists; none where one of its items is no name of a thing.

    What stands before a `governed` list in its clause may be a verb and whose they are. Models
    may be called like their makers, where the list is one `of` models. A `trusted` list may hold nothing that is surely a name.
    """
    spans = items(text)
    found = [
        _item(document, text[start:end], governed=governed and not i)
        for i, (start, end) in enumerate(spans)
    ]
    names = [p for p in found if p is not None]
    if len(names) != len(spans) or not names:
        return []
    if all(_org(document, p.name) for p in names) and (of is None or "模型" not in of.name):
        return []
    heads = share_head(document, [p.name for p in names])
    names = [Phrase(p.start, p.end, n, p.aliases) for p, n in zip(names, heads, strict=True)]
    sure = [_sure(document, p.name) for p in names]
    if not all(sure) and (sum(sure) * 2 < len(sure) and not (trusted and len(names) > 1)):
        return []
    if not all(sure) and not all(map(_maybe, names)):
        return []
    things = [thing(document, p.name).called(*p.aliases) for p in names]
    return things if all(t.cls in CONCEPTS for t in things) else []


def _org(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    return known is not None and known.cls in ORGS


def thing(document: Document, name: str) -> Thing:
    """The concept of a name; a model is a product."""
    cls = "Product" if model_like(name) else "Technology"
    return document.gazetteer.named(name, cls, *CONCEPTS)


def clause_before(text: str, at: int) -> str:
    """The words of a clause up to `at`; marks in brackets do not end it."""
    depth = 0
    for i in range(at - 1, -1, -1):
        if text[i] in "）)":
            depth += 1
        elif text[i] in "（(":
            depth -= 1
            if depth < 0:
                return text[i + 1 : at]
        elif depth == 0 and _MARK.match(text, i):
            return text[i + 1 : at]
    return text[:at] if depth == 0 else ""


def opening_phrase(text: str) -> str:
    """The name that a text begins with; empty where it begins with none."""
    return _leading(text[:_REACH].lstrip(' “"「'))[0]


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


def _item(document: Document, text: str, *, governed: bool) -> Phrase | None:
    """The name in an item of a list, without whose it is."""
    text = text.strip(' “”"「」')
    orgs = [m for m in document.gazetteer.find(text) if m.thing.cls in ORGS]
    if orgs and (governed or orgs[0].start == 0):
        text = _owned(text, orgs[-1])
    elif orgs or (not governed and _clausal(text)):
        return None
    text = _ungoverned(text) if governed and not orgs else text
    if not CJK.search(text) and len(text.split()) <= _FEW:
        return Phrase(0, len(text), text.strip())  # AI for Science: all of it is the name
    found = phrases(text)
    return found[-1] if found else None


def _owned(text: str, org: Mention) -> str:
    """What is behind a company: its product, which needs it where its name is a short word."""
    rest = text[org.end :].lstrip(' 的“"「')
    if not rest and org.start == 0 and text.isascii():
        return text  # DeepSeek: a product that is called like its maker
    if m := _BRACKETED.match(rest):
        return m.group(1)
    short = rest and len(rest) <= _SHORT and not rest.isascii()
    return text[org.start :] if short else rest


def _clausal(text: str) -> bool:
    return any(t.word in lexicon("verbs") or t.tag == "p" for t in tokens(text))


def _ungoverned(text: str) -> str:
    """The first item of a list without the words that govern the list."""
    for token in reversed(tokens(text)[:-1]):
        if token.word in words("kinds", "governs") or token.word in lexicon("verbs"):
            return text[token.end :]
        if token.tag in ("p", "ul"):
            return text[token.end :]
    return text


def _sure(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    return (
        known.cls in CONCEPTS if known is not None and known.cls != "Company" else plausible(name)
    )


def _maybe(phrase: Phrase) -> bool:
    name = phrase.name
    return plausible(name, loose=True) and not pattern("kinds", "no_member").search(name)
