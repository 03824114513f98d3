"""Grammar is data: one idea a TOML file. `load` reads one, once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from loaders.grammar.kept import kept


@cache
def load(name: str) -> dict[str, Any]:
    """The contents of `grammar/<name>.toml`."""
    text = (files(__package__) / f"{name}.toml").read_text("utf-8")
    table: dict[str, Any] = kept().value(("table", name), lambda: tomllib.loads(text))
    return table


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of words of a grammar file, as a set."""
    return frozenset(load(name)[key])
