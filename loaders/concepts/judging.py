"""Whether a phrase may name a concept."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.concepts.chinese import made_for
from loaders.concepts.words import CJK, LATIN, by_last_letter, endings, lexicon
from loaders.grammar.patterns import pattern
from loaders.tokens import Token, tokens

# 1460 亿晶体管, 运营 3 条航线, 磁场 3-5T: how many there are, how much it measures; 某品牌——某车: two
_COUNTED = re.compile(
    r"^\d[\d.,]*\s?[亿万]|[\u4e00-\u9fff]\s?\d[\d.]*[-~–]\d[\d.]*\s?[A-Za-z]{1,3}$|——"
    r"|^[\u4e00-\u9fff]{2}\s?\d[\d.]*\s?(?:[多余万]?[条个台座款项家次架颗枚]|吨级|公斤级)"
)
_DATED = re.compile(r"\d{4}\s?年|\d+\s?月\d*日?")
# parts of speech that a name has none of: particles, pronouns, sentence-final words, marks
_CLAUSAL = ("uj", "ul", "r", "y", "w")
# parts of speech that nothing ends in, however much its place speaks for it
_NO_END = "upcdyrx"
LONGEST = 26
LONGEST_ENGLISH = 60
MOST_ENGLISH_WORDS = 6


@lru_cache(maxsize=4096)
def plausible(name: str, *, loose: bool = False) -> bool:
    """Whether an unknown phrase may be a technology.

    It must read as a name: not generic, no verb of a clause in it, and end like one (or hold a
    Latin word). `loose` trusts the place it stands in (a list beside names, a table's column).
    """
    if not CJK.search(name):
        return len(name) <= LONGEST_ENGLISH and _plausible_english(name, loose=loose)
    if not 2 <= len(name) <= LONGEST or _names_nothing(name):
        return False
    words = tokens(name)
    # 可剥离铜箔, AI 可穿戴相机: what can be done with it is part of its name
    front = name.partition("可")[0]
    able = front.isascii() and len(words) > 2
    said = tuple(t for t in words if not (able and t.word == "可" and t.start == len(front)))
    if any(_clausal(said, i) for i in range(len(said))):
        return False
    return _reads_as_a_name(name, words, loose=loose)


def _clausal(words: tuple[Token, ...], i: int) -> bool:
    """Whether a word shows that a phrase is a clause."""
    told = words[i].word in lexicon("verbs") or words[i].tag in _CLAUSAL
    return told and not made_for(words, i)


def model_like(name: str) -> bool:
    """Whether a name looks like a model or version: H100, 天神之眼A, ADS 3.0, 朱雀三号."""
    return bool(
        pattern("concepts", "model").match(name) or pattern("concepts", "version").search(name)
    )


def _names_nothing(name: str) -> bool:
    """Whether a phrase is generic, a date, the lack of a thing (无激光雷达), or an aspect of one."""
    if name in lexicon("generic") or _DATED.search(name) or _COUNTED.search(name):
        return True
    first = tokens(name)[0]
    if name.startswith(endings("not_first")) and first.tag != "n":
        return True
    # a technique may be named after what it leaves out: 无结节技术
    technique = name.endswith(("技术", "工艺"))
    if (
        first.word == "无"
        and not technique
        and len(tokens(name)[1].word) > 1
        and plausible(name[1:])
    ):
        return True
    return name.endswith(endings("bad_ends"))


def _reads_as_a_name(name: str, words: tuple[Token, ...], *, loose: bool) -> bool:
    last = words[-1]
    latin = any(LATIN.search(t.word) and len(t.word) > 1 for t in words)
    if latin and last.word in lexicon("versions"):
        return True
    ends_well = _ends_well(name)
    if not (last.noun or ends_well or (loose and last.tag[0] not in _NO_END)):
        return False
    if all(t.word in lexicon("generic") for t in words):
        return False
    return latin or loose or ends_well


def _ends_well(name: str) -> bool:
    """Whether a name ends in a word for a kind of thing, or is a long one: 减速器."""
    heads = by_last_letter("heads").get(name[-1], ())
    if len(name) == 2:
        ordinary = name in lexicon("vague") or tokens(name)[0].tag != "n"
        return name in heads and not ordinary
    return name in heads or any(len(name) > len(head) and name.endswith(head) for head in heads)


def _plausible_english(name: str, *, loose: bool) -> bool:
    words = name.lower().split()
    if not words or len(words) > MOST_ENGLISH_WORDS or not LATIN.search(name):
        return False
    if words[-1] in lexicon("links_en") or all(w in lexicon("generic_en") for w in words):
        return False
    return loose or len(name) >= 2
