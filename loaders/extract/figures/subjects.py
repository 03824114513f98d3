"""Who or what a figure is about: the thing in the words before its metric."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.concepts import LONGEST, lexicon, model_like, phrases, plausible
from loaders.document import Document
from loaders.extract.figures.metrics import is_metric
from loaders.grammar import load, words
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import Token, tokens

REGION = re.compile(
    r"(全球|全世界|世界|国内|中国大陆|中国|我国|全国|海外|国外|国际市场|本土|北美|欧洲|亚太|亚洲|欧美|(?<![A-Za-z])(?:[Gg]lobal|[Ww]orldwide|China|[Dd]omestic)(?![A-Za-z]))"
)
_HOME = {"国内": "中国", "我国": "中国", "全国": "中国", "本土": "中国", "全世界": "全球", "世界": "全球", "国际市场": "海外", "国外": "海外"}
_LEAD = re.compile(
    r"^(?:其中|而|但|同时|此外|另外|不过|例如|如|据|根据|则是|则|却|以及|以(?![太色])|对(?!虾|苯)|与|和|及|约有|共有|每年|每(?![\u4e00-\u9fff]{0,2}[股瓦])|该|全行业|这|目前|当前|现阶段|近年来|未来|预计|整个|整体|单[台机颗柜片架](?=[\sA-Za-z\u4e00-\u9fff])|单(?![晶抗体质模])|随着|由于|其(?!他)|并|从|在|按照|照此|使得?|是|为|有|将|普遍|远超|远高于|远低于|高于|低于|一般|大约|约|约为)+"
)
_TRAIL = re.compile(r"(?:为主|的|是|为|在|将|有|以|总体|整体|合计|全部|平均|方面|领域|已|已经|均|单月|单季|全年|一般|普遍|远超|远高于|远低于|高于|低于|也|共|约|对外|向外)+$")
_ETC = re.compile(r"等(?!离子|级|效|同|价|待|于|温|压|距)(?=[\u4e00-\u9fffA-Za-z]{2,})")
_MEASURED = re.compile(r"营收|收入|利润|销量|价格|纪录|新高|涨幅|增速|占比|同比|环比")
_QUALIFIED = re.compile(r"(?:经营性|投资性|筹资性|扣除非经常性损益后?|归属于(?:上市公司|母公司|公司)?(?:股东|所有者)?)(?=的?$)")
_QUOTED = re.compile(r"据|根据|数据|统计|预计|预测|显示|报告|快报|公告")
_ANAPHOR = re.compile(r"^(?:让|使|而|但|目前)?(?:该|这家|这一|这款|上述|前述|此)(?:芯片制造商|制造商|公司|企业|部门|巨头|厂商|集团|产品|机构)的?")
_COUNTED = re.compile(r"[，。；、（(+＋)）：\d/]|和|与|及|等|以上")
_ALIAS = re.compile(r"[（(][^（）()]*[)）]$")
_MODEL_AFTER = re.compile(r"^(?:第[一二三四五六七八九十\d]+代|[A-Za-z][\w.\-+]*\d|\s?[A-Z]{2,})")


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that some words name; `prefix` is what they say of it beside, `place` a region."""

    thing: Thing | None = None
    prefix: str = ""
    place: str | None = None
    several: bool = False
    anaphor: bool = False
    unknown: bool = False


