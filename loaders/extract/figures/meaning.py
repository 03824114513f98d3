"""What a number means: its thing and its metric, from what the words beside it say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.extract.figures import fit
from loaders.extract.figures.counts import Counts
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.phrases import words_of
from loaders.extract.figures.said import Said
from loaders.extract.figures.scene import HOLLOW, RIGHT, STATE, Meaning, of_whole

if TYPE_CHECKING:
    from loaders.extract.figures.line import Line
    from loaders.extract.figures.prose import Prose

_SEVERAL = re.compile(r"合计|总计|加起来")
_LIST = re.compile(r"[、和与及]|等$")
_BEFORE, _NEAR = 24, 8
# how something has grown that has no metric itself: 指数环比降0.2%，同比升0.3%
_GROWN = re.compile(r"(?:同比|环比|周|月|年)*(?:增速|降幅|涨幅|增加|减少|变动)")
_MOVED = re.compile(r"(?:^|，)(?P<metric>涨幅|跌幅|涨跌幅)(?:达到?|为|约|[超近])*\s*$")
_EMPTY = ("市场", "时间", "覆盖")


def meaning(prose: Prose, line: Line, q: Quantity, what: Said, last: int) -> Meaning | None:
    """What a number means that stands alone; None where the text does not say."""
    return Reader(prose, line, q, what, last).meaning()


class Reader(Counts):
    """One number at work."""

    def meaning(self) -> Meaning | None:
        """What the number means."""
        if (
            self.subject.several
            or STATE.match(self.what.words)
            or self._summed()
            or self._part_of_name()
            or self._deal()
        ):
            return None
        return self.growth_behind() or self._by_kind()

    def _by_kind(self) -> Meaning | None:
        match self.what.kind:
            case "metric":
                return self._measured()
            case "growth":
                return self._grown()
            case "share":
                return self._share()
            case "ratio":
                return self.made(self.thing(), self.subject.prefix + self.what.metric)
        return self.counted_meaning()

    def _part_of_name(self) -> bool:
        named = fit.part_of_name(self.line.value, self.q, self.what.metric, self.what.kind)
        grade = self.line.value[self.q.until : self.q.until + 1] == "级"
        # 150吨级运力 has its metric behind it
        told = grade and (self.metric_behind() or self.q.unit.endswith("参数"))
        return named and not told

    def _deal(self) -> bool:
        """Whether the number is the stake or price of a deal: these are read elsewhere."""
        priced = self.q.money and self.what.kind != "metric"
        if priced and self.what.metric == "融资" and self.what.linked and self._of_field():
            return False
        thing = self.subject.thing
        if not self.q.share and not (priced and (thing is None or thing.cls in self.orgs)):
            return False
        near = self.line.value[max(0, self.q.start - _BEFORE) : self.q.end + 4]
        return any(w in near for w in words_of("deals")) and ("股" in near or self.q.money)

    def _of_field(self) -> bool:
        """Whether what is told of is no company: an industry's 融资达30亿元 is no deal."""
        topic = self.told.topic
        return self.subject.thing is None and topic is not None and topic.cls not in self.orgs

    def _summed(self) -> bool:
        """Whether the number sums up over several companies: 甲、乙等合计."""
        left = self.line.value[max(self.last, self.q.start - _BEFORE) : self.q.start]
        if not _SEVERAL.search(left):
            return False
        thing, words = self.subject.thing, self.what.words
        return not words or (
            thing is not None and thing.cls in self.orgs and bool(_LIST.search(words))
        )

    def _measured(self) -> Meaning | None:
        """`…市场规模为N`; `注册资本N的甲公司` names the thing behind the number."""
        q, told = self.q, HOLLOW.sub("", self.what.metric)
        if self.line.value[q.start - 1 : q.start] in ("，", "、") and self._of_behind():
            return self.counted_meaning()
        if told in _EMPTY and not q.money and not fit.timed(q):
            return self.made(self.thing(), self.metric_behind())
        if not fit.measures(self.line.value, q, told):
            return None
        if behind := self.org_behind():
            return self.made(behind, told)
        return self._told(told)

    def _of_behind(self) -> bool:
        """`5倍的带宽、4倍的能效`: what stands before a number belongs to the one before it."""
        own = self.line.value[self.q.end : self.q.end + 1] == "的" and self.metric_behind()
        return bool(own or self.measured_behind())

    def _told(self, told: str) -> Meaning | None:
        """The metric before the number, of whom the words before it name."""
        q = self.q
        if self.subject.unknown and self.prose.own and len(self.what.words) <= _NEAR:
            return self.made(self.told.topic, f"{self.what.words}{told}")
        metric = self.subject.prefix + told
        if metric == "数量" and (members := self._members(self.what.words)):
            return members
        piece = self.told.counted if metric.startswith("单价") else ""
        priced = self.prose.subjects.named(piece) if piece and not self.what.words else None
        thing = priced or self.corporate(self.thing(), metric)
        signed = q.share and fit.signed(self.line.value, q)
        if signed and fit.points(q.unit):
            return self.made(thing, f"{metric}变动", metric)
        if signed and not fit.rate_like(metric):
            return self.made(thing, f"{metric}增速", metric)
        return self.made(thing, metric)

    def _grown(self) -> Meaning | None:
        told, what = self.told, self.what
        base = self.subject.prefix + what.metric
        if not what.words and not what.metric:
            thing, base = told.thing or self.thing(), told.metric
        elif not what.metric and self.subject.thing is None and not self.subject.place:
            return None
        else:
            thing = self.thing()
            if not base and thing == told.thing and not what.words:
                base = told.metric
        alone = bool(_GROWN.fullmatch(base))
        base = "" if alone else base
        if not what.metric and not what.basis and (behind := self._behind_growth()):
            base = self.subject.prefix + behind
        if (
            not base
            and not alone
            and not what.words
            and (m := _MOVED.search(self.line.left(self.q, 0)))
        ):
            return self.made(thing, m.group("metric"))
        suffix = self._suffix(base)
        if not base and not alone and (not what.words or suffix in ("减少", "增加")):
            return None
        return self.made(thing, f"{base}{what.basis}{suffix}", base)

    def _goes_on(self) -> bool:
        """Whether a share is of a company's figure told before: 光纤销量120万公里，占全球的三成."""
        thing, told = self.thing(), self.told
        return bool(
            thing
            and thing == told.thing
            and thing.cls in self.orgs
            and not fit.rate_like(told.metric)
        )

    def _behind_growth(self) -> str:
        """`减少约30%延迟`: what grows stands behind the number."""
        m = RIGHT.match(self.line.value, self.q.end)
        words = m.group("words").strip() if m and self.q.share else ""
        return words if 2 <= len(words) <= _NEAR and measure(words) else ""

    def _suffix(self, base: str) -> str:
        """What growth adds to the name of what grows."""
        if base.endswith(("增速", "降幅", "涨幅")) and self.what.basis:
            return ""
        if self.what.way == "better":
            return "优化幅度"
        down = self.what.way == "down"
        if fit.points(self.q.unit) or (not self.q.share and self.q.unit != "倍"):
            if self.q.low < 0:
                return "变动"
            return "减少" if down else "增加"
        return "降幅" if down and self.q.low >= 0 else "增速"

    def _share(self) -> Meaning | None:
        """`甲占全球90%可剥铜市场`: of what, told before or behind the number."""
        whole = self.what.metric
        m = RIGHT.match(self.line.value, self.q.end)
        if m and not whole.endswith("市场"):
            right = m.group("words").strip()
            if (len(right) <= 10 and measure(right)) or re.fullmatch(r".{0,8}市场", right):
                whole = f"{whole}{right}"
        part = self.subject.prefix + self.what.basis
        if not part and not self.what.words and whole.strip("的 约过超") and self._goes_on():
            part = self.told.metric
        return self.made(self.thing(), part + of_whole(whole))
