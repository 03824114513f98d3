"""What is a kind of what: lists with their kind, brackets, levels, names with their noun."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.kinds import brackets, definitions, drugs, labels, levels, lists, named, splits
from loaders.sentences import Sentence, cut
from loaders.things import Claim

LONGEST_CELL = 60
_READERS = (
    lists.examples,
    lists.represented,
    lists.counted,
    brackets.modified,
    brackets.told,
    brackets.listed,
    drugs.targeted,
    levels.levelled,
    levels.rated,
    named.named,
    labels.labelled,
    splits.divided,
    definitions.defined,
)


def read(document: Document) -> Iterator[Claim]:
    """The kinds that Chinese sentences, cells and headings name."""
    for sentence in (*document.sentences, *document.told, *document.headings, *_cells(document)):
        if sentence.chinese:
            for reader in _READERS:
                yield from reader(document, sentence)
    yield from levels.generations(document)


def _cells(document: Document) -> Iterator[Sentence]:
    """The cells of tables that name things rather than tell of them."""
    for block, table in document.grids:
        for record in table.records if table is not None else ():
            for cell in record.cells:
                if len(cell.value) <= LONGEST_CELL:
                    yield from cut(cell, block)
