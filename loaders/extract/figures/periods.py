"""Periods of figures: where a text names them, and which years they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_YEAR = r"(?:19|20)\d\d"
_N = r"[一二三四五六七八九十两几数\d]{1,3}"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_PART = (
    r"(?:上半年|下半年|前三季度?|前\s?\d{1,2}\s?个?月|第?[一二三四1-4]季度?|[QHqh][1-4]|(?:年)?(?:[底末初]|中(?!国))|全年|以来|同期|年?代|"
    r"\d{1,2}\s?(?:[-–—~～至到]\s?\d{1,2}\s?)?月(?:份|底|末|初|[上中下]旬)?(?:\s?\d{1,2}\s?[日号])?(?:\s?[-–—至到]\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日)?)"
)
_TAIL = r"(?:之?后|之?前|起|以前|以后|及以后)"
# no other letter begins a period: a quick look before all the forms are tried
_ZH_STARTS = r"(?=[\dFfCQ今去明后前本当上下同第一二三四全最未近过此接“十年])"
_EN_STARTS = r"(?=[\dFCQHJMASONDtfsclemniow])"
_ZH = re.compile(
    rf"{_ZH_STARTS}(?:(?:(?:FY|fy)\s?{_YEAR}|{_YEAR})\s?年?\s?(?:[-–—~～至到]|－)\s?{_YEAR}\s?(?:年|[EFef](?![A-Za-z]))?(?:\s?年?代)?(?:期间|间)?"
    rf"|{_YEAR}\s?年(?:第|的)?\s?{_PART}?(?:年?{_TAIL}(?![\u4e00-\u9fff]{{0,1}}[景端置往沿]|[一二两三四五六七八九十百]+[大名强家])){{0,1}}"
    rf"|{_YEAR}\s?(?:[QHqh][1-4]|[前][三]季度?|上半年|下半年)(?:\s?[-–—~至]\s?(?:{_YEAR}\s?)?[QHqh][1-4])?"
    rf"|{_YEAR}\s?[EFA](?![A-Za-z0-9])"
    rf"|{_YEAR}\s?[-/.]\s?(?:1[0-2]|0?[1-9])(?:\s?[-/.]\s?(?:3[01]|[12]\d|0?[1-9]))?(?![\d%./])"
    rf"(?:\s?[-–—~～至到]\s?(?:{_YEAR}\s?[-/.]\s?(?:1[0-2]|0?[1-9])(?![\d%./])|至?今))?"
    r"|(?<![\dA-Za-z.])(?:FY|CY)\s?(?:20)?\d\d\s?(?:[QH][1-4])?"
    r"|(?<![\dA-Za-z.\-–/])[123]\d\s?(?:[QH][1-4]|[EA](?![A-Za-z0-9]|\s?(?:工艺|制程|节点|电流)))"
    r"|(?<![\dA-Za-z.])[1-4]Q\s?(?:20)?\d\d(?!\d)"
    r"|(?<![\d.])[12]\d\s?[-–—~至]\s?[2-3]\d\s?年(?=(?:公司)?的?(?:实现)?(?:营业?收|归母|净利|EPS|收入|利润|业绩|盈利|PE|每股|对应))"
    rf"|(?<![\d.])\d\d\s?年(?=第?[一二三四]季|[QH上下])\s?{_PART}"
    rf"|(?<![较比于])(?:今|去|明|(?<![产投达建运用之以])后|前|本|当|上|同)年(?:的)?\s?{_PART}?"
    r"|(?<![\d年])(?:上|下)半年(?!度)|(?:第[一二三四]|[一二三四](?=季))季度|前三季度?|(?<![A-Za-z0-9])Q[1-4](?![A-Za-z0-9])"
    r"|(?<![\d年])全年(?=预计|计划|目标|有望|将|[\u4e00-\u9fff]{0,14}[\d约超近达])|最近一个(?:财季|季度)"
    rf"|(?:未来|近|最近|过去|今后|此后|接下来|前)的?\s?{_N}(?:\s?[-–—~至]\s?{_N})?\s?(?:年|个月|个季度|周|天)(?:内|间|来)?"
    r"|“?十[一二三四五六]五”?(?:规划)?(?:期间|末|时期|期末)"
    r"|(?<![\d.])(?:1[0-2]|[1-9])\s?(?:[-–—~～至]\s?(?:1[0-2]|[1-9])\s?)?月(?:份|底|末|初|[上中下]旬)?(?:\s?\d{1,2}\s?[日号])?(?:\s?[-–—至到]\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日)?(?!度|产(?!销|量))"
    r"|(?<![\d\u4e00-\u9fff])年[底末](?!期)|(?<=预计)年[底末]|(?<![较比])(?:本|上|当|近一|近)(?:周|月)(?![\u4e00-\u9fff]?(?:期|末))"
    rf"|(?<![\d.,A-Za-z\-–—/+$量约超近达额为])(?<![量约超近达额为]\s){_YEAR}(?!\s?[至到~]\s?\d)(?=\s?(?:[\u4e00-\u9fff，,。；;：:）)、]|$|[^\d\w.%\-–+]))(?!\s?(?:[台辆颗枚架艘片个家万亿元米人名次余多款项种条%℃WVkm吨]|TOPS|EFlops)))"
)
_EN = re.compile(
    rf"{_EN_STARTS}(?:(?:(?:the\s)?(?:first|second|third|fourth|final)\s(?:fiscal\s)?(?:quarter|half)(?:\sof)?(?:\s(?:fiscal\s(?:year\s)?)?{_YEAR})?)"
    rf"|(?<![A-Za-z0-9])(?:[QH][1-4](?:\s?FY)?\s?'?{_YEAR}|[QH][1-4]\s'?\d\d|[QH][1-4]\s?FY\s?\d\d|(?:FY|CY)\s?'?(?:{_YEAR}|\d\d))(?![A-Za-z0-9.])|(?<![A-Za-z0-9])Q[1-4](?![A-Za-z0-9])"
    rf"|\b(?:{_MONTHS})\.?\s(?:quarter|\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}|(?:of\s)?{_YEAR})"
    rf"|\b\d{{1,2}}\s(?:{_MONTHS})\s{_YEAR}"
    rf"|\b(?:{_MONTHS})\s(?:to|through|and)\s(?:{_MONTHS})(?:\s(?:this\syear|{_YEAR}))?"
    rf"|\b(?:fiscal|calendar)\s(?:year\s)?{_YEAR}|\b(?:late|early|mid|end of|the end of|mid-)[\s-]?{_YEAR}"
    rf"|(?<![\d.,$-]){_YEAR}\s?(?:[-–—]|to)\s?(?:{_YEAR}|\d\d(?!\d))(?!\s?(?:percent|%|million|billion))"
    rf"|(?<![\d.,$€£¥#\-A-Za-z\u4e00-\u9fff]){_YEAR}(?!\s?[\u4e00-\u9fff])(?:[EF]\b|(?!\d|[,.]\d|\s?(?:percent|%|million|billion|units|vehicles|people|employees|MW|GW|GWh|W\b|kg|mm|nm|A\b)))"
    r"|\b(?:last|this|next)\s(?:year|quarter|month|fiscal year)"
    r"|\b(?:over|in|within|for)\s(?:the\s)?(?:next|coming|past|last)\s(?:\w+\s)?(?:years|months|quarters|decade))"
)
# 24-26年
_BRIEF = re.compile(r"^(\d\d)\s?[-–—~至]\s?(\d\d)(?=\s?年)")
_YEARS = re.compile(_YEAR)
_SHORT = re.compile(r"(?<!\d)(\d\d)(?=\s?(?:[QHEA]|年))|[1-4]Q\s?(\d\d)(?!\d)|FY\s?(\d\d)(?!\d)")
_MONTH = re.compile(
    r"^\s*\d{1,2}\s?(?:[-–—~～至]\s?\d{1,2}\s?)?月|^(?:上|下)半年|^第?[一二三四]季度|^Q[1-4]$|^前三季|^全年$|^年[底末]$"
)
_RELATIVE = {"今": 0, "本": 0, "当": 0, "去": -1, "上": -1, "前": -2, "明": 1, "后": 2}


@dataclass(frozen=True, slots=True)
class Period:
    """A period at start…end-1 of a text. `text` is how it is told; `expected` by an E after it."""

    start: int
    end: int
    text: str
    first: int | None = None
    last: int | None = None
    expected: bool = False

    @property
    def fiscal(self) -> bool:
        """Whether it is told in a company's own years, which may run ahead: FY26Q1."""
        return bool(re.search(r"FY|fiscal|财年", self.text))

    @property
    def open(self) -> bool:
        """Whether its year stands elsewhere: 7月, 上半年."""
        return self.first is None and bool(_MONTH.match(self.text))


