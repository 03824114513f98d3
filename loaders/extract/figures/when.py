"""When a figure holds: its own period, that of its bracket, its sentence, or what was told before."""

from __future__ import annotations

import re

from loaders.extract.figures.line import Line
from loaders.extract.figures.numbers import Quantity
from loaders.extract.figures.periods import Period, joined, spread
from loaders.extract.figures.scene import Meaning
from loaders.extract.figures.told import Told

# a price that somebody aims at holds for none of the years told before it
_AIMED = "目标价"
_NEAR = 40
_FROM = re.compile(r"[从由]\s?$")
# where a change begins: 从2024年的|5GWh增至
_BEGINS = re.compile(r"[从由自][^，；。从由至到]{0,16}$")
_ENDS = re.compile(r"[^，；。]{0,12}?[至到]")
_TO = re.compile(r"[从由][^，；。从由]{1,24}[\u4e00-\u9fff][至到]\s?$")
# what a sentence that tells no period tells of the one before it
_FLOW = re.compile(
    r"(?<!性能)(?:[增降涨跌]幅|增速|(?<![速良])率|(?<!容)量|[额入润用]|占比|净利|营收|亏损|订单储备|减少|增加)$"
)
# … unless it speaks of a time of its own
_TIMED = re.compile(r"目前|当前|现在|如今|此前|未来|今后|[年月]前|[年月]内|[年月]来|随后|此后")
_COMPOUND = re.compile(r"CAGR|复合")


def period_of(told: Told, line: Line, q: Quantity, found: Meaning) -> Period | None:
    """The period of a figure; a compound rate runs from the figure before to the last one.

    `2016-2024年从85亿元增至672亿元` tells of the first year and of the last.
    """
    if _AIMED in found.metric and not line.period_before(q, line.since):
        return None
    when = found.period or line.behind(q) or told.period
    when = when or line.aside_period or _carried(told, line, found)
    if when and not found.period and (ends := spread(when))[1:]:
        before = _before(line, q)
        when = ends[0] if _FROM.search(before) else ends[-1] if _TO.search(before) else when
    if not found.period and (end := _end(line, q)):
        return end
    return _compound(told, line, when) if when and _COMPOUND.search(found.metric) else when


def _compound(told: Told, line: Line, when: Period) -> Period:
    """The time that a compound rate runs over: from the figure before to the last one."""
    one = told.before or (told.dated if line.since > line.label else None)
    return joined(*sorted((one, when), key=_year)) if one and told.thing else when


def _year(when: Period) -> int:
    return when.first or 0


def _before(line: Line, q: Quantity) -> str:
    return line.value[max(0, q.start - _NEAR) : q.start]


def begins(line: Line, q: Quantity) -> bool:
    """Whether a number is where a change begins: what is expected is its end."""
    return bool(_BEGINS.search(_before(line, q)) and _ENDS.match(line.value, q.end))


def _end(line: Line, q: Quantity) -> Period | None:
    """When a change ends that the sentence dates before it begins: `到2030年，从2024年的5增至600`."""
    m = _TO.search(_before(line, q))
    if m is None:
        return None
    at = q.start - len(m.string) + m.start()
    earlier = [p for p in line.periods if p.end <= at]
    begin = [p for p in line.periods if at <= p.start < q.start]
    if not earlier or len(begin) != 1 or _year(earlier[-1]) <= _year(begin[0]):
        return None
    return earlier[-1]


def _carried(told: Told, line: Line, found: Meaning) -> Period | None:
    """The period of the sentence before, for what is counted by the year or the month."""
    when = told.carried
    flows = _FLOW.search(found.metric) and not _TIMED.search(line.value)
    return when if flows and when and when.last and not when.text.endswith("日") else None