class Subjects:
    """Finds the things of one report's figures."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def read(self, said: str, sources: Sequence[Thing] = ()) -> Subject:
        """The thing that the words before a metric name; never one of `sources`."""
        told = {t.id for t in sources if _QUOTED.search(said)}
        if m := _ANAPHOR.match(said.strip(" ，")):
            return Subject(None, prefix(said[m.end() :]), None, several="部门" in m.group(), anaphor=True)
        if qualified := _QUALIFIED.search(said):
            return Subject(self.read(said[: qualified.start()], sources).thing if qualified.start() else None, qualified.group() + "的")
        text = noun_phrase(said)
        mentions = [m for m in self.document.gazetteer.find(text) if m.thing.id not in told]
        place = region_of(text, mentions)
        orgs = [m for m in mentions if m.thing.cls in ORGS]
        if not orgs and (owner := self._owner(said, told)):
            return Subject(owner, prefix(text), place)
        if len(orgs) > 1 and _listed(text, orgs):
            before = re.split(r"——|—|：", said)[0]
            thing = self.named(before) if before != said else None
            return Subject(thing, "", place, several=thing is None)
        if orgs:
            return self._of_org(text, orgs, place)
        return self._of_concept(text, mentions, place)

    def _owner(self, said: str, told: set[str]) -> Thing | None:
        """The company at the head of a clause that tells its own figures: `甲2024年实现营收`."""
        for m in self.document.gazetteer.find(said):
            if m.thing.cls in ORGS and m.thing.id not in told and not said[: m.start].strip(" 　，其中而但"):
                rest = said[m.end :].strip()
                verbs = [t.word for t in tokens(rest) if t.tag[0] in "vp" or t.word in lexicon("verbs")]
                if verbs and all(v in words_of("own") or v in words_of("nouns") for v in verbs):
                    return m.thing
        return None

    def _of_org(self, text: str, orgs: list[Mention], place: str | None) -> Subject:
        m = orgs[-1] if "的" in text[: orgs[-1].start] else orgs[0]
        rest = text[m.end :].strip(" 的")
        if _MODEL_AFTER.match(rest) or (rest.endswith(tuple(words_of("belongings"))) and 2 < len(rest) <= 12 and not text[m.end :].startswith("的")):
            name = text[m.start :].strip(" 的")
            known = self.document.gazetteer.known(rest)
            return Subject(known or self.document.gazetteer.named(name, "Product", *CONCEPTS), "", place)
        return Subject(m.thing, prefix(text[m.end :]), place)

    def _of_concept(self, text: str, mentions: list[Mention], place: str | None) -> Subject:
        exact = next((m for m in mentions if m.thing.cls in CONCEPTS and m.end - m.start >= len(text) * 0.75), None)
        if exact:
            return Subject(exact.thing, "", place)
        bare = REGION.sub("", text, count=1).strip(" 的") if REGION.match(text) else text
        spot = next((m for m in mentions if m.thing.cls == "Place" and m.start == 0), None)
        if spot:
            bare = text[spot.end :].strip(" 的市省") if spot.end < len(text) else ""
        bare = re.split(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", bare)[-1]
        if not bare or bare in ("市场", "地区", "整体", "总体"):
            return Subject(None, "", place)
        thing = self.named(bare)
        return Subject(thing, "", place, unknown=thing is None and not _empty(bare))

    def named(self, said: str) -> Thing | None:
        """The thing that a noun phrase names; None where it is generic or reads like no name."""
        name = _name(said)
        if len(name) < 2 or name.endswith("性") or _MEASURED.search(name) or name in lexicon("generic") or name in words_of("labels") or name.startswith(("公司", "企业", "本公司")):
            return None
        known = self.document.gazetteer.known(name)
        if known:
            return None if known.cls in ("Place", "Person") else known
        base = name[:-2] if len(name) > 3 and name.endswith(("市场", "行业", "产业", "板块")) else ""
        if base:
            known = self.document.gazetteer.known(base)
            if known and known.cls in CONCEPTS:
                return known
            return self.document.gazetteer.named(base, "Industry", *CONCEPTS) if plausible(base, loose=True) and base not in lexicon("generic") and not _doing(base) else None
        if re.match(r"第[一二三四五六七八九十\d]", name) or all(t.tag[0] in "mqdvpcruxf" and not re.search(r"[A-Za-z]", t.word) for t in tokens(name)):
            return None
        if is_metric(name) or not (plausible(name, loose=True) or model_like(name)) or _doing(name):
            return None
        cls = "Product" if model_like(name) else "Technology"
        return self.document.gazetteer.named(name, cls, *CONCEPTS)

    def counted(self, right: str) -> str:
        """What is counted behind a number: 3颗|激光雷达."""
        piece = _COUNTED.split(right)[0].strip(" 的")
        if piece.endswith("时") or re.match(rf"{re.escape(piece)}\s?时", right.strip()):
            return ""
        piece = piece[: _verb_at(piece)]
        first = tokens(piece)[0] if piece else None
        if first is None or (first.tag in ("v", "d", "p") and first.word not in words_of("nouns")):
            return ""
        found = phrases(piece)
        if not found or found[0].start > 2:
            return ""
        name = found[0].name
        return name if 2 <= len(name) <= 14 and not is_metric(name) else ""


def _empty(words: str) -> bool:
    """Whether words say nothing of their own, so that the thing is elided."""
    return all(
        t.word in lexicon("generic") or t.word in lexicon("lead") or t.word in words_of("labels") or t.tag[0] in "dcpurxymqftv" or len(t.word) == 1
        for t in tokens(words)
    ) or is_metric(words)


def _doing(name: str) -> bool:
    """Whether an unknown name ends in a verb or says how something is."""
    every = tokens(name)
    last = every[-1]
    if last.tag in ("v", "d", "p", "r", "t", "i", "a", "z", "ul", "y", "f") and last.word not in words_of("nouns") and not plausible(name):
        return True
    if re.match(r"[\d.]+\s?(?:亿|万|%|\+)|\+", name):
        return True
    return any(t.tag in ("d", "p", "r", "ul") or (t.word in lexicon("verbs") | words_of("cut") | words_of("own") and len(t.word) > 1 and i == 0) for i, t in enumerate(every[:-1])) and not plausible(name)


def words_of(key: str) -> frozenset[str]:
    """One of the word lists of [words] in grammar/figures.toml."""
    return frozenset(load("figures")["words"][key])


def region_of(said: str, mentions: Sequence[Mention]) -> str | None:
    """The region that some words name last."""
    found = [(m.start(), m.group()) for m in REGION.finditer(said)]
    found += [(m.start, m.thing.name) for m in mentions if m.thing.cls == "Place"]
    places = [m for m in mentions if m.thing.cls == "Place"]
    if any(said[a.end : b.start].strip() in ("、", "和", "与", "及", "/") for a, b in zip(places, places[1:], strict=False) if a.end <= b.start <= len(said)):
        return None
    last = max(found, default=None)
    return _HOME.get(last[1], last[1]) if last else None


def noun_phrase(said: str) -> str:
    """The noun phrase that some words end in: what stands behind their last verb."""
    text = re.split(r"[，。；：！？“”]|——|—|[（(](?=[^（）()]*$)", said)[-1]
    text = re.sub(r"^(?:如|例如|其中|即|对应)", "", text)
    text = _TRAIL.sub("", text.strip(" 　的\"'*（("))
    words_ = list(tokens(text))
    start = 0
    for i, token in enumerate(words_):
        if _cuts(token, i, words_) and token.end < len(text):
            start = token.end
    text = _unverbed(text[start:], words_, start).strip(" 的、")
    if m := list(_ETC.finditer(text)):
        rest = text[m[-1].end() :]
        if rest not in lexicon("generic") and not is_metric(rest) and rest not in ("硬件", "软件", "国家", "城市", "多家", "品牌"):
            text = rest
    return _LEAD.sub("", text).strip(" 的")


def _unverbed(text: str, all_: list[Token], start: int) -> str:
    """The phrase without a verb at its end: 赛力斯预计实现."""
    for token in reversed([t for t in all_ if t.start >= start]):
        if len(token.word) < 2 or token.word not in lexicon("verbs") | words_of("own") or token.word in words_of("nouns"):
            break
        text = text[: token.start - start]
    return text


def _cuts(token: Token, i: int, all_: list[Token]) -> bool:
    if token.word in words_of("cut"):
        return token.word not in ("与", "比", "按") or i == 0
    if token.word in lexicon("verbs") and (len(token.word) > 1 or token.word in ("将", "使", "让")) and token.word != "产生":
        return True
    return token.tag in ("p", "y") or (token.tag == "f" and 0 < i < len(all_) - 1 and token.word in ("中", "里", "内") and len(all_[i + 1].word) > 1)


def _verb_at(piece: str) -> int:
    """Where the first verb stands; the end where there is none."""
    for i, token in enumerate(tokens(piece)):
        if i and (token.word in words_of("cut") or token.tag in ("v", "d", "p") and token.word not in words_of("nouns")):
            return token.start
    return len(piece)


def prefix(said: str) -> str:
    """What words say of a company's figure beside: 比亚迪|新能源汽车|销量."""
    text = re.sub(r"^(?:的|在|股份|公司|集团|[（(][^（）()]*[)）]|[\s、，和与及\u2063])+", "", said.strip()).strip(" 的")
    text = REGION.sub("", text)
    text = _LEAD.sub("", text).strip(" 的，")
    return text if len(text) <= 14 and not re.search(r"[，。；]", text) else ""