def periods(text: str) -> list[Period]:
    """The periods that `text` names, in order."""
    return list(_apart(m for p in (_ZH, _EN) for m in p.finditer(text)))


def _apart(found: Iterable[re.Match[str]]) -> Iterator[Period]:
    at = 0
    for m in sorted(found, key=lambda m: (m.start(), -m.end())):
        if m.start() >= at:
            at = m.end()
            yield period(m.group(), m.start())


def period(written: str, start: int = 0) -> Period:
    """The period that some words name: their years, and whether they mark it as expected."""
    words = _BRIEF.sub(r"20\1-20\2", written.strip())
    years = [int(y) for y in _YEARS.findall(words)]
    if not years:
        years = [2000 + int(next(g for g in m.groups() if g)) for m in _SHORT.finditer(words)]
    if m := re.search(rf"({_YEAR})\s?[-–—]\s?(\d\d)(?![\d月])", words):
        years.append(int(m.group(1)[:2] + m.group(2)))
    expected = bool(re.search(r"\d\s?[EF]$", words))
    return Period(
        start,
        start + len(written),
        _named(words),
        min(years, default=None),
        max(years, default=None),
        expected,
    )


def _named(words: str) -> str:
    """`2030年` → 2030, `2024年 - 2028年` → 2024-2028; the rest as written."""
    plain = re.sub(r"\s+", " ", words).strip("的 ")
    if m := re.fullmatch(rf"({_YEAR})\s?年?", plain):
        return m.group(1)
    if m := re.fullmatch(rf"({_YEAR})\s?年?\s?[-–—~～－至到]\s?({_YEAR})\s?年?(?:期间|间)?", plain):
        return f"{m.group(1)}-{m.group(2)}"
    return re.sub(r"(?<=[\u4e00-\u9fff\d])\s(?=[\u4e00-\u9fff\d])", "", plain)


