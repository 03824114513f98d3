"""Noun phrases that may name a technology, a product or an industry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.grammar import load
from loaders.tokens import Token, tokens

_LATIN = re.compile(r"[A-Za-z]")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_BRACKET = re.compile(r"[（(]([^（）()]{1,60})[)）]")
_ENGLISH_STOP = re.compile(
    r"\b(?:for|in|on|at|to|with|from|by|that|which|who|whose|as|into|under|over|while|after|before|"
    r"through|across|including|such|used|using|is|are|was|were|will|has|have|had)\b.*$",
    re.IGNORECASE,
)
_ENGLISH_LEAD = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|these|those|this|that|some|all|both|new|more|most|other|"
    r"various|several|many|own|first|second|next|key|main|major|leading|advanced|further|also|of|and|or|"
    r"about|around|its own|up to|only|about)\s+)+",
    re.IGNORECASE,
)
# “激光雷达+视觉”多传感器融合: what the parts make together
_QUOTED_SUM = re.compile(r"\s*[“\"][^”\"]*\+[^”\"]*[”\"](?:的)?([^“”\"，。]{2,})$")
# 504比特芯片“骁鸿”: the name that a description is given
_CALLED = re.compile(r"[^“”「」\"，。]{2,20}[“「]([^“”「」，。]{2,12})[”」]\s*$")
_NUMBERED = re.compile(r"^(?:全球|国内|海外)?[一二两三四五六七八九十数几\d]+大(?=.{2,})")
_DATED = re.compile(r"\d{4}\s?年|\d+\s?月\d*日?")
_MODEL = re.compile(r"^(?=.*\d)[A-Za-z][A-Za-z0-9\-+./]*(?: [A-Z0-9][A-Za-z0-9\-+]*)*$")
_FUNCTION = ("x", "uj", "ul", "u", "r", "d", "c", "p", "t", "q", "y")
LONGEST = 26


@cache
def lexicon(key: str) -> frozenset[str]:
    """One of the word lists of grammar/concepts.toml."""
    return frozenset(load("concepts")[key].split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate name: where it stands in its text, its words, and names in brackets after it."""

    start: int
    end: int
    name: str
    aliases: tuple[str, ...] = ()


def phrases(text: str) -> list[Phrase]:
    """The items of a slot such as `碳氢树脂(PCH)、萜烯树脂和PTFE等`, each trimmed to its noun phrase."""
    chinese = bool(_CJK.search(text))
    found = (_trim(text, start, end, chinese=chinese) for start, end in _items(text))
    return [phrase for phrase in found if phrase is not None]


def last_phrase(text: str) -> Phrase | None:
    """The noun phrase that a slot ends in: `自研的飞轮大模型` → 飞轮大模型."""
    found = phrases(text)
    return found[-1] if found else None


def opening(sentence: str) -> list[Phrase]:
    """The noun phrases a sentence begins with, up to its first verb or mark."""
    sentence = _BRACKET.sub("", sentence[:120])
    end = 0
    for token in tokens(sentence[:60]):
        if token.word in lexicon("verbs") or token.tag in ("x", "v", "d", "p", "r", "uj") and not _glued(token, sentence):
            break
        end = token.end
    return phrases(sentence[:end]) if end >= 2 else []


def _glued(token: Token, sentence: str) -> bool:
    """Whether a verb or bracket goes on into a noun: `稀释制冷机`, `碳氢树脂（PCH）`."""
    if token.tag == "x":
        return token.word in "、 " and token.start > 0
    return token.tag == "v" and token.start == 0


