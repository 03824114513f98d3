"""Lists whose opening line or heading says what the items are to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from loaders.document import Document
from loaders.extract.lists import kinds, layers, outline
from loaders.extract.lists.run import Run
from loaders.things import Claim

_BEFORE = 6


def read(document: Document) -> Iterator[Claim]:
    """What lists state by their form."""
    for run in _runs(document):
        yield from layers.claims(document, run)
        yield from layers.ordered(document, run)
        yield from kinds.claims(document, run)
    yield from outline.claims(document)


def _runs(document: Document) -> Iterator[Run]:
    """The lists of a report: items that follow each other under one opening line."""
    blocks, at = document.layout.blocks, 0
    for _, group in groupby(blocks, key=lambda b: b.kind == "item" and id(b.intro)):
        items = tuple(group)
        if len(items) > 1 and items[0].kind == "item":
            yield Run(items, blocks[max(0, at - _BEFORE) : at])
        at += len(items)
