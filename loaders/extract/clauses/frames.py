"""The frames of grammar/frames_zh.toml, and of frames_told_zh.toml for the cells of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from loaders.grammar import load
from loaders.grammar.kept import compiled
from loaders.grammar.needed import needed
from loaders.grammar.patterns import expand
from loaders.grammar.sieve import Sieve

_ROLE = re.compile(r"\(\?P<[sog]>\{(?:O|agent)\}\)(?!\?)")
GRAMMAR = ("frames_zh", "frames_told_zh")


@dataclass(frozen=True)
class Frame:
    """One way of saying a relation.

    `inherit` names the role that the topic may fill, `item_must` wants an item. Of the noun
    phrases of a slot, a `strict` frame takes those only that surely name a technology, a `loose`
    one any that may (`"o"`: as object). What `holds` stays asserted however the clause around it is meant.
    A `told` frame reads cells of tables only. The objects of a `listed` one end where another mark
    than 、 follows. Who supplies what it `makes` produces it, where its verb says so. What is used
    in a thing with `parts` is part of that; where they are `"only"` said of such a thing, nothing
    else is stated. A frame of `terms` takes doubtful phrases where the report uses one of them
    again. The roles of `front` may go on after the phrase that they begin with. One that is `named`
    matches only where a company or institution stands.
    """

    name: str
    predicate: str
    source: str
    inherit: str | None = None
    item_must: bool = False
    strict: bool = False
    loose: bool | str = False
    holds: bool = False
    told: bool = False
    listed: bool = False
    makes: bool = False
    parts: str = ""
    terms: bool = False
    front: str = ""
    named: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The frame's pattern, compiled when a sentence first may match: a report needs some."""
        return compiled(self.source)

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"clause:{self.name}"


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the grammar."""
    return tuple(_frame(name, dict(entry)) for name in GRAMMAR for entry in load(name)["frame"])


@cache
def _sieve() -> Sieve[Frame]:
    return Sieve((frame, needed(frame.source)) for frame in frames())


def likely(text: str) -> list[Frame]:
    """The frames that may match a coded sentence: a word of theirs stands in it."""
    return _sieve().passing(text)


def _frame(grammar: str, entry: dict[str, Any]) -> Frame:
    text = entry.pop("pattern")
    return Frame(source=expand(grammar, text, *GRAMMAR), named=_named(text), **entry)


def _named(text: str) -> bool:
    """Whether a pattern wants a name: a role for one that neither it nor what it is in may lack."""
    return any(
        text.count("(", 0, m.start()) == text.count(")", 0, m.start()) for m in _ROLE.finditer(text)
    )
