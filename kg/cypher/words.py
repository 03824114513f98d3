"""The words of a Cypher text: what stands in strings, names and comments is not one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# An unclosed string or comment runs to the end: the engine will say so.
_TOKEN = re.compile(
    r"""
    (?P<blank>\s+ | //[^\n]* | /\*.*?(?:\*/|\Z))
  | (?P<string>'(?:\\.|[^'\\])*(?:'|\Z) | "(?:\\.|[^"\\])*(?:"|\Z))
  | (?P<quoted>`(?:``|[^`])*(?:`|\Z))
  | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d+\.?)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a text: what it is, as written, and the offset at which it stands."""

    kind: str
    text: str
    start: int


def words(text: str) -> Iterator[Word]:
    """The pieces of a text, without blanks and comments."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "blank":
            yield Word(str(found.lastgroup), found.group(), found.start())


def parameters(text: str) -> list[str]:
    """The names of the parameters in a text, in order of their first use."""
    names = (w.text[1:].strip("`") for w in words(text) if w.kind == "parameter")
    return list(dict.fromkeys(names))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
