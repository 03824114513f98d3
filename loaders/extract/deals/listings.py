"""Listings told in Chinese: applied for, accepted, priced, done, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.extract.deals.backers import cornerstones
from loaders.extract.deals.money import valuation
from loaders.extract.deals.passage import Passage
from loaders.extract.deals.together import LISTING
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import Claim, Draft, Finance, Thing

METHOD = LISTING
_EVENT = pattern("deals", "listings_event")
_STOP = re.compile(r"^(?:浪潮|热|市场|绿色通道|“|环境|节奏|潮|政策|标准|价|排队|募集资金投)")
_RAISES = pattern("deals", "listings_raises")
_PLAN = re.compile(r"拟|计划|将|即将|冲击|冲刺|筹备|筹划|准备|有望|谋求|寻求|考虑|重启|备战|待")
_OFF = re.compile(r"终止|撤回|撤销|中止|失败|被否|折戟|止步|搁置|取消|暂缓|未通过")


def listings(passage: Passage) -> Iterator[Draft]:
    """One deal a company that a passage takes to the market, and who is a cornerstone."""
    done: set[str] = set()
    for m in _EVENT.finditer(passage.value):
        if _STOP.match(passage.value[m.end() :]) or _part(passage, m) or _labels(passage, m):
            continue
        for company in _companies(passage, m.start()):
            if company.id not in done:
                done.add(company.id)
                yield from _of(passage, m, company)


def _labels(passage: Passage, m: re.Match[str]) -> bool:
    """Whether the words only head what follows: `IPO进程：…`."""
    return m.start() < 8 and bool(re.match(r"[^，。；：:]{0,6}[：:]", passage.value[m.end() :]))


def _part(passage: Passage, m: re.Match[str]) -> bool:
    """Whether `IPO` is part of `Pre-IPO轮`, `pre-IPO资金`: a round or a time, not a listing."""
    return m.group().endswith("IPO") and passage.value[: m.end() - 3].lower().endswith(
        ("pre-", "pre ")
    )


def _companies(passage: Passage, at: int) -> list[Thing]:
    return [t for t in passage.subject(at) if t.cls == "Company"]


def _of(passage: Passage, m: re.Match[str], company: Thing) -> Iterator[Draft]:
    left, right = passage.clause(m.start())
    raises = _RAISES.search(passage.value, left)
    when = passage.date(m.start())
    how = _how(passage, m, left, right)
    backers = [b for b in cornerstones(passage, left, len(passage.value)) if b.id != company.id]
    yield Finance(
        company,
        passage.text,
        METHOD,
        round=_name(m),
        date=when,
        amount=raises["sum"].strip() if raises else None,
        investors=tuple(backers),
        valuation=valuation(passage.value[left:]),
        modality=how,
    )
    for backer in backers:
        yield Claim(
            backer,
            "INVESTS_IN",
            company,
            passage.text,
            METHOD,
            how,
            {k: v for k, v in (("round", "IPO基石"), ("date", when)) if v},
        )


def _name(m: re.Match[str]) -> str:
    """What the listing is called: 科创板IPO, 港交所上市, 上市辅导."""
    board = next((b for b in (m["board"], m["b2"], m["b3"], m["b4"]) if b), "")
    words = m.group()
    for step in ("辅导备案", "辅导"):
        if step in words:
            return f"{board}IPO{step}" if "IPO" in words else f"{board}上市{step}"
    if "借壳" in words:
        return "借壳上市"
    return f"{board}IPO" if "IPO" in words or not board else f"{board}上市"


def _how(passage: Passage, m: re.Match[str], left: int, right: int) -> Modality:
    clause = passage.value[left:right]
    following = passage.value[m.start() : right]
    if _OFF.search(clause):
        return Modality.DENIED
    told = modality(passage.value, m.start(), m.end())
    done = re.search(r"已|获受理|受理|过会|成功|正式|完成|递交|提交|登陆", clause)
    if (
        told is Modality.ASSERTED
        and not done
        and _PLAN.search(passage.value[left : m.start()] + following[:2])
    ):
        return Modality.PLANNED
    return told
