"""Regular expressions that are kept as data: macros in braces, a list where they are alternatives."""

from __future__ import annotations

import re
from functools import cache

from loaders.coded import MACROS
from loaders.grammar import load
from loaders.grammar.kept import compiled

_MACRO = re.compile(r"\{([a-z_]+|[A-Z])\}")


@cache
def pattern(grammar: str, name: str) -> re.Pattern[str]:
    """The pattern `name` under [patterns] of `grammar/<grammar>.toml`."""
    text = load(grammar)["patterns"][name]
    return compiled(expand(grammar, "|".join(text) if isinstance(text, list) else text))


def expand(grammar: str, text: str, *shared: str) -> str:
    """A pattern with its macros written out: those of the grammar file, and {O}, {P}, {L} for names.

    The macros of `shared` files may be used too.
    """
    macros = dict(MACROS)
    for name in (*shared, grammar):
        macros |= load(name).get("macros", {})
    while _MACRO.search(text):
        text = _MACRO.sub(lambda m: macros[m.group(1)], text)
    return text


@cache
def patterns(grammar: str, name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list under [patterns], each on its own."""
    return tuple(compiled(expand(grammar, text)) for text in load(grammar)["patterns"][name])
