"""Names of persons, by how they look."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from loaders.grammar import load
from loaders.tokens import Token, tokens

_LATIN = re.compile(r"[A-Z][A-Za-z.\-]+(?:\s[A-Z][A-Za-z.\-]+){1,3}")
_NO_NAME = re.compile(r"[年月日前后的是为了与和等于在]")
_FOREIGN = re.compile(r"(?P<first>[\u4e00-\u9fff]{2,6})·(?P<last>[\u4e00-\u9fff]{2,8})")


def person(words: str, *, first: bool = False) -> str:
    """The person's name that some words end in, or begin with (`first`); empty where none."""
    if m := _LATIN.search(words):
        return m.group() if len(m.group()) == len(words) or first else ""
    if m := _FOREIGN.search(words):
        known = takewhile(_of_name, tokens(m.group("last")))
        last = "".join(t.word for t in known)
        return f"{m.group('first')}·{last}" if last else ""
    ends = [t.end for t in tokens(words)]
    for length in (3, 2, 4):
        name = words[:length] if first else words[-length:]
        cut = length if first else len(words) - length
        whole = cut in (0, *ends) and not _NO_NAME.search(name) and not _ordinary(name)
        if len(words) >= length and name[0] in _surnames() and whole:
            return name
    return ""


def _of_name(token: Token) -> bool:
    """Whether a word may be part of a foreigner's last name."""
    return token.tag[0] in "nxag" or len(token.word) == 1


def _ordinary(name: str) -> bool:
    """Whether the dictionary has a word that is no name: 高度."""
    first, *more = tokens(name)
    return not more and not first.tag.startswith("nr")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("founders")["surnames"])
