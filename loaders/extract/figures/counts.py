"""Numbers that no metric stands before: counted things, verbs, units that tell by themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.concepts import phrases
from loaders.extract.figures import fit
from loaders.extract.figures.behind import Behind
from loaders.extract.figures.beside import origin
from loaders.extract.figures.phrases import counted, words_of
from loaders.extract.figures.scene import RIGHT, Meaning
from loaders.grammar import load
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

_HAPPENS = re.compile(
    r"\s?(?:左右|以?内|之内|后|之后|上下)+(?:将|可|才能|就能|即可|会|基本)?(?P<words>[\u4e00-\u9fff]{2,4})"
)
_TO = re.compile(r"\s*[，,]?\s*(?:并|已|将)?(?:至|到|达到?|升至|增至|降至|跌至|达到了)\s*")
_TO_WHOM = re.compile(r"(?:^|[^面相应])[对向为给](?P<whom>[^，。；对向]{2,30})$")
_GRANT = re.compile(
    r"\s?的?(?P<kind>[\u4e00-\u9fff]{0,6}?"
    r"(?:补助|补贴|奖励|奖补|支持|资金|奖金|拨款|资助|贷款|授信|扶持))"
)
_FUND = re.compile(r"\s?(?:[（(][^（）()]{1,16}[)）])?的?\s?(?P<fund>[\u4e00-\u9fff]{2,12}基金)")
_SPAN = 24
# 目标销量60万辆，已完成42万辆
_REACHES = ("完成", "达成", "实现")
_KIND = 8
_ENDURES = "使用年限"


class Counts(Behind):
    """Finds what such a number measures."""

    def counted_meaning(self) -> Meaning | None:
        """What a number means by what stands behind it, by a verb, or by its unit."""
        if granted := self._grant():
            return granted
        if self.what.kind == "verb" and self.what.metric in words_of("grants") and self.q.money:
            return None
        found = self._until() or self._layers() or self.behind() or self._spec()
        if found is None:
            match self.what.kind:
                case "verb":
                    found = self._done()
                case "nothing":
                    found = self._again()
                case _:
                    found = self._flow() or self._beside()
        return found or self._by_header()

    def _grant(self) -> Meaning | None:
        """`对甲给予5万元补助`, `设立20亿元产业基金`: money given, to whom, and the fund it makes."""
        verb = self.what.metric if self.what.kind == "verb" and self.q.money else ""
        words = self.line.value[self.q.end : self.q.end + _SPAN]
        if verb in words_of("founds") and (m := _FUND.match(words)):
            return self.made(self.prose.subjects.named(m.group("fund")), "基金规模")
        if verb not in words_of("grants"):
            return None
        to = _TO_WHOM.search(self.what.words)
        whom = self._named_whom(to.group("whom").strip()) if to else self.doer()
        kind = _GRANT.match(words)
        return self.made(whom, kind.group("kind") if kind else "资助额")

    def _named_whom(self, words: str) -> Thing | None:
        """Who gets it: a name, or what stands in quotation marks with its kind."""
        quoted = words.startswith("“") and len(words) <= _KIND
        name = words.replace(" ", "")
        named = self.prose.subjects.read(words)
        gazetteer = self.prose.document.gazetteer
        return named.thing or (gazetteer.named(name, "Product", *CONCEPTS) if quoted else None)

    def _until(self) -> Meaning | None:
        """`将在5-10年内实现`, `百年左右枯竭`: how long until something happens."""
        m = _HAPPENS.match(self.line.value, self.q.until) if fit.timed(self.q) else None
        if not m or not (self.subject.thing or self.what.linked):
            return None
        verb = tokens(m.group("words"))[0].word
        happens = verb in load("figures")["words"]["happens"]
        return self.made(self.thing(), f"{verb}时间") if happens else None

    def _layers(self) -> Meaning | None:
        """`28 层 AI 服务器板`, `实现276层堆叠`: how many layers a thing has."""
        if self.q.unit != "层":
            return None
        name = counted(self._after())
        if name and (thing := self.prose.subjects.named(name)):
            return self.made(thing, "层数")
        first = tokens(self._after().strip())[:1]
        if first and first[0].tag in ("v", "vn") and self.what.kind == "verb":
            return self.made(self.doer(), f"{first[0].word}层数")
        return None

    def _done(self) -> Meaning | None:
        """What somebody has or does so many of: 搭载3颗激光雷达, 交付5万辆."""
        told = load("figures")["metric"]
        sums = told["sums"].get(self.what.metric, "") if self.q.money else ""
        if sums:
            return self.made(self.corporate(self.doer(), sums), sums)
        named = told["verbs"].get(self.what.metric, "")
        if named == _ENDURES and (fit.timed(self.q) or self.q.unit.endswith("年")):
            return self.made(self.topic(), named)
        things = self.told.counted = self._counted()
        if named and fit.suits_verb(self.q, named):
            where = origin(self.what.words.strip())
            found = self.made(self.doer(), f"{where}{things}{named}")
            return replace(found, region=None) if found and where else found
        reached = self.told.units.get(self.q.kind, "") if self.what.metric in _REACHES else ""
        if reached and not things:
            return self.made(self.told.thing, reached.removeprefix("目标"))
        if things:
            doer = self.made(self.doer(), f"{things}数量") or self._members(things)
            return doer or self._aimed(things)
        return self._covered() or self._people()

    def _aimed(self, things: str) -> Meaning | None:
        """`统筹建成20个通用机场`: nobody is said to do it, and the things themselves are many."""
        verb = self.what.metric
        named = self.prose.subjects.named(things) if verb in words_of("sets_up") else None
        self.told.counted = things if named else ""
        self.told.aimed = f"{verb}数量" if named else ""
        found = self.made(named, self.told.aimed)
        return replace(found, keep=False) if found else None

    def _people(self) -> Meaning | None:
        """`潜在候选约970万人`: how many people there are of a kind."""
        ends = not re.match(r"[\u4e00-\u9fffA-Za-z]", self.line.value[self.q.end :])
        words = self.what.words + self.what.metric
        changed = self.what.metric in (
            *load("figures")["growth"]["up"],
            *load("figures")["growth"]["down"],
        )
        if self.q.kind != "人" or changed or not ends or len(words) > _KIND or self.subject.unknown:
            return None
        return self.made(self.thing(), f"{words}人数") if self.subject.thing is None else None

    def _covered(self) -> Meaning | None:
        """In a cell: `应对90%的日常通勤` is a share of what stands behind."""
        m = RIGHT.match(self.line.value, self.q.end)
        if not (m and self.q.share and self.prose.own):
            return None
        right = phrases(m.group("words"))[:1]
        named = right and right[0].start <= 1
        return self.made(self.doer(), f"{self.what.metric}{right[0].name}比例") if named else None

    def _again(self) -> Meaning | None:
        """Nothing is said: the same metric of the same thing, at another time or place."""
        told, q = self.told, self.q
        if self.prose.own and (things := self._counted()):
            return self.made(told.topic, f"{things}数量")
        if found := self._of_last():
            return found
        if fit.timed(q) and re.match(r"\s?[\u4e00-\u9fff]", self.line.value[q.end :]):
            # 365天（305天泌乳期）: another span of time
            return None
        metric = told.units.get(q.kind) or ("" if told.unit or told.thing else told.metric)
        if not metric and self._reached():
            metric = told.metric
        # 产能达7万吨，2026年新增2万吨
        new = self.what.basis if metric and not metric.startswith(self.what.basis) else ""
        return self.made(told.thing or told.topic, f"{new}{metric}", metric)

    def _of_last(self) -> Meaning | None:
        """What a number says of the last: 5亿元/-2%, 5亿元（+2%）, 5亿元（占比38%）, 29%（6800万吨）."""
        told, q, line = self.told, self.q, self.line
        signed = q.share and line.bracketed(q) and fit.signed(line.value, q)
        if signed or (line.changed(q) and line.since == self.last):
            moved = "变动" if fit.points(q.unit) else "" if fit.rate_like(told.metric) else "增速"
            return self.made(told.thing, f"{told.metric}{moved}", told.metric) if moved else None
        if not line.beside(q, self.last):
            return None
        if told.shared and not q.share and not told.units.get(q.kind):
            return self.made(told.thing, f"{told.metric}对应{'金额' if q.money else '数量'}")
        part = q.share and not told.shared and line.closed(q) and fit.summed(told.metric)
        return self.made(told.thing, f"{told.metric}占比", told.metric) if part else None

    def _reached(self) -> bool:
        """`同比增长35%至189亿美元`: the number that growth has led to."""
        points = fit.points(self.told.unit)
        grown = points if self.q.unit == "%" else self.told.unit == "%" and not self.q.share
        return (grown and not fit.timed(self.q)) and bool(
            _TO.fullmatch(self.line.value, self.last, self.q.start)
        )

    def _by_header(self) -> Meaning | None:
        """In a table's cell: what its header measures."""
        if not self.prose.own or self.told.thing is not None:
            return None
        header = self.told.default
        fits = self.q.share or not fit.rate_like(header)
        return self.made(self.told.topic, fit.default_metric(self.q) or (header if fits else ""))
