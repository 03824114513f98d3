"""The forms of grammar/applied.toml."""

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
    source: str
    closed: bool = False
    company: bool = False
    own: bool = False
    section: bool = False
    aside: bool = False
    things: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form's pattern, compiled when a sentence first may match."""
        return compiled(self.source)

    @property
    def behind(self) -> bool:
        """Whether what is applied stands behind its fields."""
        return "s" in self.pattern.groupindex


@cache
def _sieve() -> Sieve[Form]:
    entries = (dict(entry) for entry in load(GRAMMAR)["form"])
    return Sieve((form, needed(form.source)) for form in map(_form, entries))


def likely(text: str) -> list[Form]:
    """The forms that may match a sentence: a word of theirs stands in it."""
    return _sieve().passing(text)


def _form(entry: dict[str, Any]) -> Form:
    return Form(source=expand(GRAMMAR, entry.pop("pattern")), **entry)
