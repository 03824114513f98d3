"""English items trimmed to their noun phrase."""

from __future__ import annotations

import re

from loaders.concepts.phrase import Phrase
from loaders.grammar.patterns import pattern

_BRACKET = re.compile(r"\(([^()]{1,40})\)\s*$")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9\-+]{1,12}")
_LONG = 6


def trimmed(item: str, start: int, *, clause: bool) -> Phrase | None:
    """The noun phrase of an item at `start`; in a `clause`, only what stands before a preposition."""
    aliases: tuple[str, ...] = ()
    if m := _BRACKET.search(item):
        aliases = (m.group(1),) if _ABBREVIATION.fullmatch(m.group(1)) else ()
        item = item[: m.start()]
    name = pattern("concepts", "stop_en").sub("", item) if clause else item
    start += len(name) - len(name.lstrip(" “”\"'.,"))
    name = name.strip(" “”\"'.,;:")
    if m := pattern("concepts", "lead_en").match(name + " "):
        start += m.end()
        name = name[m.end() :]
    if " of " in name and len(name.split()) > _LONG:
        name = name.split(" of ")[0]
    return Phrase(start, start + len(name), name, aliases) if name else None
