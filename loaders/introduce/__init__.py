"""First pass: the names a report introduces itself, for its own prose to use."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.introduce import (
    brackets,
    deeds,
    firms,
    labels,
    latin,
    legal,
    profiled,
    roles,
    rows,
    shorts,
    siblings,
    stems,
    tables,
    tails,
)
from loaders.things import Thing


def all_names(document: Document) -> None:
    """Introduce what the report's strong places name: tables, legal names, codes, glosses, lists."""
    for thing in (*tables.named(document), *latin.companies(document)):
        document.gazetteer.introduce(thing)
    glosses = brackets.Glosses()
    for sentence in document.sentences:
        # each name may help to find the next ones, in the same sentence too
        for thing in _of_sentence(document, sentence.value):
            document.gazetteer.introduce(thing)
        glosses.add(brackets.glossed(document, sentence.value))
    for thing in glosses.certain():
        document.gazetteer.introduce(thing)
    # each reads with the names that those before it have introduced
    for found in (
        firms.whole,
        stems.shortened,
        siblings.headed,
        labels.named,
        profiled.headed,
        tables.further,
        shorts.shortened,
    ):
        for thing in list(found(document)):
            document.gazetteer.introduce(thing)


def _of_sentence(document: Document, text: str) -> Iterator[Thing]:
    if not CJK.search(text):
        return
    yield from legal.entitled(document, text)
    yield from legal.listed(document, text)
    yield from tails.tailed(document, text)
    yield from tails.local(document, text)
    yield from tails.funds(document, text)
    yield from rows.enumerated(document, text)
    yield from roles.in_roles(document, text)
    yield from deeds.doing(document, text)
    yield from rows.beside_known(document, text)
    yield from roles.quoted(document, text)
