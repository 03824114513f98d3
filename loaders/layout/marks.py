"""Marks at the beginning of a line: bullets, numbers of items, numbers of headings."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.layout.lines import Line

_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_COUNTED = re.compile(r"#{1,6}\s+(\d{1,2})\s+(?=[^\W\d])")
_BULLET = re.compile(
    r"(?:[•·●○◆◇■□▪▫▶►➤➢➔✓✔✦★☆※◎❖◦‣∙⚫⬤⭐├└│\uf000-\uf0ff][\s─]*)+"
    r"|»(?=\s)\s*"
    r"|[-*+–>](?:\s+[-*+–>▶])*\s+(?:\[[ xX]\]\s+)?(?=\S)"
    r"|>+(?=[^\W\d])"
)
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇❶❷❸❹❺❻❼❽❾❿"
_LETTER = re.compile(r"([püØlnuvqo§])\s+(?=\S)")
_NUMBERS = (
    ("chapter", re.compile(r"第([一二三四五六七八九十百\d]{1,4})[章篇编](?:\s|[:：、])*(?=\S)")),
    ("part", re.compile(r"第([一二三四五六七八九十百\d]{1,4})(?:部分|节)(?:\s|[:：、])*(?=\S)")),
    ("cn", re.compile(r"([一二三四五六七八九十]{1,3})[、．.]\s*(?=\S)")),
    ("cn-bracket", re.compile(r"[（(]([一二三四五六七八九十]{1,3})[)）]\s*(?=\S)")),
    (
        "decimal",
        re.compile(
            r"(?:»\s*)?(\d{1,2}(?:\\?[.．]\d{1,2}){1,4})(?:\\?[.．、]|(?=\D))\s*"
            r"(?:(?<=\s)(?=(?:19|20)\d\d)|(?![\d%％‰.．,，、:：；;~～xX×+/°℃-]|[亿万千百元美倍个年月日米吨分家款条颗台套]))(?=\S)"
        ),
    ),
    ("dot", re.compile(r"(\d{1,3})\\?[.．](?:\s+|(?!\d)|(?=(?:19|20)\d\d\s?年))(?=\S)")),
    ("comma", re.compile(r"(\d{1,3})、\s*(?=\S)")),
    ("half", re.compile(r"(\d{1,2})[)）]\s*(?=\S)")),
    ("bracket", re.compile(r"[（(](\d{1,2})[)）]\s*(?=\S)")),
    ("circle", re.compile(rf"([{_CIRCLES}])\s*(?=\S)")),
    ("letter", re.compile(r"([a-zA-Z])[)）]\s*(?=\S)")),
    ("letter-bracket", re.compile(r"[（(]([a-z]|[ivx]{1,4})[)）]\s*(?=\S)")),
)
_ASCII = frozenset(string.digits + string.ascii_letters)
_STARTS = _ASCII | frozenset("第一二三四五六七八九十百(（»" + _CIRCLES)
_DIGITS = {char: at for at, char in enumerate("一二三四五六七八九", start=1)}
# the styles that number sections rather than the items of a list
SECTIONS = frozenset(("chapter", "part", "cn", "cn-bracket", "decimal"))
# a number's style tells how deep a heading stands where nothing else does
RANK = {
    "chapter": 1, "part": 2, "cn": 3, "cn-bracket": 4, "dot": 5, "comma": 5, "decimal": 6,
    "half": 7, "bracket": 7, "circle": 8, "letter": 9, "letter-bracket": 9, "tagged": 10,
    "caps": 10, "bold": 11, "": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with: `length` characters of style `style`.

    `hashes` counts Markdown's #; `numbers` are the numbers read, (1, 2) for 1.2; `bullet` is
    the sign of a list item.
    """

    length: int = 0
    hashes: int = 0
    style: str = ""
    numbers: tuple[int, ...] = ()
    bullet: str = ""


class Marks:
    """Reads marks, those too that only the whole text tells from words.

    A letter such as p or ü is a bullet where many lines begin with it; a number without a dot
    counts Markdown headings where they count from 1 on.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        texts = [line.text for line in lines]
        first = Counter(m[1] for text in texts if (m := _LETTER.match(text)))
        self._letters = frozenset(char for char, n in first.items() if n > 2 or char in "üØ§")
        counts = {m[1] for text in texts if (m := _COUNTED.match(text))}
        self._counted = {"1", "2"} <= counts

    def read(self, text: str) -> Mark:
        """The mark that a line's text begins with."""
        at = hashes = 0
        if match := _HASHES.match(text):
            at, hashes = match.end(), len(match[1])
        bullet = "" if hashes else self._bullet(text)
        at += len(bullet)
        bold = 2 if text.startswith("**", at) else 0
        style, numbers, length = _number(text, at + bold)
        if hashes and not length and self._counted and (match := _COUNTED.match(text)):
            return Mark(match.end(), hashes, "dot", (int(match[1]),))
        if length and not (bullet and style in ("letter", "chapter", "part")):
            return Mark(at + bold + length, hashes, style, numbers, bullet.strip())
        return Mark(at, hashes, "", (), bullet.strip())

    def _bullet(self, text: str) -> str:
        if match := _BULLET.match(text):
            return match[0]
        match = _LETTER.match(text)
        return match[0] if match and match[1] in self._letters else ""


def _number(text: str, at: int) -> tuple[str, tuple[int, ...], int]:
    if text[at : at + 1] not in _STARTS:
        return "", (), 0
    for style, pattern in _NUMBERS:
        if match := pattern.match(text, at):
            return style, _values(match[1]), match.end() - at
    return "", (), 0


def _values(number: str) -> tuple[int, ...]:
    if number[0] in _ASCII and number[0].isdigit():
        return tuple(int(part) for part in re.split(r"\\?[.．]", number))
    if number[0] in _ASCII:
        return (ord(number[0].lower()) - 96,)
    if number[0] in "一二三四五六七八九十百":
        return (_chinese(number),)
    return (int(unicodedata.numeric(number[0])),)


def _chinese(number: str) -> int:
    tens, _, ones = number.rpartition("十")
    if "十" in number:
        return 10 * (_DIGITS.get(tens, 1) if tens else 1) + _DIGITS.get(ones, 0)
    return _DIGITS.get(number[0], 0)
