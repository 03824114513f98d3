"""The role of a column, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from loaders.grammar import load

_BRACKET = re.compile(r"[（(【\[][^（）()【】\[\]]*[)）】\]]")
_YEAR = re.compile(
    r"^[（(]?(?:19|20)\d\d(?:年|[AEF])?(?:[EF]|预测|预计)?(?:[HQ]\d|上半年|下半年)?[)）]?$"
)
# a header may say this much more than the word it contains
_MORE = 6


@lru_cache(maxsize=4096)
def role_of(header: str) -> str:
    """The role a header gives its column; `year` for a year, `metric` for what is unknown."""
    whole = header.strip().lower()
    text = _BRACKET.sub("", header).strip().strip("*：:").lower()
    if _YEAR.match(text.upper()) or _YEAR.match(whole.upper()):
        return "year"
    roles = _roles()
    for exact in (text, whole):
        if exact in roles:
            return roles[exact]
    if ":" in text or "：" in text:
        # 苯胺：华东地区 names a thing and where it is measured
        return "metric"
    best = max((word for word in _within(text) if _told(text, word)), key=len, default="")
    return roles[best] if best else "metric"


def _within(text: str) -> Iterator[str]:
    """The words for roles that stand in a header, of two equally long the first one told."""
    longest = max(map(len, _roles()))
    for start in range(len(text) - 1):
        for end in range(start + 2, min(len(text), start + longest) + 1):
            if text[start:end] in _roles() and not _cut_out(text, start, end):
                yield text[start:end]


def _cut_out(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is cut out of a longer one: no product in production."""
    return any(
        at > 0 and text[at - 1 : at + 1].isascii() and text[at - 1 : at + 1].isalpha()
        for at in (start, end)
        if at < len(text)
    )


def whole_role(header: str) -> str:
    """The role of a header that is one of the words for it and no more."""
    role = role_of(header)
    return role if role == "year" or header.strip("*：: ").lower() in _roles() else "metric"


def _told(text: str, word: str) -> bool:
    """Whether a header is of a kind: it ends in its word, or says little more."""
    return text.endswith(word) or (
        len(word) > 2 and word in text and len(text) <= len(word) + _MORE
    )


@cache
def _roles() -> dict[str, str]:
    return {w.lower(): role for role, words in load("headers")["roles"].items() for w in words}
