"""Numbers beside the thing they measure, with no metric: 甲 3%, 在轨卫星117颗, 美国进口轮胎1861万条."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.figures import fit
from loaders.extract.figures.items import item
from loaders.extract.figures.metrics import is_metric
from loaders.extract.figures.phrases import counted, prefix, words_of
from loaders.extract.figures.regions import without_region
from loaders.extract.figures.scene import CONCENTRATION, Meaning, Scene
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Thing
from loaders.tokens import tokens

_FIRM = re.compile(r"公司|集团|联合体")
_MOVES = re.compile(r"[涨跌]|板块|指数|个股")
_MEMBERS = re.compile(
    r"(?:现有|拥有|已有|共有|全[国市省]|目前)*(?P<field>.{2,14}?)(?:相关|类|领域)?"
    r"(?P<kind>企业|公司|厂商|制造商|机构|医院|门店|工厂|院校)"
)
_ROWS = re.compile(r"[\d.]+\s?%、(?=[\u4e00-\u9fffA-Za-z])|、[^、，。%]{2,10}[\d.]+\s?%")
_ORIGIN = re.compile(r"(?:[从自]|[对向](?!外))[\u4e00-\u9fff]{2,6}$")
# 出口|量首次: the verb is part of a metric
_MEASURES = "量额价率"
_STOCKS = re.compile(r"个股")
_ROW = 30
_SPAN = 24
_OBJECT = 16
_STOCK = 10


class Beside(Scene):
    """Finds what a number measures by the thing beside it."""

    def _counted(self) -> str:
        """What is counted behind the number."""
        countable = fit.counts(self.q) or (fit.bare(self.q) and not self.prose.own)
        return counted(self._after()) if countable else ""

    def _after(self) -> str:
        return self.line.value[self.q.end : self.q.end + _SPAN]

    def _beside(self) -> Meaning | None:
        """A thing and a number: the last metric if the unit is its, or what the unit measures."""
        told, things, default = self.told, self._counted(), fit.default_metric(self.q)
        if things and told.counted and self._listed():
            # one颗 GPU + 6 颗 HBM, 7家工厂、8家门店: the list of what a thing has goes on
            told.counted = things
            if told.aimed:
                found = self.made(self.prose.subjects.named(things), told.aimed)
                return replace(found, keep=False) if found else None
            return self.made(told.thing, f"{things}数量")
        if self.prose.own and self.line.bracketed(self.q):
            return self.made(told.topic, default)
        if self.prose.own and default and self.subject.thing is None:
            return self.made(told.topic, f"{prefix(self.what.words)}{default}")
        told.counted = things or told.counted
        thing = self.subject.thing or (self.thing() if self.subject.place else None)
        metric = self._told_metric()
        if CONCENTRATION.search(metric):
            metric = "份额" if thing and thing.cls in self.orgs else metric
        if not metric and things and (self.q.comparator or self.what.linked):
            metric = f"{things}数量"
        found = self.made(thing, metric or ("" if self.prose.own else default))
        return found or self._members(self.what.words) or self._share_of_list() or self._stock()

    def _listed(self) -> bool:
        """Whether only what the last number counts stands between it and this one."""
        between = self.line.value[self.last : self.q.start].strip(" \u3000")
        said = between.rstrip("+＋、和与及以，, ")
        goes = self.told.aimed or self.told.metric
        joined = said != between and goes.endswith("数量")
        return said == self.told.counted or (joined and said.endswith(self.told.counted))

    def _share_of_list(self) -> Meaning | None:
        """`钻孔 20.2%、曝光 13.5%`: shares in a row, of whatever they are parts of."""
        q, value = self.q, self.line.value
        near = value[max(0, q.at - _ROW) : q.at] + value[q.until : q.until + _ROW]
        alone = q.share and not fit.signed(value, q) and len(_ROWS.findall(near)) > 1
        other = not self.told.thing or not self.told.shared
        found = self.made(self.subject.thing or self._item(), "占比") if alone and other else None
        return replace(found, keep=False) if found else None

    def _told_metric(self) -> str:
        """The metric told for numbers of this kind; a change in brackets has its own."""
        q = self.q
        if fit.signed(self.line.value, q) and (fit.timed(q) or self.line.bracketed(q)):
            return ""
        told = self.told.units.get(q.kind) or self._label_metric()
        # 全球消费量5万吨，中国2万吨
        return without_region(told) if self.subject.place else told

    def _label_metric(self) -> str:
        """The metric of the label before a list of things, or of what a thing is compared with."""
        told = self.told
        compared = self.what.basis == "than" or told.thing is None
        if not compared or not fit.measures(self.line.value, self.q, told.metric):
            return ""
        return told.metric

    def _stock(self) -> Meaning | None:
        """`在轨卫星超117颗`, `某股（+3.2%）`: how many there are, how far it rose or fell."""
        q, words = self.q, self.what.words.strip().removeprefix("其中")
        if self.line.bracketed(q):
            signed = q.share and fit.signed(self.line.value, q)
            metric = "涨跌幅" if _MOVES.search(self.line.value) else "增速"
            return self.made(self._moved(), metric) if signed else None
        ends = not re.match(r"[\u4e00-\u9fffA-Za-z]", self.line.value[q.end : q.end + 1])
        if (
            ends
            and fit.counts(q)
            and 2 <= len(words) <= _STOCK
            and not self._company()
            and _is_stock(words)
        ):
            return self.made(self.topic(), f"{prefix(words)}数量")
        return None

    def _moved(self) -> Thing | None:
        """What rose or fell so far; beside a company in a row, or among stocks, a company."""
        named, name = self.subject.thing, item(self.line.value, self.q)
        if named and (named.row or named.cls != "Technology"):
            return named
        told = self.told.thing
        row = told and told.cls == "Company" and self.line.value[: self.last].endswith("%")
        if name and (row or _STOCKS.search(self.line.value)):
            return self.prose.document.gazetteer.named(name, "Company", *ORGS)
        return named or self._item()

    def _item(self) -> Thing | None:
        """What an item of a row names, though it reads like no name alone."""
        name = item(self.line.value, self.q)
        gazetteer = self.prose.document.gazetteer
        return gazetteer.named(name, "Technology", *CONCEPTS) if name else None

    def _members(self, words: str) -> Meaning | None:
        """`A股上市半导体企业172家`: how many there are in a field."""
        m = _MEMBERS.fullmatch(words.strip()) if self.q.kind in ("家", "所", "个") else None
        if m is None:
            return None
        said = m.group("field")
        field = [x for x in self.prose.topics.mentions(said) if x.thing.cls in CONCEPTS][-1:]
        thing = field[0].thing if field else self.prose.subjects.named(said)
        rest = f"{said[: field[0].start]}{said[field[0].end :]}" if field else ""
        return self.made(thing, f"{rest}{m.group('kind')}数量")

    def _company(self) -> bool:
        return self.subject.thing is not None and self.subject.thing.cls in self.orgs

    def _flow(self) -> Meaning | None:
        """`美国进口半钢胎 1861 万条`: somebody's doing with a thing, so many of it."""
        for verb, metric in load("figures")["metric"]["verbs"].items():
            before, found, after = self.what.words.rpartition(verb)
            if found and not after.strip() and (goods := self._goods(before, metric)):
                return goods
            if (
                not found
                or self.q.share
                or not self._object(after)
                or not fit.suits_verb(self.q, metric)
            ):
                continue
            actor = self.prose.subjects.read(before)
            thing = actor.thing or self.prose.subjects.named(after)
            # 从越南进口甲5条，进口乙7条: both from there
            where = origin(before) or origin("" if before else self.told.metric.split(verb)[0])
            told = where + (f"{after.strip()}{metric}" if actor.thing else metric)
            place = None if where else actor.place
            return Meaning(thing, told, told, region=place) if thing else None
        return None

    def _goods(self, words: str, metric: str) -> Meaning | None:
        """`我国汽车出口491万辆`: the goods stand before the verb."""
        if self.q.share or not fit.suits_verb(self.q, metric):
            return None
        goods = self.prose.subjects.read(words)
        found = goods.thing if goods.thing and goods.thing.cls in CONCEPTS else None
        return Meaning(found, metric, metric, region=goods.place) if found else None

    @staticmethod
    def _object(words: str) -> bool:
        """Whether words behind a verb name what is done with."""
        return (
            0 < len(words.strip()) <= _OBJECT
            and not is_metric(words)
            and not _FIRM.search(words)
            and words.strip()[0] not in _MEASURES
        )


def origin(words: str) -> str:
    """Where from or to the goods go that a verb behind some words moves: 从越南|进口."""
    m = _ORIGIN.search(words)
    return m.group() if m else ""


def _is_stock(words: str) -> bool:
    """Whether the words before a number name things that are there: no bare label, no list begun."""
    last = tokens(words)[-1]
    return (
        last.tag[0] == "n"
        and len(last.word) > 1
        and not any(w in words for w in words_of("labels"))
    )
