"""What a report is made of: blocks of text that know where they stand in the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Kind = Literal["heading", "paragraph", "item", "table", "caption", "source"]


@dataclass(frozen=True)
class Text:
    """A run of text put together from pieces of a report, each with its offset there.

    `pieces` are (start in this text, start in the report), in order, the first one at 0.
    Lines that a report breaks in the middle of a sentence are joined here; `span` leads back.
    """

    value: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    @cached_property
    def _starts(self) -> list[int]:
        return [here for here, _ in self.pieces]

    def offset(self, index: int) -> int:
        """The report's offset of the character at `index` (0 ≤ index < len)."""
        here, there = self.pieces[bisect_right(self._starts, index) - 1]
        return there + index - here

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The report's (start, end) of the characters start…end-1; start < end."""
        return self.offset(start), self.offset(end - 1) + 1

    def part(self, start: int, end: int) -> Text:
        """The text between two indices, still knowing where it stands."""
        first = bisect_right(self._starts, start)
        last = bisect_left(self._starts, end, lo=first)
        pieces = [(0, self.offset(start))] if start < len(self.value) else [(0, 0)]
        pieces += [(here - start, there) for here, there in self.pieces[first:last]]
        return Text(self.value[start:end], tuple(pieces))

    def strip(self) -> Text:
        """The same text without white space around it."""
        left = len(self.value) - len(self.value.lstrip())
        return self.part(left, max(left, len(self.value.rstrip())))

    @staticmethod
    def join(texts: Iterable[Text], between: str = "") -> Text:
        """Texts put one after another; `between` stands at no place of the report's own."""
        values: list[str] = []
        pieces: list[tuple[int, int]] = []
        length = 0
        for text in texts:
            if length and between:
                # the glue is mapped onto the character after it, so that spans stay ordered
                pieces.append((length, text.offset(0) if text.value else 0))
                values.append(between)
                length += len(between)
            pieces += [(length + here, there) for here, there in text.pieces]
            values.append(text.value)
            length += len(text.value)
        return Text("".join(values), tuple(pieces) or ((0, 0),))

    def __len__(self) -> int:
        return len(self.value)


@dataclass(frozen=True)
class Table:
    """A table: rows of cells, all rows equally long (short ones are filled with empty texts).

    `headers` is the number of rows at the top that are headers (0 where it has none). A table
    that goes on from the page before has a copy of the header of the one it continues, and
    `carried` is the first cell of the row group that the page break cuts.
    """

    rows: tuple[tuple[Text, ...], ...]
    headers: int = 1
    carried: Text | None = None

    def filled(self) -> tuple[tuple[Text, ...], ...]:
        """The rows with merged cells written out.

        An empty cell of a header row takes the one to its left, and so does one in the body
        that stands under such a merged header (one processor under the three models of a
        generation); an empty first cell of a body row takes the one above.
        """
        heads = [_leftward(row) for row in self.rows[: self.headers]]
        top = list(zip(*self.rows[: self.headers], strict=True))
        merged = [at for at in range(1, len(top)) if not any(cell.value for cell in top[at])]
        group, body = self.carried, []
        for row in self.rows[self.headers :]:
            cells = _leftward(row, merged)
            if row and not row[0].value and group is not None and any(c.value for c in row):
                cells = (group, *cells[1:])
            group = cells[0] if cells and cells[0].value else group
            body.append(cells)
        return (*heads, *body)


def _leftward(row: tuple[Text, ...], columns: Iterable[int] | None = None) -> tuple[Text, ...]:
    """A row whose empty cells take the cell to their left, in all columns or in `columns`."""
    cells = list(row)
    for at in range(1, len(cells)) if columns is None else columns:
        if not cells[at].value:
            cells[at] = cells[at - 1]
    return tuple(cells)


@dataclass(frozen=True)
class Block:
    """One block of a report.

    `path` are the headings it stands under, outermost first. `caption` and `source` are the
    nearest title above (表：…) and note below (资料来源：…) of a table. `level` is the depth of a
    heading (1 outermost) or of a list item. `intro` is, for a list item, the line that opens
    the list (ending with a colon).
    """

    kind: Kind
    text: Text
    level: int = 0
    path: tuple[Text, ...] = ()
    table: Table | None = None
    caption: Text | None = None
    source: Text | None = None
    intro: Text | None = None


@dataclass(frozen=True)
class Layout:
    """A report cut into blocks, in the order of the text."""

    blocks: tuple[Block, ...] = ()
    title: str = ""
    date: str | None = None
    publisher: str | None = None
    skipped: tuple[tuple[int, int], ...] = field(default=())
