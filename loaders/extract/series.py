"""Generations: `ADS1.0 … ADS2.0 …`, `HVLP1-5`: who made them, and which follows which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from loaders.document import Document
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_LABEL = re.compile(
    r"^[“\"]?(?P<name>(?P<stem>[A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff \-]{0,14}?)\s?(?P<number>\d+(?:\.\d+)?))[”\"]?\s*[：:]"
)

_UPGRADE = re.compile(
    r"[从由]\s?(?P<old>[A-Za-z][A-Za-z0-9.\- ]{0,14}?)\s?"
    r"(?:向|到|至|升级到|升级至|升级为|迭代至|迭代到|演进至|演进到|过渡到)\s?(?P<new>[A-Za-z][A-Za-z0-9.\- ]{0,14})"
)
_VERSION = re.compile(r"(?P<stem>(?:[A-Za-z][A-Za-z\-]*?)??)(?P<gap>\s?)[vV]?\d+(?:\.\d+)?")
_NEXT = re.compile(
    r"(?<![A-Za-z])(?P<stem>[A-Z][A-Za-z]{1,6})(?P<number>\d{1,2})(?!\d)[^。；A-Z]{0,20}?"
    r"[为是](?:公司|其|该公司|行业)?的?下一代(?:产品|方案|平台|架构|技术|材料|芯片)?(?=[，。；]|$)"
)

_NAME = re.compile(r"(?<![A-Za-z0-9\-])[A-Z][A-Za-z]*-?\d[A-Za-z0-9\-]*(?![A-Za-z0-9])")
# how far before the comparison what is compared may stand
_NEAR = 120
_THAN = re.compile(
    r"(?:较|相比于?|相较于?|相对于?|比|与)(?:其|公司)?(?:上一代|前一代|前代|上代)的?(?:产品|芯片|平台|型号|机型)?\s?"
    rf"(?P<old>{_NAME.pattern})"
)


def read(document: Document) -> Iterator[Claim]:
    """Labels that share a stem and count up: each follows the one before."""
    sentences = [s for s in (*document.sentences, *document.told) if _LABEL.match(s.value)]
    for _, run in groupby(sentences, key=_family):
        members = [(s, m) for s in run if (m := _LABEL.match(s.value))]
        if len(members) < 2 or not _counts_up([float(m.group("number")) for _, m in members]):
            continue
        named = [
            (s, document.gazetteer.named(m.group("name"), "Product", *CONCEPTS)) for s, m in members
        ]
        yield from _succession(named)
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese:
            yield from _upgraded(document, sentence)
            yield from _next(document, sentence)
            yield from _than_before(document, sentence)


def _upgraded(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`从 K7 向 K8 升级`, `从 QPU v6 到 v7`: the second follows the first."""
    for m in _UPGRADE.finditer(sentence.value):
        old, new = m.group("old").strip(), m.group("new").strip()
        before, after = _VERSION.fullmatch(old), _VERSION.fullmatch(new)
        if before is None or after is None:
            continue
        if not after.group("stem"):
            new = f"{before.group('stem')}{before.group('gap')}{new}"
        elif before.group("stem") != after.group("stem"):
            continue
        yield _follows(document, sentence, new, old)


def _next(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`K5 门槛最高，为下一代产品`: it follows K4, where the sentence names that."""
    for m in _NEXT.finditer(sentence.value):
        old = f"{m.group('stem')}{int(m.group('number')) - 1}"
        if re.search(rf"{re.escape(old)}(?!\d)", sentence.value):
            yield _follows(document, sentence, m.group("stem") + m.group("number"), old)


def _than_before(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`K5 的算力较上一代 K3 提升…`: it follows what it is compared with."""
    for m in _THAN.finditer(sentence.value):
        before = list(_NAME.finditer(sentence.value, max(0, m.start() - _NEAR), m.start()))
        if before and before[-1].group() != m.group("old"):
            yield _follows(document, sentence, before[-1].group(), m.group("old"))


def _follows(document: Document, sentence: Sentence, new: str, old: str) -> Claim:
    things = [document.gazetteer.named(name, "Product", *CONCEPTS) for name in (new, old)]
    return Claim(things[0], "SUCCEEDS", things[1], sentence.text, "series:upgrade")


def _family(sentence: Sentence) -> tuple[str, int]:
    m = _LABEL.match(sentence.value)
    return (m.group("stem").strip() if m else "", id(sentence.block))


def _counts_up(numbers: list[float]) -> bool:
    return all(a < b for a, b in pairwise(numbers)) and numbers[-1] < 1900


def _succession(named: list[tuple[Sentence, Thing]]) -> Iterator[Claim]:
    for sentence, thing in named:
        if sentence.topic is not None and sentence.topic.cls == "Company":
            yield Claim(sentence.topic, "PRODUCES", thing, sentence.text, "series:label")
    for (_, old), (sentence, new) in pairwise(named):
        yield Claim(new, "SUCCEEDS", old, sentence.text, "series:next")
