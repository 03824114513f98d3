"""Parts that a text names by its form: behind a dash, in a bracket, in a sum."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.parts import brackets, compounds, headings, levels, sums, tables
from loaders.things import Claim


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
            yield from brackets.parts(document, sentence)
            yield from brackets.uses(document, sentence)
            yield from brackets.listed(document, sentence)
            yield from compounds.parts(document, sentence)
            yield from sums.parts(document, sentence.text)
            yield from levels.layers(document, sentence.text)
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese:
            yield from compounds.built(document, sentence)
