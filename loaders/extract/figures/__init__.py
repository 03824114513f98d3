"""Figures that prose tells: observations and forecasts, each with metric, thing, period and unit."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.figures.prose import Prose, Told
from loaders.extract.figures.subjects import Subjects
from loaders.things import Number


def read(document: Document) -> Iterator[Number]:
    """The figures of all sentences of prose."""
    prose = Prose(document, Subjects(document), document.clock)
    for sentence in document.sentences:
        if not sentence.chinese:
            continue
        goes_on = sentence.previous is not None and sentence.previous.value.endswith(("；", ";"))
        if not goes_on:
            prose.told = Told(topic=None, year=prose.told.year if sentence.previous else None)
        yield from prose.figures(sentence.text)
