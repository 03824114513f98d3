"""Figures in tables: metric, unit and period from headers, caption and first column."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.tables.grid import Grid
from loaders.things import Claim, Number


def read(document: Document, table: Grid) -> Iterator[Number | Claim]:
    """What the cells of a table measure."""
    yield from ()
