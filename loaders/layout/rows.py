"""Rows of a table put together from chunks of lines whose cells spaces set apart."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.layout.lines import Line, ends

Span = tuple[int, int]
Pieces = list[tuple[Line, Span]]
Chunk = list[tuple[Line, list[Span]]]


class Rows:
    """Rows of `columns` cells, each cell the pieces of lines it is made of."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.rows: list[list[Pieces]] = []
        self._grouped = False

    def take(self, chunk: Chunk) -> bool:
        """Add a chunk of lines; False where it is no part of the table."""
        if any(len(cells) > self.columns for _, cells in chunk):
            return False
        for part in self._split(chunk):
            cells = self._flowed(part)
            if len(cells) > self.columns or not self._place(cells):
                return False
        return True

    def convince(self) -> bool:
        """True where most rows are full."""
        full = sum(len(row) == self.columns for row in self.rows)
        return full > 1 and full * 10 >= len(self.rows) * 6

    def _split(self, chunk: Chunk) -> Iterator[Chunk]:
        """A line that holds a whole row begins one."""
        first = 0
        for at in range(1, len(chunk)):
            if len(chunk[at][1]) == self.columns:
                yield chunk[first:at]
                first = at
        yield chunk[first:]

    def _flowed(self, part: Chunk) -> list[Pieces]:
        """Cells of a chunk: a line's first goes on with the last of the line before.

        Where that leaves too few, the first line break that can be one is the end of a cell.
        """
        breaks = sum(len(cells) - 1 for _, cells in part)
        room = self._room() - 1 - breaks
        result: list[Pieces] = []
        for at, (line, cells) in enumerate(part):
            for place, cell in enumerate(cells):
                apart = at > 0 and room > 0 and breaks > 0 and len(cells) == 1
                if result and place == 0 and not apart:
                    result[-1].append((line, cell))
                else:
                    result.append([(line, cell)])
                    room -= place == 0 and at > 0
        return result

    def _room(self) -> int:
        """How many cells the next chunk can hold."""
        if self.rows and len(self.rows[-1]) < self.columns:
            return self.columns - len(self.rows[-1])
        return self.columns - self._grouped

    def _place(self, cells: list[Pieces]) -> bool:
        if self.rows and len(self.rows[-1]) < self.columns:
            if len(self.rows[-1]) + len(cells) <= self.columns:
                self._grouped = self._grouped or len(self.rows[-1]) == 1
                self.rows[-1] += cells
                return True
            if self._goes_on(cells):
                self.rows[-1][-1] += cells[0]
                self.rows[-1] += cells[1:]
                return True
            if len(self.rows[-1]) == 1:
                return False
        if len(cells) == self.columns:
            self._grouped = False
        elif self._grouped and len(cells) == self.columns - 1:
            # a further row of the group whose name stands above
            cells = [[], *cells]
        elif len(cells) == 1:
            self._grouped = False
        self.rows.append(cells)
        return True

    def _goes_on(self, cells: list[Pieces]) -> bool:
        """True where a blank line cuts the last cell of a row in two."""
        line, (start, end) = self.rows[-1][-1][-1]
        fits = len(self.rows[-1]) + len(cells) == self.columns + 1
        return fits and end == len(line.raw.rstrip()) and not ends(line.raw[start:end])
