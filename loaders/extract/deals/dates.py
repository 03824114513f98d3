"""Dates as texts write them, in one form: 2024-06-30, 2024-06, 2024, 2025-Q4, 2025-03~2025-07."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.grammar.patterns import pattern

_YEAR = (
    r"(?<!\d)(?P<y>(?:19|20)\d\d|\d\d(?=年\s*(?:\d{1,2}月|[QH]\d|[一二三四]季|上半|下半)|[QH]\d))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}


def _day(m: re.Match[str]) -> str:
    return f"{_year(m)}-{int(m['m']):02}-{int(m['d']):02}"


def _month(m: re.Match[str]) -> str:
    return f"{_year(m)}-{int(m['m']):02}"


def _months(m: re.Match[str]) -> str:
    return f"{_year(m)}-{int(m['m']):02}~{_year(m)}-{int(m['n']):02}"


def _quarter(m: re.Match[str]) -> str:
    word = m["q"].lower()
    return f"{_year(m)}-Q{_QUARTERS.get(word, word)}"


def _half(m: re.Match[str]) -> str:
    return f"{_year(m)}-H{1 if m['h'].lower() in '上1first' else 2}"


def _named_day(m: re.Match[str]) -> str:
    return f"{m['y']}-{_named(m):02}-{int(m['d']):02}"


def _named_month(m: re.Match[str]) -> str:
    return f"{m['y']}-{_named(m):02}"


def _named(m: re.Match[str]) -> int:
    return _MONTHS.index(m["name"][:3].lower()) + 1


def _year(m: re.Match[str]) -> str:
    return m["y"] if len(m["y"]) == 4 else f"20{m['y']}"


# in this order: what says more comes first
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(
            _YEAR + r"\s?年\s?(?P<m>1[0-2]|0?[1-9])\s?月\s?(?P<d>3[01]|[12]\d|0?[1-9])(?=\s?[日号])"
        ),
        _day,
    ),
    (
        re.compile(_YEAR + r"[/.\-](?P<m>1[0-2]|0?[1-9])[/.\-](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"),
        _day,
    ),
    (
        re.compile(
            _YEAR + r"\s?年\s?(?P<m>1[0-2]|0?[1-9])月?\s?[-~—–至到]\s?(?P<n>1[0-2]|0?[1-9])\s?月"
        ),
        _months,
    ),
    (re.compile(_YEAR + r"\s?年\s?(?P<m>1[0-2]|0?[1-9])\s?月"), _month),
    (re.compile(_YEAR + r"[/.\-](?P<m>1[0-2]|0[1-9])(?![\d.%亿万])"), _month),
    (re.compile(_YEAR + r"\s?年?\s?第?(?:Q(?P<q>[1-4]))", re.IGNORECASE), _quarter),
    (re.compile(_YEAR + r"\s?年\s?第?(?P<q>[一二三四1-4])季"), _quarter),
    (re.compile(_YEAR + r"\s?年?\s?H(?P<h>[12])", re.IGNORECASE), _half),
    (re.compile(_YEAR + r"\s?年\s?(?P<h>[上下])半年"), _half),
    (re.compile(_NAME + r"\s(?P<d>[123]?\d)(?:st|nd|rd|th)?,?\s(?P<y>(?:19|20)\d\d)"), _named_day),
    (re.compile(r"(?P<d>[123]?\d)\s" + _NAME + r",?\s(?P<y>(?:19|20)\d\d)"), _named_day),
    (re.compile(_NAME + r",?\s(?:of\s)?(?P<y>(?:19|20)\d\d)"), _named_month),
    (re.compile(r"Q(?P<q>[1-4])\s?(?P<y>(?:19|20)\d\d)"), _quarter),
    (
        re.compile(
            r"(?P<q>first|second|third|fourth) quarter (?:of )?(?P<y>(?:19|20)\d\d)", re.IGNORECASE
        ),
        _quarter,
    ),
    (re.compile(r"(?P<h>first|second) half (?:of )?(?P<y>(?:19|20)\d\d)", re.IGNORECASE), _half),
    (
        re.compile(r"(?<![\d.$])(?P<y>(?:19|20)\d\d)(?!\d|\.\d|\s?(?:万|亿|吨|台|GW|MW|mm|nm))"),
        lambda m: m["y"],
    ),
)
_RELATIVE = pattern("deals", "dates_relative")
_YEARS = {"今年": 0, "年内": 0, "去年": -1, "前年": -2, "明年": 1}
_BARE = re.compile(r"(?<![\d年])(?P<m>1[0-2]|[1-9])月(?:\s?(?P<d>3[01]|[12]\d|[1-9])日)?")


def date(text: str, report: str | None = None) -> str | None:
    """The first date that `text` gives, as exact as it gives it; None without one.

    `report` is the date of the report: it says which year 今年 and a bare 3月 mean.
    """
    found = _dates(text, report)
    return found[0] if found else None


def last_date(text: str, report: str | None = None) -> str | None:
    """The date that stands last in `text`: what a clause without a date of its own goes by."""
    found = _dates(text, report)
    return found[-1] if found else None


def _dates(text: str, report: str | None) -> list[str]:
    """All dates, in order; of overlapping forms the one that starts first and says most."""
    year = int(report[:4]) if report and report[:4].isdigit() else None
    if year:
        text = _RELATIVE.sub(lambda m: f"{year + _YEARS[m['rel']]}年", text)
    found = sorted(
        (m.start(), rank, m.end(), write(m))
        for rank, (pattern, write) in enumerate(_FORMS)
        for m in pattern.finditer(text)
    )
    out, at = [], 0
    for start, _, end, written in found:
        if start >= at:
            out.append(written)
            at = end
    if not out and year and (m := _BARE.search(text)):
        day = f"-{int(m['d']):02}" if m["d"] else ""
        out.append(f"{year}-{int(m['m']):02}{day}")
    return out


def bracketed(text: str) -> str | None:
    """A date as brackets give it, months without a nought too: `2024.2` is 2024-02."""
    if m := re.fullmatch(r"\s*(?P<y>(?:19|20)\d\d)[./\-](?P<m>1[0-2]|0?[1-9])\s*", text):
        return f"{m['y']}-{int(m['m']):02}"
    return date(text)
