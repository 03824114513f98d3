"""Which readers may find something in a text, by the words that their patterns cannot do without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from loaders.grammar.needed import Words, needed
from loaders.grammar.patterns import pattern
from loaders.grammar.sieve import Sieve

T = TypeVar("T")


def sieve(grammar: str, readers: Mapping[T, tuple[str, ...]]) -> Sieve[T]:
    """Readers, each with the patterns of `grammar/<grammar>.toml` one of which it must find."""
    return Sieve((reader, _words(grammar, names)) for reader, names in readers.items())


def _words(grammar: str, names: tuple[str, ...]) -> Words:
    """The words one of which must stand in a text; none where one of the patterns needs none."""
    found = [needed(pattern(grammar, name).pattern) for name in names]
    return frozenset[str]().union(*found) if all(found) else frozenset()
