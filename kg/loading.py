"""Reports read, in parallel where asked, and kept one by one.

This is where the store meets the loaders; nothing else in kg knows them.
"""

from __future__ import annotations

import hashlib
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING

from kg.errors import AtlasError, UnreadableReport
from kg.model import Reading
from kg.names import Names
from kg.progress import Progress
from kg.rows import Row, count
from kg.sources import Source, sources
from kg.store import Store
from kg.store.writing import Added, add, is_known
from loaders.grammar.kept import kept
from loaders.read import read

if TYPE_CHECKING:
    from kg.model import Entity

# So many reports are read ahead of the writer for each process: enough to keep them busy.
_AHEAD = 2


@dataclass
class Summary:
    """What a load came to. `problems` and `failures` are rows with file and message.

    A problem is a passage that was not understood, a failure a report that was not loaded;
    `notes` are worth telling.
    """

    reports: int = 0
    known: int = 0
    entities: set[str] = field(default_factory=set)
    statements: int = 0
    figures: int = 0
    deals: int = 0
    notes: list[str] = field(default_factory=list)
    problems: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)

    def __str__(self) -> str:
        known = f" ({self.known} known already)" if self.known else ""
        counts = (
            (len(self.entities), "entity"), (self.statements, "statement"),
            (self.figures, "figure"), (self.deals, "deal"), (len(self.problems), "problem"),
        )  # fmt: skip
        return ", ".join((count(self.reports, "report") + known, *(count(*c) for c in counts)))

    def row(self) -> Row:
        """The numbers of the closing line, what was not understood, and what failed."""
        return {
            "reports": self.reports, "known": self.known, "entities": len(self.entities),
            "statements": self.statements, "figures": self.figures, "deals": self.deals,
            "problems": self.problems, "notes": self.notes, "failures": self.failures,
        }  # fmt: skip

    def know(self) -> None:
        """Count one report that was known."""
        self.reports += 1
        self.known += 1

    def add(self, reading: Reading, added: Added) -> None:
        """Count one report that was read; it may have become known meanwhile."""
        if added.known:
            self.know()
            return
        self.reports += 1
        self.entities |= {entity.id for entity in reading.entities}
        self.statements += len(reading.statements)
        self.figures += len(reading.figures)
        self.deals += len(reading.deals)
        self.notes += added.namesakes
        file = reading.report.file
        self.problems += [{"file": file, **problem.model_dump()} for problem in reading.problems]
        self.problems += [
            {"file": file, "kind": "names", "message": refusal, "line": None, "quote": None}
            for refusal in added.refusals
        ]


def load(store: Store, paths: Iterable[str | Path], jobs: int = 1) -> Summary:
    """Read reports and keep each, all or nothing; a report that fails stops no other.

    Raises StoreError when the store fails: what was kept before that stays.
    """
    summary = Summary()
    wanted = sources(paths)
    with Progress(len(wanted), "reading") as progress:
        for source, result in _readings(store, wanted, jobs):
            progress.step(source.name)
            if result is None:
                summary.know()
            elif isinstance(result, AtlasError):
                summary.failures.append(_failure(source, result))
            else:
                summary.add(result, add(store, result, is_listed))
    return summary


def is_listed(entity: Entity) -> bool:
    """Whether an entity is a row of the names tables that come with chainatlas."""
    return any(row.id == entity.id for row in Names.shipped().lookup(entity.name))


def _failure(source: Source, error: AtlasError) -> Row:
    notes = "\n".join(getattr(error, "__notes__", ()))
    return {"file": source.name, "message": str(error), "detail": notes}


Result = Reading | AtlasError | None


def _readings(store: Store, wanted: Iterable[Source], jobs: int) -> Iterator[tuple[Source, Result]]:
    """Each report with its reading, the reason why there is none, or None if it is known."""
    if jobs <= 1:
        for source in wanted:
            data = _data(store, source)
            yield source, _read(source.name, data) if isinstance(data, bytes) else data
        return
    waiting: deque[tuple[Source, Future[Result] | AtlasError | None]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_let_the_parent_stop) as pool:
        try:
            for source in wanted:
                data = _data(store, source)
                if isinstance(data, bytes):
                    waiting.append((source, pool.submit(_read, source.name, data)))
                else:
                    waiting.append((source, data))
                if len(waiting) > jobs * _AHEAD:
                    yield _finished(*waiting.popleft())
            while waiting:
                yield _finished(*waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def _data(store: Store, source: Source) -> bytes | AtlasError | None:
    try:
        data = source.data()
    except AtlasError as error:
        return error
    return None if is_known(store, hashlib.sha256(data).hexdigest()) else data


def _read(name: str, data: bytes) -> Result:
    try:
        reading = read(name, data)
        kept().save()
        return reading
    except AtlasError as error:
        return error
    except Exception as error:
        # A mistake of ours in one report must not keep the others from being read.
        failed = UnreadableReport(f"{name}: the reader failed ({error!r}): please tell us")
        failed.add_note(format_exc())
        return failed


def _finished(source: Source, result: Future[Result] | AtlasError | None) -> tuple[Source, Result]:
    return source, result.result() if isinstance(result, Future) else result


def _let_the_parent_stop() -> None:
    # Ctrl-C reaches every process of the terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
