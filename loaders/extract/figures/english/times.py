"""Which period an English number holds for."""

from __future__ import annotations

import re

from loaders.extract.figures.english.whom import CLAUSE
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period

_PREPOSITION = re.compile(
    r"\b(?:(?:as|end) of|in|by|from|during|since|for|between|of|over|through|until|on|to)\s(?:the\s)?$"
)
_BACK = re.compile(
    r"[;]|\bthan\b|, (?:up|down|compared|from|surpassing|exceeding|topping|beating)\b"
)
_AWAY = re.compile(
    r"[;]|, (?:up|down|compared|surpassing|exceeding|topping|beating)\b| from \S+ in"
)
_PLANS = re.compile(r"\b(?:plans?|expects?|aims?|targets?|intends?|wants?|will|would)\b")
_CLOSE, _FAR = 60, 90


def named_period(
    value: str, when: list[Period], numbers: list[Quantity], q: Quantity, last: int
) -> Period | None:
    """The period behind a number in its clause, else the one before it, else the only later one."""
    following = min((x.start for x in numbers if x.start > q.start), default=len(value))
    stop = CLAUSE.search(value, q.end)
    end = min(following, stop.start() if stop else len(value))
    for p in when:
        near = q.end <= p.start < end and p.start - q.end < _CLOSE
        if near and not _BACK.search(value[q.end : p.start]):
            return p
    before = [p for p in when if last <= p.start < q.start]
    if before:
        return before[-1]
    later = [p for p in when if q.end <= p.start < q.end + _FAR]
    alone = len(later) == 1 and not _AWAY.search(value[q.end : later[0].start])
    if alone and following < later[0].start and _PLANS.search(value, q.end, following):
        return None  # the period is that of the number before it
    return later[0] if alone else None


def timeless(value: str, when: list[Period]) -> str:
    """The text with its periods, and the prepositions before them, blanked out."""
    out = value
    for p in when:
        m = _PREPOSITION.search(out[max(0, p.start - 16) : p.start])
        start = p.start - (len(m.group()) if m else 0)
        if m and m.group().startswith("to") and "from" not in out[max(0, p.start - 40) : p.start]:
            start = p.start
        out = out[:start] + " " * (p.end - start) + out[p.end :]
    return out
