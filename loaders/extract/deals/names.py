"""Companies that a report names only where a deal makes it plain that they are companies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.extract.deals import naming
from loaders.extract.deals.words import DEAL, ENGLISH, LONGEST
from loaders.grammar import load
from loaders.grammar.patterns import patterns
from loaders.things import ORGS, Thing

_NO_START = frozenset(load("deals")["companies"]["no_start"])


def introduce(document: Document) -> None:
    """Let a report use the companies that its deals bring in."""
    for thing in names(document):
        document.gazetteer.introduce(thing)


def names(document: Document) -> Iterator[Thing]:
    """The companies that deals of a report's prose bring in."""
    for sentence in document.sentences:
        text = sentence.value
        if len(text) > LONGEST or not (DEAL if sentence.chinese else ENGLISH).search(text):
            continue
        known = document.gazetteer.find(text)
        taken = [(m.start, m.end) for m in known if m.thing.cls in ORGS]
        others = [(m.start, m.end) for m in known if m.thing.cls not in ORGS]
        for slot in patterns("deals", "names_zh" if sentence.chinese else "names_en"):
            for m in slot.finditer(text):
                name, end = _trimmed(m["n"]), m.end("n")
                start = end - len(name)
                # a place or a technology may be part of the name: 墨石半导体
                free = not any(a < end and start < b for a, b in taken) and not any(
                    a < end
                    and start < b
                    and not (start <= a and b <= end and (a, b) != (start, end))
                    for a, b in others
                )
                if free and _name(name):
                    taken.append((start, end))
                    yield document.gazetteer.named(name, *ORGS)


def _trimmed(text: str) -> str:
    """A name without the words that only begin its sentence: Chipmaker Xylo → Xylo."""
    text = text.rstrip()
    while text.isascii() and (words := text.split(" "))[0] in _NO_START:
        text = " ".join(words[1:])
    return text


def _name(text: str) -> bool:
    """Whether a word where a company must stand may be one."""
    if text.isascii():
        if re.fullmatch(r"[A-Z][a-z]?\d*", text):
            return False
        return (
            len(text) > 2
            and not naming.no_company(text)
            and text.lower() not in lexicon("generic_en")
        )
    return naming.chinese(text, listed=True)
