"""A graph server behind the official driver: asked for rows, or written to in batches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kg.cypher.failures import engine_failure
from kg.cypher.values import plain
from kg.rows import Rows

if TYPE_CHECKING:
    from neo4j import Driver

Parameters = dict[str, Any]


class Engine:
    """A server that speaks Bolt, the embedded one or Neo4j. Raises kg.errors.EngineError."""

    def __init__(self, driver: Driver, address: str, database: str | None = None) -> None:
        self._driver = driver
        self.address = address
        self._database = database

    def ask(self, text: str, parameters: Parameters | None = None) -> Rows:
        """The rows of a question. Whatever it changes is refused, or undone at once."""
        from neo4j import READ_ACCESS

        with (
            self._failures(text),
            self._driver.session(
                database=self._database, default_access_mode=READ_ACCESS
            ) as session,
            session.begin_transaction() as transaction,
        ):
            result = transaction.run(text, parameters or {})
            columns = tuple(result.keys())
            rows = [dict(zip(columns, map(plain, row.values()), strict=True)) for row in result]
            # ArcadeDB lets writes through in a reading transaction: nothing of it may stay.
            transaction.rollback()
        return Rows(rows, columns)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """The rows of a question of our own one by one, as tuples."""
        with (
            self._failures(text),
            self._driver.session(database=self._database, fetch_size=10_000) as session,
        ):
            for row in session.run(text, parameters or {}):
                yield tuple(row.values())

    def write(self, text: str, parameters: Parameters | None = None) -> None:
        """Do a command of our own, as one transaction that is done again if it has to be."""
        with self._failures(text):
            self._driver.execute_query(text, parameters or {}, database_=self._database)

    @contextmanager
    def _failures(self, text: str) -> Iterator[None]:
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except (Neo4jError, DriverError) as error:
            raise engine_failure(error, text, self.address) from error
