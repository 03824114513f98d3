"""When a report speaks: what is past for it, and what it expects."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.extract.figures.periods import Period, periods
from loaders.grammar import load
from loaders.handing import without_handing

if TYPE_CHECKING:
    from loaders.document import Document

_AUTUMN = 10
_OFTEN = 3
_FAR = 2030


@dataclass(frozen=True)
class Clock:
    """The year (and month) a report speaks from; None where it does not say.

    `inferred` where its head has no date and the year is what its sentences tell; `told` is how
    many of them do.
    """

    year: int | None = None
    month: int | None = None
    inferred: bool = False
    told: int = 0

    @property
    def now(self) -> int | None:
        """The year that 今年 means: the report's date, or a year that it tells of often."""
        return self.year if not self.inferred or self.told >= _OFTEN else None

    def forecast(self, period: Period | None, expected: bool) -> bool:
        """Whether a figure of that period is a prediction."""
        if period and period.expected:
            return True
        if period and period.last and self.year:
            if period.last > self.year:
                return expected if period.fiscal else True
            if period.last < self.year:
                return False
        return expected

    def expected(self, words: str, period: Period | None, before: bool) -> bool:
        """Whether what follows `words` is expected; silence goes on as `before`."""
        if period and period.expected:
            return True
        hint = cue(words)
        if hint is not None:
            return hint
        if period and period.last and self.year and period.last != self.year and not period.fiscal:
            return period.last > self.year
        return before

    def unfinished(self, period: Period | None) -> bool:
        """Whether a period is the report's own year, told before it is over."""
        if (
            self.inferred
            or period is None
            or period.last != self.year
            or not re.fullmatch(r"\d{4}", period.text)
        ):
            return False
        return self.year is not None and (self.month is None or self.month < _AUTUMN)


def clock(document: Document) -> Clock:
    """The clock of a report: its date, or the last year that it tells as past."""
    if document.report.date and (m := re.match(r"(\d{4})(?:-(\d{2}))?", document.report.date)):
        return Clock(int(m.group(1)), int(m.group(2)) if m.group(2) else None)
    past: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    for sentence in document.sentences:
        years = {p.last for p in periods(sentence.value) if p.last and not p.expected}
        seen.update(y for y in years if y <= _FAR)
        past.update(y for y in years if y <= _FAR and not cue(sentence.value))
    often = [y for y, n in past.items() if n >= 2]
    year = max(often, default=None) if often else max(past, default=None)
    return Clock(year, inferred=True, told=seen[year] if year else 0)


def cue(words: str) -> bool | None:
    """Whether some words expect (True) or know (False); None where they do neither."""
    text = without_handing(words)
    for word in load("figures")["forecast"]["not_in"]:
        text = text.replace(word, "")
    hits = [(m.start(), True) for m in _words("words").finditer(text)]
    hits += [(m.start(), True) for m in _words("words_en").finditer(text)]
    if hits:
        return True
    return False if _words("facts").search(text) else None


@cache
def _words(key: str) -> re.Pattern[str]:
    words = sorted(load("figures")["forecast"][key], key=len, reverse=True)
    return re.compile(
        "|".join(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in words),
        re.IGNORECASE,
    )
