"""The members of a kind that a text lists."""

from __future__ import annotations

import re

from loaders.concepts import Phrase, lexicon, phrases, plausible
from loaders.concepts.items import items
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_MARK = re.compile(r"[，。；：:！？!?;—|\n]|(?<!\d),")
_BRACKETED = re.compile(r"[（(]([^（）()]{2,40})[)）]\s*$")
# what goes on behind a place that only says where a thing is
_PLACED = re.compile(r"\s?的?\s?[A-Z]")
# how far back a list may begin
_LONGEST = 160
# words of a name that is not Chinese
_FEW = 4
# a word of a company's that is no name without it
_SHORT = 3


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
    things = [named_concept(document, p.name).called(*p.aliases) for p in names]
    return things if all(t.cls in CONCEPTS for t in things) else []


def share_head(document: Document, names: list[str]) -> list[str]:
    """`单面` and `双面覆铜板`: words as long as the last name's first one share its head."""
    words_ = tokens(names[-1]) if len(names) > 1 else ()
    head = names[-1][words_[0].end :] if len(words_) > 1 else ""
    first = len(names[-1]) - len(head)
    bare = [name for name in names[:-1] if len(name) == first and not _sure(document, name)]
    if len(head) < 2 or head.isascii() or len(bare) != len(names) - 1:
        return names
    return [*(name + head for name in names[:-1]), names[-1]]


def clause_before(text: str, at: int) -> str:
    """The words of a clause up to `at`; marks in brackets do not end it."""
    depth = 0
    start = max(0, at - _LONGEST)
    for i in range(at - 1, start - 1, -1):
        if text[i] in "）)":
            depth += 1
        elif text[i] in "（(":
            depth -= 1
            if depth < 0:
                return text[i + 1 : at]
        elif depth == 0 and _MARK.match(text, i):
            return text[i + 1 : at]
    return text[start:at] if depth == 0 else ""


def _item(document: Document, text: str, *, governed: bool) -> Phrase | None:
    """The name in an item of a list, without whose it is."""
    text = text.strip(' “”"「」')
    first = next(iter(document.gazetteer.find(text)), None)
    placed = first is not None and first.thing.cls == "Place" and first.start == 0
    if first is not None and placed and _PLACED.match(text, first.end):
        text = text[first.end :].lstrip(" 的")  # 德国 W7-X: where it is
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
    verb = next((v for v in words("kinds", "governs") if len(v) > 1 and rest.startswith(v)), "")
    rest = rest.removeprefix(verb).lstrip(' “"「')  # 从甲公司引进乙
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


def _org(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    return known is not None and known.cls in ORGS


def _sure(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    return (
        known.cls in CONCEPTS if known is not None and known.cls != "Company" else plausible(name)
    )


def _maybe(phrase: Phrase) -> bool:
    name = phrase.name
    return plausible(name, loose=True) and not pattern("kinds", "no_member").search(name)
