"""One number with its sentence: who it may be about, whatever it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.extract.figures.groups import group
from loaders.extract.figures.line import STOP
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period
from loaders.extract.figures.phrases import noun_phrase, prefix
from loaders.extract.figures.said import MARK, Said
from loaders.extract.figures.subject import Subject
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Thing
from loaders.tokens import tokens

if TYPE_CHECKING:
    from loaders.extract.figures.line import Line
    from loaders.extract.figures.prose import Prose

RIGHT = re.compile(r"\s?(?:的)?(?P<words>[^，。；、（）()\d：]{1,24})")
CONCENTRATION = re.compile(r"CR\d+$|集中度$")
HOLLOW = re.compile(r"[（(]\s*[)）]")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_ALSO = re.compile(r"(?:并|且)(?:累计|已|将|还|也|正|拟)*[^，并且]{0,6}$")
_ROLES = ("供应商", "厂商", "龙头", "企业", "公司", "供货商", "代工厂", "第一", "首位")
_DIVISIONS = ("部门", "事业部", "分部")
_BUSINESS = "业务"
_BESIDE = 4
_FIELDS = ("业", "板块", "产业")
STATE = re.compile(
    r"\s*(?:而|但)?[\u4e00-\u9fff]{0,3}(?:政府|央行|监管部门|当局)(?!采购|补贴|支出)"
)
_AMONG = re.compile(r"(?P<of>[^，]{0,24}?)(?P<whole>在[^，]{2,14}?中)的?$")
_SHARES = ("占比", "份额", "渗透率", "占有率", "市占率", "比例", "比重")
# of a country alone nobody says how much it imports
_GOODS = re.compile(r"(?:进口|出口|销售|消费|需求|[产销用])量$|价格?$")
_AFTER_VERB = "了过着\u2063 "
_OPENED = re.compile(r"[（(][^（）()]*$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Thing and metric of a number; `base` is the metric that growth told later refers to.

    `keep` says that what follows may be about the same thing.
    """

    thing: Thing
    metric: str
    base: str = ""
    period: Period | None = None
    region: str | None = None
    keep: bool = True


def of_whole(whole: str) -> str:
    """How a share of something is called: 占全球市场比例, 占营业收入比重, 全球份额."""
    whole = whole.strip("的 约过超")
    if whole.endswith(("份额", "占有率", "占比")):
        return whole
    return (
        f"占{whole}" if whole.endswith(("比例", "比重")) else f"占{whole}比例" if whole else "占比"
    )


# 甲组建乙，注册资本5亿元: the capital is that of the new company
_SET_UP = re.compile(r"(?:组建|成立|设立|创立|创办|新设)了?[^，。；]{2,30}[，,]")


