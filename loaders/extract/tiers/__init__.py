"""Tiers of a chain: what a sentence or a list puts upstream, midstream, downstream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from loaders.blocks import Text
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.tiers import charts
from loaders.extract.tiers.standing import standing
from loaders.extract.tiers.whose import whose
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Thing
from loaders.tokens import tokens

_WORD = re.compile(r"(?:产业链)?(中上游|中下游|上游|中游|下游)")
_NOT = re.compile(
    r"上下游|上中下游|下游(?:需求|客户|厂商|企业|供应链|应用领域需求|市场需求|景气|行业景气)|上游(?:供应商|缺|涨价|成本|价格)|的(?:上游|下游)$"
)
# 上中游, 甲的上游, and what somebody else stands in: 甲处于产业链上游
_OTHERS = re.compile(r"[上中]$|(?<!链)的$|(?:位于|处于|属于|居于|雄踞)[^，。；]{0,12}$")
_BRACKET = re.compile(r"^([^（(，。；]{0,10})[（(]([^（）()]{2,80})[)）]")
_VERB = re.compile(
    r"^(?P<gap>[^，。；：:（）()]{0,14}?)(?:(?:目前|主要|则|一般|通常|多|又|大致|,|，|是指)*)"
    r"(?:包括|包含|涵盖|涉及|为|是|有|如|以|由|聚焦|覆盖|主要在|指|即|构成|对应|[:：])(?:了|于|在|有)?(?P<list>[^。；]{2,160})"
)
_COLON = re.compile(r"^[^，。；：:]{0,12}[：:](?P<list>[^。；]{2,160})")
_LEAD = re.compile(
    r"^[^，。；：:、]{2,12}(?:层|环节|端)[，,](?:主要)?(?:包括|包含|涵盖|涉及|聚焦|为|是)(?P<list>[^。；]{2,120})"
)
_SPEAKING = ("聚焦", "直接", "对接", "面向", "服务", "覆盖", "涉及", "负责")
# 下游应用领域的完整产业链: what the tiers make together
_WHOLE = re.compile(
    r"(?:等)?(?:环节|领域)?(?:在内)?的(?:完整|全|较完整)?(?:产业链|链条|体系|生态|闭环)(?:条|体系)?$"
)
# `（含载板）`, `原材料 + 专用设备`
_WITH = re.compile(r"^(?:含|包含|包括|如)")
_PLUS = re.compile(r"\s\+\s")
LONGEST_BARE = 30
# `上游材料：…`, `上游企业也…`: who is named behind it is one of its own
_LABEL = re.compile(
    r"[^，,。；：:]{0,10}[：:]|[^，,。；]*$|的?(?:市场|企业|厂商|公司|龙头|环节|玩家)"
)
_REPRESENT = re.compile(r"为代表.*$|等.*$")


@dataclass(frozen=True)
class Span:
    """What a sentence says of one tier: the words from its tier word to the next."""

    tier: str
    text: str


def read(document: Document) -> Iterator[Claim]:
    """The tiers that prose states."""
    drawn: set[int] = set()
    for at, block in enumerate(document.layout.blocks):
        top = charts.heads(block.text) if block.kind == "paragraph" else []
        industry = whose(document, "", block, 0) if top else None
        if industry is not None:
            drawn.add(id(block))
            for word, members, text in charts.seats(document, at, top):
                yield from claims(industry, word, members, text, "tier:chart")
                if not members:
                    yield Claim(tier(industry, word), "TIER_OF", industry, text, "tier:chart")
    for sentence in document.sentences:
        if sentence.chinese and _WORD.search(sentence.value) and id(sentence.block) not in drawn:
            yield from _of_sentence(document, sentence)


def tier(industry: Thing, word: str) -> Thing:
    """The tier `<industry>/上游`."""
    return Thing("Tier", f"{industry.name}/{load('tiers')['tier'][word]}")


def claims(
    industry: Thing, word: str, members: list[Thing], text: Text, method: str
) -> Iterator[Claim]:
    """That the members stand in a tier, and that the tier is the industry's."""
    place = tier(industry, word)
    if members:
        yield Claim(place, "TIER_OF", industry, text, method)
    for member in members:
        if member.id != industry.id:
            yield Claim(member, "IN_TIER", place, text, method)


def _of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    if stands := standing(document, sentence):
        word, whole, members = stands
        yield from claims(whole, word, members, sentence.text, "tier:standing")
    spans = _spans(sentence.value)
    if not spans:
        return
    first = _WORD.search(sentence.value)
    industry = whose(document, sentence.value, sentence.block, first.start() if first else 0)
    if industry is None:
        return
    for span in spans:
        members = _members(document, span.text, several=len(spans) > 1)
        yield from claims(industry, span.tier, members, sentence.text, "tier:sentence")


def _spans(text: str) -> list[Span]:
    found = [m for m in _WORD.finditer(text) if not _NOT.match(text, m.start())]
    found = [m for m in found if not _OTHERS.search(text[max(0, m.start() - 16) : m.start()])]
    out = []
    for m, after in zip_longest(found, found[1:]):
        end = after.start() if after else len(text)
        out.append(Span(m.group(1), text[m.end() : end]))
    return out


def _members(document: Document, text: str, *, several: bool) -> list[Thing]:
    """The members that the words after a tier word list."""
    if m := _BRACKET.match(text):
        inside = [x.thing for x in document.gazetteer.find(m.group(2)) if x.thing.cls in ORGS]
        return inside or _listed(document, m.group(2))
    orgs = [m for m in document.gazetteer.find(text) if m.thing.cls in ORGS]
    if orgs and _LABEL.match(text[: orgs[0].start].lstrip("，, ")):
        return [m.thing for m in orgs]
    for way in (_LEAD, _VERB, _COLON):
        if m := way.match(text.lstrip("，, 的")):
            return _listed(document, m.group("list"))
    bare = _WHOLE.sub("", re.split(r"[，,。；]", text)[0])
    return _listed(document, bare) if several and 2 <= len(bare) <= LONGEST_BARE else []


def _listed(document: Document, text: str) -> list[Thing]:
    piece = re.split(r"[，,](?!(?:[^，。；]{1,18}、))", _REPRESENT.sub("", text))[0]
    found = phrases(_PLUS.sub("、", _WITH.sub("", piece)))
    good = [p for p in found if _names(document, p.name, several=len(found) > 1)]
    return [
        document.gazetteer.named(p.name, "Technology", *CONCEPTS).called(*p.aliases) for p in good
    ]


def _names(document: Document, name: str, *, several: bool) -> bool:
    """Whether a phrase names a member: it reads like a thing, or is known to be one."""
    known = document.gazetteer.known(name)
    named = plausible(name, loose=several) or (known is not None and known.cls in CONCEPTS)
    return (named and not _of_chain(name)) or bool(pattern("tiers", "stage").fullmatch(name))


def _of_chain(name: str) -> bool:
    """Whether a phrase speaks of the tier itself (核心基础层) or is a clause (直接对接政务)."""
    words = tokens(name)
    if "产业链" in name or words[-1].word.startswith("最"):
        return True
    return name.endswith(("层", "环节", "风险")) or words[0].word in _SPEAKING
