"""The noun phrases of a slot of a clause, of a cell or of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.concepts import chinese, english
from loaders.concepts.items import items
from loaders.concepts.phrase import Phrase
from loaders.concepts.words import CJK, lexicon
from loaders.tokens import Token, tokens

_BRACKET = re.compile(r"[（(][^（）()]{1,60}[)）]")
# “激光雷达+视觉”多传感器融合: what parts make together
_SUM = re.compile(r"\s*[“\"](?P<parts>[^”\"+]{2,16}(?:\+[^”\"+]{2,16}){1,5})[”\"]")
_PART = re.compile(r"[^+]+")
# parts of speech that end the noun phrases a sentence opens with
_STOPS = ("x", "v", "d", "p", "r", "uj")
_OPENING = 60
# what an aspect of something may be
_DEGREES = "低高大小快慢强弱好差"
_DEFINED = re.compile(
    r"(?P<name>[A-Za-z0-9 ]{0,8}[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9\- ]{2,16})"
    r"[（(](?P<also>[A-Za-z][A-Za-z0-9 ,，、\-/]{1,60})[)）](?![\u4e00-\u9fff]{0,3}[、和与及])"
)
_BOTH = re.compile(r"(?P<long>[\u4e00-\u9fff]{3,})(?P<short>[A-Z]{2,6})")
_ALSO = re.compile(r"[,，、]")
_LINKS = ("是", "为", "由", "和", "与", "及", "对", "将")


def phrases(text: str) -> list[Phrase]:
    """The items of a slot such as `碳氢树脂(PCH)、萜烯树脂和PTFE等`, each trimmed to its noun phrase."""
    return list(_phrases(text))


# several readers ask for the slots of one sentence
@lru_cache(maxsize=4096)
def _phrases(text: str) -> tuple[Phrase, ...]:
    clause = not CJK.search(text)
    found = (_phrase(text[start:end], start, clause=clause) for start, end in _summands(text))
    return tuple(phrase for phrase in found if phrase is not None)


def _summands(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the items of a text; of a sum in quotation marks, its parts before the whole."""
    for start, end in items(text):
        if m := _SUM.match(text, start, end):
            for part in _PART.finditer(text, m.start("parts"), m.end("parts")):
                yield part.span()
        yield start, end


def last_phrase(text: str) -> Phrase | None:
    """The noun phrase that a slot ends in: `自研的飞轮大模型` → 飞轮大模型."""
    found = phrases(text)
    return found[-1] if found else None


def opening(sentence: str) -> list[Phrase]:
    """The noun phrases a sentence begins with, up to its first verb or mark."""
    sentence = _BRACKET.sub("", sentence[: 2 * _OPENING])
    end = aspect = 0
    for token in tokens(sentence[:_OPENING]):
        able = token.start == 1 and sentence[0] == "可"
        if token.word in lexicon("verbs") and not able and token.word != "可":
            break
        if token.tag in _STOPS and not able and not _goes_on(token):
            break
        if token.tag == "a" and aspect:
            end = aspect  # 良率 高: how something is, and no part of its name
            break
        if token.word[-1] in _DEGREES and token.word[:-1] in lexicon("generic"):
            break  # 成本低, as one word
        aspect = token.start if token.word in lexicon("generic") else 0
        end = token.end
    return phrases(sentence[:end]) if end >= 2 else []


def definition(sentence: str) -> Phrase | None:
    """What a sentence begins to define: a name, and in a bracket what else it is called.

    `可剥离超薄铜箔（Peelable Ultra-Thin Copper Foil）厚度 9μm 以下` defines 可剥离超薄铜箔, where
    the words alone would not show that 可剥离 belongs to the name.
    """
    m = _DEFINED.match(sentence)
    if m is None or any(t.word in _LINKS or t.tag in ("p", "uj", "r") for t in tokens(m["name"])):
        return None
    also = [name.strip() for name in _ALSO.split(m["also"])]
    name = m["name"].strip()
    if both := _BOTH.fullmatch(name):  # 光电共封装CPO
        name, also = both["short"], [name, both["long"], *also]
    return Phrase(m.start("name"), m.end("name"), name, tuple(n for n in also if n))


def _goes_on(token: Token) -> bool:
    """Whether a mark parts two items, or a verb opens a noun: `稀释制冷机`."""
    if token.tag == "x":
        return token.word in "、 /" and token.start > 0
    return token.tag == "v" and token.start == 0


def _phrase(item: str, start: int, *, clause: bool) -> Phrase | None:
    if CJK.search(item):
        return chinese.trimmed(item, start)
    return english.trimmed(item, start, clause=clause)
