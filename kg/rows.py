"""The answer to a question: rows that a program reads and a notebook shows."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

Row = dict[str, Any]


class Rows(list[Row]):
    """A list of rows, all with the same keys; in a notebook it shows as a table.

    `columns` are the keys worth a column on a screen, in order; `note` is said below them.
    """

    def __init__(
        self, rows: Iterable[Row] = (), columns: Iterable[str] = (), note: str = ""
    ) -> None:
        super().__init__(rows)
        self.columns = tuple(columns) or tuple(dict.fromkeys(key for row in self for key in row))
        self.note = note

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(text(row.get(c)))}</td>" for c in self.columns) + "</tr>"
            for row in self
        )
        note = f"<p>{escape(self.note)}</p>" if self.note else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def text(value: Any) -> str:
    """A value as a table cell shows it; a tuple is a range."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, tuple):
        return "–".join(text(end) for end in value)
    if isinstance(value, list):
        return "、".join(text(part) for part in value)
    return str(value)


def count(number: int, what: str) -> str:
    """A number of things, in words: 1 report, 2 reports."""
    many = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what if number == 1 else many}"
