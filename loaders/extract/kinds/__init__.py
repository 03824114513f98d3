"""What is a kind of what: lists with their kind, brackets, levels, names with their noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from loaders.document import Document
from loaders.extract.kinds import brackets, definitions, drugs, labels, levels, lists, named, splits
from loaders.extract.likely import sieve
from loaders.grammar.sieve import Sieve
from loaders.sentences import Sentence, cut
from loaders.things import Claim

LONGEST_CELL = 60
_Reader = Callable[[Document, Sentence], Iterator[Claim]]
# readers in the order of their claims, each with the patterns one of which it must find
_READERS: dict[_Reader, tuple[str, ...]] = {
    lists.examples: ("such_as", "given", "given_in_clause"),
    lists.represented: ("represented",),
    lists.counted: ("counted_list",),
    brackets.modified: ("modified",),
    brackets.told: ("told", "told_noun", "told_coded", "told_class"),
    brackets.listed: ("listed",),
    drugs.targeted: ("drug_told", "drug_named"),
    levels.levelled: ("levels",),
    levels.rated: ("rates",),
    named.named: ("named", "named_behind", "quoted", "numbered"),
    labels.labelled: ("label",),
    splits.divided: ("splits", "sorted", "counted"),
    definitions.defined: ("definition", "defined_later"),
}


def read(document: Document) -> Iterator[Claim]:
    """The kinds that Chinese sentences, cells and headings name."""
    for sentence in (*document.sentences, *document.told, *document.headings, *_cells(document)):
        if sentence.chinese:
            for reader in _readers().passing(sentence.value):
                yield from reader(document, sentence)
    yield from levels.generations(document)


@cache
def _readers() -> Sieve[_Reader]:
    return sieve("kinds", _READERS)


def _cells(document: Document) -> Iterator[Sentence]:
    """The cells of tables that name things rather than tell of them."""
    for block, table in document.grids:
        for record in table.records if table is not None else ():
            for cell in record.cells:
                if len(cell.value) <= LONGEST_CELL:
                    yield from cut(cell, block)
