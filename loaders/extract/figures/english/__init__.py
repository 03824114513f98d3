"""Figures of English prose."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.figures.english.prose import English
from loaders.extract.figures.windows import windows
from loaders.things import Number


def read(document: Document) -> Iterator[Number]:
    """The figures of all English sentences."""
    english = English(document)
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese:
            continue
        english.begin(sentence)
        for part in windows(sentence.text):
            yield from english.figures(part)