def joined(first: Period, last: Period) -> Period:
    """The time from one period to another, where both are years: 2024 and 2030 → 2024-2030."""
    if first.first and last.last and first.first < last.last:
        return replace(last, text=f"{first.first}-{last.last}", first=first.first)
    return last


def spread(p: Period) -> list[Period]:
    """The years of a span of years, one by one; any other period as it is."""
    if p.first and p.last and re.fullmatch(r"\d{4}-\d{4}", p.text):
        return [replace(p, text=str(y), first=y, last=y) for y in range(p.first, p.last + 1)]
    return [p]


def dated(found: Period, year: int | None, now: int | None) -> Period:
    """A period with the year it leaves out: 7月 after 2025年, 去年 in a report of 2025."""
    if found.first is not None:
        return found
    relative = (
        _RELATIVE.get(found.text[:1]) if re.match(r"[今去明后前本当上]年", found.text) else None
    )
    if relative is not None and now is not None:
        y = now + relative
        return replace(
            found, text=f"{y}年{found.text[2:]}" if found.text[2:] else str(y), first=y, last=y
        )
    if found.text in ("last year", "this year", "next year") and now is not None:
        y = now + {"last": -1, "this": 0, "next": 1}[found.text[:4]]
        return replace(found, text=str(y), first=y, last=y)
    if found.open and year is not None:
        written = "" if found.text == "全年" else f"年{found.text.removeprefix('年')}"
        return replace(found, text=f"{year}{written}", first=year, last=year)
    return found
