"""Chinese items trimmed to their noun phrase: no relative clause, no adverb, no 等."""

from __future__ import annotations

import re

from loaders.concepts.phrase import Phrase
from loaders.concepts.words import LATIN, endings, lexicon
from loaders.tokens import Token, tokens

_BRACKET = re.compile(r"[（(]([^（）()]{1,60})[)）]")
_ALIASES = re.compile(r"[，,、/；;]|简称|即|又称")
_ALIAS = re.compile(r"[A-Za-z][A-Za-z0-9 \-+./&]{1,60}|[\u4e00-\u9fffA-Za-z0-9]{2,12}")
# “激光雷达+视觉”多传感器融合: what the parts make together
_QUOTED_SUM = re.compile(r"\s*[“\"][^”\"]*\+[^”\"]*[”\"](?:的)?([^“”\"，。]{2,})$")
# 504比特芯片“骁鸿”: the name that a description is given
_CALLED = re.compile(r"[^“”「」\"，。]{2,20}[“「]([^“”「」，。]{2,24})[”」]\s*$")
# “悟空芯”: a name in quotation marks
_QUOTE = re.compile(r"\s*[“「](\w{2,10})[”」]\s*")
# “天鹊”发动机: a name and what it is, nothing to trim
_NAMED = re.compile(r"\s*[“「](?P<name>[\w]{2,8})[”」](?P<kind>[\u4e00-\u9fff]{2,9})\s*$")
# GOD(障碍物检测)算法: an abbreviation, what it stands for, and what both are
_GLOSSED = re.compile(
    r"\s*(?P<name>[A-Za-z][\w\-]{1,12})[（(](?P<gloss>[\u4e00-\u9fff]{2,16})[)）](?P<kind>[\u4e00-\u9fff]{2,4})\s*$"
)
# 四大核心部件, 三种材料: a number of them
_COUNTED = re.compile(
    r"^(?:\d+\s?层?以[上下]|\d+\s?(?:台|颗|套|枚|块)(?=[“\u4e00-\u9fff])|(?:全球|国内|海外)?第?[一二两三四五六七八九十数几\d]+大"
    r"|约?\d[\d.,]*\+?\s?[多余]?[万亿]?\s?(?:颗|个|块|片|枚|组|套|条|项|款)\s?"
    r"|[一二两三四五六七八九十几多]+(?:种|项|个|块|款|颗|台|家|套|张|片))(?=.{2,})"
)
# 行星减速器两种类型: how many there are of them
_SUMMED = re.compile(
    r"(?<=[\u4e00-\u9fffA-Za-z\d]{2})\s?[两二三四五六七八九十几多](?:大?[种类条个项款型]|大)"
    r"(?:主要|主流|技术|核心|关键|子|主力|全新)?(?:系统|部件|部分|环节|模块|技术|领域|方向|材料|产品线|产品|类型|路线|路径|方案|方式|种类|形式|形态|类别|品类|机型|车型|型号|系列|业务|板块)?$"
)
# PCB 制程中 mSAP 工艺, 车载领域激光雷达: where it is at work is no part of its name
_WITHIN = re.compile(
    r"^[^中]{2,12}(?<!其)中\s+(?=[A-Za-z])|^[^的领]{2,10}领域(?:用|的)?\s?(?=.{3,})"
)
# 向某国出口A100: what is traded, to whom
_TRADED = re.compile(r"^[\u4e00-\u9fff]{0,10}?(?:出口|进口|销往|出售|采购)(?=[A-Z])")
_OWN = re.compile(r"(?:自研|自主研发|自主开发|自产)的?(?=.{2,})")
_QUOTES = re.compile('[“”‘’「」"]')
# 数据中心 Helios, 大模型QLM-Image: what a thing is, and its own name
_TITLED = re.compile(
    r"(?P<kind>[\u4e00-\u9fff]{2,10})\s?(?P<name>(?=.*[a-z\d])[A-Z][A-Za-z0-9\-.]{3,20})\s*$"
)
# Agent Plaza一站式市场: a name, and what is said of it
_FOR_SALE = re.compile(
    r"(?P<name>[A-Z][A-Za-z0-9.\-]*(?:\s[A-Z][A-Za-z0-9.\-]*)+)\s?[\u4e00-\u9fff]{3,12}"
)
_DIGITS = re.compile(r"[\d.]+")
# parts of speech that no name begins with, or ends with
_NOT_FIRST = ("x", "uj", "ul", "u", "r", "d", "c", "p", "t", "q", "y")
_NOT_LAST = ("x", "uj", "ul", "f", "y", "c", "p", "u")
# numbers of types and phases
_ROMAN = tuple("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")
# measures that belong to what they measure: 12英寸硅片, 800伏
_MEASURES = ("英寸", "级", "层", "代")


def trimmed(item: str, start: int) -> Phrase | None:
    """The noun phrase of an item that stands at `start` of its text; None where none is left."""
    if (m := _GLOSSED.match(item)) and m.group("kind") in lexicon("heads"):
        name, gloss, kind = m.groups()
        return Phrase(start + m.start(1), start + m.end(3), name + kind, (name, gloss + kind))
    item, start, aliases = _unbracketed(item, start)
    if (m := _NAMED.match(item)) and m.group("kind").endswith(endings("heads")):
        left, right = start + m.start("name"), start + m.end("kind")
        return Phrase(left, right, m.group("name") + m.group("kind"), aliases)
    if m := _QUOTE.fullmatch(item) or _CALLED.fullmatch(item):
        return Phrase(start + m.start(1), start + m.end(1), m.group(1), aliases, quoted=True)
    item, start = _unquoted(item, start)
    if (m := _TITLED.search(item)) and m.group("kind").endswith(endings("heads")):
        return Phrase(start + m.start("name"), start + m.end("name"), m.group("name"), aliases)
    item, start = _bare(item, start)
    words = noun_phrase(tokens(item))
    if not words:
        return None
    left, right = words[0].start, words[-1].end
    name = _QUOTES.sub("", item[left:right]).strip(" '")
    if (m := _FOR_SALE.fullmatch(name)) and name.endswith((*endings("bad_ends"), "式", "级")):
        name, right = m.group("name"), left + m.end("name")
    return Phrase(start + left, start + right, name, aliases) if name else None


