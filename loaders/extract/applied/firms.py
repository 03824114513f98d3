"""What firms are called after: `甲、乙等卫星制造企业`, `卫星制造企业甲`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.applied.doers import rows
from loaders.extract.applied.objects import own
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Mention, Thing

# how far before a name the words for its kind of firm reach
_REACH = 24
_WIDE = re.compile(r"^(?:国际|全球|海外|国内|我国)(?=.{2})")


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
        name = _name(m)
        if name and own(document, name):
            yield document.gazetteer.named(name, "Industry", *CONCEPTS)
    market = pattern("applied", "market").search(text, near, start)
    name = _name(market)
    known = document.gazetteer.known(name) if name else None
    fair = plausible(name) if known is None else known.cls in CONCEPTS
    if name and fair and pattern("applied", "ruled").match(text, end):
        yield document.gazetteer.named(name, "Industry", *CONCEPTS)


def _name(m: re.Match[str] | None) -> str:
    found = phrases(m.group("o"))[-1:] if m is not None else []
    return _WIDE.sub("", found[0].name) if found else ""
