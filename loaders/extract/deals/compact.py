"""Deals summed up in a few words: `4亿美元A轮`, `A轮（甲资本参投）`, `港交所上市（9880.HK）`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.deals.backers import backers
from loaders.extract.deals.dates import date
from loaders.extract.deals.investors import investors
from loaders.extract.deals.money import sums, valuation
from loaders.extract.deals.passage import Passage
from loaders.grammar.patterns import pattern
from loaders.things import Claim, Draft, Finance, Thing

METHOD = "deal:summary"
_ROUND = pattern("deals", "compact_round")
_LISTED = pattern("deals", "compact_listed")
_NAMES = pattern("deals", "compact_names")
_TOTAL = pattern("deals", "compact_total")
_OPENED = re.compile(r"^(?:IPO|上市|上市时间|上市日期|挂牌)$")
_FUNDS = re.compile(r"融资$|轮$|funding$|round$|Series [A-H]\d?$", re.IGNORECASE)


def compact(
    document: Document, company: Thing, value: str, text: Text, *, name: str = ""
) -> Iterator[Draft]:
    """What a short cell says of a company's money; `name` is the attribute it stands beside."""
    if name and _NAMES.search(name):
        for one in investors(document, value):
            yield Claim(one.thing, "INVESTS_IN", company, text, METHOD)
        return
    if name and not (_TOTAL.match(name) or _OPENED.match(name) or _FUNDS.search(name)):
        return
    passage = Passage(document, Text(value), tuple(document.gazetteer.find(value)), (company,))
    found = _ROUND.search(name) or _ROUND.search(value)
    listed = None if name else _LISTED.search(value)
    money = [s[2] for s in sums(value)]
    who = backers(passage, 0, len(value))
    called = _called(name, found, listed)
    if not called and not money:
        yield from (Claim(one.thing, "INVESTS_IN", company, text, METHOD) for one in who)
        return
    if not called and not who:
        return
    when = date(value, document.report.date)
    yield Finance(
        company,
        text,
        METHOD,
        round=called,
        date=when,
        amount=money[0] if money else None,
        investors=tuple(w.thing for w in who),
        leads=tuple(w.thing for w in who if w.lead),
        valuation=valuation(value),
    )
    for one in who:
        said = {
            "round": called,
            "date": when,
            "amount": money[0] if money else None,
            "lead": "true" if one.lead else None,
        }
        yield Claim(
            one.thing,
            "INVESTS_IN",
            company,
            text,
            METHOD,
            qualifiers={k: v for k, v in said.items() if v},
        )


def _called(name: str, found: re.Match[str] | None, listed: re.Match[str] | None) -> str | None:
    """What the round is called."""
    if listed:
        return f"{listed['board'] or listed['en']}上市"
    if found:
        return found.group().strip().replace(" 轮", "轮")
    return name or None
