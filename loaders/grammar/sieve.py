"""Which of many patterns may match a text, by the words that each cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Generic, TypeVar

from loaders.grammar.needed import Words

T = TypeVar("T")
# a word is looked up by its first letters: a text has few of these, a grammar many words
_HEAD = 2


class Sieve(Generic[T]):
    """Things, each with words one of which a text must hold; with no words they always pass."""

    def __init__(self, things: Iterable[tuple[T, Words]]) -> None:
        self._things: list[T] = []
        self._always: set[int] = set()
        self._by_head: defaultdict[str, set[int]] = defaultdict(set)
        for n, (thing, words) in enumerate(things):
            self._things.append(thing)
            if not words:
                self._always.add(n)
            for word in words:
                self._by_head[word[:_HEAD]].add(n)

    def passing(self, text: str) -> list[T]:
        """Those that may match, in their order; some of them will not."""
        heads = {*text, *map("".join, pairwise(text))}
        found = self._always.union(*(self._by_head[h] for h in heads & self._by_head.keys()))
        return [self._things[n] for n in sorted(found)]
