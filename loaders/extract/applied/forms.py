"""The forms of grammar/applied.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.grammar import load
from loaders.grammar.patterns import expand

GRAMMAR = "applied"


@dataclass(frozen=True)
class Form:
    """One way of saying where something is applied.

    A `closed` form ends its list in a word for fields. `behind` one names what is applied behind
    the fields.
    """

    name: str
    pattern: re.Pattern[str]
    closed: bool

    @property
    def behind(self) -> bool:
        """Whether what is applied stands behind its fields."""
        return "s" in self.pattern.groupindex


@cache
def forms() -> tuple[Form, ...]:
    """All forms, compiled."""
    return tuple(
        Form(
            entry["name"], re.compile(expand(GRAMMAR, entry["pattern"])), entry.get("closed", False)
        )
        for entry in load(GRAMMAR)["form"]
    )
