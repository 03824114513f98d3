"""Figures of Chinese prose: clause by clause, what is elided taken from what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.figures.metrics import is_metric, measure
from loaders.extract.figures.numbers import Quantity, quantities
from loaders.extract.figures.periods import Period, dated, periods
from loaders.extract.figures.said import MARK, Said, said
from loaders.extract.figures.subjects import Subjects, region_of
from loaders.extract.figures.time import Clock
from loaders.grammar import load
from loaders.modality import modality
from loaders.things import Number, Thing

_STOP = re.compile(r"[，；。！？;：]|,(?!\d)|:(?!\d)")
_BETWEEN = re.compile(r"\s*(?:[、，,/／]|和|与|及|以及|或|vs\.?)\s*")
_RIGHT = re.compile(r"\s?(?:的)?([^，。；、（）()\d：]{1,14})")
_CONVERTED = re.compile(r"^(?:约合|约|合|折合|即|相当于|~|≈)?\s*(?:人民币|\$|US\$)?\s*$")
_OF = re.compile(r"[（(][^）)]{0,40}$")


@dataclass
class Told:
    """What the last figure was about: what a later one may leave out."""

    thing: Thing | None = None
    metric: str = ""
    unit: str = ""
    period: Period | None = None
    region: str | None = None
    expected: bool = False
    sources: tuple[Thing, ...] = ()
    year: int | None = None
    topic: Thing | None = None
    default: str = ""


@dataclass
class Prose:
    """Reads the figures of one run of sentences."""

    document: Document
    subjects: Subjects
    clock: Clock
    told: Told = field(default_factory=Told)
    method: str = "figure:prose"
    own: bool = False

    def figures(self, text: Text) -> Iterator[Number]:
        """The figures of one sentence."""
        yield from Line(self, text).figures()


class Line:
    """One sentence at work."""

    def __init__(self, prose: Prose, text: Text) -> None:
        self.prose, self.told, self.text, self.value = prose, prose.told, text, text.value
        self.periods = [self._dated(p) for p in periods(self.value)]
        self.mentions = prose.document.gazetteer.find(self.value)
        named = [(m.start, m.end) for m in self.mentions if re.search(r"\d", self.value[m.start : m.end])]
        self.taken = [(p.start, p.end) for p in self.periods] + named
        self.quantities = [q for q in quantities(self.value, self.taken) if self._counts(q)]
        self.expected = False

    def _dated(self, p: Period) -> Period:
        found = dated(p, self.told.year or self.prose.clock.year, self.prose.clock.year)
        self.told.year = found.last or self.told.year
        return found

    def _counts(self, q: Quantity) -> bool:
        """Whether a number without a unit stands where one is measured all the same."""
        if q.unit:
            return True
        left = self.value[: q.start].rstrip(" =＝≈＜<>＞≥≤：:")
        found = measure(re.split(r"[，；。：、]", left)[-1])
        return found is not None and bool(re.search(r"[A-Za-z）)数子率分]$|EPS|指数$", left))

    def figures(self) -> Iterator[Number]:
        last = 0
        for group in self._groups():
            yield from self._of_group(group, last)
            last = group[-1].end

    def _groups(self) -> Iterator[list[Quantity]]:
        """Numbers that the sentence lists: 为X、Y和Z."""
        group: list[Quantity] = []
        for q in self.quantities:
            if group and not (_BETWEEN.fullmatch(self.value, group[-1].end, q.start)):
                yield group
                group = []
            group.append(q)
        if group:
            yield group

    def _of_group(self, group: list[Quantity], last: int) -> Iterator[Number]:
        if len(group) > 1:
            from loaders.extract.figures.series import series

            yield from series(self, group, last)
            return
        yield from self.one(group[0], last)

    # one number ---------------------------------------------------------

    def one(self, q: Quantity, last: int) -> Iterator[Number]:
        """The figure of a number that stands alone; `last` is where the one before it ends."""
        if number := self._one(q, last):
            yield number

    def _one(self, q: Quantity, last: int) -> Number | None:
        self._hear(last, q)
        if self._conversion(q, last):
            return None
        what = said(self.left(q, last), q)
        found = self._meant(what, q, last) or self._by_default(q)
        if found is None:
            return None
        thing, metric, base = found
        return self.number(q, thing, metric, base)

    def left(self, q: Quantity, last: int) -> str:
        """The words of the clause before a number, with MARK for each period."""
        stops = [m.end() for m in _STOP.finditer(self.value, last, q.start)]
        start = max([last, *stops])
        if not self._words(start, q.start) and len(stops) > 0:
            start = max([last, *stops[:-1]])
        return self._marked(start, q.start)

    def _words(self, start: int, end: int) -> str:
        return re.sub(rf"[{MARK}\s]|在|到|至|预计|将", "", self._marked(start, end))

    def _marked(self, start: int, end: int) -> str:
        out, at = [], start
        for p in self.periods:
            if p.start >= at and p.end <= end:
                out += [self.value[at : p.start], MARK]
                at = p.end
        out.append(self.value[at:end])
        return "".join(out)

    def _hear(self, last: int, q: Quantity) -> None:
        """Take period, region, sources and expectation from the words since the last number."""
        told, between = self.told, self.value[last : q.start]
        here = [p for p in self.periods if last <= p.start < q.start and not self._in_bracket_before(p, q)]
        if here:
            told.period = here[-1]
        told.expected = self.prose.clock.expected(between, here[-1] if here else None, told.expected, told.period)
        if region := region_of(between, [m for m in self.mentions if last <= m.start and m.end <= q.start]):
            told.region = region
        if sources := self.prose.subjects.sources(self.value, last, q.start, self.mentions):
            told.sources = sources

    def _in_bracket_before(self, p: Period, q: Quantity) -> bool:
        return bool(_OF.search(self.value[: p.start])) and ("）" in self.value[p.end : q.start] or ")" in self.value[p.end : q.start])

    def _conversion(self, q: Quantity, last: int) -> bool:
        """Whether a sum in brackets only says the one before it in another currency."""
        between = self.value[last : q.at]
        return last > 0 and q.money and bool(re.match(r"^\s?[（(/]", between)) and bool(
            _CONVERTED.match(between.strip("（( /"))
        )

    # what it means --------------------------------------------------------

    def _meant(self, what: Said, q: Quantity, last: int) -> tuple[Thing, str, str] | None:
        """Thing, metric, and the metric that later growth may refer to."""
        if what.kind == "metric":
            return self._measured(what, q)
        if what.kind == "growth":
            return self._grown(what)
        if what.kind == "share":
            return self._shared(what, q)
        after = self._after(q)
        if after:
            metric, words = after
            thing = self.prose.subjects.named(words or what.words, self) or self._topic()
            return (thing, metric, metric) if thing else None
        if what.kind == "verb":
            return self._done(what, q)
        if what.kind == "nothing":
            return self._again(q, last)
        return self._beside(what, q)

    def _by_default(self, q: Quantity) -> tuple[Thing, str, str] | None:
        """In a table's cell: what its header measures."""
        thing = self.told.topic
        if thing is None or not self.prose.own or self.told.thing is not None:
            return None
        metric = load("figures")["metric"]["units"].get(q.unit) or self.told.default
        return (thing, metric, metric) if metric else None

    def _measured(self, what: Said, q: Quantity) -> tuple[Thing, str, str] | None:
        subject = self.prose.subjects.read(what.words, self)
        metric = subject.prefix + what.metric
        thing = subject.thing or self._topic()
        return (thing, metric, metric) if thing else None

    def _grown(self, what: Said) -> tuple[Thing, str, str] | None:
        told = self.told
        words = load("figures")["growth"]
        if what.metric or what.words:
            subject = self.prose.subjects.read(what.words, self)
            thing = subject.thing or self._topic()
            base = subject.prefix + what.metric
            if not what.metric and subject.thing is None and what.words and not subject.place:
                return None
            base = base or told.metric
        else:
            thing, base = told.thing or self._topic(), told.metric
        if thing is None:
            return None
        del words
        suffix = "降幅" if what.way == "down" and "-" not in what.basis else "增速"
        return thing, f"{base}{what.basis}{suffix}", base

    def _shared(self, what: Said, q: Quantity) -> tuple[Thing, str, str] | None:
        subject = self.prose.subjects.read(what.words, self)
        thing = subject.thing or self._topic()
        whole = what.metric
        m = _RIGHT.match(self.value, q.end)
        if m and (right := m.group(1).strip()) and right not in ("左右",) and not whole.endswith(("的", "市场")):
            whole = f"{whole}{right}" if measure(right) or right.endswith("市场") else whole
        whole = whole.strip("的 ")
        metric = whole if measure(whole) and whole.endswith(("份额", "占有率")) else f"占{whole}比例" if whole else "占比"
        return (thing, metric, metric) if thing else None

    def _after(self, q: Quantity) -> tuple[str, str] | None:
        """A metric behind the number: 60.1%的市场占有率, 276层堆叠, 355nm 波长的激光器."""
        m = _RIGHT.match(self.value, q.end)
        if not m:
            return None
        words = m.group(1).strip()
        head, _, thing = words.partition("的")
        for piece, name in ((head, thing), (words, "")):
            if piece and is_metric(piece) and piece not in ("市场", "价格", "增长"):
                return piece, name
        return None

    def _done(self, what: Said, q: Quantity) -> tuple[Thing, str, str] | None:
        """What somebody has or does so many of: 搭载3颗激光雷达, 交付5万辆."""
        named = load("figures")["metric"]["verbs"].get(what.metric)
        counted = self._counted(q)
        subject = self.prose.subjects.read(what.words, self)
        thing = subject.thing or self._topic()
        if thing is None or not (named or counted):
            return None
        if named:
            metric = f"{counted}{named}" if counted else named
        else:
            metric = f"{counted}数量"
        return thing, metric, metric

    def _counted(self, q: Quantity) -> str:
        grammar = load("units")["number"]
        base = q.unit.lstrip("万亿千百十")
        if base not in grammar["zh"] or base in grammar["time"] or q.share or q.money:
            return ""
        return self.prose.subjects.counted(self.value[q.end : q.end + 24])

    def _again(self, q: Quantity, last: int) -> tuple[Thing, str, str] | None:
        """Nothing is said: the same metric of the same thing, at another time or place."""
        told = self.told
        if told.thing and told.metric and _alike(told.unit, q.unit):
            return told.thing, told.metric, told.metric
        return None

    def _beside(self, what: Said, q: Quantity) -> tuple[Thing, str, str] | None:
        """A thing and a number: the last metric if the unit is its, or what the unit measures."""
        told = self.told
        subject = self.prose.subjects.read(what.words, self)
        thing = subject.thing or (self._topic() if subject.place else None)
        if thing is None:
            return self._flow(what, q)
        if flow := self._flow(what, q):
            return flow
        if told.metric and _alike(told.unit, q.unit):
            return thing, told.metric, told.metric
        metric = load("figures")["metric"]["units"].get(q.unit)
        return (thing, metric, metric) if metric else None

    def _flow(self, what: Said, q: Quantity) -> tuple[Thing, str, str] | None:
        """`美国进口半钢胎 1861 万条`: somebody's doing with a thing, so many of it."""
        for verb, metric in load("figures")["metric"]["verbs"].items():
            before, found, after = what.words.partition(verb)
            if found and after and len(after) <= 16 and not q.share:
                actor = self.prose.subjects.read(before, self)
                thing = actor.thing or self.prose.subjects.named(after, self)
                if thing is None:
                    return None
                told = f"{after.strip()}{metric}" if actor.thing else metric
                return thing, told, told
        return None

    def _topic(self) -> Thing | None:
        return self.told.thing or self.told.topic

    def number(self, q: Quantity, thing: Thing, metric: str, base: str, period: Period | None = None) -> Number:
        """The draft; remembers what it was about."""
        told = self.told
        when = period or told.period
        kind = "forecast" if self.prose.clock.forecast(when, told.expected) else "observation"
        how = modality(self.value, q.start, q.end)
        self.prose.told = self.told = replace(told, thing=thing, metric=base or metric, unit=q.unit)
        return Number(
            kind, thing, metric, q.value, q.unit, self.text, self.prose.method,
            period=when.text if when else None, region=told.region, sources=told.sources,
            comparator=q.comparator,
            modality=how if how in (Modality.RUMOURED, Modality.DENIED) else Modality.ASSERTED,
        )


def _alike(one: str, other: str) -> bool:
    """Whether two units measure the same kind of thing: 亿美元 and 万亿美元."""
    return one.lstrip("万亿千百十") == other.lstrip("万亿千百十")
