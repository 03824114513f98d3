"""What a number measures: metric and thing measured, cut out of the words beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.grammar import load
from loaders.tokens import Token, tokens

_SYMBOL = re.compile(
    r"(?:(?<![A-Za-z])\s?(?<![A-Za-z])[A-Z][a-zA-Z]{0,2})?\s?(?:[（(][^（）()]{1,24}[)）])?$"
)
_RATES = ("增长率", "增速", "CAGR", "占比")
_QUALIFIED = re.compile(r"(?:单?季度|[上下]半年|全年)?(?:扣非后?|归母|度电)$")
_SHORT = re.compile(r"(?![高低大小长])[\u4e00-\u9fff]{2,3}")
_LONGEST = 8
_PLAIN = re.compile(r"(?!的)[\u4e00-\u9fff]{2,4}")
_LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Measure:
    """The words beside a number, cut in two: `rest` names the thing, `metric` what is measured."""

    rest: str
    metric: str


@cache
def lexicon(key: str) -> frozenset[str]:
    """One of the word lists of [metric] in grammar/figures.toml."""
    return frozenset(load("figures")["metric"][key].split())


@cache
def _by_last() -> dict[str, tuple[str, ...]]:
    ends: dict[str, list[str]] = {}
    for head in sorted(lexicon("heads"), key=len, reverse=True):
        ends.setdefault(head[-1], []).append(head)
    return {k: tuple(v) for k, v in ends.items()}


def measure(words: str) -> Measure | None:
    """Cut the metric off the end of some words: 全球GPU出货量 → 全球GPU, 出货量.

    A symbol and a condition in brackets stay with it: 介电常数 Dk（1MHz）. None where the words
    end in no metric.
    """
    text = words.strip(" 　“”\"'")
    tail = _SYMBOL.search(text)
    for end in dict.fromkeys((len(text), tail.start() if tail else len(text))):
        start = _start(text[:end])
        if start is not None and (end == len(text) or not _LATIN.match(text[start])):
            rest, metric = text[:start].rstrip(), text[start:]
            if rest and metric.startswith("指数"):
                return Measure(f"{rest}指数", metric)
            return Measure(rest, metric)
    return None


def is_metric(words: str) -> bool:
    """Whether some words are a metric and nothing else."""
    found = measure(words)
    return found is not None and not found.rest


def leading_metric(words: str) -> str:
    """The metric that some words begin with: 市场占有率|稳居榜首; nothing where there is none."""
    best, end = "", 0
    acts = {"", *(t.word for t in tokens(words[:14])[:1] if t.tag in ("v", "vn"))}
    for token in tokens(words[:14]):
        end = token.end
        found = measure(words[:end])
        if found and found.rest in acts:
            best = words[:end]
        elif best or (token.tag in ("v", "p", "d", "x") and end > 8):
            break
    return best.strip() or _described(words)


def _described(words: str) -> str:
    """A metric with what tells of which kind it is, and no more: 交换容量, 发射间隔."""
    found = measure(words) if len(words) <= _LONGEST else None
    return words if found and _PLAIN.fullmatch(found.rest) else ""


def ends_in_head(text: str) -> bool:
    """Whether a text ends in a metric that the list knows, of two characters or more."""
    return any(len(h) > 1 and text.endswith(h) for h in _by_last().get(text[-1:], ()))


def _start(text: str) -> int | None:
    """Where the metric begins that `text` ends in."""
    text = text.rstrip()
    if not text:
        return None
    head = next((h for h in _by_last().get(text[-1], ()) if text.endswith(h)), None)
    if head is not None and not (
        _LATIN.match(head) and len(text) > len(head) and re.match(r"[A-Za-z]", text[-len(head) - 1])
    ):
        return _extended(text, _whole(text, len(text) - len(head)))
    return _by_form(text)


def _whole(text: str, start: int) -> int:
    """Where the word begins that a head starts in the middle of: 使|用量 is 使用量."""
    inside = next((t for t in tokens(text) if t.start < start < t.end), None)
    return inside.start if inside is not None and _SHORT.fullmatch(inside.word) else start


def _by_form(text: str) -> int | None:
    """A metric that no list knows: a noun that ends in 率, 量, 额 and the like."""
    words = tokens(text)
    last = words[-1]
    if len(last.word) == 1:
        return _by_two(text, words)
    if last.word in lexicon("never") or last.word[-1] not in load("figures")["metric"]["ends"]:
        return None
    return _extended(text, last.start) if last.tag[0] in "nlzg" or last.tag == "vn" else None


def _by_two(text: str, words: tuple[Token, ...]) -> int | None:
    """A word and what counts it: 调用|量, 置入|费, 患者|数."""
    if len(words) < 2 or words[-1].word not in load("figures")["metric"]["tails"]:
        return None
    before = words[-2]
    named = before.tag[0] in "nva" and len(before.word) > 1 and before.end == words[-1].start
    never = before.word + words[-1].word in lexicon("never")
    return _extended(text, before.start) if named and not never else None


def _extended(text: str, start: int) -> int:
    """Take the words before a head that belong to it: 进口|占比, 累积|市场|价值."""
    before: list[Token] = list(tokens(text[:start].rstrip()))
    while (
        before
        and before[-1].word in lexicon("modifiers")
        and before[-1].end == len(text[:start].rstrip())
    ):
        if before[-1].word in ("国内", "海外", "全球", "现有", "主要") and len(before) == 1:
            break
        # 教育业务|合同额: a business of its own, and no 业务合同额
        if before[-1].word == "业务" and len(before) > 1:
            break
        start = before[-1].start
        before = before[:-1]
    if m := _QUALIFIED.search(text[:start]):
        return m.start()
    left = text[:start].rstrip()
    other = next(
        (h for h in _by_last().get(left[-1:], ()) if len(h) > 1 and left.endswith(h)), None
    )
    glued = len(left) == start or text[start:].endswith(_RATES)
    if other and other not in ("市场", "空间", "覆盖", "时间") and glued:
        return _extended(text, len(left) - len(other))
    return start
