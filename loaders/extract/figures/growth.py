"""How words say that something grows: which way, and against what."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar import load

_TIME = re.compile(
    r"(?:19|20)\d\d|[年季月周][均初末底]|上[周月年季]|去年|前一[周月日]|同期|高点|低点|峰值"
)
_HOW = re.compile(r"(?:小幅|大幅|显著|明显|略|微)+$")


def way_of(words: str) -> tuple[str, str]:
    """Which way the verb at the end says, and the words without it."""
    for direction in ("up", "down", "better"):
        for verb in verbs(direction):
            if words.endswith(verb):
                return direction, words.removesuffix(verb).rstrip()
    return "", words


def compared_with(against: str) -> str:
    """What a number has grown against, if that is another time: 较2021年均价."""
    return _HOW.sub("", re.sub(r"\s", "", against)) if _TIME.search(against) else ""


@cache
def bases() -> re.Pattern[str]:
    words = sorted(load("figures")["growth"]["basis"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s*$")


@cache
def verbs(direction: str) -> tuple[str, ...]:
    return tuple(sorted(load("figures")["growth"][direction], key=len, reverse=True))


@cache
def changes() -> tuple[str, ...]:
    every = (*verbs("up"), *verbs("down"), *verbs("better"))
    return tuple(sorted(every, key=len, reverse=True))
