"""Governments that are called after who leads them: `特朗普政府`, `the Biden administration`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.things import Thing
from loaders.tokens import tokens

_CHINESE = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,5})政府")
# the Federal Aviation Administration is no president's
_ENGLISH = re.compile(
    r"\b(?P<who>[A-Z][a-z]+) administration\b"
    r"|\b(?:[Tt]he|by|of|under|from) (?P<his>[A-Z][a-z]+) Administration\b"
)
_PERSONS = ("nr", "nrt")
_SHORTEST, _LONGEST = 2, 5


def governments(document: Document) -> Iterator[Thing]:
    """The governments that a report calls after a person, with the president's own name."""
    found: dict[str, Thing] = {}
    for sentence in document.sentences:
        for m in (_CHINESE if sentence.chinese else _ENGLISH).finditer(sentence.value):
            who = next(filter(None, m.groups()))
            thing = _chinese(who) if sentence.chinese else _english(document, who)
            if thing is not None and document.gazetteer.known(thing.name) is None:
                found.setdefault(thing.name, thing)
    yield from found.values()


def _chinese(words: str) -> Thing | None:
    """The government of the person whose name some words end in."""
    for length in range(_SHORTEST, _LONGEST + 1):
        who = words[-length:]
        read = tokens(who)
        if len(who) == length and len(read) == 1 and read[0].tag in _PERSONS:
            return Thing("Institution", f"{who}政府", (f"{who}总统",))
    return None


def _english(document: Document, who: str) -> Thing | None:
    """The administration of a president whom the report names so."""
    president = re.compile(rf"\bPresident (?:[A-Z][a-z]+ (?:[A-Z]\. )?)?{who}\b")
    called = {m.group() for s in document.sentences for m in president.finditer(s.value)}
    return Thing("Institution", f"{who} Administration", (f"{who} administration", *sorted(called)))
