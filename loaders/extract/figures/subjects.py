"""Who or what a figure is about: the thing in the words before its metric."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.concepts import lexicon, model_like, plausible
from loaders.document import Document
from loaders.extract.figures.groups import beside, called, group
from loaders.extract.figures.metrics import is_metric
from loaders.extract.figures.nameless import names_nothing, person
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
from loaders.extract.figures.pointing import pointing
from loaders.extract.figures.regions import region_of, without_region
from loaders.extract.figures.subject import Subject
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_QUALIFIED = re.compile(
    r"(?:经营性|投资性|筹资性|扣除非经常性损益后?|"
    r"归属于(?:上市公司|母公司|公司)?(?:股东|所有者)?)(?=的?$)"
)
_PER = re.compile(
    r"(?P<of>.{2,24}?)\s?(?P<per>(?:日均|月均|年均|周均|每日|每周|每月|单日|单月)\s?[^，的]{0,10})$"
)
# 创新药|在海外市场的|销售额: where somebody or something is measured
_WITHIN = re.compile(
    r"(?P<of>[^，。；]{2,24}?)在(?P<where>[\u4e00-\u9fff]{2,4}?)(?:市场|地区)?(?:上|内|中)?的?$"
)
# 远图|对甲的|采购占比: what somebody does towards another is his own
_TOWARDS = re.compile(
    r"(?P<of>[^，。；]{2,24}?)(?P<to>(?<![面相针应绝核比成])对(?![外于比])[^，。；的]{2,16})的$"
)
_PRECISION = re.compile(r"(?:FP|INT|BF|TF)\s?\d{1,2}\s?(?:稠密|稀疏)?")
# 我们预计公司|营收: the company's
_OURS = re.compile(r"^(?:我们)?(?:预计|预测)公司")
_CAUSED = re.compile(r"(?:从而|并)?(?:使得?|让|令)(?=[^得])(?P<what>.+)$")
_HELPS = re.compile(
    r"(?:^|过|了|称|为|出)(?P<cause>[^，过了称为出]{2,16}?)(?:可以?|能够?|将|有望)(?:助力|帮助|推动|支持)(?P<what>[^，]*)$"
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
    r"第[一二三四五]大(?:客户|供应商|股东)|"
    r"(?:行业)?(?:头部|龙头)(?:企业|公司|厂商)?|TOP\s?\d+(?:企业|公司|厂商)?)的?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^[\s，\u2063]*(?:其中|而|但|此前|目前|当前|此外|同时|截至|随后|近日|日前)*[\s，\u2063]*$"
)
_FIELD = re.compile(r"[\u4e00-\u9fff]{2,4}(?:领域|赛道)的?\s*$")
_SHORT = 4
_BEFORE = 6
_FIELDS = ("市场", "行业", "产业", "板块")


class Subjects:
    """Finds the things of one report's figures."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def read(self, said: str) -> Subject:
        """The thing that the words before a metric name."""
        said = _OURS.sub("公司", unmade(said))
        if back := pointing(self.document, said.strip(" ，")):
            return back
        return self._beside(said) or self._named(said)

    def _beside(self, said: str) -> Subject | None:
        """The thing of words that say where, of what part or towards whom besides."""
        if m := _QUALIFIED.search(said):
            before = said[: m.start()]
            return Subject(self.read(before).thing if before else None, f"{m.group()}的")
        if (m := _PER.match(said)) and (of := self.read(m.group("of"))).thing:
            return replace(of, prefix=of.prefix + m.group("per").strip())
        if (m := _TOWARDS.match(said)) and (of := self.read(m.group("of"))).thing:
            return replace(of, prefix=m.group("to")) if of.thing.cls in ORGS else of
        if (m := _WITHIN.match(said)) and (of := self.read(m.group("of"))).thing:
            return replace(of, place=region_of(m.group("where"), []) or of.place)
        if m := _CAUSED.match(said):
            found = self.read(m.group("what"))
            return Subject(prefix=prefix(m.group("what"))) if found.unknown else found
        return None

    def _named(self, said: str) -> Subject:
        """The thing of words that do not point back."""
        found = self._of_words(said)
        if found.unknown and "\n" in said.strip():
            # the lines of a cell are no sentence
            return self._of_words(said.strip().rsplit("\n", 1)[-1])
        return found

    def _of_words(self, said: str) -> Subject:
        text = noun_phrase(said)
        if _PRECISION.fullmatch(text):
            # 该芯片FP16算力: how exactly it computes
            return Subject(prefix=text)
        for deed in words_of("deeds"):
            if text.endswith(deed) and (of := self._of_phrase(said, text.removesuffix(deed))).thing:
                return replace(of, prefix=of.prefix + deed)
        if m := group(text):
            thing = self.document.gazetteer.named(called(m), "Industry", *CONCEPTS)
            return Subject(thing, prefix(beside(m)))
        if m := _TOP.search(text):
            before = text[: m.start()]
            return Subject(self._of_phrase(before, before).thing if before else None, m.group())
        return self._of_phrase(said, text)

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
        return self._of_concept(said, text, mentions, place)

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

    def _of_concept(
        self, said: str, text: str, mentions: list[Mention], place: str | None
    ) -> Subject:
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
        if _FIELD.search(said) and empty(bare) and not is_metric(bare):
            # 自免领域: short for something, and not left out
            name = bare if len(bare) <= _SHORT and bare not in lexicon("generic") else ""
            known = self.document.gazetteer.named(name, "Technology", *CONCEPTS) if name else None
            return Subject(known, "", place, unknown=known is None)
        if thing := self.named(bare) or self._behind_verb(text, mentions):
            return Subject(thing, "", place)
        last = next((m for m in mentions if m.end == len(text) and m.thing.cls in CONCEPTS), None)
        before = tokens(text[: last.start]) if last else ()
        told = any(t.word in lexicon("verbs") or t.tag in ("x", "p", "d") for t in before)
        if last and last.start <= _BEFORE and not told:
            return Subject(last.thing, prefix(text[: last.start]), place)
        return Subject(None, "", place, unknown=not empty(bare) and not person(name_of(bare)))

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
        if names_nothing(name):
            return None
        gazetteer = self.document.gazetteer
        if known := gazetteer.known(name):
            return None if known.cls in ("Place", "Person") else known
        if len(name) > 3 and name.endswith(_FIELDS):
            return self._field(name[:-2])
        if is_metric(name) or no_name(name) or person(name):
            return None
        if name.endswith(tuple(words_of("bodies"))):
            return gazetteer.named(name, "Institution", *ORGS)
        model = model_like(name)
        named = gazetteer.named(name, "Product" if model else "Technology", *CONCEPTS)
        return named if model or plausible(name, loose=True) else None

    def _field(self, name: str) -> Thing | None:
        """The industry of `X市场`."""
        known = self.document.gazetteer.known(name)
        if known and known.cls in CONCEPTS:
            return known
        if name in lexicon("generic") or not plausible(name, loose=True) or no_name(name):
            return None
        return self.document.gazetteer.named(name, "Industry", *CONCEPTS)
