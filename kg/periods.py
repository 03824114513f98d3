"""When a period is over, as far as its words tell."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)([2-4]\d)(?=\s?(?:年|[EFHQ](?![a-z])))|(?<=FY)\s?([2-4]\d)(?!\d)")
_RANGE_TAIL = re.compile(r"(?<!\d)20\d\d\s?[-–—/]\s?(\d\d)(?!\d|\s?月)")
# The last month of a part of a year; the first that is found in the words counts.
_PARTS = (
    (re.compile(r"上半年|H1|1H|前两?二?季|first half|mid|年中", re.IGNORECASE), 6),
    (re.compile(r"Q1|1Q|[一1]季|first quarter|年初|early", re.IGNORECASE), 3),
    (re.compile(r"Q2|2Q|[二2]季|second quarter", re.IGNORECASE), 6),
    (re.compile(r"Q3|3Q|[三3]季|third quarter", re.IGNORECASE), 9),
)
_MONTH = re.compile(r"(\d{1,2})\s?月|(?:19|20)\d\d[-/.](\d{1,2})(?!\d)")
_MONTHS = 12
_OPEN = re.compile(r"[之以]?后|以来|起$|onwards?|beyond|after|since", re.IGNORECASE)
_DECADE = re.compile(r"(20\d)0\s?(?:年代|s)")


def end_of(period: str | None) -> date | None:
    """The last day of a period such as 2035, 2026-2030, 2026E, 2025年上半年, Q3 2025, 2025-09.

    A period without a year, or an open one, has no end that could be told; of several years the
    last counts.
    """
    if not period or _OPEN.search(period) or (year := _year(period)) is None:
        return None
    month = _month(period)
    return date(year, month, monthrange(year, month)[1])


def _year(period: str) -> int | None:
    years = [int(year) for year in _YEAR.findall(period)]
    years += [int(f"{decade}9") for decade in _DECADE.findall(period)]
    years += [2000 + int(a or b) for a, b in _SHORT_YEAR.findall(period)]
    years += [2000 + int(year) for year in _RANGE_TAIL.findall(period) if int(year) > _MONTHS]
    return max(years, default=None)


def _month(period: str) -> int:
    if found := _MONTH.findall(period):
        month = int(found[-1][0] or found[-1][1])
        return month if 1 <= month <= _MONTHS else _MONTHS
    return next((month for words, month in _PARTS if words.search(period)), _MONTHS)
