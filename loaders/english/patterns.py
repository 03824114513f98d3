"""Patterns of English from grammar/: pieces joined, words and forms of verbs filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from loaders.coded import MACROS
from loaders.english import verbs
from loaders.grammar import load
from loaders.grammar.kept import compiled

_MACRO = re.compile(r"\{([a-z_]+|[A-Z])\}")
_VERB = re.compile(r"\{(act|pass|going|done):([a-z|]+)\}")
_FORMS = {
    "act": verbs.active,
    "pass": verbs.passive,
    "going": verbs.going,
    "done": verbs.done,
}
_NESTED = 4


@cache
def pattern(group: str, name: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern `name` of a table of grammar/english_patterns.toml, compiled."""
    table = load("english_patterns")[group]
    pieces = {key: "".join(value) for key, value in table.items()}
    return compiled(expanded(pieces[name], pieces), flags)


def expanded(text: str, macros: Mapping[str, str]) -> str:
    """A pattern with its macros written out; `macros` come before those all patterns have."""
    every = {**shared(), **macros}
    for _ in range(_NESTED):
        text = _MACRO.sub(lambda m: every[m.group(1)], text)
    return _VERB.sub(lambda m: _FORMS[m.group(1)](m.group(2)), text)


def gist(text: str) -> str:
    """A pattern with its verbs written out only, for the words that it needs."""
    opaque = _MACRO.sub("(?:.)", text)
    return _VERB.sub(lambda m: verbs.bare(m.group(2)), opaque)


@cache
def shared() -> dict[str, str]:
    """The macros that all patterns have."""
    names = load("english")["names"]
    return {
        **MACROS,
        "name": MACROS["any"],
        "be": rf"(?:(?:has|have|had|will|would|may|could) (?:{verbs.ADVERB} )?)?(?:{verbs.BE}|remains?|remained|became|becomes)",
        "adv": verbs.ADVERB,
        "starts": verbs.starts(),
        "nations": either(load("english")["nations"]),
        "legal": either(names["legal"].split()),
        "roles": either(names["roles"].split()),
        "titles": either(names["titles"].split()),
        "small": either(names["lower"].split()),
    }


def either(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
