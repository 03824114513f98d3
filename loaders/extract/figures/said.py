"""How the words before a number say what it is: a metric, growth, a share, a verb, a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.extract.figures.metrics import ends_in_head, measure
from loaders.extract.figures.numbers import Quantity
from loaders.grammar import load
from loaders.tokens import tokens

Kind = Literal["metric", "growth", "share", "ratio", "verb", "thing", "nothing"]
MARK = "\u2063"
_AT = re.compile(rf"(?:预计|截至|截止|(?<![长加升涨降跌高低大小缩增减提])[到至]|在|于|自|从|由|预计到|自从)?\s*{MARK}(?:底|末|初|左右|期间|时)?\s*(?:的)?\s*")
_SHARE = re.compile(r"^(?P<s>.*?)占(?:据|到|了|比)?(?P<o>[^占]*)$")
_RATIO = re.compile(r"^(?P<s>.{2,40}?)(?:仅|仅仅|只|已|约|就|也|大约)?(?:是|为|相当于|达到)(?P<o>[^，是为]{2,20}?)的$")
_FROM = re.compile(r"^(?P<s>.{2,40}?)(?:已|将|预计|有望)*[从由].{1,20}$")
_AGAINST = re.compile(r"(?<=.)(?:较|相较于?|相比于?|比)(?!上年|去年|年初|上季|上月|重)[^，]{2,16}$")
_TOLD = re.compile(r"[（(]\s*(?:同比|环比|约|超|近|YOY|yoy)?\s*[+\-−]?\s?[\d.]+\s?(?:%|pct)[^（）()]{0,8}[)）]")
_BEATS = re.compile(r"跑[输赢]|领先于|落后于")
_THAN = re.compile(r"(?:接近|高于|低于|优于|媲美|远高于|远低于|超过|不及)(?P<o>[^，]{2,20}?)的?$")
_TIMED = re.compile(r"^(?P<s>.*?)(?:所)?(?P<v>需要|需|耗时|历时|仅需|只需)(?:时间)?(?:约|为)?$")


@dataclass(frozen=True, slots=True)
class Said:
    """`words` name the thing, `metric` what is measured (for growth: of what, may be empty).

    `basis` is what growth compares with (同比), `way` up or down; `linked` where a word such as
    在 or 达 stood before the number.
    """

    kind: Kind
    words: str = ""
    metric: str = ""
    basis: str = ""
    way: str = ""
    linked: bool = False


def said(left: str, q: Quantity) -> Said:
    """What the words of a clause up to a number say about it; periods stand as MARK in them."""
    plain = _plain(left)
    words, to = _unlinked(plain)
    if _BEATS.search(plain):
        return Said("nothing")
    if (q.unit in ("倍", "%") or q.share) and (found := _ratio(plain, q)):
        return found
    if not to and (found := _growth(words, q)):
        return found
    found = measure(words)
    if q.share and (m := _SHARE.match(words)) and not (found and "占" in found.metric):
        return Said("share", m.group("s"), m.group("o").strip())
    if found:
        return Said("metric", found.rest, found.metric)
    if (m := _FROM.match(words)) and (found := measure(m.group("s"))):
        return Said("metric", found.rest, found.metric)
    if q.unit in ("年", "个月", "天", "小时", "分钟", "周") and (m := _TIMED.match(plain.strip())):
        return Said("metric", m.group("s"), "所需时间")
    if not words:
        return Said("nothing", linked=bool(plain))
    return _by_verb(words, linked=len(words) < len(plain.rstrip()))


def _ratio(words: str, q: Quantity) -> Said | None:
    """`A的M是B的N倍`: how M relates to B's."""
    m = _RATIO.match(words)
    if not m:
        return None
    base, other = measure(m.group("s").strip()), m.group("o").strip()
    whole = f"占{other}比例" if q.share else f"相对{other}倍数"
    if base:
        return Said("ratio", base.rest, f"{base.metric}{whole}")
    return Said("ratio", m.group("s").strip(), whole)


def _plain(left: str) -> str:
    """The words without periods; what stands before `在2026年的` is kept apart by 的."""
    text = _AT.sub(lambda m: "的" if m.start() and m.group().rstrip().endswith("的") else " ", left)
    text = _TOLD.sub("", text)
    return re.sub(r"\s+", " ", text).strip(" 　“”\"'*_-–—·•、/").lstrip("）) 、")


def _unlinked(words: str) -> tuple[str, bool]:
    """Strip what links a metric with its number from the end; whether it said `to`."""
    to, links, verbs = False, _links(), frozenset((*_sorted("up"), *_sorted("down")))
    left = list(tokens(words))
    while left:
        word = left[-1].word
        if word not in links and ends_in_head(words[: left[-1].end]):
            break
        if word in ("至", "到") or (len(word) > 2 and word[-1] in "至到"):
            to = True
        elif not (word in links or (left[-1].tag == "x" and word not in ")）") or not word.strip() or (to and word in verbs)):
            break
        left.pop()
    text = words[: left[-1].end] if left else ""
    if to and not ends_in_head(text):
        text = next((text[: -len(v)] for v in sorted(verbs, key=len, reverse=True) if text.endswith(v)), text)
    if text[-1:] in "达为至超约" and ends_in_head(text[:-1]):
        text = text[:-1]
    return text, to


def _growth(words: str, q: Quantity) -> Said | None:
    text = words
    way = ""
    for direction in ("up", "down"):
        for verb in _sorted(direction):
            if text.endswith(verb):
                way, text = direction, text[: -len(verb)].rstrip()
                break
        if way:
            break
    basis = ""
    text = _AGAINST.sub("", text) if way else text
    while m := _basis().search(text):
        basis, text = m.group().strip() + basis, text[: m.start()].rstrip()
    if not way and (not basis or not q.share):
        return None
    if not way:
        low = q.value[0] if isinstance(q.value, tuple) else q.value
        way = "down" if low < 0 else "up"
    if not q.share and not basis and not q.money and q.unit not in ("倍", "个百分点"):
        return None
    found = measure(re.sub(r"(?:的|分别|均|则|却|也|还|将|预计|有望|已|仅|小幅|大幅|继续|进一步|快速)+$", "", text))
    return Said("growth", found.rest if found else text, found.metric if found else "", basis, way)


def _by_verb(words: str, *, linked: bool) -> Said:
    """`搭载` before 3颗: the thing before a verb; otherwise the words are a thing."""
    if m := _THAN.search(words):
        return Said("thing", m.group("o"), basis="than")
    last = tokens(words)[-1]
    if last.word in load("figures")["metric"]["verbs"]:
        return Said("verb", words[: last.start], last.word, linked=linked)
    if last.tag == "v" or last.word in ("搭载", "配备", "内置", "采用", "集成", "覆盖"):
        return Said("verb", words[: last.start], last.word, linked=linked)
    return Said("thing", words, linked=linked)


@cache
def _links() -> frozenset[str]:
    return frozenset(load("figures")["links"]["zh"])


@cache
def _basis() -> re.Pattern[str]:
    words = sorted(load("figures")["growth"]["basis"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s*$")


@cache
def _sorted(direction: str) -> tuple[str, ...]:
    return tuple(sorted(load("figures")["growth"][direction], key=len, reverse=True))
