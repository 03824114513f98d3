"""The frames of grammar/frames_zh.toml, and of frames_told_zh.toml for the cells of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.grammar import load
from loaders.grammar.patterns import expand

GRAMMAR = ("frames_zh", "frames_told_zh")


@dataclass(frozen=True)
class Frame:
    """One way of saying a relation.

    `inherit` names the role that the topic may fill, `item_must` wants an item. Of the noun
    phrases of a slot, a `strict` frame takes those only that surely name a technology, a `loose`
    one any that may (`"o"`: as object). What `holds` stays asserted however the clause around it is meant.
    A `told` frame reads cells of tables only. The subject of a frame of `kinds` is a list whose
    last item may hold the head of all (单面和双面覆铜板); the objects of a `listed` one end where
    another mark than 、 follows. Who supplies what it `makes` produces it, where its verb says so.
    What is used in a thing with `parts` is part of that.
    """

    name: str
    predicate: str
    pattern: re.Pattern[str]
    inherit: str | None = None
    item_must: bool = False
    strict: bool = False
    loose: bool | str = False
    holds: bool = False
    told: bool = False
    kinds: bool = False
    listed: bool = False
    makes: bool = False
    parts: bool = False

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"clause:{self.name}"


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, compiled."""
    return tuple(_frame(name, dict(entry)) for name in GRAMMAR for entry in load(name)["frame"])


def _frame(grammar: str, entry: dict[str, Any]) -> Frame:
    pattern = re.compile(expand(grammar, entry.pop("pattern"), *GRAMMAR))
    return Frame(pattern=pattern, **entry)
