"""Whether some words are no ordinary language, so that they must be a name."""

from __future__ import annotations

import re

from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.tokens import tokens

_LATIN = re.compile(r"[A-Z][A-Za-z0-9&.\- ]*|[a-z]{3,8}")
_LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9 .&\-]*")
_SHORT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,12}")


def odd(name: str) -> bool:
    """Whether a phrase must be a name: a place and a rest, or syllables that mean nothing."""
    if _LATIN.fullmatch(name):
        return True
    if not _SHORT.fullmatch(name) or name in lexicon("generic"):
        return False
    words = tokens(name)
    if any(t.word in lexicon("verbs") for t in words):
        return False
    if len(words) == 1:
        return words[0].tag in ("nr", "nrt", "nz", "nt")
    singles = sum(len(t.word) == 1 and bool(CJK.match(t.word)) for t in words)
    return singles >= 2 or (words[0].tag == "ns" and singles > 0)


def name_like(part: str) -> bool:
    """Whether a phrase may be a name where names are listed: no clause, no number, few words."""
    if _LATIN_WORDS.fullmatch(part):
        return True
    words = tokens(part)
    return len(words) <= 3 and all(t.tag[0] not in "vdpcurm" or len(t.word) == 1 for t in words)