def _listed(text: str, orgs: list[Mention]) -> bool:
    """Whether companies stand in a row."""
    return any(re.fullmatch(r"(?:[（(][^（）()]*[)）])?\s*(?:、|和|与|及|以及|/|\+)\s*", text[a.end : b.start]) for a, b in zip(orgs, orgs[1:], strict=False))


def _parts(text: str) -> list[str]:
    """A phrase cut at its 的, but not inside a word that holds one: 波罗的海."""
    out, at = [], 0
    for token in tokens(text):
        if token.word == "的":
            out.append(text[at : token.start])
            at = token.end
    return [*out, text[at:]]


def _name(said: str) -> str:
    text = noun_phrase(re.sub(r"级别的", "级", said))
    parts = [p for p in _parts(text) if p]
    if len(parts) > 1 and len(parts[-1]) >= 2:
        text = parts[-1]
    text = re.sub(r"^(?:每|单|[\d一二三四五六七八九十]+)\s?(?:大|个|家|款|种|类|颗|台|辆|片|枚|套)(?=[\u4e00-\u9fffA-Za-z]{2,})", "", text)
    text = REGION.sub("", text, count=1) if REGION.match(text) else text
    if len(_ALIAS.sub("", text)) >= 2 and not re.search(r"[A-Z]\d", text):
        text = _ALIAS.sub("", text)
    text = _TRAIL.sub("", text).strip(" “”\"'·-")
    return text if len(text) <= LONGEST and not re.search(r"[，。；]", text) else ""


__all__ = ["Subject", "Subjects", "noun_phrase", "region_of", "words", "words_of"]
