"""Numbers with their units: value or range, comparator, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.model import Value
from loaders.grammar import load

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_CHINESE = "[一二两三四五六七八九十百]"
_MORE = r"(?:\s?[余多来]|\s?[+＋](?!\s?\d))?"
_RANGE = re.compile(r"\s?(?:[-–—−~～]|至|到|to|and)\s?(?:约|about|approximately)?\s?")
_MONEY = ("$", "US$", "HK$", "¥", "￥", "€", "£", "RMB")
_GLUED = re.compile(r"[A-Za-z_#][\d.,/\-–—]*$")
_PART = re.compile(rf"(?P<of>{_CHINESE}{{1,2}})分之(?P<part>{_CHINESE}{{1,2}})|(?<=[近过])半(?![年天个导月小])|一半(?!的时)|半数")
_CHINESE_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


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
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return any(c in self.unit for c in ("元", "美金", "$", "€", "£", "¥", "USD", "RMB", "won", "yuan"))

    @property
    def share(self) -> bool:
        """Whether it is a share or a rate of change."""
        return self.unit in ("%", "％", "‰", "成", "percent", "个百分点", "百分点", "pct", "percentage points", "bp", "bps")


def quantities(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """The numbers of `text` in order, with or without a unit.

    `taken` are places that are no numbers: periods, names that hold digits. Digits that are
    glued to letters before them (H100, M9/M10) are names too.
    """
    spans = sorted(taken)
    found = sorted([*_singles(text), *_parts(text)], key=lambda q: q.at)
    singles = [q for q in found if not any(a < q.until and q.at < b for a, b in spans)]
    return [_compared(text, q) for q in _ranges(text, singles)]


def _singles(text: str) -> Iterator[Quantity]:
    at = 0
    for m in _amount().finditer(text):
        if m.group("digits") is not None and _GLUED.search(text[max(at, m.start("digits") - 12) : m.start()]):
            continue
        unit = _unit(m)
        if m.group("chinese") is not None and not unit:
            continue
        at = m.end()
        if unit and (end := _foreign(text, m)):
            yield Quantity(m.start(), end, m.start(), end, _value(m), "", ">" if m.group("more") else None)
            continue
        yield Quantity(m.start(), m.end(), m.start(), m.end(), _value(m), unit,
                       ">" if m.group("more") else None)


def _foreign(text: str, m: re.Match[str]) -> int:
    """Where a unit begins that is cut out of a longer word (232条款); 0 where it is a unit."""
    last = text[m.end() - 1 : m.end() + 1]
    return m.start("unit") if m.group("unit") and last in load("units")["number"]["not_units"] else 0


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


def _value(m: re.Match[str]) -> float:
    if m.group("digits") is None:
        return float(chinese(m.group("chinese")))
    number = float(m.group("digits").replace(",", ""))
    return -number if (m.group("sign") or "").strip() in ("-", "−", "－") else number


def _unit(m: re.Match[str]) -> str:
    unit = re.sub(r"\s*([/／])\s*", r"/", (m.group("unit") or m.group("word") or "").strip())
    before = (m.group("currency") or "").strip()
    power = m.group("power") or ""
    if before:
        return before + unit if not unit or not unit[0].isalpha() or len(unit) < 3 else f"{before} {unit}"
    return power + unit


def chinese(word: str) -> int:
    """The value of a Chinese numeral up to some hundreds: 两百 → 200, 十五 → 15."""
    total, digit = 0, 0
    for c in word:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _CHINESE_DIGIT.get(c, 0)
    return total + digit


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
    between = text[low.until : high.at]
    if isinstance(low.value, tuple) or isinstance(high.value, tuple):
        return None
    if not between.strip() and high.value < 0 and (low.unit in ("", high.unit) or _part_of(low.unit, high.unit)):
        high = replace(high, value=-high.value)
    elif not _RANGE.fullmatch(between) or (between.strip() == "and" and "between" not in text[max(0, low.at - 12) : low.at].lower()):
        return None
    if low.unit and high.unit and low.unit != high.unit and not _part_of(low.unit, high.unit):
        return None
    if low.value >= high.value or (between.strip() in ("to", "至", "到") and not low.unit and high.unit == ""):
        return None
    unit = low.unit + high.unit if low.unit in _MONEY and high.unit and not high.unit.startswith(low.unit) else high.unit or low.unit
    return Quantity(low.start, high.end, low.at, high.until, (low.value, high.value), unit)


def _part_of(short: str, long: str) -> bool:
    """万 goes with 万美元, $ with $ million."""
    if short in _MONEY and re.fullmatch(r"[KMB]|bn|mn|thousand|million|billion|trillion|万|亿|万亿", long):
        return True
    return long.startswith(short) or long.replace(" ", "").startswith(short.replace(" ", ""))


def _compared(text: str, q: Quantity) -> Quantity:
    comparator, start, end = q.comparator, q.at, q.until
    if m := _before().search(text[max(0, q.at - 24) : q.at]):
        start -= len(m.group())
        comparator = _sign_of(m.group().strip(), "before") or comparator
    if m := _after().match(text, q.until):
        end = m.end()
        found = _sign_of(m.group().strip(), "after")
        comparator = found if comparator in (None, "~") else comparator
    return replace(q, start=start, end=end, comparator=comparator)


def _sign_of(word: str, place: str) -> str | None:
    for sign, words in load("figures")["comparator"][place].items():
        if word.lower() in words:
            return str(sign)
    return None


@cache
def _before() -> re.Pattern[str]:
    words = sorted({w for ws in load("figures")["comparator"]["before"].values() for w in ws}, key=len, reverse=True)
    parts = [rf"\b{re.escape(w)}" if w[0].isascii() and w[0].isalpha() else re.escape(w) for w in words]
    return re.compile(rf"(?:{'|'.join(parts)})\s*$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    words = sorted({w for ws in load("figures")["comparator"]["after"].values() for w in ws}, key=len, reverse=True)
    return re.compile(rf"\s?(?:{'|'.join(re.escape(w) for w in words)})", re.IGNORECASE)


@cache
def _amount() -> re.Pattern[str]:
    grammar = load("units")
    currency = _any(grammar["number"]["currency_before"])
    scale = _any(grammar["number"]["scale_zh"])
    zh, latin, denominator = (_any(grammar["number"][k]) for k in ("zh", "latin", "denominator"))
    words = _any(grammar["number"]["words"])
    scale_en = _any(grammar["number"]["scale_en"])
    edge = r"(?![A-Za-z0-9])"
    money = _any(grammar["number"]["currency_after"])
    unit = (
        rf"{scale}\s?(?:{money}|{zh}|(?:{latin}){edge})"
        rf"|{money}|{zh}|(?:{latin}){edge}|{scale}"
        rf"|{scale_en}{edge}(?:\s(?:{words}|{money}|(?:{latin})){edge})?|(?:{words}){edge}"
    )
    return re.compile(
        rf"(?:(?P<currency>{currency})\s?)?(?P<sign>(?:(?<![\d\w)）])|(?<=[为是达至比率增降]))[+\-−－]\s?)?"
        rf"(?:(?P<digits>(?<![\d.])(?<!\d,){_DIGITS})|(?P<chinese>(?<![第一二三四五六七八九十百千万几数]){_CHINESE}{{1,4}}(?=\s?(?:{_any(grammar['number']['chinese'])}))))"
        rf"(?P<more>{_MORE})(?P<power>[×x]\s?10\^?[⁻⁰¹²³⁴-⁹\-\d]{{1,4}})?"
        rf"(?:\s?(?P<unit>(?:{unit})(?:\s?[/／]\s?(?:{denominator}){edge}){{0,2}})|(?P<word>/(?:{denominator}){edge}))?",
    )


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"
