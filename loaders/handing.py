"""The 将 that hands over what something is done to, and says nothing of the future."""

from __future__ import annotations

import re

from loaders.grammar.patterns import pattern
from loaders.tokens import tokens

_NEAR = 12
# what something is done to: a noun, a name, a number of things, something quoted
_AT_END = re.compile(r"将\s*$")
_THINGS = ("n", "m", "r", "j", "z", "i", "x")


def unhanded(text: str) -> str:
    """A text in which 〇 stands for each 将 of `将A列入清单`, `将时长从两天缩至一天`."""
    if "将" not in text:
        return text
    marks = [m.start() for m in pattern("modality", "handing").finditer(text)]
    for at in marks:
        if _hands_over(text[at + 1 : at + 1 + _NEAR]):
            text = f"{text[:at]}〇{text[at + 1 :]}"
    return text


def _hands_over(after: str) -> bool:
    words = tokens(after)
    first = words[0] if words else None
    return first is not None and (first.tag[0] in _THINGS or first.tag in ("eng", "vn", "an", "b"))


def without_handing(words: str) -> str:
    """The words before a number, without a 将 that hands over what is counted or measured."""
    return _AT_END.sub("", unhanded(words))
