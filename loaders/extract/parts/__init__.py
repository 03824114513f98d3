"""Parts that a text names by its form: behind a dash, in a bracket, in a sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from loaders.document import Document
from loaders.extract.likely import sieve
from loaders.extract.parts import brackets, compounds, headings, levels, sums, tables
from loaders.grammar.sieve import Sieve
from loaders.sentences import Sentence
from loaders.things import Claim

_Reader = Callable[[Document, Sentence], Iterator[Claim]]
# readers in the order of their claims, each with the patterns one of which it must find
_READERS: dict[_Reader, tuple[str, ...]] = {
    brackets.parts: ("gloss", "named"),
    brackets.uses: ("used",),
    brackets.listed: ("listed", "such"),
    compounds.parts: ("compound",),
    sums.of_sentence: ("sum", "equation"),
    levels.of_sentence: ("levels", "ladder"),
}


def read(document: Document) -> Iterator[Claim]:
    """The parts that headings, brackets and sums name."""
    for block in document.layout.blocks:
        if block.kind == "heading":
            yield from headings.parts(document, block)
        if block.kind in ("heading", "caption"):
            yield from sums.parts(document, block.text)
            yield from levels.layers(document, block.text)
    for _, table in document.grids:
        if table is not None:
            yield from tables.parts(document, table)
    for sentence in document.sentences:
        if sentence.chinese:
            for reader in _readers().passing(sentence.value):
                yield from reader(document, sentence)
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese:
            yield from compounds.built(document, sentence)


@cache
def _readers() -> Sieve[_Reader]:
    return sieve("parts", _READERS)
