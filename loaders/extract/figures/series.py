"""Numbers in a row: A、B、C的M分别为x、y、z."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.said import MARK, said
from loaders.things import Number, Thing

if TYPE_CHECKING:
    from loaders.extract.figures.prose import Line

_ITEMS = re.compile(r"、|和|与|及|以及|/|vs\.?")


def series(line: Line, group: list[Quantity], last: int) -> Iterator[Number]:
    """The figures of a row of numbers: paired in order with things, metrics or periods."""
    for q in group:
        yield from line.one(q, last)
        last = q.end
