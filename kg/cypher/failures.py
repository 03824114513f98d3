"""The errors of engines as one line that says what is wrong and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.cypher.words import place, words
from kg.errors import EngineError, QueryError

if TYPE_CHECKING:
    from neo4j.exceptions import DriverError, Neo4jError

# Neo4j counts columns from 1, ArcadeDB from 0.
_NEO4J = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_ARCADE = re.compile(r"\s*(?:Syntax error )?at line (\d+)(?::|, column )(\d+)(?: - )?")
_NAMED = re.compile(r"['`]([^'`\s]+)['`]")
_LONGEST = 300


def engine_failure(error: Neo4jError | DriverError, text: str, address: str) -> EngineError:
    """What the driver raised, as an error of ours: about the query, or about the server."""
    from neo4j import exceptions

    if isinstance(error, exceptions.AuthError):
        return EngineError(
            f"{address} does not know this user and password: give --user and --password, or "
            "NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired):
        return EngineError(f"nothing answers at {address}: is the server running there?")
    if isinstance(error, exceptions.DriverError):
        return EngineError(f"{address}: {_one_line(str(error))}")
    message = error.message or str(error)
    if error.code and ".ClientError." not in error.code and ".Unknown" not in error.code:
        return EngineError(f"{address}: {_one_line(message)}")
    return QueryError(_located(message, text))


def _located(message: str, text: str) -> str:
    for pattern, first in ((_NEO4J, 1), (_ARCADE, 0)):
        if found := pattern.search(message):
            line, column = int(found[1]), int(found[2]) + 1 - first
            # what follows is the text itself with a mark below it
            said = message[: found.start()] or message[found.end() :]
            return f"line {line}, column {column}: {_one_line(said)}"
    named = _NAMED.search(message)
    where = [w.start for w in words(text) if named and w.text.lstrip("$") == named[1]]
    if not where:
        return _one_line(message)
    line, column = place(text, where[-1])
    return f"line {line}, column {column}: {_one_line(message)}"


def _one_line(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
