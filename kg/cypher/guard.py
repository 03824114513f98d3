"""What a question may not do: change the graph, or read anything but the graph.

The engines refuse writes too (Neo4j in a reading transaction, the embedded one by the rights of
its user). This is said before either is asked, with the place, and alike on both.
"""

from __future__ import annotations

import re

from kg.cypher.words import Word, place, words
from kg.errors import QueryError

_CLAUSES = frozenset({
    "CREATE", "MERGE", "DELETE", "DETACH", "NODETACH", "SET", "REMOVE", "DROP", "FOREACH",
    "INSERT", "ALTER", "GRANT", "DENY", "REVOKE", "RENAME", "TERMINATE", "LOAD",
})  # fmt: skip
_BEGINNINGS = frozenset({
    "MATCH", "OPTIONAL", "RETURN", "UNWIND", "WITH", "CALL", "SHOW", "EXPLAIN", "PROFILE",
    "CYPHER", "USE",
})  # fmt: skip
# Neo4j reads these escapes before anything else: even a quotation mark may be written so.
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
# After one of these a word is a name: of a property, a label, a type.
_NAMING = frozenset(".:|&!")


def check(text: str) -> None:
    """Raises QueryError where a question is none: it writes, or reads files."""
    _check(text)
    _check(_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text))


def _check(text: str) -> None:
    found = list(words(text))
    if not found:
        raise QueryError("the query is empty")
    if found[0].text.upper() not in _BEGINNINGS and found[0].text != "(":
        raise refusal(text, found[0])
    for before, word, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if word.kind == "word" and word.text.upper() in _CLAUSES and _is_clause(before, after):
            raise refusal(text, word)


def _is_clause(before: Word | None, after: Word | None) -> bool:
    named = before is not None and before.text in _NAMING
    key = after is not None and after.text == ":"
    return not named and not key


def refusal(text: str, word: Word) -> QueryError:
    """The error that says which word is refused, and where."""
    line, column = place(text, word.start)
    return QueryError(
        f"line {line}, column {column}: {word.text} is refused: a query may only read the graph"
    )
