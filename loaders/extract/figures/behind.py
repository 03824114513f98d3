"""What stands behind a number and says what it measures: 60.1%的市场占有率, 40%的产能扩充."""

from __future__ import annotations

import re

from loaders.concepts import lexicon, phrases, plausible
from loaders.extract.figures import fit
from loaders.extract.figures.metrics import Measure, is_metric, leading_metric, measure
from loaders.extract.figures.phrases import empty
from loaders.extract.figures.scene import RIGHT, Meaning
from loaders.extract.figures.specs import Specs
from loaders.things import Thing
from loaders.tokens import tokens

_PRICED = re.compile(r"\s?(?:的|级)?(?:别的?)?(?:价格带|价位|价格区间|车型|级车型)")
_OF = re.compile(r"\s?的(?P<words>[^，。；、（）()\d：的,]{3,16})(?=[，。；、,]|$)")
_GROWS = re.compile(
    r"\s?的?(?P<what>[^，。；、（）()：的\d]{0,10}?)"
    r"(?P<way>(?:增长率|增速|增幅|涨幅|降幅|跌幅)(?!达|为|约|是)|"
    r"(?:增长|提升|扩充|扩张|上涨|下降|下滑|缩减)(?=[，。；、）)]|$))"
)
_HOW = re.compile(
    r"(?:爆发式|爆炸式|跨越式|指数级|高速|快速|显著|大幅|强劲|惊人|稳健|年均|复合|年|同比|环比|的|双位数)+"
)
_FROM = re.compile(
    r"\s?的?(?P<what>[\u4e00-\u9fff]{0,8}?)(?:均|都|主要|则|现在|目前)?来自于?(?P<who>[^，。；]{2,24})"
)
_BASIS = re.compile(r"同比|环比")
_NO_METRIC = ("市场", "价格", "增长", "时间", "覆盖")
_PART = re.compile(r"(?<=量|额|入|收)(?:占比|比例|份额|比重)$")
_OWN = re.compile(
    r"\s?(?:以上)?(?:均|都|由|为|依赖)?(?P<way>自研|自产|自制|自给|国产化?|进口|外购|外包|出口|直销)(?=[，。；、）)]|$)"
)
_PLANT = re.compile(r"\s?的?(?P<what>[^，。；、（）()]{0,12}?)(?P<plant>产线|生产线|工厂|生产基地)")
# what counts plants and not what they make: 建成7座工厂
_PLANTS = ("座", "条", "间", "处")
_SHORTEST = 2
_ABLE = ("具备", "可", "支持", "提供", "实现", "拥有", "能够")
_EVENTS = {"次": "次数", "架次": "次数", "人": "人数", "名": "人数", "例": "例数"}
_EVENT = re.compile(r"\s?的?(?P<words>[\u4e00-\u9fff]{2,6})")


