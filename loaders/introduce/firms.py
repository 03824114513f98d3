"""Companies in full, `远川凌渊矿业公司`, behind a word for whose they are, `民企凌渊稀土`, and in short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.introduce.odd import odd
from loaders.things import CONCEPTS, Thing
from loaders.tokens import Token, tokens

_LONGEST, _SHORTEST = 14, 4
_TAILS = ("集团公司", "公司", "集团")
# parts of speech of names, the first of them of places
_NAMES = ("ns", "nz", "nr", "nrt", "nt", "j")
_PARTS = (*_NAMES, "n", "vn", "b", "a", "ng", "zg", "vg", "ag", "f")
# 五大电力公司: several companies
_COUNTED = re.compile("[一二三四五六七八九十两几多数各某][大家]")
# a form that is used again is a name, whatever it means
_AGAIN = 3


def whole(document: Document) -> Iterator[Thing]:
    """The companies that a report calls …公司 or …集团 with a place or a meaningless part before."""
    texts = [s.value for s in document.sentences if CJK.search(s.value)]
    found: Counter[str] = Counter()
    for text in texts:
        for name, owned in _full(text):
            # 央企五矿集团: what is said to be a company is one
            found[name] += _AGAIN if owned else 1
    said = "\n".join(texts)
    for name, times in found.items():
        if document.gazetteer.known(name) is not None or not _proper(document, name, times):
            continue
        known = _in_bracket(document, said, name)
        yield known.called(name) if known else _with_short_forms(document, said, name)
    for name in dict.fromkeys(name for text in texts for name in _owned(document, text)):
        if document.gazetteer.known(name) is None:
            yield _with_short_forms(document, said, name)


def _full(text: str) -> Iterator[tuple[str, bool]]:
    """The phrases that end in …公司 or …集团, and whether a word for whose it is stands before."""
    found = tokens(text)
    for i, token in enumerate(found):
        if not token.word.endswith(("公司", "集团")) or token.word in words("names", "owners"):
            continue
        start = i
        while start and _part(found[start - 1]) and token.end - found[start - 1].start <= _LONGEST:
            start -= 1
        while start < i and not (found[start].tag in _NAMES or _syllable(found[start])):
            start += 1
        if start < i and token.end - found[start].start >= _SHORTEST:
            owned = start > 0 and found[start - 1].word in words("names", "owners")
            yield text[found[start].start : token.end], owned


def _part(word: Token) -> bool:
    """Whether a word may stand in a company's name."""
    if word.word in words("names", "owners") or not CJK.match(word.word):
        return False
    return word.tag in _PARTS or _syllable(word)


def _syllable(word: Token) -> bool:
    """Whether a verb of one letter may be but a sound of a name."""
    return (
        len(word.word) == 1 and word.tag == "v" and word.word not in words("names", "short_verbs")
    )


def _owned(document: Document, text: str) -> Iterator[str]:
    """A meaningless part and a trade behind a word for whose the company is: `民企凌渊稀土`."""
    found = tokens(text)
    for i, token in enumerate(found):
        if token.word not in words("names", "owners"):
            continue
        end = next((j for j in range(i + 1, len(found)) if _trade(document, found[j].word)), i)
        if (
            end > i
            and 2 <= found[end].start - token.end <= 3
            and odd(text[token.end : found[end].start])
        ):
            yield text[token.end : found[end].end]


def _proper(document: Document, name: str, times: int) -> bool:
    """Whether a name has a part of its own; `深圳机器人公司` may be any company there."""
    first, *middle = [t for t in tokens(name) if t.word not in _TAILS]
    place = document.gazetteer.known(first.word)
    if first.tag != "ns" and (place is None or place.cls != "Place"):
        return not _COUNTED.match(name) and (bool(middle) or times >= _AGAIN)
    if any(t.tag in _NAMES[1:] or len(t.word) == 1 for t in middle):
        return True
    trade = bool(middle) and _trade(document, middle[-1].word)
    local = place is not None and place.row is not None and place.row.kind != "country"
    return local and trade and times >= _AGAIN


def _in_bracket(document: Document, said: str, name: str) -> Thing | None:
    """The company that a bracket behind a name gives in another form: `…公司（BYD）`."""
    brackets = re.finditer(rf"{re.escape(name)}[（(]([^（）()]+)[)）]", said)
    known = (document.gazetteer.known(bracket[1]) for bracket in brackets)
    return next((thing for thing in known if thing and thing.cls == "Company"), None)


def _trade(document: Document, word: str) -> bool:
    """Whether a word is what companies do: 矿业, or something the tables know."""
    known = document.gazetteer.known(word)
    return word in words("names", "trades") or (known is not None and known.cls in CONCEPTS)


def _with_short_forms(document: Document, said: str, name: str) -> Thing:
    """A company with the forms that the report also has: without its place, its trade, its tail."""
    bare = next((name.removesuffix(t) for t in _TAILS if name.endswith(t)), name)
    first, *rest = tokens(bare)
    forms = {bare, bare[len(first.word) :]} if first.tag == "ns" and rest else {bare}
    last = tokens(bare)[-1].word
    if _trade(document, last):
        forms |= {form.removesuffix(last) for form in forms}
    elsewhere = said.replace(name, "")
    short = [
        form
        for form in sorted(forms - {name}, key=lambda form: (len(form), form))
        if odd(form) and form in elsewhere
        if document.gazetteer.known(form) is None
    ]
    return document.gazetteer.named(name, "Company").called(*short)
