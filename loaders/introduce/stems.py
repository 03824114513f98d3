"""Short forms of companies that a report goes on to use: 索恩光电 is 索恩 where that means nothing."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import load
from loaders.introduce.odd import odd
from loaders.things import Thing
from loaders.tokens import tokens

_SHORTEST = 3
# parts of speech of persons' and other names
_NAMES = ("nr", "nrt", "nz")


def shortened(document: Document) -> Iterator[Thing]:
    """The companies of a report that it also calls by what stands before 光电, 科技, 股份."""
    tails = tuple(load("names")["company_tail"].split())
    seen: set[str] = set()
    for sentence in document.sentences:
        for m in document.gazetteer.find(sentence.value):
            name = sentence.value[m.start : m.end]
            if m.thing.cls != "Company" or name in seen:
                continue
            seen.add(name)
            stem = next((name.removesuffix(t) for t in tails if name.endswith(t)), "")
            if len(stem) >= _SHORTEST and all(map(CJK.match, stem)) and _no_words(stem):
                known = document.gazetteer.known(stem)
                if known is None or known.id == m.thing.id:
                    yield m.thing.called(stem)


def _no_words(stem: str) -> bool:
    """Whether a stem means nothing: odd syllables, or what the dictionary takes for a name."""
    return odd(stem) or any(t.tag in _NAMES for t in tokens(stem))
