"""Chinese noun phrases beside a number: where they begin, and what they never are."""

from __future__ import annotations

import re
from functools import cache

from loaders.concepts import LONGEST, lexicon, phrases, plausible
from loaders.extract.figures.metrics import is_metric
from loaders.extract.figures.regions import REGION, without_region
from loaders.grammar import load
from loaders.tokens import Token, tokens

_MADE = re.compile(
    r"^[^，。；]{1,24}?(?:推出|发布|研发|开发|打造|自研|生产|设计|建设|研制|制造)的"
    r"(?!财报|年报|季报|业绩|报告|数据|公告|研报|[\s\u2063]|最新|一款|第)(?=[^，。；]{2})"
)
_QUOTED = re.compile(
    r"\s?“(?P<name>[^“”]{2,10})”(?P<kind>(?:[\u4e00-\u9fff]{2,3}(?=[的，。、；（]|$))?)"
)
_FIRMS = re.compile(r"(?:相关)?(?:企业|公司|厂商|制造商|机构)")
_WHEN = re.compile(r"\s?时(?![间长代刻])")
_EACH = re.compile(r"[单每][\u4e00-\u9fff]")
_ALIAS = re.compile(r"[（(][^（）()]*[)）]$")
_BREAK = re.compile(r"[，。；：！？“”]|——|—|[（(](?=[^（）()]*$)")
_COUNT = re.compile(
    r"^(?:每|单|[\d一二三四五六七八九十]+)\s?(?:大|个|家|款|种|类|部|颗|台|辆|片|枚|套)(?=[\u4e00-\u9fffA-Za-z]{2,})"
)
_COUNTED = re.compile(r"[，。；、（(+＋)）：\d/]|和|与|及|等|以上")
_ETC = re.compile(r"等(?!离子|级|效|同|价|待|于|温|压|距)(?=[\u4e00-\u9fffA-Za-z]{2,})")
_AFTER_NAME = re.compile(
    r"^(?:的|在(?![轨手线建研售途校营])|股份|公司|集团|[（(][^（）()]*[)）]|[\s、，和与及\u2063])+"
)
_NO_NAME = re.compile(r"[，。；]")
_SAYS_NOTHING = "dcpurxymqftv"
_FUNCTION = "mqdvpcruxf"
_ENDS_NO_NAME = ("v", "d", "p", "r", "t", "i", "a", "z", "ul", "y", "f")
_PREFIX = 14
_DRUG = 8


@cache
def words_of(key: str) -> frozenset[str]:
    """One of the word lists of [words] in grammar/figures.toml."""
    return frozenset(load("figures")["words"][key])


@cache
def _edge(key: str) -> re.Pattern[str]:
    parts = "|".join(load("figures")["words"][key])
    return re.compile(rf"^(?:{parts})+" if key == "lead" else rf"(?:{parts})+$")


@cache
def _verbs() -> frozenset[str]:
    """Verbs that a noun phrase never begins or ends with."""
    return lexicon("verbs") | words_of("own")


def noun_phrase(said: str) -> str:
    """The noun phrase that some words end in: what stands behind their last verb."""
    text = re.sub(r"^(?:如|例如|其中|即|对应)", "", _BREAK.split(said)[-1])
    text = _edge("trail").sub("", text.strip(" 　的\"'*（("))
    words = list(tokens(text))
    start = 0
    for i, token in enumerate(words):
        # what is left is more than a character: 自免 is no 免
        if token.end < len(text) - 1 and _cuts(token, i, words) and not drug(text):
            start = token.end
    text = _after_etc(_unverbed(text[start:], words, start).strip(" 的、"))
    return unled(text)


def drug(name: str) -> bool:
    """Whether a name is a drug's by its end, however its characters read: 泽布替尼."""
    return len(name) <= _DRUG and name.endswith(tuple(words_of("drugs")))


def unmade(text: str) -> str:
    """A phrase without who made the thing: 甲推出的|乙."""
    return _MADE.sub("", text)


def unled(text: str) -> str:
    """A phrase without what stands before it and belongs to it no more: 每年|裂变堆."""
    return _edge("lead").sub("", text).strip(" 的")


def _after_etc(text: str) -> str:
    """`煤炭等化石能源` is the 化石能源, unless that says nothing."""
    found = list(_ETC.finditer(text))
    rest = text[found[-1].end() :] if found else ""
    if not rest or rest in lexicon("generic") or is_metric(rest) or rest in words_of("wide"):
        return text
    return rest


def _unverbed(text: str, words: list[Token], start: int) -> str:
    """The phrase without a verb at its end: 赛力斯|预计实现."""
    for token in reversed([t for t in words if t.start >= start]):
        if len(token.word) < 2 or token.word not in _verbs() or token.word in words_of("nouns"):
            break
        text = text[: token.start - start]
    return text


