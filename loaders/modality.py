"""How a clause means what it says."""

from __future__ import annotations

import re
from functools import cache

from kg.model import Modality
from loaders.grammar import load

_CLAUSE = re.compile(r"[，。；！？;]|, |: |：")


def modality(sentence: str, start: int, end: int) -> Modality:
    """The modality of what stands at start…end of a sentence.

    Words in the clauses that this span touches count; a few (传闻, 否认) colour the whole
    sentence wherever they stand.
    """
    left = max((m.end() for m in _CLAUSE.finditer(sentence, 0, start)), default=0)
    right = _CLAUSE.search(sentence, end)
    clause = sentence[left : right.start() if right else len(sentence)]
    for kind in load("modality")["order"]:
        near, wide = _patterns(kind)
        if (near and near.search(clause)) or (wide and wide.search(sentence)):
            return Modality(kind)
    return Modality.ASSERTED


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    grammar = load("modality")
    return _pattern(tuple(grammar[kind]["near"])), _pattern(tuple(grammar[kind]["wide"]))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    guarded = [w for w in load("modality")["not_in"]]
    parts = []
    for word in sorted(words, key=len, reverse=True):
        escaped = re.escape(word)
        for longer in guarded:
            if word in longer and word != longer:
                at = longer.index(word)
                before, after = longer[:at], longer[at + len(word) :]
                if after:
                    escaped += f"(?!{re.escape(after)})"
                if before and not after:
                    escaped = f"(?<!{re.escape(before)})" + escaped
        if word.isascii():
            # May with a capital is a month
            escaped = rf"\b(?-i:{escaped})\b" if word == "may" else rf"\b{escaped}\b"
        parts.append(escaped)
    return re.compile("|".join(parts), re.IGNORECASE)