def plausible(name: str, *, loose: bool = False) -> bool:
    """Whether an unknown phrase may be a technology.

    It must read as a name: not generic, no verb of a clause in it, and end like one (or hold a
    Latin word). `loose` trusts the place it stands in (a list beside names, a table's column).
    """
    if not 2 <= len(name) <= LONGEST and not (len(name) <= 60 and not _CJK.search(name)):
        return False
    if not _CJK.search(name):
        return _plausible_english(name, loose)
    if name in lexicon("generic") or name.startswith(("不", "无法", "没有", "一些", "某", "一个")) or _DATED.search(name):
        return False
    if name[0] == "无" and len(name) > 3 and plausible(name[1:]):
        return False
    if any(name.endswith(end) for end in lexicon("bad_ends")):
        return False
    words = tokens(name)
    if any(t.word in lexicon("verbs") or t.tag in ("uj", "ul", "r", "y", "w") for t in words):
        return False
    latin = any(_LATIN.search(t.word) and len(t.word) > 1 for t in words)
    if latin and words[-1].word in ("系列", "级", "代", "型", "版"):
        return True
    if not words[-1].noun and not _ends_well(name) and not (loose and words[-1].tag[0] not in "upcdyrx"):
        return False
    if all(t.word in lexicon("generic") for t in words):
        return False
    if latin:
        return True
    return len(name) >= 2 if loose else len(name) >= 3 and _ends_well(name)


def model_like(name: str) -> bool:
    """Whether a name looks like a model or version: H100, 天神之眼A, ADS 3.0, 朱雀三号."""
    return bool(
        _MODEL.match(name)
        or re.search(r"[\u4e00-\u9fff][A-Z]?\d[\d.A-Za-z]*$|[\u4e00-\u9fff][A-Z]$|号[甲乙丙]?$|系列$|"
                     r"[A-Za-z]\d+(?:\.\d+)?(?: ?(?:Pro|Max|Ultra|Plus|Mini|SE|EV))*$", name)
    )


def _plausible_english(name: str, loose: bool) -> bool:
    words = name.split()
    low = [w.lower() for w in words]
    if not words or len(words) > 6 or not _LATIN.search(name):
        return False
    if all(w in lexicon("generic_en") for w in low) or low[-1] in ("the", "of", "and"):
        return False
    return loose or len(name) >= 2


def _ends_well(name: str) -> bool:
    return any(name.endswith(h) and len(name) > len(h) for h in _heads_by_end().get(name[-1], ()))


@cache
def _heads_by_end() -> dict[str, tuple[str, ...]]:
    ends: dict[str, list[str]] = {}
    for head in lexicon("heads"):
        ends.setdefault(head[-1], []).append(head)
    return {k: tuple(v) for k, v in ends.items()}


def _items(text: str) -> list[tuple[int, int]]:
    """Spans of the coordinated items, brackets kept with the item before them."""
    marks = load("concepts")["split"]["marks"]
    between = set(load("concepts")["split"]["zh"])
    cuts, depth = [], 0
    words = {t.start: t for t in tokens(text)} if _CJK.search(text) else {}
    for i, c in enumerate(text):
        if c in "（(":
            depth += 1
        elif c in "）)":
            depth = max(0, depth - 1)
        if depth:
            continue
        if c in marks or (c in ",，" and not _number_comma(text, i)):
            cuts.append((i, i + 1))
        elif (t := words.get(i)) and t.word in between and i > 0:
            cuts.append((i, t.end))
    if not words:
        cuts += [m.span() for m in re.finditer(r"\s(?:and|or|as well as|plus)\s|\s&\s", text)]
        cuts.sort()
    spans, at = [], 0
    for start, end in cuts:
        if start >= at:
            spans.append((at, start))
            at = end
    spans.append((at, len(text)))
    return spans


def _number_comma(text: str, i: int) -> bool:
    return 0 < i < len(text) - 1 and text[i - 1].isdigit() and text[i + 1].isdigit()