def noun_phrase(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of the noun phrase that some words end in."""
    words = _after_modifier(_before_etc(words))
    while words and _leads(words):
        words = words[1:]
    words = _before_verb(words)
    while words and _trails(words):
        words = words[:-1]
    return words


def _unbracketed(item: str, start: int) -> tuple[str, int, tuple[str, ...]]:
    """An item without its bracket, and the other names that one at its end gives."""
    m = _BRACKET.search(item)
    if m is None:
        return item, start, ()
    if not item[m.end() :].strip(" 等技术的"):
        before = item[: m.start()]
        if before.rstrip().endswith(endings("drugs")):
            return before, start, ()  # 某某单抗（CD9）: what it acts on
        names = (name.strip() for name in _ALIASES.split(m.group(1)))
        return before, start, tuple(name for name in names if _alias(name))
    if m.start() == 0:
        return item[m.end() :], start + m.end(), ()
    return item, start, ()


def _alias(name: str) -> bool:
    return bool(_ALIAS.fullmatch(name)) and name not in lexicon("generic")


def _unquoted(item: str, start: int) -> tuple[str, int]:
    if m := _QUOTED_SUM.match(item):
        return m.group(1), start + m.start(1)
    return item, start


def _bare(item: str, start: int) -> tuple[str, int]:
    """An item without the marks around it, and the count before or behind it."""
    start += len(item) - len(item.lstrip(" “”\"'‘’「」•·-"))
    item = item.strip(" “”\"'‘’「」•·-。.：:")
    item = _SUMMED.sub("", item)
    # who made it, to whom it is sold and how many there are is no part of the name
    for around in (_WITHIN, _TRADED, _OWN, _COUNTED):
        if m := around.match(item):
            return item[m.end() :], start + m.end()
    return item, start


def _after_modifier(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands after the last 的 (a relative clause names nothing), or after 更高."""
    for i in range(len(words) - 2, -1, -1):
        if words[i].word in ("的", "之") and words[i].tag == "uj":
            return words[i + 1 :]
    for i in range(len(words) - 2, 0, -1):
        if words[i].tag == "a" and words[i - 1].tag == "d":
            return words[i + 1 :]
    return words


def _before_verb(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands before the verb of a clause that goes on: `芯片互联构成了…` names 芯片互联."""
    for i, token in enumerate(words):
        if made_for(words, i):
            continue
        over = token.word in lexicon("verbs") or token.tag in ("ul", "uz") or token.word == "相关"
        if i and over:
            return words[:i]
    return words


def made_for(words: tuple[Token, ...], i: int) -> bool:
    """Whether a word is the 用 of `数据中心用光缆`, between what a thing is for and the thing.

    So is the 可 of AI 可穿戴摄像头, before what can be done with it.
    """
    if words[i].word == "可" and 0 < i < len(words) - 2:
        return words[i + 1].word not in lexicon("verbs")
    inside = words[i].word == "用" and 0 < i < len(words) - 1
    return inside and words[i - 1].noun and (words[i + 1].noun or words[i + 1].tag[0] in "nbx")


def _before_etc(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands before 等: `偏滤器等装备` names the 偏滤器."""
    for i, token in enumerate(words):
        if token.word in ("等", "等等") and i:
            return words[:i]
    return words


def _leads(words: tuple[Token, ...]) -> bool:
    """Whether the first word only leads up to the name."""
    first = words[0]
    if LATIN.search(first.word) or first.word in ("类", "代") or first.word in _ROMAN:
        return False  # 类载板, 代客泊车: like one, for one, and called so; Ⅲ型瓶
    if len(words) > 1 and (first.word in ("年", "月", "日") or first.word in lexicon("lead")):
        return True  # what is left of a date, or leads up to a name
    if first.tag == "m" or _DIGITS.fullmatch(first.word):
        return len(words) > 1 and words[1].tag in ("q", "m") and words[1].word not in _MEASURES
    if len(words) == 1:
        return first.tag[0] in "xucp"
    if first.tag == "d" and (len(first.word) == 1 or first.word in lexicon("attributes")):
        return first.word in lexicon("lead")
    return first.word in lexicon("lead") or first.tag in _NOT_FIRST


def _trails(words: tuple[Token, ...]) -> bool:
    """Whether the last word only says how the name is spoken of."""
    last = words[-1]
    if LATIN.search(last.word) or _heads(words):
        return False
    return last.tag in _NOT_LAST or (len(words) > 1 and last.word in lexicon("tail"))


def _heads(words: tuple[Token, ...]) -> bool:
    """Whether the last words together are one for a kind of thing: 钻 and 针, which was a preposition."""
    last = words[-1]
    end = words[-2].word[-1:] + last.word if len(words) > 1 else ""
    return len(last.word) == 1 and end in lexicon("heads")
