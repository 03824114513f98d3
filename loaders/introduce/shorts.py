"""Two letters that a report goes on to call a company by, in a row with others: `远图/海鸢领先`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.things import Mention, Thing

_LENGTH = 2
_SHORTEST = 4
_JOINS = "、/"


def shortened(document: Document) -> Iterator[Thing]:
    """The companies of a report that lists name by how their names begin.

    What begins the name of one company only, and stands in a row with another, is its short form.
    """
    texts = [*_texts(document)]
    stems = _stems(document, texts)
    for text in texts:
        short = [*_found(text, stems)]
        others = [m for m in document.gazetteer.find(text) if m.thing.cls == "Company"]
        for m in short:
            if any(_joined(text, m, other) for other in (*short, *others)):
                yield m.thing.called(text[m.start : m.end])


def _texts(document: Document) -> Iterator[str]:
    """The sentences and the cells of a report; cells are not cut, as names are not complete yet."""
    yield from (sentence.value for sentence in document.sentences)
    for block in document.tables:
        for row in block.table.rows if block.table else ():
            yield from (cell.value for cell in row)


def _stems(document: Document, texts: list[str]) -> dict[str, Thing]:
    """How the names of companies begin, where one company's does and nothing is called so."""
    found: dict[str, dict[str, Thing]] = {}
    for text in texts:
        for m in document.gazetteer.find(text):
            name = text[m.start : m.end]
            if m.thing.cls == "Company" and len(name) >= _SHORTEST and all(map(CJK.match, name)):
                found.setdefault(name[:_LENGTH], {})[m.thing.id] = m.thing
    return {
        stem: next(iter(things.values()))
        for stem, things in found.items()
        if len(things) == 1
        and stem not in lexicon("generic")
        and document.gazetteer.known(stem) is None
    }


def _found(text: str, stems: dict[str, Thing]) -> Iterator[Mention]:
    for mark in _JOINS:
        if mark not in text:
            continue
        at = 0
        for piece in text.split(mark):
            for start in {0, max(0, len(piece) - _LENGTH)}:
                thing = stems.get(piece[start : start + _LENGTH])
                if thing is not None:
                    yield Mention(at + start, at + start + _LENGTH, thing)
            at += len(piece) + 1


def _joined(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names stand side by side with a mark between them."""
    first, second = sorted((one, other), key=lambda m: m.start)
    between = text[first.end : second.start]
    return len(between) == 1 and between in _JOINS
