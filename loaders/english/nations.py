"""Adjectives of nationality: a Swedish maker is from Sweden."""

from __future__ import annotations

import re
from functools import cache

from loaders.english.patterns import either
from loaders.grammar import load
from loaders.mentions import Gazetteer
from loaders.things import Mention, Thing


def added(gazetteer: Gazetteer, text: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` with the places that adjectives of nationality mean."""
    out = list(mentions)
    for m in _adjectives().finditer(text):
        if not any(x.start < m.end() and m.start() < x.end for x in mentions):
            out.append(Mention(m.start(), m.end(), place(gazetteer, m.group())))
    return sorted(out, key=lambda x: x.start)


def place(gazetteer: Gazetteer, nation: str) -> Thing:
    """The place that an adjective means."""
    return gazetteer.named(load("english")["nations"][nation], "Place")


def adjective(word: str) -> bool:
    """Whether a place is named as an origin: Swedish, but not Sweden."""
    return word in load("english")["nations"] or word in ("US", "UK", "EU")


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either(load('english')['nations'])})(?![\w'])")
