"""Adjectives of nationality: a Swedish maker is from Sweden."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar import load
from loaders.mentions import Gazetteer
from loaders.things import Mention


def added(gazetteer: Gazetteer, text: str, mentions: list[Mention]) -> list[Mention]:
    """`mentions` with the places that adjectives of nationality mean."""
    out = list(mentions)
    for m in _adjectives().finditer(text):
        if not any(x.start < m.end() and m.start() < x.end for x in mentions):
            place = load("english")["nations"][m.group()]
            out.append(Mention(m.start(), m.end(), gazetteer.named(place, "Place")))
    return sorted(out, key=lambda x: x.start)


@cache
def _adjectives() -> re.Pattern[str]:
    words = sorted(load("english")["nations"], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w'])")
