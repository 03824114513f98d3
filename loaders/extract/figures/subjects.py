"""Who or what a figure is about: the thing in the words before its metric."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.concepts import LONGEST, lexicon, model_like, phrases, plausible
from loaders.document import Document
from loaders.extract.figures.metrics import is_metric
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

if TYPE_CHECKING:
    from loaders.extract.figures.prose import Line

_REGION = re.compile(r"(全球|世界|国内|中国大陆|中国|我国|全国|海外|国外|国际|本土|北美|欧洲|亚太|亚洲|欧美|global|worldwide|world|China|domestic)", re.IGNORECASE)
_HOME = {"国内": "中国", "我国": "中国", "全国": "中国", "本土": "中国", "中国大陆": "中国大陆", "世界": "全球", "国际": "海外", "国外": "海外", "worldwide": "global", "world": "global"}
_LEAD = re.compile(r"^(?:其中|而|但|同时|此外|另外|不过|例如|如|据|根据|以|对|与|和|及|约有|共有|每|该|这|目前|当前|现阶段|近年来|整个|整体|单|随着|由于|其|以及|并|从|在|按照|照此)+")
_ETC = re.compile(r"等(?=[\u4e00-\u9fffA-Za-z]{2,})")


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that some words name; `prefix` is what they say of it beside, `place` a region."""

    thing: Thing | None = None
    prefix: str = ""
    place: str | None = None


class Subjects:
    """Finds the things of one report's figures."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def read(self, words: str, line: Line | None = None) -> Subject:
        """The thing that the words before a metric name."""
        text = _cut(words)
        place = _REGION.search(text)
        mentions = [m for m in self.document.gazetteer.find(text) if not self._is_source(m, line)]
        orgs = [m for m in mentions if m.thing.cls in ORGS]
        if orgs:
            first = orgs[-1] if orgs[-1].start <= 2 or text[: orgs[-1].start].endswith(("，", "、")) else orgs[0]
            return Subject(first.thing, _prefix(text[first.end :]), place.group() if place else None)
        exact = next((m for m in mentions if m.thing.cls in CONCEPTS and m.end - m.start >= len(text) * 0.75), None)
        if exact:
            return Subject(exact.thing, "", place.group() if place else None)
        bare = _REGION.sub("", text, count=1).strip(" 的") if place else text
        if not bare:
            return Subject(None, "", place.group() if place else None)
        spot = next((m for m in mentions if m.thing.cls == "Place" and m.start == 0), None)
        if spot and spot.end >= len(text.rstrip("的市省")):
            return Subject(None, "", spot.thing.name)
        rest = text[spot.end :].strip(" 的") if spot else bare
        return Subject(self.named(rest, line), "", place.group() if place else (spot.thing.name if spot else None))

    def named(self, words: str, line: Line | None = None) -> Thing | None:
        """The thing that a noun phrase names; None where it is generic or reads like no name."""
        del line
        name = _name(words)
        if not name or name in lexicon("generic") or is_metric(name) and not self.document.gazetteer.known(name):
            return None
        known = self.document.gazetteer.known(name)
        if known:
            return known
        if not plausible(name, loose=True) and not model_like(name):
            return None
        cls = "Product" if model_like(name) else "Industry" if name.endswith(("市场", "行业", "产业", "板块")) else "Technology"
        if cls == "Industry" and len(name) > 4 and name.endswith("市场"):
            name = name[:-2]
        return self.document.gazetteer.named(name, cls, *CONCEPTS)

    def counted(self, right: str) -> str:
        """What is counted behind a number: 3颗|激光雷达."""
        piece = re.split(r"[，。；、（(+＋）)：\d/]|和|与|及|等", right)[0].strip(" 的")
        found = phrases(piece)
        if not found or found[0].start > 2:
            return ""
        name = found[0].name
        return name if 2 <= len(name) <= 14 and not is_metric(name) else ""

    def sources(self, text: str, start: int, end: int, mentions: Sequence[Mention]) -> tuple[Thing, ...]:
        """Who says so: `据X数据`, `X预计`."""
        grammar = load("figures")["source"]
        piece = text[start:end]
        spans: list[tuple[int, int]] = []
        for m in re.finditer(r"(?:根据|据|援引|来自|依据|按照)([^，。；]{2,40}?)(?:的)?(?:最新|最近)?(?:数据|预测|统计|报告|测算|显示|预计|估计|估算|披露|发布|公布|调研|研究|口径)", piece):
            spans.append((start + m.start(1), start + m.end(1)))
        found = [x for x in mentions if x.thing.cls in ORGS and any(a <= x.start and x.end <= b for a, b in spans)]
        for x in mentions:
            if x.thing.cls in ORGS and start <= x.start < end:
                after = text[x.end : x.end + 4]
                if after.startswith(("预计", "预测", "预期", "估计", "统计", "数据")) or (after.startswith("认为") ):
                    found.append(x)
        if not found:
            for a, b in spans:
                if m := re.search(r"[A-Z][A-Za-z& ]{1,20}$|^[\u4e00-\u9fff]{2,10}(?:研究院|研究所|咨询|证券|研究)$", text[a:b].strip()):
                    return (self.document.gazetteer.named(m.group().strip(), "Company", *ORGS),)
        del grammar
        return tuple(dict.fromkeys(x.thing for x in found))

    def _is_source(self, m: Mention, line: Line | None) -> bool:
        return line is not None and any(t.id == m.thing.id for t in line.told.sources)


def region_of(words: str, mentions: Sequence[Mention]) -> str | None:
    """The region that the words before a number name last."""
    found = [(m.start(), m.group()) for m in _REGION.finditer(words)]
    places = [m for m in mentions if m.thing.cls == "Place"]
    if found:
        return _HOME.get(found[-1][1], found[-1][1])
    return places[-1].thing.name if places else None


def _cut(words: str) -> str:
    """The noun phrase that some words end in: what stands behind their last verb."""
    text = re.split(r"[，。；：！？—]|——", words)[-1].strip(" 　的“”\"'*（(")
    start = 0
    for token in tokens(text):
        if token.word in lexicon("verbs") and token.word not in ("用", "是", "对", "为", "与", "有") or token.tag in ("p", "y") and token.end < len(text):
            start = token.end
    text = text[start:].strip(" 的")
    if m := list(_ETC.finditer(text)):
        rest = text[m[-1].end() :]
        if rest not in lexicon("generic") and not is_metric(rest) and rest not in ("硬件", "国家", "地区", "城市"):
            text = rest
    return _LEAD.sub("", text).strip(" 的")


def _prefix(words: str) -> str:
    text = re.sub(r"^(?:的|在|股份|公司|集团|[（(][^（）()]*[)）])+", "", words.strip()).strip(" 的")
    return _REGION.sub("", text).strip(" 的") if len(text) <= 14 else ""


def _name(words: str) -> str:
    text = _cut(words)
    parts = re.split(r"的", text)
    text = parts[-1] if len(parts[-1]) >= 2 else text
    text = re.sub(r"^[\d一二三四五六七八九十]+(?:大|个|家|款|种|类|颗|台)", "", text)
    text = re.sub(r"(?:总体|整体|合计|全部|平均|方面|领域)$", "", text).strip(" “”\"'")
    return text if len(text) <= LONGEST else ""
