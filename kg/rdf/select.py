"""Questions in SPARQL to the projection of a store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryTriples
from pyoxigraph import Store as Engine

from kg.errors import ParameterError, QueryError
from kg.rdf.graphs import projection
from kg.rdf.terms import flag, number, text, whole

if TYPE_CHECKING:
    from kg.store import Store

# What stands in quotes, between angle brackets or behind # is not a word of the language.
_QUIET = re.compile(
    r"""\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n]*""",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w:?$@-])SERVICE(?![\w:-])", re.IGNORECASE)
_WHERE = re.compile(r"(?<![\w:?$@-])WHERE(?![\w:-])", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_LONGEST = 120
_NUMBERS = {"integer": int, "double": float, "decimal": float, "float": float}


def select(
    store: Store, query: str, values: Mapping[str, Any] | None = None
) -> tuple[list[str], list[list[Any]]]:
    """The columns and rows of a SELECT, ASK or CONSTRUCT query; `values` for its variables.

    What is asserted is found as plain triples too; graphs of single reports are not asked.
    IRIs come as text, numbers as numbers.
    Raises QueryError, with line and column, for what is no such query or asks other servers,
    ParameterError for a value that SPARQL has no term for.
    """
    loud = _QUIET.sub(lambda quiet: " " * len(quiet[0]), query)
    if _SERVICE.search(loud):
        raise QueryError("SERVICE asks another server, which a question to the store must not")
    try:
        # so that an error is told of the query as it was written
        Engine().query(query)
        engine = Engine()
        engine.bulk_extend(projection(store))
        told = _told(query, loud, values or {})
        answer = engine.query(told, use_default_graph_as_union=True)
        if isinstance(answer, QueryBoolean):
            return ["answer"], [[bool(answer)]]
        if isinstance(answer, QueryTriples):
            return ["subject", "predicate", "object"], [
                [_plain(part) for part in t] for t in answer
            ]
        columns = [variable.value for variable in answer.variables]
        return columns, [[_plain(solution[c]) for c in columns] for solution in answer]
    except SyntaxError as error:
        raise QueryError(_explained(str(error))) from error
    except (OSError, ValueError) as error:
        raise QueryError(str(error).split("\n", 1)[0]) from error


def _told(query: str, loud: str, values: Mapping[str, Any]) -> str:
    """The query with its values as the first thing that its pattern says; a list is any of it."""
    told = "".join(
        f" VALUES ?{key} {{ {' '.join(_terms(key, value))} }}"
        for key, value in values.items()
        if value is not None
    )
    where = _WHERE.search(loud)
    start = loud.index("{", where.end() if where else 0) + 1
    return f"{query[:start]}{told} {query[start:]}"


def _terms(key: str, value: Any) -> list[str]:
    members = value if isinstance(value, list | tuple) else [value]
    return [str(_term(key, member)) for member in members]


def _term(key: str, value: Any) -> Literal:
    if isinstance(value, bool):
        return flag(value)
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, str):
        return text(value)
    raise ParameterError(f"{key}: SPARQL takes a text or a number, not {value!r}")


def _plain(term: Any) -> Any:
    if term is None:
        return None
    if isinstance(term, Literal):
        kind = term.datatype.value.rpartition("#")[2]
        if kind == "boolean":
            return term.value == "true"
        return _NUMBERS[kind](term.value) if kind in _NUMBERS else term.value
    return term.value if isinstance(term, NamedNode) else str(term)


def _explained(error: str) -> str:
    found = _PLACE.search(error)
    if not found:
        return error.split("\n", 1)[0]
    line, column, reason = found.groups()
    return f"line {line}, column {column}: {shorten(reason, _LONGEST, placeholder=' …')}"
