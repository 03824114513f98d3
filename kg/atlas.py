"""The Python door: everything the command does, as methods of one object."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import AtlasError
from kg.home import default_path
from kg.rows import Rows

if TYPE_CHECKING:
    from datetime import date

    from kg.card import Card
    from kg.decisions import Decision
    from kg.flow import Direction, Wanted
    from kg.loading import Summary
    from kg.store import Store
    from kg.store.nodes import Node
    from kg.view.notebook import Page

# As good as all rows.
ALL = 1_000_000


class Atlas:
    """A store of reports and the questions to it; every answer is a list of plain rows.

    All methods raise AtlasError, or one of its kinds, with a message that says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.file = path

    @classmethod
    def open(cls, path: str | Path | None = None) -> Atlas:
        """The atlas kept at `path`, or at the user's usual place; nothing is made before a load."""
        return cls(Path(path) if path else default_path())

    @contextmanager
    def store(self, *, write: bool = False) -> Iterator[Store]:
        """The store itself, open for questions or for writing."""
        from kg.store import Store

        with Store(self.file, write=write) as store:
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

    def search(self, text: str, limit: int | None = None) -> Rows:
        """The names that have a text in them, then the lines of reports; 50 rows, or `limit`."""
        from kg.store.lookup import search

        with self.store() as store:
            rows = search(store, text) if limit is None else search(store, text, limit or ALL)
            return Rows(rows, ("kind", "class", "name", "file", "line", "text"))

    def show(self, name: str, *, cls: str | None = None) -> list[Card]:
        """A card for each thing of that name, with all that is stated of it."""
        from kg.card import cards
        from kg.store.lookup import find

        with self.store() as store:
            return cards(store, find(store, name, cls))

    def upstream(
        self, name: str, *, depth: int = 2, via: Collection[str] | None = None,
        modality: Collection[str] | None = None, cls: str | None = None,
    ) -> Rows:  # fmt: skip
        """Who and what stands before a thing in the chain, hop by hop; see kg.flow."""
        from kg.flow import Wanted

        return self._flow("upstream", name, cls, Wanted(depth, via, modality))

    def downstream(
        self, name: str, *, depth: int = 2, via: Collection[str] | None = None,
        modality: Collection[str] | None = None, cls: str | None = None,
    ) -> Rows:  # fmt: skip
        """Who and what stands behind a thing in the chain, hop by hop; see kg.flow."""
        from kg.flow import Wanted

        return self._flow("downstream", name, cls, Wanted(depth, via, modality))

    def _flow(self, direction: Direction, name: str, cls: str | None, wanted: Wanted) -> Rows:
        from kg.flow import flow
        from kg.store.lookup import find

        with self.store() as store:
            start = find(store, name, cls)
            return _meant(name, start, flow(store, start, direction, wanted))

    def path(self, start: str, end: str, *, most: int = 3, longest: int = 6) -> Rows:
        """How two things hang together, each step with its sentence; see kg.paths.paths."""
        from kg.paths import paths
        from kg.store.lookup import find

        with self.store() as store:
            return paths(store, find(store, start), find(store, end), most, longest)

    def exposure(
        self, name: str, *, depth: int = 4, modality: Collection[str] | None = None,
        cls: str | None = None,
    ) -> Rows:  # fmt: skip
        """The companies that a shock to a thing hits, and what it hangs on; see kg.exposure."""
        from kg.exposure import Reach, exposure
        from kg.store.lookup import find

        with self.store() as store:
            start = find(store, name, cls)
            return _meant(name, start, exposure(store, start, Reach(depth, modality)))

    def chokepoints(self, *, depth: int = 4, modality: Collection[str] | None = None) -> Rows:
        """What has one known source only, and how much hangs on it; see kg.chokepoints."""
        from kg.chokepoints import chokepoints
        from kg.exposure import Reach

        with self.store() as store:
            return chokepoints(store, Reach(depth, modality))

    def disrupt(
        self, name: str, *, depth: int = 4, modality: Collection[str] | None = None,
        cls: str | None = None,
    ) -> Rows:  # fmt: skip
        """What is missing when a company stops, and who else has it; see kg.disrupt."""
        from kg.disrupt import disrupt
        from kg.exposure import Reach
        from kg.store.lookup import find

        with self.store() as store:
            start = find(store, name, cls)
            return _meant(name, start, disrupt(store, start, Reach(depth, modality)))

    def forecasts(
        self, name: str | None = None, *, cls: str | None = None, as_of: date | None = None,
        observations: bool = False,
    ) -> Rows:  # fmt: skip
        """Who predicts what about a thing, or about anything; see kg.forecasts.forecasts."""
        from kg.forecasts import forecasts
        from kg.store.lookup import find

        with self.store() as store:
            things = find(store, name, cls) if name else None
            return forecasts(store, things, as_of, observations)

    def query(self, name: str, given: Mapping[str, Any] | None = None) -> Rows:
        """The answer to a question of the library, or in a file, told some parameters."""
        from kg.cypher.ask import ask

        return ask(self.file, name, given)

    def same(
        self, left: str, right: str, *, cls: str | None = None, reason: str = "", who: str = ""
    ) -> Decision:
        """Decide that two names mean one thing; see kg.decisions.decide."""
        from kg.decisions import Decision, decide

        with self.store(write=True) as store:
            return decide(store, Decision(left, right, "same", reason, who), cls)

    def different(
        self, left: str, right: str, *, cls: str | None = None, reason: str = "", who: str = ""
    ) -> Decision:
        """Decide that two names mean different things; see kg.decisions.decide."""
        from kg.decisions import Decision, decide

        with self.store(write=True) as store:
            return decide(store, Decision(left, right, "different", reason, who), cls)

    def decisions(self) -> Rows:
        """What was decided about names, with numbers to undo it by."""
        from kg.decisions import FIELDS, listing

        with self.store() as store:
            return Rows(listing(store), ("number", *FIELDS))

    def undo(self, number: int) -> Decision:
        """Take back the decision with this number."""
        from kg.decisions import undo

        with self.store(write=True) as store:
            return undo(store, number)

    def export_decisions(self, path: str | Path) -> None:
        """Write all decisions to a file of JSON lines."""
        from kg.export import write

        rows = self.decisions()
        write(Path(path), (json.dumps(row, ensure_ascii=False) for row in rows))

    def import_decisions(self, path: str | Path) -> int:
        """Take over the decisions in a file of JSON lines; how many were new."""
        from kg.decisions import read_lines, record

        try:
            text = Path(path).read_text("utf-8")
        except (OSError, UnicodeError) as error:
            raise AtlasError(f"cannot read {path}: {error}") from error
        with self.store(write=True) as store:
            return record(store, read_lines(text.splitlines()))

    def view(self, *names: str, depth: int = 2, limit: int = 2000, pyvis: bool = False) -> Page:
        """A page of what stands around some things, or of everything; shows in a notebook."""
        from kg.view import data, page
        from kg.view import pyvis as network
        from kg.view.notebook import Page

        with self.store() as store:
            shown = data.view(store, names, depth, limit)
        return Page(network.page(shown) if pyvis else page.page(shown))

    def lines(self, format: str) -> Iterator[str]:
        """The whole graph in a format of kg.export.FORMATS, as lines without their ends."""
        from kg.export import exporter

        with self.store() as store:
            yield from exporter(format)(store)

    def restore(self, path: str | Path) -> int:
        """Take over the reports in a file of the format nq; how many were new."""
        from kg.rdf.reading import restore

        with self.store(write=True) as store:
            return restore(store, Path(path))

    def check(self) -> Rows:
        """What is not as it should be in the graph and its figures; see kg.check.check."""
        from kg.check import check

        with self.store() as store:
            return check(store)

    def export_jsonl(self) -> Iterator[str]:
        """The whole graph as JSON lines."""
        return self.lines("jsonl")

    def export(self, format: str, path: str | Path) -> None:
        """Write the whole graph to a file: all of it, or the file stays as it was."""
        from kg.export import write

        write(Path(path), self.lines(format))


def _meant(name: str, start: Collection[Node], rows: Rows) -> Rows:
    """An answer that says so where it is about several things of one name."""
    if len(start) > 1:
        meant = ", ".join(f"{node.cls} {node.name}" for node in start)
        rows.note += f"; {name} means {meant}: --class chooses"
    return rows
