"""How a clause means what it says."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.model import Modality
from loaders.grammar import load
from loaders.handing import unhanded

_CLAUSE = re.compile(r"[，。；！？;]|, |: |：")
# what an abbreviation stands for says nothing of the clause: PDP(预决策规划)
_GLOSS = re.compile(
    r"(?<=[A-Z]{2})[（(](?!拟|计划|预计|将|待|有望|规划|准备|即|可能|或|若|曾|未|尚|不|送|样|原|已|洽|测|验)"
    r"[\u4e00-\u9fff]{3,12}[)）]"
)
LONGEST = 200


def modality(sentence: str, start: int, end: int) -> Modality:
    """The modality of what stands at start…end of a sentence.

    Words in the clauses that this span touches count; a few (传闻, 否认) colour the whole
    sentence wherever they stand.
    """
    clause = _clause(sentence, start, end)
    for kind in load("modality")["order"]:
        near, _ = _patterns(kind)
        if (near and near.search(clause)) or _coloured(kind, sentence):
            return Modality(kind)
    return Modality.ASSERTED


def _clause(sentence: str, start: int, end: int) -> str:
    """The clauses that a span touches; of a clause without end, what is near."""
    far = max(0, start - LONGEST)
    left = max((m.end() for m in _CLAUSE.finditer(sentence, far, start)), default=far)
    right = _CLAUSE.search(sentence, end, end + LONGEST)
    return unhanded(_GLOSS.sub("", sentence[left : right.start() if right else end + LONGEST]))


@lru_cache(maxsize=256)
def _coloured(kind: str, sentence: str) -> bool:
    """Whether a word colours a whole sentence: it is asked for each of its clauses."""
    _, wide = _patterns(kind)
    return wide is not None and wide.search(sentence) is not None


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    grammar = load("modality")
    told = grammar[kind]
    near = _pattern(tuple(told["near"]), tuple(told.get("forms", ())))
    return near, _pattern(tuple(told["wide"]))


@cache
def _pattern(words: tuple[str, ...], forms: tuple[str, ...] = ()) -> re.Pattern[str] | None:
    if not words:
        return None
    guarded = load("modality")["not_in"]
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
    # a look at one letter spares most places of a text the trial of every word
    starts = re.escape("".join(sorted({word[0] for word in words})))
    return re.compile("|".join((f"(?=[{starts}])(?:{'|'.join(parts)})", *forms)), re.IGNORECASE)
