"""How the words before a number say what it is: a metric, growth, a share, a verb, a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.concepts import lexicon
from loaders.extract.figures.growth import bases, changes, compared_with, way_of
from loaders.extract.figures.metrics import ends_in_head, measure
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.phrases import words_of
from loaders.grammar import load
from loaders.tokens import Token, tokens

Kind = Literal["metric", "growth", "share", "ratio", "verb", "thing", "nothing"]
MARK = "\u2063"
_AT = re.compile(
    rf"(?:预计|截至|截止|(?<![长加升涨降跌高低大小缩增减提])[到至]|在|于|自|从|由|预计到|自从)?"
    rf"\s*{MARK}(?:底|末|初|左右|期间|时)?\s*(?:的)?\s*"
)
_SHARE = re.compile(r"^(?P<s>.*?)占(?:据|到|了|比)?(?P<o>[^占]*)$")
_RATIO = re.compile(
    r"^(?P<s>.{2,40}?)(?:仅|仅仅|只|已|约|就|也|大约|将|将会)?(?:是|为|相当于|达到)(?P<o>(?!\d)[^，是为（(]{2,20}?)(?P<of>的?)$"
)
_FROM = re.compile(r"^(?P<s>.{2,40}?)(?:已|将|预计|有望)*[从由].{1,20}$")
_AGAINST = re.compile(
    r"(?:相?较于?|相比于?|(?<=.)(?<![同环占相])对?比(?!亚迪|特|重|例|较|如|价|热))"
    r"(?!上年|去年|年初|上季|上月|重)[^，]{2,16}$|(?:与|跟)[^，]{1,12}?(?:相比|(?<![同环])比)$"
)
# 营收同增5%
# 达到创纪录的5亿元
_RECORD = re.compile(r"创(?:下|了|造)*(?:历史)?(?:纪录|记录|新高|新低)[的地]?\s*$")
_SAME = re.compile(r"(?<![合共协相])同$")
_TOLD = re.compile(
    r"[（(]\s*(?:同比|环比|约|超|近|YOY|yoy)?\s*[+\-−]?\s?[\d.]+\s?(?:%|pct)[^（）()]{0,8}[)）]"
)
_BEATS = re.compile(r"跑[输赢]|领先于|落后于")
_THAN = re.compile(r"(?:接近|高于|低于|优于|媲美|远高于|远低于|超过|不及)(?P<o>[^，]{2,20}?)的?$")
_TAKES = re.compile(r"^(?P<s>.*?)所?(?:需要|需|耗时|历时|仅需|只需)(?:时间)?(?:约|为)?$")
_DONE = re.compile(r"(?:已|已经|成功|正在|累计|均已)$")
_NO_QUOTES = str.maketrans("", "", "“”")
_LINKS_ON = re.compile(rf"^[而但则且](?=\s*{MARK})")
_THEN = re.compile(
    r"(?<=[\u4e00-\u9fff])在?(?:该|本|当|上)(?:季度|年度|月|财年|财季)|(?:报告|同)?期内"
)
_ADVERBS = re.compile(
    r"(?:的|分别|均|则|却|也|还|将|预计|有望|已|仅|仍|累计|"
    r"或再?|再|小幅|大幅|逆势|强劲|稳步|同步|显著|明显|加速|持续|继续|进一步|快速)+$"
)
_MORE = "新增"
_SINGLE = re.compile(r"(?:[单当][月季周日]度?)?")
_OPENS = re.compile(r"[（(]\s*[从由]$")
_LASTING = ("年", "个月", "天", "小时", "分钟", "周")
_POINTS = ("倍", "个百分点")
_HAS = ("搭载", "配备", "内置", "采用", "集成", "覆盖")
_EVERYWHERE = re.compile(r"(?<=覆盖|遍布|布局)(?:全国|全球|海外|国内|超)+$")
_ACHIEVES = re.compile(rf"(?:{MARK}|\\s|将|已|预计|有望|可)*(?:实现|取得|迎来)了?$")
_PLUS = re.compile(rf"(?P<s>.*?)(?P<v>{'|'.join(_HAS)})[^+＋，]{{2,16}}[+＋和及与]$")


@dataclass(frozen=True, slots=True)
class Said:
    """`words` name the thing, `metric` what is measured (for growth: of what, may be empty).

    `basis` is what growth compares with (同比), or whose part a share is (成本 in 成本占整机成本);
    `way` up, down or better; `linked` where a word such as 在 or 达 stood before the number. For a verb,
    `metric` is the verb.
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
    if m := _OPENS.search(plain):
        # 渗透率提升（从14%升至85%）: the bracket tells of the same rate
        plain = way_of(plain[: m.start()].rstrip())[1]
        plain = _ADVERBS.sub("", plain)
    words, to = _unlinked(_unachieved(plain))
    if plain.endswith(_MORE) and _SINGLE.fullmatch(words):
        return Said("nothing", basis=_MORE, linked=True)
    if m := _BEATS.search(plain):
        # 跑输某指数（-0.2%）: the bracket is that one's
        other = plain[m.end() :].rstrip()
        return Said("thing", other[:-1]) if other.endswith(("（", "(")) else Said("nothing")
    if (q.unit == "倍" or q.share) and (ratio := _ratio(plain, q)):
        return ratio
    if not to and (growth := _growth(words, q)):
        return growth
    if m := _PLUS.match(plain):
        return Said("verb", m.group("s"), m.group("v"))
    return _measured(words, plain, q) or _by_verb(
        words, linked=len(words) < len(plain.rstrip()), done=plain.endswith(("了", "过"))
    )


