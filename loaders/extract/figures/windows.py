"""Long sentences in pieces that can be read one after another."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.blocks import Text
from loaders.extract.figures.line import STOP

_WINDOW = 1500


def windows(text: Text) -> Iterator[Text]:
    """A sentence in pieces of bearable length, cut at its clauses.

    What is read of a number looks back over its sentence; a page without a full stop would
    make that grow with the square of its length.
    """
    if len(text) <= _WINDOW:
        yield text
        return
    start = 0
    while start < len(text):
        end = min(start + _WINDOW, len(text))
        if end < len(text):
            stops = [m.end() for m in STOP.finditer(text.value, start + _WINDOW // 2, end)]
            end = stops[-1] if stops else end
        yield text.part(start, end)
        start = end
