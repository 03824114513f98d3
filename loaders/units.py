"""Units: a value as written, and the same in base units."""

from __future__ import annotations

import re
from functools import cache

from kg.model import Value
from loaders.grammar import load


def base(value: Value, unit: str) -> tuple[Value | None, str | None]:
    """Value and unit without scale words: (80, 亿美元) → (8e9, USD), (3, 万台) → (30000, 台).

    Money is told by its code, also per something: 万元/吨 → CNY/吨. A unit that is neither scaled
    nor money comes back as it is; no unit gives (None, None).
    """
    text = unit.strip()
    if not text:
        return None, None
    scale, rest = _scaled(text)
    money, slash, per = rest.partition("/")
    code = load("units")["currency"].get(money.strip())
    return _times(value, scale), f"{code}{slash}{per}" if code else rest or "1"


def _times(value: Value, scale: float) -> Value:
    if isinstance(value, tuple):
        return _rounded(value[0] * scale), _rounded(value[1] * scale)
    return _rounded(value * scale)


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")


def _scaled(unit: str) -> tuple[float, str]:
    units = load("units")
    if unit in units["whole"]:
        return float(units["whole"][unit]["scale"]), str(units["whole"][unit]["unit"])
    before = sorted(units["number"]["currency_before"], key=len, reverse=True)
    currency = next((c for c in before if unit.startswith(c) and unit != c), "")
    rest = unit[len(currency) :].strip()
    if m := _pattern().match(rest):
        return float(units["scale"][m.group(1)]), currency + rest[m.end() :].strip()
    return 1.0, unit


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load("units")["scale"], key=len, reverse=True)
    parts = [rf"{re.escape(w)}(?![A-Za-z]|/s)" if w.isascii() else re.escape(w) for w in words]
    return re.compile(rf"({'|'.join(parts)})(?!分)")