def _cuts(token: Token, i: int, words: list[Token]) -> bool:
    """Whether a noun phrase begins anew behind a word."""
    if token.word in words_of("cut"):
        return i == 0 or token.word not in ("与", "比", "按")
    long = len(token.word) > 1 or token.word in ("将", "使", "让")
    if long and token.word in lexicon("verbs") and token.word != "产生":
        return True
    if token.tag == "f" and token.word in ("中", "里", "内"):
        return 0 < i < len(words) - 1 and len(words[i + 1].word) > 1
    stock = token.word == "在" and i + 1 < len(words) and words[i + 1].word in words_of("standing")
    return token.tag in ("p", "y") and token.word != "顺" and not stock


def prefix(said: str) -> str:
    """What words say of a company's figure beside: 比亚迪|新能源汽车|销量."""
    text = REGION.sub("", _AFTER_NAME.sub("", said.strip()).strip(" 的"))
    text = _edge("lead").sub("", text).strip(" 的，")
    if text in words_of("cut"):
        return ""
    return text if len(text) <= _PREFIX and not _NO_NAME.search(text) else ""


def name_of(said: str) -> str:
    """The name that a noun phrase is; empty where it is too long for one."""
    text = noun_phrase(said.replace("级别的", "级"))
    parts = [p for p in _parts(text) if p]
    if len(parts) > 1 and _EACH.fullmatch(parts[-1]):
        parts, text = parts[:-1], parts[-2]
    if len(parts) > 1 and len(parts[-1]) >= 2:
        text = parts[-1]
    text = without_region(_COUNT.sub("", text))
    if len(_ALIAS.sub("", text)) >= 2 and not re.search(r"[A-Z]\d", text):
        text = _ALIAS.sub("", text)
    text = _edge("trail").sub("", text).strip(" “”\"'·-")
    several = _NO_NAME.search(text) or "、" in text
    return text if len(text) <= LONGEST and not several else ""


def _parts(text: str) -> list[str]:
    """A phrase cut at its 的, but not inside a word that holds one: 波罗的海."""
    out, at = [], 0
    for token in tokens(text):
        if token.word == "的":
            out.append(text[at : token.start])
            at = token.end
    return [*out, text[at:]]


def counted(right: str) -> str:
    """What is counted behind a number: 3颗|激光雷达; nothing for a condition: 64个|GPU 时."""
    if m := _QUOTED.match(right):
        return m.group("name") + m.group("kind")
    right = right.replace("“", "").replace("”", "")
    piece = _COUNTED.split(right)[0].strip(" 的")
    if piece.endswith(("时", "之一")) or re.match(rf"{re.escape(piece)}\s?时", right.strip()):
        return ""
    piece = piece[: _verb_at(piece)]
    first = tokens(piece)[0] if piece else None
    if first is None or (first.tag in ("v", "d", "p") and first.word not in words_of("nouns")):
        return ""
    found = phrases(piece)
    name = found[0].name if found and found[0].start <= 2 else ""
    if name and _WHEN.match(piece, found[0].start + len(name)):
        return ""
    if name and (m := _FIRMS.match(piece, found[0].start + len(name))):
        name += m.group()
    return name if 2 <= len(name) <= _PREFIX and not is_metric(name) else ""


def _verb_at(piece: str) -> int:
    """Where the first verb stands; the end where there is none."""
    for token in tokens(piece)[1:]:
        acts = token.tag in ("v", "d", "p") and token.word not in words_of("nouns") | {"相关"}
        if acts or token.word in words_of("cut"):
            return token.start
    return len(piece)


def empty(said: str) -> bool:
    """Whether words say nothing of their own, so that the thing is elided."""
    return is_metric(said) or all(
        (len(t.word) == 1 and not (t.tag in ("nr", "nz", "ns") and len(said) > 3))
        or t.tag[0] in _SAYS_NOTHING
        or t.word in lexicon("generic") | lexicon("lead") | words_of("labels")
        for t in tokens(said)
    )


def no_name(name: str) -> bool:
    """Whether an unknown phrase names nothing: a clause, a number, how something is."""
    words = tokens(name)
    last = words[-1]
    if re.match(
        r"[\d.]+\s?(?:亿|万|%|\+)|[HQ][1-4](?![A-Za-z0-9])|\+|第[一二三四五六七八九十\d]", name
    ):
        return True
    if all(t.tag[0] in _FUNCTION and not re.search(r"[A-Za-z]", t.word) for t in words):
        return True
    if name.startswith("较") or name.endswith("时") or "→" in name:
        return True
    if plausible(name) or drug(name):
        return False
    if last.tag in _ENDS_NO_NAME and last.word not in words_of("nouns"):
        return True
    acts = len(words[0].word) > 1 and words[0].word in _verbs() | words_of("cut")
    return (acts and len(words) > 1) or any(t.tag in ("d", "p", "r", "ul") for t in words[:-1])
