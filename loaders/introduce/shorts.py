"""Two letters that a report goes on to call a company by, in a row with others: `远图/海鸢领先`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.things import Mention, Thing

_LENGTH = 2
_SHORTEST = 4
_MARKS = ("、", "/")


def shortened(document: Document) -> Iterator[Thing]:
    """The companies of a report that lists name by how their names begin.

    What begins the name of one company only, and stands in a row with another, is its short form.
    """
    texts = [*_texts(document)]
    stems = _stems(document, texts)
    for text in texts:
        short = [*_found(text, stems)]
        if not short:
            continue
        firms = [m for m in document.gazetteer.find(text) if m.thing.cls == "Company"]
        starts = {m.start for m in (*short, *firms)}
        ends = {m.end for m in (*short, *firms)}
        for m in short:
            # a mark stands between it and the next name, or the one before
            after = text[m.end : m.end + 1] in _MARKS and m.end + 1 in starts
            before = text[m.start - 1 : m.start] in _MARKS and m.start - 1 in ends
            if after or before:
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
    for mark in _MARKS:
        if mark not in text:
            continue
        at = 0
        for piece in text.split(mark):
            for start in {0, max(0, len(piece) - _LENGTH)}:
                thing = stems.get(piece[start : start + _LENGTH])
                if thing is not None:
                    yield Mention(at + start, at + start + _LENGTH, thing)
            at += len(piece) + 1
