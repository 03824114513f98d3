"""Growth against the values that it leads from and to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kg.check.finding import Finding
from kg.check.interval import (
    Interval,
    dimension,
    interval,
    is_percent,
    said_by,
    same_period,
    years,
)
from kg.rows import text
from kg.store.facts import FigureFact

# Rounding is in the intervals; this is for a fiscal year or an exchange rate.
SLACK = 1.0
_YEARLY = re.compile(r"CAGR|复合|compound", re.IGNORECASE)
_OTHER = re.compile(r"环比|MoM|QoQ|month on month|quarter on quarter", re.IGNORECASE)
_FALL = re.compile(r"降幅|跌幅|下降|下滑|decline|decrease|drop", re.IGNORECASE)
_WORDS = re.compile(
    r"(年均|年化|年)?(复合)?(同比)?(增速|增幅|增长率|增长|降幅|涨幅|跌幅|涨跌幅)"
    r"|CAGR|同比|compound annual|annual|growth rate|growth|year[ -]on[ -]year|YoY|decline",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"(?:19|20)\d\d")

# What one source says of one thing: by metric, region and dimension, then by period.
Told = dict[tuple[Any, ...], dict[str | None, list[FigureFact]]]


def growth(facts: Iterable[FigureFact]) -> Iterator[Finding]:
    """Growth, by year or a year over several, that the source's own two values do not give."""
    facts = list(facts)
    told: dict[tuple[Any, ...], Told] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for fact in facts:
        if not is_percent(fact):
            about = (fact.metric.lower(), fact.region, dimension(fact))
            for source in said_by(fact):
                told[source, fact.subject][about][same_period(fact.period)].append(fact)
    for fact in facts:
        if is_percent(fact) and _WORDS.search(fact.metric) and not _OTHER.search(fact.metric):
            findings = (_checked(fact, told[s, fact.subject]) for s in sorted(said_by(fact)))
            yield from [finding for finding in findings if finding][:1]


def _checked(fact: FigureFact, told: Told) -> Finding | None:
    yearly = bool(_YEARLY.search(fact.metric))
    ends = _ends(fact, told, yearly)
    if ends is None:
        return None
    start, end = ends
    span = _span(start, end) if yearly else 1
    real = _grown(interval(start), interval(end), span)
    if real is None or not real.misses(_stated(fact), SLACK):
        return None
    values = " to ".join(f"{text(f.value)} {f.unit} in {f.period}" for f in ends)
    each = " a year" if yearly else ""
    message = f"{values} is {real} %{each}, not {text(fact.value)} %"
    return Finding.about("CAGR" if yearly else "growth", message, [fact, start, end])


def _ends(fact: FigureFact, told: Told, yearly: bool) -> tuple[FigureFact, FigureFact] | None:
    """The two values that a growth leads from and to, if the source gives just these."""
    metric = _WORDS.sub("", fact.metric).strip(" 的:：()（）").lower()
    found = []
    for (name, region, _), by_period in told.items():
        if metric in ("", name) and region == fact.region:
            periods = _periods(fact, by_period, yearly)
            values = [by_period.get(period, []) for period in periods]
            if len(values) == 2 and all(len(value) == 1 for value in values):
                found.append((values[0][0], values[1][0]))
    return found[0] if len(found) == 1 else None


def _periods(fact: FigureFact, told: Iterable[str | None], yearly: bool) -> list[str]:
    named = years(fact.period)
    if len(named) > 1:
        return [str(min(named)), str(max(named))]
    if yearly:
        # From 80 in 2024 to 90 in 2035, a CAGR of …: the years are those of the values.
        return sorted(period for period in told if period and _SINGLE.fullmatch(period))
    if not named:
        return []
    (year,) = named
    period = same_period(fact.period) or ""
    return [period.replace(str(year), str(year - 1)), period]


def _span(start: FigureFact, end: FigureFact) -> int:
    return max(years(same_period(end.period))[0] - years(same_period(start.period))[0], 1)


def _grown(start: Interval, end: Interval, years: int) -> Interval | None:
    """By how many percent a value grows (each year) from one interval to another."""
    if start.low <= 0 or end.low <= 0:
        return None
    ratios = (end.low / start.high, end.high / start.low)
    low, high = ((ratio ** (1 / years) - 1) * 100 for ratio in ratios)
    return Interval(low, high)


def _stated(fact: FigureFact) -> Interval:
    said = interval(fact)
    if _FALL.search(fact.metric) and said.low > 0:
        return Interval(-said.high, -said.low)
    return said
