"""What a number means: its thing and its metric, from what the words beside it say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.concepts import phrases
from loaders.extract.figures.line import STOP
from loaders.extract.figures.metrics import is_metric, leading_metric, measure
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period
from loaders.extract.figures.said import Said
from loaders.extract.figures.subjects import Subject, prefix
from loaders.grammar import load
from loaders.things import ORGS, Thing
from loaders.tokens import tokens

if TYPE_CHECKING:
    from loaders.extract.figures.line import Line
    from loaders.extract.figures.prose import Prose

_RATE = re.compile(r"[率幅差]|占比|比例|份额|比重|增速|CAGR|速度")
_LASTS = re.compile(r"期|寿命|时间|年限|时长|年龄|延迟|时延|耗时|续航|节拍|响应|工时|时限|历史|里程|速度|寿期")
_SUM = re.compile(r"(?:收入|营收|利润|价格|均价|售价|规模|销量|产量|出货量|成本|订单|产能|市值|金额|投资|投入)$")
_OPENED = re.compile(r"[（(][^（）()]*$")
_RIGHT = re.compile(r"\s?(?:的)?(?P<words>[^，。；、（）()\d：]{1,24})")
_HAPPENS = re.compile(r"\s?(?:左右|以?内|之内|后|之后|上下)+(?:将|可|才能|就能|即可|会|基本)?(?P<words>[\u4e00-\u9fff]{2,4})")
_PRICED = re.compile(r"\s?(?:的|级)?(?:别的?)?(?:价格带|价位|价格区间|车型|级车型)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Thing and metric of a number; `base` is the metric that growth told later refers to."""

    thing: Thing
    metric: str
    base: str = ""
    period: Period | None = None
    region: str | None = None


def meaning(prose: Prose, line: Line, q: Quantity, what: Said, last: int) -> Meaning | None:
    """What a number means that stands alone; None where the text does not say."""
    return Reader(prose, line, q, what, last).meaning()