class Behind(Specs):
    """Finds what a number measures by the words behind it."""

    def growth_behind(self) -> Meaning | None:
        """`实现74%的爆发式增长`, `40%的单元产能扩充`: a number that tells a change."""
        m = _GROWS.match(self.line.value, self.q.end) if self.q.share else None
        if not m:
            return None
        what = _HOW.sub("", m.group("what")).strip()
        told, said = self.told, self.what
        if said.kind == "metric":
            thing, base = self.thing(), self.subject.prefix + said.metric
        elif what:
            thing, base = self.doer(), what
        elif said.kind in ("verb", "nothing") or empty(said.words):
            base = _PART.sub("", told.metric)
            thing, base = told.thing, "" if fit.rate_like(base) else base
        else:
            return None
        basis = _BASIS.search(f"{said.words}{m.group('what')}")
        down = m.group("way") in ("下降", "降幅", "跌幅", "下滑", "缩减")
        rate = "复合增长率" if "复合" in m.group("what") else "增速"
        growth = f"{basis.group() if basis else ''}{'降幅' if down else rate}"
        return self.made(thing, f"{base}{growth}", base) if base else None

    def behind(self) -> Meaning | None:
        """A metric behind the number: 60.1%的市场占有率, 355nm 波长的激光器."""
        if self.q.money and _PRICED.match(self.line.value, self.q.end):
            return self.made(self.doer(), "价格")
        return (
            self._from()
            or self._made_here()
            or self._capacity()
            or self._whole()
            or self._metric()
            or self._event()
        )

    def _capacity(self) -> Meaning | None:
        """`建成100万台V3产线`: how much a plant is to make."""
        counted = fit.vague(self.q) or self.q.kind in _PLANTS
        makes = fit.suits_verb(self.q, "年产能") and not counted
        m = _PLANT.match(self.line.value, self.q.end) if makes else None
        if not m:
            return None
        named = self.prose.topics.mentions(m.group("what"))
        thing, which = (named[-1].thing, "") if named else (self.doer(), m.group("what").strip())
        return self.made(thing, f"{which}{m.group('plant')}产能")

    def _made_here(self) -> Meaning | None:
        """`核心组件90%自研`: how much of it is made by oneself, imported, sold directly."""
        m = _OWN.match(self.line.value, self.q.end) if self.q.share else None
        return self.made(self.doer(), f"{self.subject.prefix}{m.group('way')}比例") if m else None

    def _from(self) -> Meaning | None:
        """`超60%收入来自甲业务`, `其中200亿元来自乙`: a part of what was told."""
        m = _FROM.match(self.line.value, self.q.end)
        first = self.line.value[: self.q.start].endswith(("，", ","))
        if not m or not (first or self.what.kind == "nothing" or empty(self.what.words)):
            return None
        told = self.told
        what = m.group("what") if measure(m.group("what")) else told.metric
        thing = self.corporate(told.thing if told.metric else self.topic(), what)
        part = "占比" if self.q.share else ""
        return self.made(thing, f"来自{m.group('who')}的{what}{part}") if what else None

    def _metric(self) -> Meaning | None:
        words = self._right()
        found = "" if fit.vague(self.q) else self.metric_behind()
        if not found or (fit.timed(self.q) and not fit.lasts(found)):
            return None
        named = self._named_behind(words[len(found) :])
        subject = self.subject
        elided = subject.thing is None and not subject.place and not subject.prefix
        if named is None and elided and self.what.kind == "thing" and not empty(self.what.words):
            return None
        org = self.told.org if found == "投资" and elided else None
        thing = named or org or self.corporate(self.doer(), found)
        # 贡献了九成的销量 is a part of it
        part = self.q.share and not fit.measures(self.line.value, self.q, found)
        return self.made(thing, self.subject.prefix + found + ("占比" if part else ""))

    def metric_behind(self) -> str:
        """`突破4000万台出货量大关`: the metric behind a number, where the words before have none."""
        words, default = self._right(), fit.default_metric(self.q)
        found = leading_metric(words) if words else ""
        other = default and default not in found and not is_metric(found)
        return "" if other or found.endswith(_NO_METRIC) else found

    def measured_behind(self) -> Measure | None:
        """`10.8 万吨的冷却液需求`: what the words behind the number measure."""
        m = _OF.match(self.line.value, self.q.end)
        told = measure(m.group("words")) if m else None
        return told if told and fit.measures(self.line.value, self.q, told.metric) else None

    def _whole(self) -> Meaning | None:
        """Thing and metric both behind the number; `以2000元的亲民价格` is of who acts."""
        told = self.measured_behind()
        if not told or len(told.rest) < _SHORTEST or _clause(told.rest):
            return None
        if named := self._surely(told.rest):
            return self.made(named, told.metric)
        acts = self.what.kind in ("nothing", "verb") or empty(self.what.words)
        return self.made(self.doer(), f"{told.rest}{told.metric}") if acts else None

    def _surely(self, name: str) -> Thing | None:
        """What some words name by themselves: no 亲民, no 双向."""
        sure = self.prose.document.gazetteer.known(name) or plausible(name)
        return self.prose.subjects.named(name) if sure else None

    def _event(self) -> Meaning | None:
        """`完成20次发射`, `27万人植入`: how often something is done, or to how many."""
        counter = _EVENTS.get(self.q.kind.removeprefix("万"), "")
        m = _EVENT.match(self.line.value, self.q.end) if counter else None
        first = tokens(m.group("words"))[0] if m else None
        if m is None or first is None or len(first.word) < _SHORTEST:
            return None
        alone = first.tag == "n" and len(first.word) == len(m.group("words"))
        if first.tag not in ("v", "vn") and not alone:
            return None
        able = self.what.words.startswith(_ABLE)
        if self.subject.unknown or not (able or self.what.kind in ("verb", "nothing")):
            return None
        return self.made(self.doer(), f"{first.word}{counter}")

    def _right(self) -> str:
        m = RIGHT.match(self.line.value, self.q.end)
        return m.group("words").strip() if m else ""

    def _named_behind(self, rest: str) -> Thing | None:
        """The thing that follows a metric behind a number: 波长的|激光器."""
        if not rest.startswith("的") and self.what.kind not in ("nothing", "verb"):
            return None
        if rest and tokens(rest)[0].tag == "v":
            return None
        name = phrases(rest.removeprefix("的"))[:1]
        return self.prose.subjects.named(name[0].name) if name and name[0].start <= 1 else None


def _clause(words: str) -> bool:
    """Whether words behind a number go on with the sentence: 低延迟|有助于|提升…."""
    return any(t.word in lexicon("verbs") for t in tokens(words))
