"""The fields that a slot lists."""

from __future__ import annotations

import re

from loaders.concepts import Phrase, lexicon, phrases, plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

# how many of them there are, when, or whose they are: nothing that is a field
_NO_FIELD = re.compile(
    r"\d{2,}|[年月日]$|^(?:其|该|各|不同|多|我国|全球|中国)|以[上下内外]|更|最|^[一二两三四五六七八九十几]+大?$"
)
_PLACED = ("Place", "Company", "Institution", "Person", "Policy")
# parts of speech that no field ends in
_NO_END = "adpruyc"


def objects(document: Document, slot: str, *, closed: bool) -> list[Thing]:
    """The fields of a slot; none where an item of it is no name.

    In a `closed` slot, whose last word says that they are fields, any noun will do.
    """
    found = phrases(slot)
    several = len(found) > 1
    if not found or not all(_field(document, p, closed, several) for p in found):
        return []
    return [document.gazetteer.named(p.name, "Industry", *CONCEPTS) for p in found]


def _field(document: Document, phrase: Phrase, closed: bool, several: bool) -> bool:
    name = phrase.name
    if name in words("applied", "fields"):
        return True
    known = document.gazetteer.known(name)
    if known is not None:
        return known.cls not in _PLACED
    if any(m.thing.cls in _PLACED for m in document.gazetteer.find(name)) or _none(name):
        return False
    if plausible(name):
        return True
    last = tokens(name)[-1]
    good = last.tag[0] not in _NO_END if several else last.noun
    return closed and plausible(name, loose=True) and good


def _none(name: str) -> bool:
    """Whether a phrase can be no field, wherever it stands."""
    if _NO_FIELD.search(name) or name in lexicon("generic"):
        return True
    return name.endswith(tuple(words("applied", "no_ends")))