class Reader:
    """One number at work."""

    def __init__(self, prose: Prose, line: Line, q: Quantity, what: Said, last: int) -> None:
        self.prose, self.line, self.q, self.what, self.last = prose, line, q, what, last
        self.told = prose.told
        self.subject: Subject = prose.subjects.read(what.words, prose.told.sources) if what.words else Subject()

    def meaning(self) -> Meaning | None:
        """What the number means."""
        if self.subject.several or self._vague() or (self.q.value == 1 and self.q.unit == "层") or (self.q.value == 1 and self.q.unit in load("units")["number"]["soft"]):
            return None
        match self.what.kind:
            case "metric":
                return self._measured()
            case "growth":
                return self._grown()
            case "share":
                return self._share()
            case "ratio":
                return self._made(self._thing(), f"{self.subject.prefix}{self.what.metric}", "")
        found = self._until() or self._layers() or self._behind() or self._by_kind()
        return found or self._by_default()

    def _vague(self) -> bool:
        """Whether the number is part of a name or a sum over several: 1.6T, 600 公斤级, 合计."""
        q, what = self.q, self.what
        if q.unit in load("units")["number"]["letters"] and not re.search(load("units")["number"]["letters"][q.unit], what.metric):
            return True
        if what.kind in ("nothing", "thing", "verb") and self.line.value[q.until : q.until + 1] == "级":
            return True
        left = self.line.value[max(0, q.start - 24) : q.start]
        return bool(re.search(r"合计|总计|加起来", left)) and (not what.words or bool(re.search(r"[、和与及]|等$", what.words)) and self.subject.thing is not None and self.subject.thing.cls in ORGS)

    def _suited(self, metric: str) -> bool:
        """Whether a unit can measure a metric: no price in months, no share in money."""
        q = self.q
        if q.unit in load("units")["number"]["time"]:
            return bool(_LASTS.search(metric))
        if q.money:
            return not re.search(r"(?:率|占比|比例|份额|增速|比重)$", metric)
        return not (q.share and self.line.value[q.at] not in "+-−" and _SUM.search(metric))

    def _by_kind(self) -> Meaning | None:
        if self.what.kind == "verb":
            return self._done()
        if self.what.kind == "nothing":
            return self._again()
        return self._beside()

    def _thing(self) -> Thing | None:
        if self.subject.unknown:
            return None
        if self.subject.anaphor and (org := self._last_org()):
            return org
        return (
            self.subject.thing or self._before_bracket() or self.prose.topic(self.line, self.q, self.last) or self._place()
        )

    def _place(self) -> Thing | None:
        """The country itself, where nothing else is measured: its 失业率."""
        known = self.prose.document.gazetteer.known(self.subject.place) if self.subject.place else None
        return known if known and known.cls == "Place" else None

    def _last_org(self) -> Thing | None:
        """The company that `该公司` stands for: the last one named, or told of."""
        named = [m.thing for m in self.line.mentions if m.end <= self.q.start and m.thing.cls in ORGS]
        return named[-1] if named else self.told.org

    def _corporate(self, thing: Thing | None, metric: str) -> Thing | None:
        """For what only a company has, a company: its own, the last one told of, or the report's."""
        if thing is None or thing.cls in ORGS or self.subject.thing or not metric.startswith(tuple(load("figures")["metric"]["corporate"])):
            return thing
        return self.told.org or self.prose.topics.of_report()

    def _before_bracket(self) -> Thing | None:
        """The thing that a bracket tells more of: NSTX 装置（主半径 0.85m）."""
        if self.subject.place or not (m := _OPENED.search(self.line.value[: self.q.start])):
            return None
        words = STOP.split(self.line.value[: m.start()])[-1]
        return None if measure(words) else self.prose.subjects.read(words, self.told.sources).thing

    def _made(self, thing: Thing | None, metric: str, base: str = "") -> Meaning | None:
        return Meaning(thing, metric, base, region=self.subject.place) if thing and metric else None

    def _measured(self) -> Meaning | None:
        """`…市场规模为N`; `注册资本N的甲公司` names the thing behind the number."""
        if not self._suited(self.what.metric):
            return None
        metric = self.subject.prefix + self.what.metric
        right = self.line.value[self.q.end : self.q.end + 2]
        if right.startswith("的"):
            start = self.q.end + 1
            behind = next((m.thing for m in self.line.mentions if start <= m.start <= start + 1 and m.thing.cls in ORGS), None)
            if behind:
                return self._made(behind, self.what.metric)
        if self.what.metric in ("市场", "时间", "覆盖") and not (self.q.money or self.q.unit in load("units")["number"]["time"]):
            return None
        if self.q.share and self.line.value[self.q.at] in "+-−" and not _RATE.search(metric):
            metric, base = f"{metric}增速", metric
            return self._made(self._corporate(self._thing(), base), metric, base)
        return self._made(self._corporate(self._thing(), metric), metric)

    def _grown(self) -> Meaning | None:
        told, what = self.told, self.what
        base = self.subject.prefix + what.metric
        if not what.words and not what.metric:
            thing, base = told.thing or self._thing(), told.metric
        else:
            if not what.metric and what.words and self.subject.thing is None and not self.subject.place:
                return None
            thing = self._thing()
            base = base or (told.metric if thing == told.thing and not what.words else "")
        low = self.q.value[0] if isinstance(self.q.value, tuple) else self.q.value
        signed = low < 0
        suffix = "" if base.endswith(("增速", "降幅", "涨幅")) and what.basis else "降幅" if what.way == "down" and not signed else "增速"
        if suffix and not self.q.share and self.q.unit != "倍":
            suffix = "减少" if what.way == "down" else "增加"
        if not base and (not what.words or suffix in ("减少", "增加")):
            return None
        return self._made(thing, f"{base}{what.basis}{suffix}", base)

    def _share(self) -> Meaning | None:
        whole = self.what.metric
        m = _RIGHT.match(self.line.value, self.q.end)
        if m and not whole.endswith("市场"):
            right = m.group("words").strip()
            if measure(right) and len(right) <= 10 or re.fullmatch(r".{0,8}市场", right):
                whole = f"{whole}{right}"
        whole = whole.strip("的 约")
        shared = whole.endswith(("份额", "占有率", "比例", "占比"))
        return self._made(self._thing(), whole if shared else f"占{whole}比例" if whole else "占比")

    def _behind(self) -> Meaning | None:
        """A metric behind the number: 60.1%的市场占有率, 276层堆叠, 355nm 波长的激光器."""
        if self.q.money and _PRICED.match(self.line.value, self.q.end):
            return self._made(self._doer(), "价格")
        m = _RIGHT.match(self.line.value, self.q.end)
        found = leading_metric(m.group("words").strip()) if m else None
        if _kind(self.q.unit) in load("units")["number"]["vague"] or not m or not found or found in ("市场", "价格", "增长", "时间", "覆盖"):
            return None
        if self.q.unit in load("units")["number"]["time"] and not found.endswith(("期", "寿命", "时间", "年限", "时长", "周期")):
            return None
        rest = m.group("words").strip()[len(found) :]
        name = phrases(rest.removeprefix("的"))[:1] if rest[:1] == "的" or self.what.kind in ("nothing", "verb") else []
        thing = (self.prose.subjects.named(name[0].name) if name and name[0].start <= 1 else None) or self._doer()
        if thing and self.subject.thing is None and not name and self.what.kind == "thing" and self.what.words and not self.subject.place:
            return None
        return self._made(thing, self.subject.prefix + found)

    def _until(self) -> Meaning | None:
        """`将在5-10年内实现`, `百年左右枯竭`: how long until something happens."""
        if self.q.unit not in load("units")["number"]["time"]:
            return None
        m = _HAPPENS.match(self.line.value, self.q.until)
        words = tokens(m.group("words")) if m else ()
        if not m or words[0].word not in load("figures")["words"]["happens"] or not (self.subject.thing or self.what.linked):
            return None
        return self._made(self._thing(), f"{words[0].word}时间")

    def _doer(self) -> Thing | None:
        """Who does what the verb before the number says."""
        words = self.what.words
        if self.subject.thing is None and words:
            found = self.prose.topics.of_clause(words)
            if found:
                return found
        return self._thing()

    def _done(self) -> Meaning | None:
        """What somebody has or does so many of: 搭载3颗激光雷达, 交付5万辆, 覆盖90%的场景."""
        verb = self.what.metric
        named = load("figures")["metric"]["verbs"].get(verb)
        if self.q.unit in ("年", "个月", "万年", "天") and named != "使用年限":
            named = None
        if named and named != "使用年限" and not self._suits(named):
            named = None
        counted = self._counted()
        if named == "使用年限":
            return self._made(self.prose.topic(self.line, self.q, self.last), named)
        if named:
            return self._made(self._doer(), f"{counted}{named}")
        if counted:
            self.told.counted = counted
            return self._made(self._doer(), f"{counted}数量")
        m = _RIGHT.match(self.line.value, self.q.end)
        right = phrases(m.group("words"))[:1] if m and self.q.share else []
        if right and self.prose.own and right[0].start <= 1:
            return self._made(self._doer(), f"{verb}{right[0].name}比例")
        return None

    def _suits(self, metric: str) -> bool:
        """Whether a unit can count what a verb does: money for 投资额, pieces or tons for 产量."""
        grammar = load("units")["number"]
        if metric in load("figures")["metric"]["money"]:
            return self.q.money or self.q.unit in ("亿", "万", "万亿", "千万", "百万")
        base = _kind(self.q.unit)
        if metric == "产量" and base in ("GW", "MW", "kW", "兆瓦", "千瓦", "吉瓦"):
            return False
        if base in grammar["vague"]:
            return metric == "发射量" and base == "次"
        return base in grammar["counters"] or base in grammar["amounts"]

    def _layers(self) -> Meaning | None:
        """`28 层 AI 服务器板`: how many layers what stands behind has."""
        if self.q.unit != "层":
            return None
        right = self.line.value[self.q.end : self.q.end + 24]
        name = self.prose.subjects.counted(right)
        if thing := self.prose.subjects.named(name) if name else None:
            return self._made(thing, "层数")
        first = tokens(right.strip())[:1]
        if first and first[0].tag in ("v", "vn") and self.what.kind == "verb":
            return self._made(self._doer(), f"{first[0].word}层数")
        return None

    def _counted(self) -> str:
        if self.q.unit == "层":
            return ""
        if _kind(self.q.unit) not in load("units")["number"]["counters"]:
            return ""
        return self.prose.subjects.counted(self.line.value[self.q.end : self.q.end + 24])

    def _again(self) -> Meaning | None:
        """Nothing is said: the same metric of the same thing, at another time or place."""
        told = self.told
        if self.q.share and told.thing and told.metric and self.line.bracketed(self.q) and self.line.value[self.q.at] in "+-−" and not _RATE.search(told.metric):
            return self._made(told.thing, f"{told.metric}增速", told.metric)
        if self.prose.own and (counted := self._counted()):
            return self._made(told.topic, f"{counted}数量")
        metric = told.units.get(_kind(self.q.unit)) or ("" if told.unit else told.metric)
        if metric and told.thing:
            return self._made(told.thing, metric)
        return self._made(told.topic, told.metric) if metric and told.topic else None

    def _beside(self) -> Meaning | None:
        """A thing and a number: the last metric if the unit is its, or what the unit measures."""
        if flow := self._flow():
            return flow
        if self.told.counted and self.what.words.strip(" +＋、和与及") == self.told.counted and (counted := self._counted()):
            self.told.counted = counted
            return self._made(self.told.thing, f"{counted}数量")
        default = load("figures")["metric"]["units"].get(_kind(self.q.unit))
        if self.prose.own and self.line.bracketed(self.q):
            return self._made(self.told.topic, default or "")
        if self.prose.own and default and self.subject.thing is None:
            return self._made(self.told.topic, f"{prefix(self.what.words)}{default}")
        thing = self.subject.thing or (self._thing() if self.subject.place else None)
        if thing is None:
            return None
        metric = self.told.units.get(_kind(self.q.unit)) or (self.told.metric if self.what.basis == "than" else "")
        if not metric and (self.q.comparator or self.what.linked) and (counted := self._counted()):
            metric = f"{counted}数量"
        if not metric and default and not self.prose.own:
            metric = default
        return self._made(thing, metric)

    def _flow(self) -> Meaning | None:
        """`美国进口半钢胎 1861 万条`: somebody's doing with a thing, so many of it."""
        for verb, metric in load("figures")["metric"]["verbs"].items():
            before, found, after = self.what.words.rpartition(verb)
            if found and after.strip() and self._suits(metric) and len(after) <= 16 and not self.q.share and not is_metric(after) and not re.search(r"公司|集团|联合体", after):
                actor = self.prose.subjects.read(before, self.told.sources)
                thing = actor.thing or self.prose.subjects.named(after)
                told = f"{after.strip()}{metric}" if actor.thing else metric
                return Meaning(thing, told, told, region=actor.place) if thing else None
        return None

    def _by_default(self) -> Meaning | None:
        """In a table's cell: what its header measures."""
        if not self.prose.own or self.told.thing is not None:
            return None
        return self._made(self.told.topic, load("figures")["metric"]["units"].get(_kind(self.q.unit)) or self.told.default)


def _kind(unit: str) -> str:
    return unit.lstrip("万亿千百十") or unit
