"""Stock codes: how one listing is written in the tables and in reports."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"(?:(?P<before>NYSE|NASDAQ|AMEX|HKEX|SEHK|SSE|SZSE|BSE|SH|SZ|BJ|HK)\s*[:：]?\s*)?"
    r"(?P<code>[A-Z]{1,5}(?:\.[AB])?|\d{1,6})"
    r"(?:[.．](?P<after>[A-Z]{1,3}))?"
)
_AMERICAN = {"US", "N", "O", "OQ"}
_HONG_KONG = 5
_MAINLAND = 6
# A year has four digits, a word two letters; neither is a stock code by itself.
_BARE_DIGITS, _BARE_LETTERS = 5, 3


def canonical(text: str) -> str | None:
    """The code as the tables write it: 002594.SZ, 00700.HK, 2330.TW, NVDA; None if it is none.

    `SZ002594`, `700.HK`, `NASDAQ: NVDA` and `NVDA.O` are understood. A code without its
    exchange counts from five digits or three letters on.
    """
    if not (m := _CODE.fullmatch(text.strip())):
        return None
    code, market = m["code"], m["after"] or m["before"]
    market = "TW" if market == "TWO" else market
    if code.isdigit():
        return _numbered(code, market)
    if market is None:
        return code if len(code) >= _BARE_LETTERS else None
    return code if m["before"] or market in _AMERICAN else f"{code}.{market}"


def _numbered(code: str, market: str | None) -> str | None:
    if market is None and len(code) < _BARE_DIGITS:
        return None
    if market in {"HK", "HKEX", "SEHK"} or (market is None and len(code) == _HONG_KONG):
        return f"{code.zfill(_HONG_KONG)}.HK"
    if market in {None, "SH", "SS", "SSE", "SZ", "SZSE", "BJ", "BSE"} and len(code) == _MAINLAND:
        return f"{code}.{_exchange(code)}"
    return f"{code}.{market}"


def _exchange(code: str) -> str:
    """The mainland exchange whose codes begin like this."""
    return {"6": "SH", "5": "SH", "0": "SZ", "3": "SZ", "2": "SZ"}.get(code[0], "BJ")