def _measured(words: str, plain: str, q: Quantity) -> Said | None:
    """A metric, or what something is a share of, or how long something takes."""
    found = measure(words)
    if q.share and (m := _SHARE.match(words)) and not (found and "占" in found.metric):
        base = measure(m.group("s"))
        whole = m.group("o").strip()
        return Said(
            "share", base.rest if base else m.group("s"), whole, base.metric if base else ""
        )
    if found is None and (m := _FROM.match(words)):
        found = measure(m.group("s"))
    if found:
        if q.share and (way := way_of(found.rest))[0] and found.rest.endswith(changes()):
            return Said("growth", way[1], found.metric, "", way[0])
        new = _MORE if plain.rstrip().endswith(_MORE) and _MORE not in found.metric else ""
        return Said("metric", found.rest, new + found.metric)
    if q.unit in _LASTING and (m := _TAKES.match(plain)):
        return Said("metric", m.group("s"), "所需时间")
    return None


def _ratio(words: str, q: Quantity) -> Said | None:
    """`A的M是B的N倍`: how M relates to B's."""
    m = _RATIO.match(words)
    if not m or (q.share and not m.group("of")):
        return None
    first, other = m.group("s").strip(), m.group("o").strip()
    base = measure(first)
    whole = f"占{other}比例" if q.share else f"相对{other}倍数"
    return Said("ratio", base.rest if base else first, (base.metric if base else "") + whole)


def _plain(left: str) -> str:
    """The words without periods; what stands before `在2026年的` is kept apart by 的."""
    left = _RECORD.sub("", _LINKS_ON.sub("", left))
    text = _AT.sub(lambda m: "的" if m.start() and m.group().rstrip().endswith("的") else " ", left)
    text = re.sub(r"\s+", " ", _THEN.sub("", _TOLD.sub("", text)))
    text = text.strip(" 　“”\"'*_-–—·•、/").lstrip("）) 、").strip()
    return text if text.count("“") == text.count("”") else text.translate(_NO_QUOTES)


def _unachieved(plain: str) -> str:
    """Words without 实现 behind a metric: 市场规模将|实现."""
    m = _ACHIEVES.search(plain)
    return plain[: m.start()] if m and ends_in_head(plain[: m.start()].rstrip()) else plain