class Scene:
    """Finds who a number is about; subclasses find what it measures."""

    orgs = ORGS

    def __init__(self, prose: Prose, line: Line, q: Quantity, what: Said, last: int) -> None:
        self.prose, self.line, self.q, self.what, self.last = prose, line, q, what, last
        self.told = prose.told
        self.subject = self._read(what.words) if what.words else Subject()

    def _read(self, words: str) -> Subject:
        """Whom the words name; what a cell says of a company is the company's: its 甲板良率."""
        if m := _AMONG.match(words) if self.what.metric.endswith(_SHARES) else None:
            # 在整车中占比: what is a part, and not the whole, is told of
            part = self._read(m.group("of")) if m.group("of") else Subject()
            if part.prefix or (part.thing or self.topic()):
                return replace(part, prefix=part.prefix + m.group("whole"))
        found, topic = self.prose.subjects.read(words), self.told.topic
        name = found.thing.name if found.thing and found.thing.cls not in ORGS else ""
        business = name.endswith(_BUSINESS) and self._last_org() is not None
        if name.endswith(_DIVISIONS) or business:
            return Subject(prefix=name, place=found.place, anaphor=True)
        of_company = self.prose.own and topic is not None and topic.cls in ORGS
        if of_company and found.thing and found.thing.cls in ("Technology", "Industry"):
            return Subject(prefix=prefix(noun_phrase(words)), place=found.place)
        return found

    def made(self, thing: Thing | None, metric: str, base: str = "") -> Meaning | None:
        """The meaning of both, if there are both."""
        if not thing or not metric:
            return None
        if thing.cls == "Place" and metric.endswith(("市场", "规模", "市场空间")):
            return None
        metric = HOLLOW.sub("", _GAP.sub("", metric))
        metric = f"{metric}规模" if self.q.money and metric.endswith("市场") else metric
        return Meaning(thing, metric, base, region=self.subject.place)

    def thing(self) -> Thing | None:
        """What the words name, or what the sentence is about where they leave it out."""
        if self.subject.unknown:
            return None
        if self.subject.anaphor and (org := self._last_org()):
            return org
        told = self.subject.thing or self._before_bracket() or self.topic()
        return told or self._place()

    def topic(self) -> Thing | None:
        """What the clauses before, or the sentences before, are about."""
        return self.prose.topic(self.line, self.q, self.last)

    def doer(self) -> Thing | None:
        """Who does what the verb before the number says."""
        words = self.what.words
        if self.told.thing and _ALSO.search(words) and self.last > self.line.label:
            return self.prose.topics.of_clause(self._clause()) or self.told.thing
        told = self.subject.thing or words.endswith("其")
        if not told and words and (found := self.prose.topics.of_clause(words)):
            return found
        return self.thing()

    def _clause(self) -> str:
        """The clause of the number from its beginning, numbers before it and all."""
        stops = [m.end() for m in STOP.finditer(self.line.value, 0, self.q.start)]
        return self.line.marked(stops[-1] if stops else 0, self.q.start)

    def corporate(self, thing: Thing | None, metric: str) -> Thing | None:
        """For what only a company has, a company: the last one told of, or the report's.

        A concentration is never a company's.
        """
        if thing and thing.cls in ORGS and CONCENTRATION.search(metric):
            return self.told.topic if self.told.topic and self.told.topic.cls not in ORGS else None
        if metric.startswith("注册资本") and _SET_UP.search(self.line.value, 0, self.q.start):
            return self._last_org()
        own = metric.startswith(tuple(load("figures")["metric"]["corporate"]))
        field = thing is not None and thing.cls == "Industry" and not group(thing.name)
        if own and field and self._block_org():
            return self._block_org()
        if thing is None or thing.cls in ORGS or self.subject.thing or not own:
            return thing
        whole = field or bool(group(thing.name)) or thing.name.endswith(_FIELDS)
        heads = tuple(load("figures")["metric"]["corporate"])
        same = thing == self.told.thing and (whole or self.told.metric.startswith(heads))
        told = thing if same else None
        return told or self.line.lead(self.q) or self.told.org or self.prose.topics.of_report()

    def _block_org(self) -> Thing | None:
        """The company that a chapter is about; its 数据中心收入 is not that of the industry."""
        topic, org = self.told.topic, self.told.org
        if topic is None or topic.cls in ORGS:
            return topic
        return org if topic.cls == "Technology" and org and not self.prose.own else None

    def org_behind(self) -> Thing | None:
        """The company that a number is told of as of its property: 注册资本150亿元的甲公司."""
        if self.line.value[self.q.end : self.q.end + 1] != "的":
            return None
        at = (self.q.end + 1, self.q.end + 2)
        return next(
            (m.thing for m in self.line.mentions if m.start in at and m.thing.cls in ORGS), None
        )

    def _place(self) -> Thing | None:
        """The country itself, where nothing else is measured: its 失业率."""
        place = None if _GOODS.search(self.what.metric) else self.subject.place
        known = self.prose.document.gazetteer.known(place) if place else None
        wide = known is None or known.cls != "Place" or known.name in ("全球", "海外")
        # of 甲在上海的工厂 or 中国创新药授权 the place is not what is measured
        more = place and len(self.what.words.replace(place, "").strip(f" 的{MARK}")) > _BESIDE
        return None if wide or more else known

    def _last_org(self) -> Thing | None:
        """The company that `该公司` stands for: the last one named, or told of."""
        for m in reversed(self.line.mentions):
            if m.end <= self.q.start and m.thing.cls in ORGS:
                return m.thing
        return self.told.org or self.prose.topics.of_report()

    def _before_bracket(self) -> Thing | None:
        """The thing that a bracket tells more of: NSTX 装置（主半径 0.85m）."""
        m = _OPENED.search(self.line.value[: self.q.start])
        if self.subject.place or not m:
            return None
        if self.line.beside(self.q, self.last) and self.last > self.line.label:
            return self.told.thing
        words = STOP.split(self.line.marked(0, m.start()))[-1]
        named = next((x.thing for x in self.line.mentions if x.end == m.start()), None)
        if named and named.cls in CONCEPTS and not self.prose.own:
            return named
        if measure(words) or words.strip().endswith(_ROLES):
            return None
        found = self.prose.subjects.read(words).thing
        verbs = [t for t in tokens(words) if t.tag == "v" and len(t.word) > 1]
        if not verbs or self.prose.own or (found and found.cls not in ORGS):
            return found
        # 甲推出了新票（售价5元）: what stands right before the bracket, behind the verb
        behind = words[verbs[-1].end :].strip(_AFTER_VERB)
        return (self.prose.subjects.named(behind) if behind else None) or found
