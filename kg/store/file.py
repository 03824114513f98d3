"""The store file: opened, locked, and its failures put in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from kg.errors import StoreBusy, StoreError
from kg.store.schema import APPLICATION_ID, DDL, VERSION

Row = tuple[Any, ...]
WAIT = 20.0


class Store:
    """One SQLite file that holds all that was read. Many may read it, one writes.

    `Store(path)` opens for questions and changes nothing; `Store(path, write=True)` makes the
    file when it is not there. `wait` is how many seconds a writer waits for another one.
    Raises StoreError when there is no usable store at `path`, StoreBusy when the wait is over.
    """

    def __init__(self, path: Path | str, *, write: bool = False, wait: float = WAIT) -> None:
        self.path = Path(path)
        self.write = write
        if not write and not self.path.exists():
            raise StoreError(f"there is no store at {self.path} yet: `kg load` makes one")
        with self._failures():
            self.connection = self._open(wait)
            try:
                self._check()
            except BaseException:
                self.connection.close()
                raise

    def _open(self, wait: float) -> sqlite3.Connection:
        if not self.write:
            return self._open_for_reading(wait)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"cannot make the folder of the store {self.path}: {error.strerror}; "
                "choose another place with --store"
            ) from error
        return sqlite3.connect(self.path, timeout=wait, isolation_level=None)

    def _open_for_reading(self, wait: float) -> sqlite3.Connection:
        address = self.path.absolute().as_uri()
        connection = sqlite3.connect(
            f"{address}?mode=ro", timeout=wait, isolation_level=None, uri=True
        )
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            # A store on a read-only disk has nowhere to put the lock file of WAL; nobody can be
            # writing to it either.
            if self.path.with_name(self.path.name + "-wal").exists():
                raise
            connection = sqlite3.connect(
                f"{address}?mode=ro&immutable=1", isolation_level=None, uri=True
            )
        return connection

    def _check(self) -> None:
        connection = self.connection
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
        ((application,),) = connection.execute("PRAGMA application_id").fetchall()
        empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
        if empty and self.write:
            self._make()
        elif empty or application != APPLICATION_ID:
            raise StoreError(f"{self.path} is not a chainatlas store; choose another with --store")
        elif version > VERSION:
            raise StoreError(
                f"{self.path} was written by a newer chainatlas (its format is {version}, "
                f"this one knows {VERSION}): upgrade chainatlas, or load into another --store"
            )
        connection.execute("PRAGMA foreign_keys = ON")
        if self.write:
            connection.execute("PRAGMA synchronous = NORMAL")

    def _make(self) -> None:
        connection = self.connection
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        # Somebody else may have made it while we waited.
        if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall():
            for command in DDL.split(";\n"):
                connection.execute(command)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise failure(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or nothing of it."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # SQLite has already rolled back by itself when the disk is full.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @property
    def generation(self) -> int:
        """Goes up with every change: whatever was made from the store can tell it is stale."""
        return int(self.rows("SELECT value FROM meta WHERE key = 'generation'")[0][0])

    def changed(self) -> None:
        """Say, inside a transaction, that it changes something."""
        self.run("UPDATE meta SET value = value + 1 WHERE key = 'generation'")

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """All rows of a question. Lists, tuples and dicts among the values are passed as JSON."""
        with self._failures():
            return self.connection.execute(sql, [_plain(value) for value in values]).fetchall()

    def run(self, sql: str, *values: Any) -> int:
        """Do one command; the number of the row that it made, if it made one."""
        with self._failures():
            cursor = self.connection.execute(sql, [_plain(value) for value in values])
            return cursor.lastrowid or 0

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Do one command for each row of values."""
        with self._failures():
            self.connection.executemany(sql, rows)

    def close(self) -> None:
        """Let go of the file."""
        with self._failures():
            self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


# What SQLite says, and what to do about it.
_SAFE = "what was loaded before is safe"
_ADVICE = (
    (("locked", "busy"), "another kg is writing to {path}: try again when it is done"),
    (("full",), f"no room left for the store {{path}}: free some space and load again; {_SAFE}"),
    (("not a database",), "{path} is not a chainatlas store; choose another with --store"),
    (
        ("readonly", "unable to open"),
        "cannot open the store {path} ({text}): check its path and permissions",
    ),
    (
        ("disk I/O",),
        "the disk of the store {path} failed ({text}): check its free space and permissions; "
        + _SAFE,
    ),
    (
        ("malformed",),
        "the store {path} is damaged ({text}): move it away and load the reports again",
    ),
    (("",), "the store {path} failed: {text}"),
)


def failure(error: sqlite3.Error, path: Path) -> StoreError:
    """The error of SQLite as one that says what to do."""
    text = str(error)
    words, advice = next(pair for pair in _ADVICE if any(word in text for word in pair[0]))
    kind = StoreBusy if "busy" in words else StoreError
    return kind(advice.format(path=path, text=text))
