"""A list of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.blocks import Block, Text
from loaders.grammar.patterns import pattern


@dataclass(frozen=True)
class Run:
    """The items of a list, and the blocks right before it."""

    items: tuple[Block, ...]
    before: tuple[Block, ...]

    @property
    def intro(self) -> Text | None:
        """The line that opens the list."""
        return self.items[0].intro

    @property
    def path(self) -> tuple[Text, ...]:
        """The headings it stands under."""
        return self.items[0].path

    def labelled(self) -> list[tuple[Block, str]]:
        """The items that begin with a name, each with that."""
        return [(item, m.group("name")) for item, m in self.matching("label")]

    def matching(self, name: str) -> Iterator[tuple[Block, re.Match[str]]]:
        """The items that begin like a pattern of grammar/lists.toml."""
        for item in self.items:
            if m := pattern("lists", name).match(item.text.value):
                yield item, m
