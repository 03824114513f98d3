"""Names that the words before a number would cut in two: 新元产业|净利润."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.figures.line import Line
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.said import Said


def uncut(line: Line, q: Quantity, what: Said, last: int) -> Said:
    """What is said, with no name cut in two: 新元产业|净利润 is not 新元|产业净利润."""
    at = line.value.rfind(what.metric, last, q.start) if what.kind == "metric" else -1
    cut = next((m for m in line.mentions if m.start < at < m.end and m.start >= last), None)
    if cut is None or cut.end - at >= len(what.metric):
        return what
    inside = cut.end - at
    words = what.words + what.metric[:inside]
    return replace(what, words=words, metric=what.metric[inside:])
