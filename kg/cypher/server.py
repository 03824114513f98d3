"""A Neo4j server somewhere else, by its address."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from kg.cypher.engine import Engine
from kg.cypher.failures import engine_failure
from kg.errors import EngineError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
# One that is down says so at once; one that hangs must not hang us.
_WAIT = 15.0


@contextmanager
def connect(
    uri: str, user: str | None = None, password: str | None = None, database: str | None = None
) -> Iterator[Engine]:
    """A server, as long as the block runs.

    User, password and database that are not given come from NEO4J_USERNAME, NEO4J_PASSWORD and
    NEO4J_DATABASE. Raises EngineError when the address is none or does not answer.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    if uri.partition("://")[0] not in SCHEMES:
        raise EngineError(f"{uri} is no address of a server: write bolt://host:7687, or neo4j+s://")
    user = user or os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = password if password is not None else os.environ.get("NEO4J_PASSWORD")
    # Hints on how to tune a query would stand between the rows.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    try:
        driver = GraphDatabase.driver(
            uri, auth=(user, password) if password else None, connection_timeout=_WAIT,
            max_transaction_retry_time=_WAIT,
        )  # fmt: skip
    except (DriverError, ValueError) as error:
        raise EngineError(f"{uri}: {error}") from error
    with driver:
        try:
            driver.verify_connectivity()
        except (DriverError, Neo4jError) as error:
            raise engine_failure(error, "", uri) from error
        yield Engine(driver, uri, database or os.environ.get("NEO4J_DATABASE"))
