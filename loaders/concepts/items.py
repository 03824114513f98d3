"""The items of a list: `碳氢树脂(PCH)、萜烯树脂和PTFE` has three."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts.judging import plausible
from loaders.concepts.words import CJK
from loaders.grammar import load
from loaders.tokens import tokens

# marks that part items in some places only
_DOUBTFUL = ",，+/"
# 液氧煤油+7台发动机: what is added, and how many of it
_COUNTED = re.compile(r"\+(?=\d+\s?(?:台|颗|套|个|枚|块|片|只|组)[^+\d])")
# the names on both sides of a stroke, as far as it may join them
_BEFORE = re.compile(r"(?P<name>[A-Za-z0-9\- \u4e00-\u9fff]{1,10}[\u4e00-\u9fff])\s?$")
_AFTER = re.compile(r"\s?(?P<name>[A-Za-z0-9\- \u4e00-\u9fff]{1,11}[\u4e00-\u9fff])")
_AND = re.compile(r"\s(?:and|or|as well as|plus)\s|\s&\s")


def items(text: str) -> list[tuple[int, int]]:
    """Spans of the coordinated items, brackets kept with the item before them."""
    spans, at = [], 0
    for start, end in _cuts(text):
        if start >= at:
            spans.append((at, start))
            at = end
    spans.append((at, len(text)))
    return spans


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where marks and conjunctions stand that part items."""
    split = load("concepts")["split"]
    if not CJK.search(text):
        marks = [(i, i + 1) for i in _outside(text) if text[i] in split["marks"] or _comma(text, i)]
        return sorted([*marks, *(m.span() for m in _AND.finditer(text))])
    joins = {t.start: t for t in tokens(text) if t.start and t.word in split["zh"]}
    cuts = []
    for i in _outside(text):
        if text[i] in split["marks"] or (text[i] in _DOUBTFUL and _parts(text, i)):
            cuts.append((i, i + 1))
        elif i in joins:
            cuts.append((i, joins[i].end))
    return cuts


def _outside(text: str) -> Iterator[int]:
    """Indices of the characters that stand in no bracket."""
    depth = 0
    for i, c in enumerate(text):
        if c in "（(":
            depth += 1
        elif c in "）)":
            depth = max(0, depth - 1)
        if depth == 0:
            yield i


def _parts(text: str, i: int) -> bool:
    """Whether a doubtful mark parts items."""
    return _comma(text, i) or bool(_COUNTED.match(text, i)) or _stroke(text, i)


def _comma(text: str, i: int) -> bool:
    return text[i] in ",，" and not _in_number(text, i)


def _stroke(text: str, i: int) -> bool:
    """Whether a stroke parts two names, each ending in a word for a thing: 主板/背板."""
    if text[i] != "/":
        return False
    before, after = _BEFORE.search(text, 0, i), _AFTER.match(text, i + 1)
    return bool(before and after) and all(plausible(m.group("name")) for m in (before, after) if m)


def _in_number(text: str, i: int) -> bool:
    return 0 < i < len(text) - 1 and text[i - 1].isdigit() and text[i + 1].isdigit()