def _trim(text: str, start: int, end: int, *, chinese: bool) -> Phrase | None:
    piece = text[start:end]
    if not _CJK.search(piece):
        return _trim_english(piece, start, clause=not chinese)
    aliases = []
    if (m := _BRACKET.search(piece)) and piece[m.end() :].strip(" 等等技术的") == "":
        aliases = [a for a in re.split(r"[，,、/；;]|简称|即|又称", m.group(1)) if _alias(a)]
        piece = piece[: m.start()]
    elif m and m.start() == 0:
        start, piece = start + m.end(), piece[m.end() :]
    if m := _QUOTED_SUM.match(piece):
        start, piece = start + m.start(1), m.group(1)
    elif m := _CALLED.match(piece):
        start, piece = start + m.start(1), m.group(1)
    piece_start = start + len(piece) - len(piece.lstrip(" “”\"'‘’「」•·-"))
    piece = piece.strip(" “”\"'‘’「」•·-。.：:")
    if m := _NUMBERED.match(piece):
        piece_start, piece = piece_start + m.end(), piece[m.end() :]
    words = _before_etc(list(tokens(piece)))
    words = _after_modifier(words)
    while words and _leading(words):
        words = words[1:]
    words = _before_verb(words)
    while words and (words[-1].word in lexicon("tail") and len(words) > 1 or words[-1].tag in ("x", "uj", "ul", "f", "y", "c", "p", "u")) and not _LATIN.search(words[-1].word):
        words = words[:-1]
    if not words:
        return None
    a, b = words[0].start, words[-1].end
    name = re.sub("[“”‘’「」\"]", "", piece[a:b]).strip(" '")
    return Phrase(piece_start + a, piece_start + b, name, tuple(x.strip() for x in aliases)) if name else None


def _alias(text: str) -> bool:
    text = text.strip()
    return bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9 \-+./&]{1,60}", text) or re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9]{2,12}", text)) and text not in lexicon("generic")


def _after_modifier(words: list[Token]) -> list[Token]:
    """What stands after the last 的 (a relative clause names nothing)."""
    for i in range(len(words) - 2, -1, -1):
        if words[i].word in ("的", "之") and words[i].tag == "uj":
            return words[i + 1 :]
    for i in range(len(words) - 2, 0, -1):
        if words[i].tag == "a" and words[i - 1].tag == "d":
            return words[i + 1 :]
    return words


def _before_verb(words: list[Token]) -> list[Token]:
    """What stands before the verb of a clause that goes on: `芯片互联构成了…` names 芯片互联."""
    for i, token in enumerate(words):
        if i and (token.word in lexicon("verbs") or token.tag in ("ul", "uz") or token.word == "相关"):
            return words[:i]
    return words


def _before_etc(words: list[Token]) -> list[Token]:
    """What stands before 等: `偏滤器等装备` names the 偏滤器."""
    for i, token in enumerate(words):
        if token.word in ("等", "等等") and i:
            return words[:i]
    return words


def _leading(words: list[Token]) -> bool:
    first = words[0]
    if _LATIN.search(first.word):
        return False
    if first.tag == "m" or re.fullmatch(r"[\d.]+", first.word):
        return len(words) > 1 and words[1].tag in ("q", "m") and words[1].word not in ("英寸", "级", "层", "代")
    if len(words) == 1:
        return first.tag[0] in "xucp"
    if first.tag == "d" and len(first.word) == 1 and first.word not in lexicon("lead"):
        return False
    return first.word in lexicon("lead") or first.tag in _FUNCTION


def _trim_english(piece: str, start: int, *, clause: bool) -> Phrase | None:
    """An English noun phrase; in a `clause`, only what stands before its next preposition."""
    aliases = []
    if m := re.search(r"\(([^()]{1,40})\)\s*$", piece):
        aliases = [m.group(1)] if re.fullmatch(r"[A-Z][A-Za-z0-9\-+]{1,12}", m.group(1)) else []
        piece = piece[: m.start()]
    cut = _ENGLISH_STOP.sub("", piece) if clause else piece
    lead = len(cut) - len(cut.lstrip(" “”\"'.,"))
    cut = cut.strip(" “”\"'.,;:")
    if m := _ENGLISH_LEAD.match(cut + " "):
        lead += m.end()
        cut = cut[m.end() :]
    cut = cut.split(" of ")[0] if cut.count(" of ") and len(cut.split()) > 6 else cut
    return Phrase(start + lead, start + lead + len(cut), cut, tuple(aliases)) if cut else None
