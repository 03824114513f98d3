"""Sums of money as texts write them: `近10亿元人民币`, `$6.5 billion`, `数亿元`."""

from __future__ import annotations

import re

from loaders.grammar.patterns import expand, pattern

MONEY = expand("deals", "{money}")
_FIND = re.compile(MONEY)
_VALUATION = pattern("deals", "money_valuation")


def sums(text: str) -> list[tuple[int, int, str]]:
    """All sums in a text, each with its place and as written; valuations are none of them."""
    worth = [m.span() for m in _VALUATION.finditer(text)]
    return [
        (m.start(), m.end(), m.group().strip())
        for m in _FIND.finditer(text)
        if not any(a <= m.start() < b for a, b in worth)
    ]


def valuation(text: str) -> str | None:
    """What a text says a company is worth, as written."""
    m = _VALUATION.search(text)
    return next(g for g in m.groups() if g).strip() if m else None
