"""What firms are called after: `甲、乙等卫星制造企业`, `卫星制造企业甲`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.applied.doers import rows
from loaders.extract.applied.objects import own
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Mention, Thing

# how far before a name the words for its kind of firm reach
_REACH = 24
# where they come from, and how many and how big they are
_WIDE = re.compile(
    r"^(?:(?:国际|全球|海外|国内|我国|本土|[内外]资|民营|区域|当地|大型|中小|主流|主要|跨界|传统|"
    r"新兴|一些|许多|其他|[一二两三四五六七八九十几多\d]+[大家个]|最大的?|头部|领先的?|知名)的?)+(?=.)"
)
# the clause before: `收购了某某公司`
_SAID = re.compile(r"[了是为及]|以及|[在与]|旗下|[并收]购|控股|[入参]股|投资|增资")


def claims(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The companies of a sentence, each in the field that its firms are called after."""
    text = sentence.value
    mentions = [m for m in document.gazetteer.find(text) if m.thing.cls == "Company"]
    for row in rows(text, mentions):
        for field in _fields(document, text, row):
            for org in row:
                yield Claim(org.thing, "ACTIVE_IN", field, sentence.text, "applied:firms")


def _fields(document: Document, text: str, row: list[Mention]) -> Iterator[Thing]:
    """The fields that the words around some names say they are the firms of."""
    start, end = row[0].start, row[-1].end
    near = max(0, start - _REACH)
    before = pattern("applied", "firms_before").search(text, near, start)
    for m in (before, pattern("applied", "firms_behind").match(text, end)):
        name = _name(document, m)
        if name and (own(document, name) or _concept(document, name)):
            yield document.gazetteer.named(name, "Industry", *CONCEPTS)
    name = _name(document, pattern("applied", "market").search(text, near, start))
    if name and _concept(document, name) and pattern("applied", "ruled").match(text, end):
        yield document.gazetteer.named(name, "Industry", *CONCEPTS)


def _concept(document: Document, name: str) -> bool:
    """Whether a name is a concept's, and no firm is called by it."""
    known = document.gazetteer.known(name)
    return plausible(name) if known is None else known.cls in CONCEPTS


def _name(document: Document, m: re.Match[str] | None) -> str:
    """The last phrase of a match, without how big its firms are and where they come from.

    A word such as 药企 leaves out most of its name.
    """
    text = _SAID.split(m.group("o"))[-1] if m is not None else ""
    first = next(iter(document.gazetteer.find(text)), None)
    if first is not None and first.start == 0 and first.thing.cls == "Place":
        text = text[first.end :]
    text = _WIDE.sub("", text.strip())
    found = phrases(text)[-1:]
    return load("applied")["short_fields"].get(text) or (found[0].name if found else "")
