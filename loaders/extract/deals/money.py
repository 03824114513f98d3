"""Sums of money as texts write them: `近10亿元人民币`, `$6.5 billion`, `数亿元`."""

from __future__ import annotations

import re

_CURRENCY = r"(?:美元|美金|元人民币|人民币|元|港元|港币|欧元|英镑|日元|韩元|新台币|瑞郎|卢比)"
_ABOUT = r"(?:(?:累计|合计|总计|总额|共计|超过|不超过|不低于|高达|接近|将近|大约|约合|超|近|约|逾|达|上|过|至少|最多)\s?)*"
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万)"
_SIGN = r"(?:US\$|HK\$|RMB|USD|EUR|A\$|C\$|S\$|NT\$|[$¥￥€£])"
_WORD = r"(?:trillion|billion|million|thousand|bn|mn|[BMKT](?![A-Za-z]))"
MONEY = (
    rf"(?:{_ABOUT}"
    rf"(?:{_SIGN}\s?{_DIGITS}(?:\s?[-–~]\s?{_SIGN}?{_DIGITS})?\s?(?:{_WORD}|{_SCALE})?\+?"
    rf"|{_DIGITS}(?:\s?[-–~—至到]\s?{_DIGITS})?\s?{_SCALE}?余?\s?(?:多\s?)?{_CURRENCY}"
    rf"|{_DIGITS}\s?{_WORD}\s(?:U\.?S\.?\s)?(?:dollars|yuan|euros|won|yen|pounds)"
    rf"|{_DIGITS}\s?(?:亿|千万)(?![\d元人台颗片套只座辆块条吨枚瓦千万个次份名户股家年])"
    rf"|(?<!\d)[数几近]\s?(?:十|百|千)?(?:亿|千万|百万|万)\s?{_CURRENCY}"
    rf"|(?<![\d.亿万])[上近]?(?:百亿|千万|亿|百万)\s?{_CURRENCY})"
    rf"(?:\s?[（(](?:约合|约|折合|~|≈|about )?\s?{_SIGN}?\s?{_DIGITS}\s?(?:{_SCALE}|{_WORD})?{_CURRENCY}?[)）])?)"
)
_FIND = re.compile(MONEY)
_VALUATION = re.compile(
    rf"(?:投后|投前|整体|公司|最新|目标)*估值\s?(?:已经|已|将|突破|达到|升至|涨至|攀升至|增至|为|达|至|在|或|有望|目标|:|：|\s)*(?P<after>{MONEY})"
    rf"|(?P<before>{MONEY})\s?的?(?:投后|投前)?估值"
    rf"|(?:valued (?:the company )?at|valuation (?:of|at|to|above|over)|valuing [^,.]{{1,30}}? at)\s(?:about |roughly |nearly |more than |over |around |approximately |up to )?(?P<en>{MONEY})"
    rf"|at an? (?:[a-z\-]+ ){{0,3}}?(?P<at>{MONEY}) (?:post-money |pre-money )?valuation",
    re.IGNORECASE,
)


def sums(text: str) -> list[tuple[int, int, str]]:
    """All sums in a text, each with its place and as written; valuations are none of them."""
    worth = [m.span() for m in _VALUATION.finditer(text)]
    return [
        (m.start(), m.end(), m.group().strip())
        for m in _FIND.finditer(text)
        if not any(a <= m.start() < b for a, b in worth)
    ]


def valuation(text: str) -> str | None:
    """What a text says a company is worth, as written."""
    m = _VALUATION.search(text)
    return next(g for g in m.groups() if g).strip() if m else None
