"""The names that are known before any report is read: companies, institutions, places, concepts.

`scripts/build_names.py` tells where the tables in `seeds/names/` come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from kg.content import folder
from kg.finding import Finder, index
from kg.folding import entity_id, fold
from kg.nametable import Line, NameRow, id_of, keys, read_lines, row, tickers
from kg.tickers import canonical

__all__ = ["Hit", "NameRow", "Names", "entity_id", "fold"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: `text[start:end]`. Not `strong`: it may be an ordinary word."""

    start: int
    end: int
    row: NameRow
    strong: bool


class Names:
    """The tables, ready to be asked. Indexes and rows are made when they are first needed."""

    def __init__(self, lines: list[Line], guards: dict[str, tuple[str, ...]] | None = None) -> None:
        self._lines = lines
        self._guards = guards or {}
        self._rows: dict[int, NameRow] = {}

    @staticmethod
    @cache
    def shipped() -> Names:
        """The names that come with chainatlas, read once."""
        return Names.read(folder("seeds") / "names")

    @classmethod
    def read(cls, path: Path) -> Names:
        """The names in a folder's tables; `guards.tsv` is not a table of names."""
        files = sorted(path.glob("*.tsv"))
        lines = [line for p in files if p.name != "guards.tsv" for line in read_lines(p)]
        guards = [line for p in files if p.name == "guards.tsv" for line in read_lines(p)]
        words = (line.split("\t", 2) for line in guards)
        return cls(lines, {form: tuple(longer.split("|")) for form, longer, *_ in words})

    def lookup(self, name: str) -> list[NameRow]:
        """The rows that go by this name or stock code, those that surely do first.

        A stock code counts only where nothing has it for a name: BYD is 比亚迪, not the
        stock of that code in New York.
        """
        found = self._by_key.get(fold(name)) or self._by_ticker.get(canonical(name) or "", ())
        rows = {r.id: r for r in map(self._row, found)}
        return sorted(rows.values(), key=lambda r: (not r.surely(name), name not in r.names))

    def find(self, text: str) -> list[Hit]:
        """The names in a text, in order and apart: the leftmost, and of these the longest.

        A weak one gives way to a strong one that it overlaps. Stock codes are not looked for.
        """
        return [Hit(a, b, self._row(n), sure) for a, b, n, sure in self._finder.find(text)]

    def rows(self) -> Iterator[NameRow]:
        """All rows, table by table."""
        return iter({r.id: r for r in map(self._row, range(len(self._lines)))}.values())

    def _row(self, n: int) -> NameRow:
        """The row of a line: what all lines of its id say, the earliest first."""
        if n not in self._rows:
            line = self._lines[n]
            of = id_of(line)
            peers = self._by_key[next(iter(keys(line)))]
            self._rows[n] = row([self._lines[m] for m in peers if id_of(self._lines[m]) == of])
        return self._rows[n]

    @cached_property
    def _by_key(self) -> dict[str, tuple[int, ...]]:
        return index(map(keys, self._lines))

    @cached_property
    def _by_ticker(self) -> dict[str, tuple[int, ...]]:
        return index(map(tickers, self._lines))

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._lines, self._guards)
