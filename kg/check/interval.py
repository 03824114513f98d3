"""Numbers as texts write them: rounded, approximate, or a bound. Each is an interval."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store.facts import FigureFact

PERCENT = ("%", "percent", "per cent", "pct")
# "about 50" may be 47 or 53.
_ABOUT = 0.06
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLAIN_YEAR = re.compile(r"(?:FY)?((?:19|20)?\d\d)(?:年|[AEF]|\(E\))*")


@dataclass(frozen=True)
class Interval:
    """All numbers from `low` to `high`."""

    low: float
    high: float

    def __str__(self) -> str:
        low, high = f"{self.low:.1f}", f"{self.high:.1f}"
        return low if low == high else f"{low} to {high}"

    def misses(self, other: Interval, slack: float = 0.0) -> bool:
        """Whether no number of this one is, within `slack`, one of the other."""
        return self.low > other.high + slack or self.high < other.low - slack


def interval(fact: FigureFact) -> Interval:
    """What a figure can mean, in its base unit where it has one."""
    ends = fact.value if isinstance(fact.value, tuple) else (fact.value, fact.value)
    low, high = ends[0] - _half(ends[0]), ends[1] + _half(ends[1])
    if fact.comparator == "~":
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    elif fact.comparator in (">", ">="):
        high = math.inf
    elif fact.comparator in ("<", "<="):
        low = -math.inf
    scale = _scale(fact)
    return Interval(low * scale, high * scale)


def dimension(fact: FigureFact) -> str:
    """What the numbers of a figure count: only those of one dimension can be compared."""
    return (fact.unit if fact.base_unit is None else fact.base_unit).lower()


def is_percent(fact: FigureFact) -> bool:
    """Whether a figure is a percentage."""
    return dimension(fact) in PERCENT


def years(period: str | None) -> list[int]:
    """The years that a period names."""
    return [int(year) for year in _YEAR.findall(period or "")]


def same_period(period: str | None) -> str | None:
    """A period so that its spellings are one: 2025, 2025年, 25E."""
    found = _PLAIN_YEAR.fullmatch((period or "").replace(" ", ""))
    return f"20{found[1]}"[-4:] if found else period


def said_by(fact: FigureFact) -> set[tuple[str, ...]]:
    """The sources of a figure: a report, with those whom it names as such."""
    named = tuple(sorted(source.id for source in fact.sources))
    return {(place.report, *named) for place in fact.evidence}


def _half(value: float) -> float:
    """Half of the last digit that is written."""
    digits = f"{value:.10g}".partition(".")[2]
    return 0.0 if "e" in digits else 0.5 * 10 ** -len(digits)


def _scale(fact: FigureFact) -> float:
    values = (fact.value, fact.base_value)
    one, base = (value[-1] if isinstance(value, tuple) else value for value in values)
    return base / one if base is not None and one else 1.0
