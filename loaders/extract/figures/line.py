"""One sentence with its periods, names and numbers, and what the last figure left to be taken up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.figures.fit import SIGNS, timed
from loaders.extract.figures.groups import group
from loaders.extract.figures.metrics import measure
from loaders.extract.figures.numbers import Quantity, quantities
from loaders.extract.figures.periods import Period, dated, periods
from loaders.extract.figures.phrases import words_of
from loaders.extract.figures.said import MARK, said
from loaders.extract.figures.told import Told
from loaders.things import ORGS, Mention, Thing

STOP = re.compile(r"[，；。！？;：]|,(?!\d)|:(?!\d)")
_BETWEEN = re.compile(r"\s*(?:[、，,/／]|和|与|及|以及|或|vs\.?)\s*")
_SYMBOL = re.compile(r"[A-Za-z数子率]\s?[（(]\s*$")
_VALUE = re.compile(r"\s*[）)]\s*[为是约]?\s*[\d.≈<>≤≥]")
_LEAST = re.compile(r"\s?(?:及以上|以上|以下)的?[达占为约]\s?\d")
_SINCE = re.compile(r"\s?(?:以|之)?[内后来间](?=[^，。；：、\d]{1,12}[\d约近超])")
_LAST = re.compile(r"[（(][^（）()]{4,40}[)）]\s*[。；;]?\s*$")
# a comma of half the width between Chinese words is one all the same
_COMMA = re.compile(r"(?<=[\u4e00-\u9fff]),|,(?=[\u4e00-\u9fff])")
_BRACKET = re.compile(r"\s*[（(](?P<inside>[^（）()]{4,24})[)）]")
_COMPARED = ("较", "比")
_WITH, _AFTER = ("与", "跟"), re.compile(r"[^，。；]{0,6}?比")
# 分别为65/80/98亿元
_EACH = re.compile(r"(?:分别[为达是]?|PE为)[\d./、\s]*$")
_NEAR = 24
_ONLY = re.compile(r"(?:[^（）()发投成]{0,12}(?:数据|市场|口径|统计|测算|预测|年报))?")
_BARE = re.compile(r"[A-Za-z）)数子率分]$|EPS|指数(?:均值)?$")


class Line:
    """One sentence: where its periods, names and numbers stand, and the words between them."""

    def __init__(self, document: Document, text: Text, told: Told, label: int = 0) -> None:
        self.text, self.value, self.label = text, _COMMA.sub("，", text.value), label
        every = periods(self.value)
        # 较2021年下降: what a year is compared with is not when it is
        against = [p for p in every if self._compared(p)]
        self.periods = [self._dated(p, told, document.clock.now) for p in every if p not in against]
        self.quoted: list[tuple[int, int]] = []
        self.mentions = document.gazetteer.find(self.value)
        self.orgs = {m.start for m in self.mentions if m.thing.cls in ORGS}
        named = [
            (m.start, m.end) for m in self.mentions if re.search(r"\d", self.value[m.start : m.end])
        ]
        taken = [(p.start, p.end) for p in every] + named
        numbers = self._shared(quantities(self.value, taken))
        # where the last number ends that has given a figure
        self.since = label
        measured = [q for q in numbers if self._counts(q) and not self._condition(q)]
        self.quantities = [
            q for q, after in zip_longest(measured, measured[1:]) if not self._group(q, after)
        ]
        self.aside_period = self._trailing()

    def _compared(self, p: Period) -> bool:
        """Whether a period is what another is compared with: 较2021年, 与上周比."""
        before = self.value[: p.start].rstrip()
        against = before.endswith(_WITH) and _AFTER.match(self.value, p.end)
        return before.endswith(_COMPARED) or bool(against)

    def _group(self, q: Quantity, after: Quantity | None) -> bool:
        """Whether a number counts those that the next one measures: 22家样本企业研发费用率9%."""
        m = group(self.value, q.at) if after else None
        if after is None or m is None or STOP.search(self.value, m.end(), after.start):
            return False
        return said(self.marked(m.end(), after.start), after).kind == "metric"

    def _trailing(self) -> Period | None:
        """The period that a bracket at the end of the sentence gives all of it: （2023年甲市场）。"""
        m = _LAST.search(self.value)
        inside = [p for p in self.periods if m and m.start() < p.start and p.end < m.end()]
        counted = m and any(m.start() < q.start for q in self.quantities)
        if m is None or counted or len(inside) != 1:
            return None
        alone = _ONLY.fullmatch(self.value[inside[0].end : m.end()].rstrip("。；; ").rstrip(")）"))
        return inside[0] if alone else None

    @staticmethod
    def _dated(p: Period, told: Told, now: int | None) -> Period:
        found = dated(p, told.year or now, now)
        if found.last and (now is None or found.last <= now + 1):
            told.year = found.last
        return found

    def _shared(self, found: list[Quantity]) -> list[Quantity]:
        """Numbers with the unit that only the last of a list has: 12.1、15.3和18.8亿元."""
        out: list[Quantity] = []
        for q in reversed(found):
            after = out[-1] if out else None
            listed = after and (
                "." in self.value[q.at : q.until] + self.value[after.at : after.until]
                or _EACH.search(self.value[max(0, q.at - _NEAR) : q.at])
            )
            if (
                after
                and listed
                and not q.unit
                and _BETWEEN.fullmatch(self.value, q.end, after.start)
            ):
                out.append(replace(q, unit=after.unit))
            else:
                out.append(q)
        return out[::-1]

    def _counts(self, q: Quantity) -> bool:
        """Whether a number without a unit stands where one is measured all the same."""
        if q.unit:
            return True
        left = re.sub(r"[为是达约至\s=＝≈<>＜＞≥≤：:]+$", "", self.value[: q.start])
        found = measure(STOP.split(left)[-1].split("、")[-1])
        return found is not None and bool(_BARE.search(left))

    def _condition(self, q: Quantity) -> bool:
        """Whether a number is a condition: Dk（1MHz）2.1, 18 层以上达 21%, 20天内新增3万辆."""
        if _LEAST.match(self.value, q.until):
            return True
        if timed(q) and (m := _SINCE.match(self.value, q.until)):
            self.quoted.append((q.start, m.end()))
            return True
        opened = _SYMBOL.search(self.value[max(0, q.start - 8) : q.start])
        return bool(opened and _VALUE.match(self.value, q.end))

    def groups(self) -> Iterator[list[Quantity]]:
        """The numbers, those together that the sentence lists: 为X、Y和Z."""
        group: list[Quantity] = []
        for q in self.quantities:
            if group and not self._lists(group[-1], q):
                yield group
                group = []
            group.append(q)
        if group:
            yield group

    def _lists(self, a: Quantity, b: Quantity) -> bool:
        """Whether the sentence lists two numbers; not so `Q=10，500MW`, `2.8%，约27万人`."""
        between = self.value[a.end : b.start]
        if self.changed(b) and self.value[a.at] not in SIGNS:
            return False
        comma = between.strip() in ("，", ",") and a.kind != b.kind
        return bool(_BETWEEN.fullmatch(between)) and not comma

    def changed(self, q: Quantity) -> bool:
        """Whether a number behind a slash says how the one before it has changed: 5亿元/-22%."""
        return q.share and self.value[q.at] in SIGNS and self.value[: q.at].rstrip().endswith("/")

    def left(self, q: Quantity, last: int) -> str:
        """The words of the clause before a number, with MARK for each period.

        Where a clause says nothing but a period or `将达`, the words of the one before it.
        """
        stops = [m.end() for m in STOP.finditer(self.value, last, q.start)]
        start = max([last, *stops])
        if stops and not self._says(start, q.start) and self.value[stops[-1] - 1] not in "；;。":
            before = max([last, *stops[:-1]])
            speech = tuple(words_of("speech"))
            told = self.value[before : stops[-1] - 1].endswith(speech)
            # what stands right behind the last number belongs to it: 40%增速，2032年达…
            start = start if told or self.label < before == last else before
        return self.marked(start, q.start)

    def says(self, q: Quantity, last: int) -> bool:
        """Whether the clause of a number says more than a period or `将达` before it."""
        stops = [m.end() for m in STOP.finditer(self.value, last, q.start)]
        return bool(self._says(max([last, *stops]), q.start))

    def _says(self, start: int, end: int) -> str:
        return re.sub(rf"[{MARK}\s]|在|到|至|预计|将|达到?|约|有望|为", "", self.marked(start, end))

    def clauses(self, start: int, end: int) -> list[str]:
        """The clauses between two places, the nearest to the end first."""
        stops = [start, *(m.end() for m in STOP.finditer(self.value, start, end)), end]
        pairs = reversed(list(pairwise(stops)))
        return [self.marked(a, b).strip("，；。：,;: ") for a, b in pairs if b > a]

    def marked(self, start: int, end: int) -> str:
        """The text between two places with MARK for each period, and without who is quoted."""
        out, at = [], start
        gaps = [(p.start, p.end, MARK) for p in self.periods] + [(a, b, "") for a, b in self.quoted]
        for first, last, mark in sorted(gaps):
            if first >= at and last <= end:
                out += [self.value[at:first], mark]
                at = last
        out.append(self.value[at:end])
        return "".join(out)

    def lead(self, q: Quantity) -> Thing | None:
        """The one company of the sentence, where that begins with it and only tells of it."""
        first = next((m for m in self.mentions if m.end <= q.start), None)
        if first is None or first.thing.cls not in ORGS:
            return None
        alone = all(m.thing == first.thing for m in self.mentions if m.thing.cls in ORGS)
        opens = not self.value[self.label : first.start].strip("*： ")
        source = any(a <= first.start < b for a, b in self.quoted)
        return first.thing if opens and alone and not source else None

    def period_before(self, q: Quantity, last: int) -> Period | None:
        """The last period between two numbers that no closed bracket holds."""
        here = [p for p in self.periods if last <= p.start < q.start]
        for p in reversed(here):
            opened = re.search(r"[（(][^）)]*$", self.value[: p.start])
            if not (opened and re.search(r"[）)]", self.value[p.end : q.start])):
                return p
        return None

    def behind(self, q: Quantity) -> Period | None:
        """The period alone in a bracket right behind a number: 63亿元（2006年）."""
        m = _BRACKET.match(self.value, q.end)
        inside = [p for p in self.periods if m and m.start() < p.start and p.end < m.end()]
        if m is None or len(inside) != 1:
            return None
        before = self.value[m.start("inside") : inside[0].start].strip()
        rest = self.value[inside[0].end : m.end("inside")].strip()
        return inside[0] if not before and _ONLY.fullmatch(rest) else None

    def aside(self, m: Mention, q: Quantity) -> bool:
        """Whether a name stands in brackets that end before a number: （日本三井、德国乙）."""
        opened = re.search(r"[（(][^（）()]*$", self.value[: m.start])
        return bool(opened and re.search(r"[）)]", self.value[m.end : q.start]))

    def closed(self, q: Quantity) -> bool:
        """Whether a number stands in brackets that end right behind it: 牧场（≥100 头）占比."""
        return bool(
            re.search(r"[（(][^（）()]*$", self.value[: q.start])
            and re.match(r"\s*[）)](?!、)", self.value[q.end :])
        )

    def beside(self, q: Quantity, last: int) -> bool:
        """Whether a number stands in the bracket that opens right behind the last one."""
        return bool(last and re.match(r"\s*[（(][^（）()]*$", self.value[last : q.start]))

    def bracket(self, q: Quantity) -> str:
        """The words before a number in a bracket that ends soon behind it."""
        opened = re.search(r"[（(](?P<words>[^（）()]*)$", self.value[: q.start])
        ends = re.match(r"[^（）()，；。]{0,12}[)）]", self.value[q.end :])
        return opened.group("words") if opened and ends else ""

    def bracketed(self, q: Quantity) -> bool:
        """Whether a number stands in brackets with hardly a word."""
        return bool(
            re.search(
                r"[（(]\s*(?:约|即|如|例如|达|高达|可达|超|近|支持|共|最高|同比|环比)?\s*$",
                self.value[: q.start],
            )
        )
