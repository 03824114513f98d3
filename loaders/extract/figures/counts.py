"""Numbers that no metric stands before: counted things, verbs, units that tell by themselves."""

from __future__ import annotations

import re

from loaders.concepts import phrases
from loaders.extract.figures import fit
from loaders.extract.figures.metrics import Measure, leading_metric, measure
from loaders.extract.figures.phrases import counted
from loaders.extract.figures.scene import RIGHT, Meaning
from loaders.extract.figures.specs import Specs
from loaders.grammar import load
from loaders.things import Thing
from loaders.tokens import tokens

_HAPPENS = re.compile(
    r"\s?(?:左右|以?内|之内|后|之后|上下)+(?:将|可|才能|就能|即可|会|基本)?(?P<words>[\u4e00-\u9fff]{2,4})"
)
_PRICED = re.compile(r"\s?(?:的|级)?(?:别的?)?(?:价格带|价位|价格区间|车型|级车型)")
_OF = re.compile(r"的(?P<words>[^，。；、（）()\d：的]{3,16})(?=[，。；、]|$)")
_NO_METRIC = ("市场", "价格", "增长", "时间", "覆盖")
_ENDURES = "使用年限"


class Counts(Specs):
    """Finds what such a number measures."""

    def counted_meaning(self) -> Meaning | None:
        """What a number means by what stands behind it, by a verb, or by its unit."""
        found = self._until() or self._layers() or self._behind() or self._spec()
        if found is None:
            match self.what.kind:
                case "verb":
                    found = self._done()
                case "nothing":
                    found = self._again()
                case _:
                    found = self._flow() or self._beside()
        return found or self._by_header()

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

    def _behind(self) -> Meaning | None:
        """A metric behind the number: 60.1%的市场占有率, 355nm 波长的激光器."""
        if self.q.money and _PRICED.match(self.line.value, self.q.end):
            return self.made(self.doer(), "价格")
        m = RIGHT.match(self.line.value, self.q.end)
        words = m.group("words").strip() if m else ""
        if whole := self._whole_behind():
            return whole
        found = leading_metric(words) if words and not fit.vague(self.q) else ""
        if not found or found in _NO_METRIC or (fit.timed(self.q) and not fit.lasts(found)):
            return None
        named = self._named_behind(words[len(found) :])
        elided = self.subject.thing is None and not self.subject.place
        if named is None and elided and self.what.kind == "thing":
            return None
        return self.made(named or self.doer(), self.subject.prefix + found)

    def measured_behind(self) -> Measure | None:
        """`10.8 万吨的冷却液需求`: what the words behind the number measure."""
        m = _OF.match(self.line.value, self.q.end)
        told = measure(m.group("words")) if m else None
        return told if told and fit.measures(self.line.value, self.q, told.metric) else None

    def _whole_behind(self) -> Meaning | None:
        """Thing and metric both behind the number."""
        told = self.measured_behind()
        return (
            self.made(self.prose.subjects.named(told.rest), told.metric)
            if told and told.rest
            else None
        )

    def _named_behind(self, rest: str) -> Thing | None:
        """The thing that follows a metric behind a number: 波长的|激光器."""
        if not rest.startswith("的") and self.what.kind not in ("nothing", "verb"):
            return None
        name = phrases(rest.removeprefix("的"))[:1]
        return self.prose.subjects.named(name[0].name) if name and name[0].start <= 1 else None

    def _done(self) -> Meaning | None:
        """What somebody has or does so many of: 搭载3颗激光雷达, 交付5万辆."""
        named = load("figures")["metric"]["verbs"].get(self.what.metric, "")
        if named == _ENDURES:
            return (
                self.made(self.topic(), named)
                if fit.timed(self.q) or self.q.unit.endswith("年")
                else None
            )
        things = self._counted()
        if named and fit.suits_verb(self.q, named):
            return self.made(self.doer(), f"{things}{named}")
        if things:
            self.told.counted = things
            return self.made(self.doer(), f"{things}数量")
        return self._covered()

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
        changed = q.share and self.line.bracketed(q) and fit.signed(self.line.value, q)
        if changed and told.thing and told.metric and not fit.rate_like(told.metric):
            return self.made(told.thing, f"{told.metric}增速", told.metric)
        if self.prose.own and (things := self._counted()):
            return self.made(told.topic, f"{things}数量")
        metric = told.units.get(q.kind) or ("" if told.unit or told.thing else told.metric)
        return self.made(told.thing or told.topic, metric)

    def _by_header(self) -> Meaning | None:
        """In a table's cell: what its header measures."""
        if not self.prose.own or self.told.thing is not None:
            return None
        header = self.told.default
        fits = self.q.share or not fit.rate_like(header)
        return self.made(self.told.topic, fit.default_metric(self.q) or (header if fits else ""))
