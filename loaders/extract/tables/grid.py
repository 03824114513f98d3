"""A table as a grid of records: what each column (or, turned, each row) holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.blocks import Block, Text
from loaders.grammar import load

_BRACKET = re.compile(r"[（(]([\u4e00-\u9fff]{2,4})[)）]")


@dataclass(frozen=True)
class Column:
    """One attribute of the records: its header as written, and the role this gives it."""

    header: str
    role: str


@dataclass(frozen=True)
class Record:
    """One thing's line: the cells by column, and the text that is each cell's evidence.

    In a turned table, that is the line of the report a cell stands in.
    """

    cells: tuple[Text, ...]
    evidence: tuple[Text, ...]


@dataclass(frozen=True)
class Grid:
    """A table's records under its columns. `turned` when its lines were attributes."""

    block: Block
    columns: tuple[Column, ...]
    records: tuple[Record, ...]
    turned: bool = False

    def first(self, *roles: str) -> int | None:
        """Index of the first column with one of these roles, tried in order."""
        for role in roles:
            for i, column in enumerate(self.columns):
                if column.role == role:
                    return i
        return None

    def every(self, *roles: str) -> list[int]:
        """Indices of all columns with one of these roles."""
        return [i for i, c in enumerate(self.columns) if c.role in roles]


def empty(cell: str) -> bool:
    """Whether a cell says nothing."""
    return not cell.strip() or cell.strip().lower() in load("headers")["words"]["empty"]


def planned(record: Record, *, aside: bool = False) -> bool:
    """Whether a cell says that the record's thing is not there yet: 已规划.

    With `aside`, a bracket in a cell may say it.
    """
    words = load("figures")["forecast"]["planned_rows"]
    cells = [c.value.strip() for c in record.cells]
    brackets = [said for cell in cells for said in _BRACKET.findall(cell)] if aside else []
    return any(re.sub(r"\s+.*", "", said) in words for said in (*cells, *brackets))


def line(row: tuple[Text, ...]) -> Text:
    """The whole row as one text, from its first filled cell to its last."""
    filled = [c for c in row if c.value.strip()]
    return Text.join(filled, "\t") if filled else row[0]
