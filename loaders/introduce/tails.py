"""Names by the word they end in: `晟澜光电`, `江北大学`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.document import Document
from loaders.grammar import load
from loaders.things import ORGS, Thing
from loaders.tokens import Token, tokens

_CJK_WORD = re.compile(r"[\u4e00-\u9fff]+")
# parts of speech of names: of places, persons, bodies, and what the dictionary calls a proper noun
_PROPER = ("ns", "nz", "nr", "nt", "nrt")
_TITLE = ("n", "ns", "nt", "nz", "b", "vn", "j", "nr")
_BREAKS = ("p", "c", "uj", "d", "r", "m", "q", "u", "y", "f", "t")
LONGEST_TITLE = 20


# 江北科技指数: the shares of a market, no company
_INDEX = re.compile(r"(?:指数|ETF|板块)")
# 江北市政府: a body of a town or a province, not of a country
_LOCAL = re.compile(r"[市省区县州](?:人民政府|政府|管委会|国资委)")


# 远图资本: a company's fund is another company
_FUND = re.compile(r"(?:资本|创投|产投)(?![市运利开支化])")


@cache
def _lexicon(key: str) -> frozenset[str]:
    return frozenset(load("names")[key].split())


def tailed(document: Document, text: str) -> Iterator[Thing]:
    """A part that is no ordinary word before a word that ends company names, or institutions'."""
    words = tokens(text)
    tails, bodies = _lexicon("company_tail"), _lexicon("institution_tail")
    if not any(t.word in tails or t.word in bodies for t in words):
        return
    # 铌钛超导: what a report calls a thing is nobody's name
    known = [m for m in document.gazetteer.find(text) if m.thing.cls in (*ORGS, "Technology")]
    for i, token in enumerate(words):
        if any(m.start < token.end and m.end > token.start for m in known):
            continue
        if (
            token.word in tails
            and not _INDEX.match(text, token.end)
            and (start := _distinctive(words, i)) is not None
        ):
            taken = any(m.end > start and m.start < token.end for m in known)
            if 4 <= token.end - start <= 8 and not taken:
                yield document.gazetteer.named(text[start : token.end], "Company")
        elif token.word in bodies and (start := _titled(words, i)) is not None:
            yield document.gazetteer.named(text[start : token.end], "Institution")


def local(document: Document, text: str) -> Iterator[Thing]:
    """The government of a town that a text names: a place, and the word for its body."""
    for m in _LOCAL.finditer(text):
        for place in document.gazetteer.find(text):
            if place.thing.cls == "Place" and place.end in (m.start(), m.start() + 1):
                yield document.gazetteer.named(text[place.start : m.end()], "Institution")


def funds(document: Document, text: str) -> Iterator[Thing]:
    """The fund called after a company that a text names: `远图资本`."""
    for m in document.gazetteer.find(text):
        if m.thing.cls == "Company" and (tail := _FUND.match(text, m.end)):
            name = text[m.start : tail.end()]
            if document.gazetteer.known(name) is None:
                yield document.gazetteer.named(name, "Company")


def _distinctive(words: tuple[Token, ...], at: int) -> int | None:
    """Where the distinctive part before a tail begins; None where it is ordinary language."""
    start, length, odd = at, 0, False
    while start > 0 and length < 4 and _may_be_part(words[start - 1], first=not length):
        start -= 1
        word = words[start]
        length += len(word.word)
        odd = odd or len(word.word) == 1 or word.tag in _PROPER
    if not 2 <= length <= 4 or not odd:
        return None
    single = length <= 3 and all(len(w.word) == 1 for w in words[start:at])
    if not (single or words[start].tag in _PROPER):
        return None
    return None if start and _ordinary_noun(words[start - 1]) else words[start].start


def _may_be_part(word: Token, *, first: bool) -> bool:
    """Whether a word may belong to a distinctive part; `first` right before the tail."""
    if word.word in _lexicon("not_before_tail") or not _CJK_WORD.fullmatch(word.word):
        return False
    if len(word.word) > 1 and not word.tag.startswith("n"):
        return False
    return first or word.tag not in _BREAKS


def _ordinary_noun(word: Token) -> bool:
    return len(word.word) > 1 and word.tag[0] == "n" and bool(_CJK_WORD.fullmatch(word.word))


def _titled(words: tuple[Token, ...], at: int) -> int | None:
    """Where the name of an institution begins: nouns before its tail, the first of them a name."""
    start, end = at, words[at].end
    while (
        start > 0
        and words[start - 1].tag in _TITLE
        and end - words[start - 1].start <= LONGEST_TITLE
    ):
        start -= 1
    first = words[start]
    if start == at or first.tag not in ("ns", "nt", "nz") or end - first.start < 4:
        return None
    return first.start
