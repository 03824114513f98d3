"""Who or what a figure is about: the thing in the words before its metric."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.concepts import lexicon, model_like, plausible
from loaders.document import Document
from loaders.extract.figures.metrics import is_metric
from loaders.extract.figures.phrases import (
    empty,
    name_of,
    no_name,
    noun_phrase,
    prefix,
    unled,
    unmade,
    words_of,
)
from loaders.extract.figures.regions import region_of, without_region
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_MEASURED = re.compile(r"营收|收入|利润|销量|价格|纪录|新高|涨幅|增速|占比|同比|环比")
_QUALIFIED = re.compile(
    r"(?:经营性|投资性|筹资性|扣除非经常性损益后?|"
    r"归属于(?:上市公司|母公司|公司)?(?:股东|所有者)?)(?=的?$)"
)
_PER = re.compile(
    r"(?P<of>.{2,24}?)\s?(?P<per>(?:日均|月均|年均|周均|每日|每周|每月|单日|单月)\s?[^，的]{0,10})$"
)
_ANAPHOR = re.compile(
    r"^(?:让|使|而|但|目前)?(?:该|这家|这一|这款|上述|前述|此)"
    r"(?:芯片制造商|制造商|公司|企业|部门|巨头|厂商|集团|产品|机构)的?"
)
_CAUSED = re.compile(r"(?:从而|并)?(?:使得?|让|令)(?=[^得])(?P<what>.+)$")
_HELPS = re.compile(
    r"(?:^|过|了|称|为|出)(?P<cause>[^，过了称为出]{2,16}?)(?:可以?|能够?|将|有望)(?:助力|帮助|推动|支持)(?P<what>[^，]*)$"
)
_COMPANYS = re.compile(
    r"(?:而|目前|当前|截至)?(?:本|集团)?公司的?(?=[\u4e00-\u9fffA-Z]{2})(?!治理|债)"
)
_ITS = re.compile(r"^(?:而|但|且|目前|当前)?其(?![他中它余次实])")
_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_THIS = re.compile(
    r"^(?:而|但|目前)?(?:该|这一?款|此款?|这种|这类)(?:[\u4e00-\u9fff]{0,4}?)"
    r"(?:车型|车|机型|型号|系列|产品|方案|平台|火箭|装置|设备|系统|芯片|材料|技术|模型|机器人|项目|工厂|基地|电池)(?![\u4e00-\u9fff]*(?:制造商|厂商))的?"
)
_MODEL_AFTER = re.compile(
    r"^(?:[A-Z][a-z]+(?: [A-Za-z\d+\-]+)*(?![A-Za-z])|第[一二三四五六七八九十\d]+代|[A-Za-z][\w.\-+]*\d|\s?[A-Z]{2,})"
)
_QUOTED = re.compile(r"[“「](?P<name>[^“”「」]{2,16})[”」]$")
_LATIN = re.compile(r"[A-Za-z\d]{2}")
_AND = re.compile(r"(?:[（(][^（）()]*[)）])?\s*(?:、|和|与|及|以及|/|\+)\s*")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_TOP = re.compile(
    r"(?:(?:行业)?前[一二两三四五六七八九十百\d]+[大名家强]?"
    r"(?:[\u4e00-\u9fff]{0,6}(?:者|商|企业|公司|厂|平台|巨头))?|"
    r"(?:行业)?(?:头部|龙头)(?:企业|公司|厂商)?|TOP\s?\d+(?:企业|公司|厂商)?)的?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^[\s，\u2063]*(?:其中|而|但|此前|目前|当前|此外|同时|截至|随后|近日|日前)*[\s，\u2063]*$"
)
_FIELDS = ("市场", "行业", "产业", "板块")
_COMPANY = ("公司", "企业", "本公司")


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that some words name; `prefix` is what they say of it beside, `place` a region.

    `several` where they list more than one, `anaphor` where they point back (该公司), `unknown`
    where they name something that reads like no name.
    """

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

    def read(self, said: str) -> Subject:
        """The thing that the words before a metric name."""
        said = unmade(said)
        if pointing := self._pointing(said.strip(" ，")):
            return pointing
        if m := _QUALIFIED.search(said):
            before = said[: m.start()]
            return Subject(self.read(before).thing if before else None, f"{m.group()}的")
        if (m := _PER.match(said)) and (of := self.read(m.group("of"))).thing:
            return replace(of, prefix=of.prefix + m.group("per").strip())
        if m := _CAUSED.match(said):
            found = self.read(m.group("what"))
            return Subject(prefix=prefix(m.group("what"))) if found.unknown else found
        return self._named(said)

    def _named(self, said: str) -> Subject:
        """The thing of words that do not point back."""
        found = self._of_words(said)
        if found.unknown and "\n" in said.strip():
            # the lines of a cell are no sentence
            return self._of_words(said.strip().rsplit("\n", 1)[-1])
        return found

    def _of_words(self, said: str) -> Subject:
        text = noun_phrase(said)
        if m := _TOP.search(text):
            before = text[: m.start()]
            return Subject(self._of_phrase(before, before).thing if before else None, m.group())
        return self._of_phrase(said, text)

    def _pointing(self, said: str) -> Subject | None:
        """What words name that point back: 这款芯片, 该公司, 其."""
        if said.endswith("其"):
            # 推动其获得: of whom the clause before tells
            return Subject()
        if m := _THIS.match(said):
            return Subject(prefix=prefix(noun_phrase(said[m.end() :])))
        if m := _ITS.match(said):
            return self._its(said[m.end() :])
        if (m := _COMPANYS.match(said)) and (own := self._own(said[m.end() :])):
            return own
        if m := _ANAPHOR.match(said):
            several = "部门" in m.group()
            return Subject(prefix=prefix(said[m.end() :]), several=several, anaphor=True)
        return None

    def _own(self, said: str) -> Subject | None:
        """`公司铝基板业务`: a business of the company that is told of; None for a clause."""
        named = self.document.gazetteer.find(said)
        text = said.strip(" 的")
        alone = noun_phrase(text) == text and not named
        return Subject(prefix=prefix(text), anaphor=True) if alone else None

    def _its(self, said: str) -> Subject:
        """`其甲产品销量`: a product by its name; anything else is a part of what was told of."""
        found = self.document.gazetteer.known(name_of(said))
        if found and found.cls not in ("Place", "Person", "Industry"):
            return Subject(found, "", region_of(said, ()))
        return Subject(prefix=prefix(noun_phrase(_BRACKETED.sub("", said))))

    def _of_phrase(self, said: str, text: str) -> Subject:
        """The thing of a noun phrase in the words `said`."""
        mentions = self.document.gazetteer.find(text)
        place = region_of(text, mentions)
        orgs = [m for m in mentions if m.thing.cls in ORGS]
        if (m := _HELPS.search(text)) and (cause := self._cause(m.group("cause"))):
            return Subject(cause, prefix(m.group("what")), place)
        if not orgs and (owner := self._owner(said)):
            return Subject(owner, prefix(text), place)
        if any(_AND.fullmatch(text[a.end : b.start]) for a, b in pairwise(orgs)):
            return self._of_row(said, place)
        if orgs:
            return self._of_org(text, orgs, place)
        return self._of_concept(text, mentions, place)

    def _cause(self, said: str) -> Thing | None:
        """What helps: CPO技术 is CPO where the report knows that."""
        known = self.document.gazetteer.known(said.removesuffix("技术"))
        return known if known and known.cls in CONCEPTS else self.named(said)

    def _owner(self, said: str) -> Thing | None:
        """The company at the head of a clause that tells its own figures: `甲2024年实现营收`."""
        for m in self.document.gazetteer.find(said):
            first = not _OPENING.sub("", said[: m.start])
            if first and m.thing.cls in ORGS:
                every = tokens(said[m.end :].strip())
                verbs = {t.word for t in every if t.tag[0] in "vp" or t.word in lexicon("verbs")}
                if verbs and verbs <= words_of("own") | words_of("nouns"):
                    return m.thing
        return None

    def _of_row(self, said: str, place: str | None) -> Subject:
        """Companies in a row: what stands before a dash names them all, if anything does."""
        before = re.split(r"——|—|：", said)[0]
        thing = self.named(before) if before != said else None
        return Subject(thing, "", place, several=thing is None)

    def _of_org(self, text: str, orgs: list[Mention], place: str | None) -> Subject:
        """A company with what is measured of it, or a product or project of its own."""
        m = orgs[-1] if "的" in text[: orgs[-1].start] else orgs[0]
        # a place before a company says where it is from: 英国威格斯
        place = region_of(text[m.end :], [])
        rest, after = text[m.end :].strip(" 的"), text[m.end :]
        own = after.startswith("的")
        latin = _LATIN.search(rest) is not None
        belongs = rest.endswith(tuple(words_of("belongings"))) and 2 < len(rest) <= 12 + 12 * latin
        if own and (quoted := _QUOTED.match(rest)):
            name = quoted.group("name")
            gazetteer = self.document.gazetteer
            return Subject(gazetteer.named(name, "Product", *CONCEPTS), "", place)
        if _MODEL_AFTER.match(rest) or (belongs and (not own or latin)):
            gazetteer = self.document.gazetteer
            name = rest if own and latin else text[m.start :].strip(" 的")
            known = gazetteer.known(rest)
            return Subject(known or gazetteer.named(name, "Product", *CONCEPTS), "", place)
        return Subject(m.thing, prefix(after), place)

    def _of_concept(self, text: str, mentions: list[Mention], place: str | None) -> Subject:
        for m in mentions:
            if m.thing.cls in CONCEPTS and m.end - m.start >= len(text) * 0.75:
                return Subject(m.thing, "", place)
        bare = without_region(text).strip(" 的")
        spot = next((m for m in mentions if m.thing.cls == "Place" and m.start == 0), None)
        if spot:
            bare = re.sub(r"^(?:市场(?:的|中|上)?|[市省](?!场))", "", text[spot.end :].strip(" 的"))
        bare = unled(_GAP.split(bare)[-1])
        if not bare or bare in ("市场", "地区", "整体", "总体"):
            return Subject(place=place)
        thing = self.named(bare) or self._behind_verb(text, mentions)
        return Subject(thing, "", place, unknown=thing is None and not empty(bare))

    @staticmethod
    def _behind_verb(text: str, mentions: list[Mention]) -> Thing | None:
        """The name that a clause ends in behind a verb that no list has: 制定|侵入式接口."""
        last = next((m for m in mentions if m.end == len(text) and m.thing.cls in CONCEPTS), None)
        before = tokens(text[: last.start]) if last else ()
        acts = bool(before) and before[-1].tag == "v" and len(before[-1].word) > 1
        return last.thing if last and acts else None

    def named(self, said: str) -> Thing | None:
        """The thing that a noun phrase names; None where it is generic or reads like no name."""
        name = name_of(said)
        if _never(name):
            return None
        gazetteer = self.document.gazetteer
        if known := gazetteer.known(name):
            return None if known.cls in ("Place", "Person") else known
        if len(name) > 3 and name.endswith(_FIELDS):
            return self._field(name[:-2])
        if is_metric(name) or no_name(name):
            return None
        if model_like(name):
            return gazetteer.named(name, "Product", *CONCEPTS)
        return (
            gazetteer.named(name, "Technology", *CONCEPTS) if plausible(name, loose=True) else None
        )

    def _field(self, name: str) -> Thing | None:
        """The industry of `X市场`."""
        known = self.document.gazetteer.known(name)
        if known and known.cls in CONCEPTS:
            return known
        if name in lexicon("generic") or not plausible(name, loose=True) or no_name(name):
            return None
        return self.document.gazetteer.named(name, "Industry", *CONCEPTS)


def _never(name: str) -> bool:
    """Whether words name nothing whatever else they are."""
    return (
        len(name) < 2
        or name.endswith("性")
        or name.startswith(_COMPANY)
        or name in lexicon("generic") | words_of("labels")
        or bool(_MEASURED.search(name))
    )
