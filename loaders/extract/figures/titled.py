"""The time that a title gives all that stands below it: 行情回顾（5.19-5.23）, 产品结构（2024，某机构）."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.extract.figures.periods import Period, periods

_LAST = re.compile(r"[（(](?P<inside>[^（）()]{4,24})[)）]\s*[*：:。]*$")
_DAY = r"(?:1[0-2]|0?[1-9])\s?[./]\s?(?:3[01]|[12]\d|0?[1-9])"
_DAYS = re.compile(rf"{_DAY}\s?[-–—~～至]\s?{_DAY}")
# `截至2024年`: how far the text has followed things, and not when
_OTHER = re.compile(r"截[至止]|以来|至今")


def of_titles(titles: Iterable[str], now: int | None) -> Period | None:
    """The one period in the bracket that the nearest telling title ends in.

    A week is written without its year; it is one of the year `now`.
    """
    for title in titles:
        if found := _of_title(title.strip(), now):
            return found
    return None


@cache
def _of_title(title: str, now: int | None) -> Period | None:
    m = _LAST.search(title)
    if m is None or _OTHER.search(m.group("inside")):
        return None
    inside, at = m.group("inside"), m.start("inside")
    if days := _DAYS.fullmatch(inside.strip()):
        return Period(at, at + len(inside), days.group().replace(" ", ""), now, now)
    found = periods(inside)
    # a span of years is that of no single figure
    if len(found) != 1 or found[0].first is None or found[0].first != found[0].last:
        return None
    return found[0]
