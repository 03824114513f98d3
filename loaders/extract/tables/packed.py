"""Names that a cell writes in one: `UR3/5/10`, `A/M/H 系列`, `CRX-5～CRX-25`."""

from __future__ import annotations

import re

from loaders.concepts import plausible
from loaders.concepts.words import CJK

# one stem and several numbers: 洪荒70/170, Figure 01/02, VLP-16/32 等激光雷达
_NUMBERS = re.compile(
    r"(?P<stem>[A-Za-z\u4e00-\u9fff][^/\d，。]{0,20}?)(?P<all>\d+[A-Za-z]?(?:/\d+[A-Za-z]?){1,5})"
    r"(?:\s?系列[\u4e00-\u9fff]{0,8})?"
)
# several letters and one word for a family: A/M/H 系列, RV-C/E 系列精密电机
_LETTERS = re.compile(
    r"(?P<all>[A-Z][A-Za-z\d\-]{0,5}(?:/[A-Z][A-Za-z\d]{0,4}){1,5})\s?"
    r"(?P<tail>(?:系列|[Ss]eries)[\u4e00-\u9fff]{0,8})"
)
# the first and the last of a family
_ENDS = re.compile(
    r"(?P<one>[A-Z][A-Za-z\-]*\d+[A-Za-z]*)\s?[~～]\s?(?P<two>[A-Z][A-Za-z\-]*\d+[A-Za-z]*)"
)
_CODE = re.compile(
    r"[\u4e00-\u9fff]{2,6}\d[\w\-]*|[\u4e00-\u9fff]{2,6}-?\d+\w*"
    r"|[A-Z][A-Za-z ]{1,12}-[A-Z0-9]+|[A-Z]{2,5}\d{1,4}[A-Z]?"
)
_WORD = re.compile(r"[A-Z][a-z]{2,11}")
_STEM = re.compile(r"[A-Za-z]+")


def unpacked(name: str) -> list[str]:
    """The names that one piece of a cell stands for; itself alone where it is no packed one."""
    if m := _NUMBERS.fullmatch(name):
        return [m["stem"] + number for number in m["all"].split("/")]
    if m := _LETTERS.fullmatch(name):
        first, *rest = m["all"].split("/")
        lead = first[: first.rfind("-") + 1]
        return [f"{letter} {m['tail']}" for letter in (first, *(lead + r for r in rest))]
    if (m := _ENDS.fullmatch(name)) and _stem(m["one"]) == _stem(m["two"]):
        return [m["one"], m["two"]]
    halves = [half.strip() for half in name.split("/")]
    return halves if len(halves) == 2 and _apart(*halves) else [name]


def _apart(one: str, two: str) -> bool:
    """Whether two names stand side by side: both are codes, or a code and a word."""
    codes = [_CODE.fullmatch(half) is not None for half in (one, two)]
    words = [_WORD.fullmatch(half) is not None for half in (one, two)]
    if all(CJK.search(half) and plausible(half) for half in (one, two)):
        return True  # 高速 CPU/AI 网卡
    return all(codes) or (any(codes) and any(words))


def _stem(name: str) -> str:
    m = _STEM.match(name)
    return m[0] if m else name
