"""What an English number measures by its verb, or by the noun that `of` joins to it."""

from __future__ import annotations

import re
from functools import cache

from loaders.extract.figures.english.doers import before
from loaders.extract.figures.english.frames import Found, Place
from loaders.extract.figures.english.words import head_at_start, verb, words
from loaders.extract.figures.numbers import Quantity
from loaders.grammar import load

STOP = re.compile(
    r"[,;:.()\[\]—]|\s(?:and|but|while|which|that|from|in|by|at|to|for|with|as|than|on|worth|"
    r"including|such|said)\b"
)
_OF_HEAD = re.compile(r"\sof\s(?:the\s|its\s)?")


def of_head(at: Place) -> Found | None:
    """`15.7 GW of installed capacity`, `288 GB of HBM3E memory`."""
    of = _OF_HEAD.match(at.right)
    m = head_at_start().match(at.right, of.end()) if of else None
    if m is None or at.q.share or STOP.search(f" {m.group('before')}"):
        return None
    acts = verb("own").search(at.near) or verb("rated").search(at.near)
    metric = f"{m.group('before')}{m.group('head')}"
    return Found("noun", before(at.near[: acts.start()]), metric) if acts else None


def value(at: Place) -> Found | None:
    """`a $6.5 billion deal`."""
    m = re.match(r"\s(?P<w>\w+)\b", at.right)
    if m is None or not is_money(at.q) or m.group("w").lower() not in words("worth"):
        return None
    return Found("value", "", f"{m.group('w').lower()} value")


def measure(at: Place) -> Found | None:
    """`weighs 35 kg`, `costs $16,000`."""
    for metric, said_by in load("figures_en")["measures"].items():
        fits = is_money(at.q) == (metric == "price")
        if m := _measuring(tuple(said_by)).search(at.near) if fits and at.q.unit else None:
            said = before(at.near[: m.start()])
            return Found("measure", said, metric, again=not said)
    return None


@cache
def _measuring(said_by: tuple[str, ...]) -> re.Pattern[str]:
    every = "|".join(sorted(map(re.escape, said_by), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{every})(?:\s(?:about|around|just|only|roughly|nearly))*\s*$")


def is_money(q: Quantity) -> bool:
    """Whether a quantity is a sum of money."""
    return q.money or "illion" in q.unit
