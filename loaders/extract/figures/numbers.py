"""Numbers with their units: value or range, comparator, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.model import Value
from loaders.extract.figures.amounts import (
    CHINESE,
    amount,
    chinese,
    prefixed,
    scale,
    unit_of,
    value_of,
)
from loaders.grammar import load

_TO = re.compile(r"\s?(?:[-–—−~～]|至|到|to|and)\s?(?:约|about|approximately)?\s?")
_PREFIXES = ("$", "US$", "HK$", "¥", "￥", "€", "£", "RMB")
_SCALES = re.compile(r"[KMB]|bn|mn|thousand|million|billion|trillion|万|亿|万亿")
# YOY-4.5pct is a number all the same
_GLUED = re.compile(r"(?<!YO)(?<!Yo)(?<!yo)(?<!Qo)[A-Za-z_#][\d.,/\-–—]*$")
_PART = re.compile(
    rf"(?P<of>{CHINESE}{{1,2}})分之(?P<part>{CHINESE}{{1,2}})|(?<=[近过])半(?![年天个导月小])|一半(?!的时)|半数"
)
_ORDINAL = re.compile(r"第\s?$")
_BEHIND = 24

# right before a number: 每日30次, 每月约5万片
_PER = re.compile(r"每(?P<per>[日天月周年]|小时|秒|分钟)\s?(?:约|超过?|近|达|可)?\s?$")
_NEAR_PER = 8


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: characters start…end-1 with its comparator, at…until-1 without."""

    start: int
    end: int
    at: int
    until: int
    value: Value
    unit: str
    comparator: str | None = None

    @property
    def low(self) -> float:
        """The value, or the lower end of the range."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def kind(self) -> str:
        """What the unit measures whatever its scale: 亿美元 and 万亿美元 are both 美元."""
        return self.unit.lstrip("万亿千百十") or self.unit[-1:]

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return any(c in self.unit for c in load("units")["number"]["money"])

    @property
    def share(self) -> bool:
        """Whether it is a share or a rate of change."""
        return self.unit in load("units")["number"]["shares"]


def quantities(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """The numbers of `text` in order, with or without a unit.

    `taken` are places that are no numbers: periods, names that hold digits. Digits that are
    glued to letters before them (H100, M9/M10) are names too.
    """
    spans = sorted(taken)
    found = sorted([*_singles(text), *_parts(text), *_round(text)], key=lambda q: q.at)
    singles = [q for q in found if not any(a < q.until and q.at < b for a, b in spans)]
    return [_compared(text, q) for q in _ranges(text, singles)]


def _singles(text: str) -> Iterator[Quantity]:
    at = 0
    for m in amount().finditer(text):
        if m.group("digits") and _GLUED.search(text[max(at, m.start("digits") - 12) : m.start()]):
            continue
        unit, end = unit_of(m), m.end()
        if (not m.group("digits") and not unit) or _ORDINAL.search(
            text[max(at, m.start() - 2) : m.start()]
        ):
            continue
        at = end
        # a unit cut out of a longer word is none: 232条款
        if m.group("unit") and text[end - 1 : end + 1] in _words("not_units"):
            unit, end = "", m.start("unit")
        more = ">" if m.group("more") else None
        yield Quantity(m.start(), end, m.start(), end, value_of(m), unit, more)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("units")["number"][key])


def _parts(text: str) -> Iterator[Quantity]:
    """Shares told in words: 近半, 三分之一."""
    for m in _PART.finditer(text):
        value = 50.0
        if m.group("of"):
            below, above = chinese(m.group("of")), chinese(m.group("part"))
            if not below or above >= below:
                continue
            value = float(f"{100 * above / below:.4g}")
        yield Quantity(m.start(), m.end(), m.start(), m.end(), value, "%")


def _round(text: str) -> Iterator[Quantity]:
    """Numbers told by their scale alone: 近万台, 超亿元, 千万人民币级."""
    vague = _words("vague")
    for m in scale().finditer(text):
        if m.group("counter") in vague:
            continue
        yield Quantity(m.start(), m.end(), m.start(), m.end(), 1.0, m.group().strip())


def _ranges(text: str, singles: list[Quantity]) -> Iterator[Quantity]:
    """Join the two ends of a range: 500~1000, 2.5万-6万美元, 10 to 20 percent."""
    waiting: Quantity | None = None
    for q in singles:
        if waiting is not None:
            if joined := _joined(text, waiting, q):
                waiting = joined
                continue
            yield waiting
        waiting = q
    if waiting is not None:
        yield waiting


def _joined(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    if isinstance(low.value, tuple) or isinstance(high.value, tuple):
        return None
    between, top = text[low.until : high.at], high.value
    if not between.strip() and top < 0 and (low.unit == high.unit or _goes(low.unit, high.unit)):
        # 12% - 14.9%: the dash is no sign
        top = -top
    elif not _TO.fullmatch(between) or (between.strip() == "and" and not _between(text, low)):
        return None
    if low.unit and high.unit and low.unit != high.unit and not _goes(low.unit, high.unit):
        return None
    if low.value >= top or (between.strip() in ("to", "至", "到") and not low.unit + high.unit):
        return None
    unit = high.unit or low.unit
    if low.unit in _PREFIXES and high.unit and not high.unit.startswith(low.unit):
        unit = prefixed(low.unit, high.unit)
    return Quantity(low.start, high.end, low.at, high.until, (low.value, top), unit)


def _between(text: str, low: Quantity) -> bool:
    return "between" in text[max(0, low.at - 12) : low.at].lower()


def _goes(short: str, long: str) -> bool:
    """Whether the unit of a range's lower end goes with the upper one's: 万 with 万美元."""
    if short in _PREFIXES and _SCALES.fullmatch(long):
        return True
    return long.replace(" ", "").startswith(short.replace(" ", ""))


def _compared(text: str, q: Quantity) -> Quantity:
    comparator, start, end = q.comparator, q.at, q.until
    if m := _comparator("before").search(text[max(0, q.at - _BEHIND) : q.at]):
        start -= len(m.group())
        comparator = _sign(m.group().strip(), "before") or comparator
    if m := _comparator("after").match(text, q.until):
        end = m.end()
        comparator = _sign(m.group().strip(), "after") if comparator in (None, "~") else comparator
    return replace(q, start=start, end=end, comparator=comparator)


def _sign(word: str, place: str) -> str | None:
    for sign, words in load("figures")["comparator"][place].items():
        if word.lower() in words:
            return str(sign)
    return None


@cache
def _comparator(place: str) -> re.Pattern[str]:
    words = {w for ws in load("figures")["comparator"][place].values() for w in ws}
    every = sorted(words, key=len, reverse=True)
    if place == "after":
        return re.compile(rf"\s?(?:{'|'.join(map(re.escape, every))})", re.IGNORECASE)
    parts = [
        rf"\b{re.escape(w)}" if w[0].isascii() and w[0].isalpha() else re.escape(w) for w in every
    ]
    return re.compile(rf"(?:{'|'.join(parts)})\s*$", re.IGNORECASE)


def per_time(text: str, q: Quantity) -> str:
    """The unit of a number, with the time that it is counted by: 每日30次 are 30 次/日."""
    m = _PER.search(text, max(0, q.start - _NEAR_PER), q.start)
    return f"{q.unit}/{m.group('per')}" if m and q.unit and "/" not in q.unit else q.unit
