"""How one number with its unit is written, as a pattern made from grammar/units.toml."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar import load

CHINESE = "[一二两三四五六七八九十百]"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_MORE = r"(?:\s?[余多来]|\s?[+＋](?!\s?\d))?"
_EDGE = r"(?![A-Za-z0-9])"
_VALUES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


@cache
def amount() -> re.Pattern[str]:
    """One amount: currency, sign, digits or a Chinese numeral, `more`, power of ten, unit."""
    grammar = load("units")["number"]
    chinese_units = any_of(grammar["chinese"])
    return re.compile(
        rf"(?:(?P<currency>{any_of(grammar['currency_before'])})\s?)?"
        r"(?P<sign>(?:(?<![\d\w)）])|(?<=[为是达至比率增降动度温压])|(?<=YOY)|(?<=YoY)|(?<=yoy)|(?<=QoQ))[+\-−－]\s?)?"
        rf"(?:(?P<digits>(?<![\d.])(?<!\d,){_DIGITS})"
        rf"|(?P<chinese>(?<![第一二三四五六七八九十百千万几数]){CHINESE}{{1,4}}(?=\s?{chinese_units})))"
        rf"(?P<more>{_MORE})(?P<power>[×x]\s?10\^?[⁻⁰¹²³⁴-⁹\-\d]{{1,4}})?"
        rf"(?:\s?(?P<unit>(?:{_unit()}){_per('{0,2}')})|(?P<word>/{_denominator()}))?"
    )


@cache
def scale() -> re.Pattern[str]:
    """A number of which only the scale is told, with its unit: (近)万台, (超)亿元."""
    grammar = load("units")["number"]
    chinese = "(?!" + "|".join(map(re.escape, grammar["chinese"])) + ")"
    units = f"(?:{any_of(grammar['currency_after'])}|{chinese}(?P<counter>{any_of(grammar['zh'])}))"
    return re.compile(rf"(?<=[近逾超约达至过]){any_of(grammar['scale_zh'])}\s?{units}")


def _unit() -> str:
    grammar = load("units")["number"]
    scale, money, zh = (any_of(grammar[k]) for k in ("scale_zh", "currency_after", "zh"))
    latin, words = any_of(grammar["latin"]) + _EDGE, any_of(grammar["words"]) + _EDGE
    scale_en = any_of(grammar["scale_en"])
    return (
        rf"{scale}\s?(?:{money}|{zh}|{latin})|{money}|{zh}|{latin}|{scale}"
        rf"|{scale_en}{_EDGE}(?:\s(?:{words}|{money}{_EDGE}|{latin}))?|{words}"
    )


def _denominator() -> str:
    return any_of(load("units")["number"]["denominator"]) + _EDGE


def _per(times: str) -> str:
    return rf"(?:\s?[/／]\s?{_denominator()}){times}"


def any_of(words: list[str]) -> str:
    """A pattern of words, the longest tried first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def chinese(word: str) -> int:
    """The value of a Chinese numeral up to some hundreds: 两百 → 200, 十五 → 15."""
    total, digit = 0, 0
    for c in word:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _VALUES.get(c, 0)
    return total + digit


def value_of(m: re.Match[str]) -> float:
    """The value of one amount."""
    if m.group("digits") is None:
        return float(chinese(m.group("chinese")))
    number = float(m.group("digits").replace(",", ""))
    return -number if (m.group("sign") or "").strip() in ("-", "−", "－") else number


def unit_of(m: re.Match[str]) -> str:
    """The unit of one amount: what stands before it, its power of ten and what stands behind."""
    unit = re.sub(r"\s*[/／]\s*", "/", (m.group("unit") or m.group("word") or "").strip())
    before = (m.group("currency") or "").strip()
    return prefixed(before, unit) if before else (m.group("power") or "") + unit


def prefixed(sign: str, unit: str) -> str:
    """A unit with the sign of money that stands before its number: $ and 亿 → 亿美元."""
    number = load("units")["number"]
    if unit in number["scale_zh"]:
        return unit + str(number["called"][sign])
    if unit.endswith(tuple(number["currency_after"])):
        return unit
    glued = not unit or not unit[0].isalpha() or len(unit) < 3
    return sign + unit if glued else f"{sign} {unit}"
