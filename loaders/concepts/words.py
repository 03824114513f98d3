"""The word lists of grammar/concepts.toml, and the scripts that names are written in."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar import load

CJK = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")


@cache
def lexicon(key: str) -> frozenset[str]:
    """A list of words, by its name."""
    return frozenset(load("concepts")[key].split())


@cache
def endings(key: str) -> tuple[str, ...]:
    """A list of words for `str.endswith` and `str.startswith`."""
    return tuple(sorted(lexicon(key)))


@cache
def by_last_letter(key: str) -> dict[str, tuple[str, ...]]:
    """A long list of words by the character they end in: few of them are tried for a name."""
    ends: dict[str, list[str]] = {}
    for word in sorted(lexicon(key)):
        ends.setdefault(word[-1], []).append(word)
    return {last: tuple(words) for last, words in ends.items()}
