"""The English frames: patterns of a clause with roles, from grammar/frames_en.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from loaders.coded import MACROS
from loaders.english.patterns import expanded, gist
from loaders.grammar import load
from loaders.grammar.kept import compiled
from loaders.grammar.needed import Words, needed

_GROUP = re.compile(r"\(\?P<(\w+)>")
_NAMES = re.compile(MACROS["any"])


@dataclass(frozen=True)
class Frame:
    """One way of saying a relation in a clause.

    `inherit` names the role that the topic fills where the clause only has `its`; `strong`
    frames name things by what is done to them, so that unknown noun phrases may pass; in the
    role `proper` they take only products' own names. `must` needs an item. A `whole` frame reads a
    noun phrase (`Apple supplier Foxconn`), so it sees the sentence before it is simplified.
    `one` takes the first object of a list only (`Alphabet's Waymo and …`).
    `modality` is how a frame means it where no other word colours it.
    """

    name: str
    predicate: str
    source: str
    gist: str
    inherit: str | None = None
    strong: bool = False
    must: bool = False
    proper: str = ""
    whole: bool = False
    one: bool = False
    modality: str = "asserted"

    def may_match(self, text: str) -> bool:
        """Whether a text holds the names and a word that the frame needs: a quick look before the pattern."""
        if len(_NAMES.findall(text)) < self.names:
            return False
        return not self.words or any(word in text for word in self.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The frame's pattern, compiled when a text first may match: most reports need few."""
        return compiled(self.source)

    @cached_property
    def words(self) -> Words:
        """Words one of which the frame cannot do without."""
        return needed(self.gist)

    @cached_property
    def names(self) -> int:
        """How many names the frame cannot do without."""
        groups = set(_GROUP.findall(self.source))
        roles = [r for r in ("s", "o") if r in groups and f"{r}2" not in groups]
        return len(roles) - (self.inherit in roles) + ("g" in groups)

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"english:{self.name}"


@cache
def frames() -> tuple[Frame, ...]:
    """All frames."""
    grammar = load("frames_en")
    return tuple(_frame(dict(entry), grammar["macros"]) for entry in grammar["frame"])


def _frame(entry: dict[str, Any], macros: dict[str, str]) -> Frame:
    text = entry.pop("pattern")
    return Frame(source=expanded(text, macros), gist=gist(text), **entry)
