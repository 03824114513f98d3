"""The Python door: everything the command does, as methods of one object."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.rows import Rows

if TYPE_CHECKING:
    from kg.loading import Summary
    from kg.store import Store

FILE = "chainatlas.db"


def default_path() -> Path:
    """Where the store is when nobody says: $KG_STORE, or the user's data folder."""
    if path := os.environ.get("KG_STORE"):
        return Path(path)
    if sys.platform == "win32":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "chainatlas" / FILE


class Atlas:
    """A store of reports and the questions to it; every answer is a list of plain rows.

    All methods raise AtlasError, or one of its kinds, with a message that says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def open(cls, path: str | Path | None = None) -> Atlas:
        """The atlas kept at `path`, or at the user's usual place; nothing is made before a load."""
        return cls(Path(path) if path else default_path())

    @contextmanager
    def store(self, *, write: bool = False) -> Iterator[Store]:
        """The store itself, open for questions or for writing."""
        from kg.store import Store

        with Store(self.path, write=write) as store:
            yield store

    def load(self, *paths: str | Path, jobs: int = 1) -> Summary:
        """Read reports: files, folders, "-" for standard input; without any, the examples."""
        from kg.loading import load

        with self.store(write=True) as store:
            return load(store, paths, jobs)

    def reports(self) -> Rows:
        """What was read, with what each report gave."""
        from kg.store.nodes import reports

        with self.store() as store:
            columns = ("file", "title", "date", "publisher", "lines", "statements", "figures",
                       "deals", "problems", "id")  # fmt: skip
            return Rows(reports(store), columns)

    def forget(self, report: str) -> str:
        """Take one report back, by id or file name, with all that only it said; its id."""
        from kg.store.writing import forget

        with self.store(write=True) as store:
            return forget(store, report)

    def upstream(
        self,
        name: str,
        *,
        depth: int = 2,
        via: Iterable[str] | None = None,
        modality: Iterable[str] | None = None,
        cls: str | None = None,
    ) -> Rows:
        """Who and what stands before a thing in the chain, hop by hop."""
        from kg.flow import flow
        from kg.store.lookup import find

        with self.store() as store:
            return flow(store, find(store, name, cls), "upstream", depth, via, modality)

    def lines(self, format: str) -> Iterator[str]:
        """The whole graph in a format of kg.export.FORMATS, as lines without their ends."""
        from kg.export import exporter

        with self.store() as store:
            yield from exporter(format)(store)

    def export_jsonl(self) -> Iterator[str]:
        """The whole graph as JSON lines."""
        return self.lines("jsonl")

    def export(self, format: str, path: str | Path) -> None:
        """Write the whole graph to a file: all of it, or the file stays as it was."""
        from kg.export import write

        write(Path(path), self.lines(format))
