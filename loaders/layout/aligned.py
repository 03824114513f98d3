"""Tables whose cells a converter has set apart by spaces alone: read only where it is sure."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.blocks import Table
from loaders.layout.lines import Line
from loaders.layout.marks import Marks


@dataclass(frozen=True)
class Grid:
    """A table, and the index behind its last line."""

    table: Table
    end: int


def read(text: str, lines: list[Line], at: int, marks: Marks) -> Grid | None:
    """The table that begins at `at`; None where nothing convinces."""
    return None