def _unlinked(words: str) -> tuple[str, bool]:
    """Strip what links a metric with its number from the end; whether it said `to`."""
    reached = _reached().search(words)
    if reached and ends_in_head(words[: reached.start()].rstrip()):
        return words[: reached.start()].rstrip(), True
    to, left = False, list(tokens(words))
    while left:
        word = left[-1].word
        if ends_in_head(words[: left[-1].end]):
            break
        if word in ("至", "到") or (len(word) > 2 and word[-1] in "至到"):
            to = True
        elif not _link(left[-1]) and not (to and _changed(left[-1], words)):
            break
        left.pop()
    text = words[: left[-1].end] if left else ""
    if to and not ends_in_head(text):
        verb = next((v for v in changes() if text.endswith(v)), "")
        text = _ADVERBS.sub("", text.removesuffix(verb))
    if text[-1:] in "达为至超约" and ends_in_head(text[:-1]):
        text = text[:-1]
    return text, to


def _changed(token: Token, words: str) -> bool:
    """Whether a verb before 至 says how a metric came to its number: 通道数|扩展|至."""
    return token.word in changes() or (
        token.tag == "v" and measure(words[: token.start]) is not None
    )


def _link(token: Token) -> bool:
    mark = token.tag == "x" and token.word not in ")）" and not token.word.isalpha()
    return token.word in _links() or mark or not token.word.strip()


def _growth(words: str, q: Quantity) -> Said | None:
    """`营收同比增长`: what grows, against what, and which way."""
    way, text = way_of(words)
    basis = ""
    if way and (m := _AGAINST.search(text)):
        basis, text = compared_with(m.group()), text[: m.start()]
    if way and (m := _SAME.search(text)):
        basis, text = "同比", text[: m.start()]
    while m := bases().search(text):
        basis, text = m.group().strip() + basis, text[: m.start()].rstrip()
    if text.strip() in words_of("others"):
        # 预期降0.3%，前值降0.6%: what had been expected, and the time before
        return Said("thing", text)
    if not (way or (basis and q.share)):
        return None
    if not (q.share or basis or q.money or q.unit in _POINTS):
        return None
    text = text.strip(" （(")
    found = measure(_ADVERBS.sub("", text))
    way = way or ("down" if q.low < 0 else "up")
    if found:
        return Said("growth", found.rest, found.metric, basis, way)
    # 触底|回升: no more than which way
    turns = load("figures")["growth"]["turns"]
    acts = all(t.tag in ("v", "d", "x", "c") or t.word in turns for t in tokens(text))
    return Said("growth", "" if acts else text, "", basis, way)


def _by_verb(words: str, *, linked: bool, done: bool) -> Said:
    """`搭载` before 3颗: the thing before a verb; otherwise the words are a thing.

    What 了 stands behind is a verb, whatever else it may be.
    """
    words = _EVERYWHERE.sub("", words)
    if not words:
        return Said("nothing", linked=linked)
    if m := _THAN.search(words):
        return Said("thing", m.group("o"), basis="than")
    last = tokens(words)[-1]
    done = done or bool(_DONE.search(words[: last.start]))
    if (
        last.tag == "v"
        or last.word in _HAS
        or done
        or last.word in lexicon("verbs")
        or last.word in load("figures")["metric"]["verbs"]
    ):
        return Said("verb", words[: last.start], last.word, linked=linked)
    return Said("thing", words, linked=linked)


@cache
def _reached() -> re.Pattern[str]:
    """`消耗量|暴增至每周`: how a metric came to its number."""
    return re.compile(
        rf"(?:已|将|预计|{MARK}|\s)*(?:{'|'.join(map(re.escape, changes()))})[至到](?:约|每[周年月天日])?$"
    )


@cache
def _links() -> frozenset[str]:
    return frozenset(load("figures")["links"]["zh"])
