"""Whether a unit can measure what its words say."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.extract.figures.numbers import Quantity
from loaders.grammar import load

SIGNS = "+-−"
_LASTS = re.compile(
    r"期|寿命|时间|间隔|年限|时长|年龄|延迟|时延|耗时|续航|节拍|响应|工时|时限|历史|里程|速度|寿期"
)
_RATE = re.compile(r"[率幅差]|占比|比例|份额|比重|增速|CAGR|速度")
_ONLY_RATE = re.compile(r"(?:率|占比|比例|份额|增速|比重)$")
_SUM = re.compile(
    r"(?:收入|营收|利润|价格|均价|售价|规模|销量|产量|出货量|成本|订单|产能|市值|经费|金额|投资额?|总额|投入)$"
)
_TOTAL = re.compile(r"(?:规模|市场|需求|收入|营收|市值|[销产]量)$")
_CHANGE = re.compile(r"(?:增速|增长率|复合增速|CAGR|[增降涨跌]幅)$")
_TIMES = ("倍", "x", "X", "×", "")
_POWER = ("GW", "MW", "kW", "兆瓦", "千瓦", "吉瓦")
_PHYSICAL = re.compile(r"(?:带宽|速率|功耗|功率|厚度|温度|压力|强度|长度|电压|电流|频率|波长)$")
_BESIDE = 6
_WHEN = re.compile(r"\s?(?:以上|以下|以内)?时(?![间长代期刻效延尚装])")
_BARE = ("亿", "万", "万亿", "千万", "百万")


@cache
def _units() -> dict[str, Any]:
    return dict(load("units")["number"])


def timed(q: Quantity) -> bool:
    """Whether a number counts years, days or hours."""
    return q.unit in _units()["time"]


def vague(q: Quantity) -> bool:
    """Whether it counts things that any sentence may count: 个, 家, 项."""
    return q.kind in _units()["vague"]


def counts(q: Quantity) -> bool:
    """Whether it counts pieces."""
    return q.unit != "层" and q.kind in _units()["counters"]


def points(unit: str) -> bool:
    """Whether a unit measures how far a rate moves: 个百分点, pct."""
    return "点" in unit or unit in ("pct", "pp", "bp")


def bare(q: Quantity) -> bool:
    """Whether it has a scale and no unit: 1460 亿."""
    return q.unit in _BARE


def signed(text: str, q: Quantity) -> bool:
    """Whether a sign stands before a number, so that it tells a change."""
    return text[q.at] in SIGNS


def rate_like(metric: str) -> bool:
    """Whether a metric is a rate or a share itself."""
    return bool(_RATE.search(metric))


def measures(text: str, q: Quantity, metric: str) -> bool:
    """Whether a unit can measure a metric: no price in months, no share in money."""
    if timed(q):
        return bool(_LASTS.search(metric))
    if (counts(q) or vague(q)) and (lasts(metric) or _PHYSICAL.search(metric)):
        return False
    if q.money and "/" in q.unit and _TOTAL.search(metric):
        return False
    if _CHANGE.search(metric) and not (q.share or q.money or q.unit in _TIMES or bare(q)):
        return False
    if q.money:
        return not _ONLY_RATE.search(metric)
    return not (q.share and not signed(text, q) and _SUM.search(metric))


def summed(metric: str) -> bool:
    """Whether a metric is a sum, of which a share may be told: 收入, 产量."""
    return bool(_SUM.search(metric))


def lasts(metric: str) -> bool:
    """Whether a metric is a length of time."""
    return metric.endswith(("期", "寿命", "时间", "年限", "时长", "周期", "间隔"))


def suits_verb(q: Quantity, metric: str) -> bool:
    """Whether a unit can count what is done: money for 投资额, pieces or tons for 产量."""
    if metric in load("figures")["metric"]["money"]:
        return q.money or q.unit in _BARE
    if metric == "产量" and q.kind in _POWER:
        return False
    if vague(q):
        return (metric == "发射量" and q.kind == "次") or metric == "核准数量"
    return q.kind in _units()["counters"] or q.kind in _units()["amounts"]


def part_of_name(text: str, q: Quantity, metric: str, kind: str) -> bool:
    """Whether a number belongs to a name or says nothing: 1.6T 光模块, 600 公斤级, 1 个."""
    letters = _units()["letters"]
    beside = metric + text[q.until : q.until + _BESIDE]
    if q.unit in letters and not re.search(letters[q.unit], beside):
        return True
    if _WHEN.match(text, q.until) or text[: q.start].endswith("每"):
        return True
    if kind in ("nothing", "thing", "verb") and text[q.until : q.until + 1] == "级":
        return True
    return q.value == 1 and (q.unit == "层" or q.unit in _units()["soft"])


def default_metric(q: Quantity) -> str:
    """What a number measures when only its unit tells; empty where that does not say."""
    return str(load("figures")["metric"]["units"].get(q.kind, ""))
