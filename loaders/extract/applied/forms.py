"""The forms of grammar/applied.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.grammar import load
from loaders.grammar.patterns import expand

GRAMMAR = "applied"


@dataclass(frozen=True)
class Form:
    """One way of saying where something is applied.

    A `closed` form ends its list in a word for fields. `behind` one names what is applied behind
    the fields. A form of a `company` says where that one is at work.
    What is a field but by its place is none for a form of fields by their `own` names. The fields
    of a `section` form are those of what the section is about. An `aside` form reads brackets, one
    of `things` says nothing of companies.
    """

    name: str
    pattern: re.Pattern[str]
    closed: bool = False
    company: bool = False
    own: bool = False
    section: bool = False
    aside: bool = False
    things: bool = False

    @property
    def behind(self) -> bool:
        """Whether what is applied stands behind its fields."""
        return "s" in self.pattern.groupindex


@cache
def forms() -> tuple[Form, ...]:
    """All forms, compiled."""
    return tuple(_form(dict(entry)) for entry in load(GRAMMAR)["form"])


def _form(entry: dict[str, Any]) -> Form:
    return Form(pattern=re.compile(expand(GRAMMAR, entry.pop("pattern"))), **entry)
