"""Shares of one whole that come to more than the whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.check.finding import Finding
from kg.check.interval import interval, is_percent, said_by, same_period
from kg.rows import text

if TYPE_CHECKING:
    from kg.store.facts import FigureFact
    from kg.store.nodes import Node

WHOLE = 100.0
_SHARE = re.compile(r"份额|占比|市占|比重|占.*比例|share", re.IGNORECASE)
_BARE = re.compile(r"占比|份额|(市场)?份额|市占率|比重|(market )?share", re.IGNORECASE)
# Neither how they change nor what part of each thing is imported adds up to a whole.
_OTHER = re.compile(r"同比|环比|增|降|进口|出口|采购|growth|change|import|export", re.IGNORECASE)
# A sum stands among its parts.
_SUM = re.compile(r"合计|总计|小计|total", re.IGNORECASE)


def shares(facts: Iterable[FigureFact]) -> Iterator[Finding]:
    """Shares within one source, metric, region and period that sum past 100 %.

    Of several values for one thing the least counts.
    """
    groups: dict[tuple[Any, ...], dict[Node, FigureFact]] = defaultdict(dict)
    for fact in facts:
        if is_percent(fact) and _is_share(fact):
            for source in said_by(fact):
                key = (source, fact.kind, fact.metric, fact.region, _when(fact))
                least = groups[key].get(fact.subject)
                if least is None or interval(fact).low < interval(least).low:
                    groups[key][fact.subject] = fact
    for group in groups.values():
        parts = sorted(group.values(), key=lambda fact: fact.evidence[0])
        total = sum(max(interval(fact).low, 0.0) for fact in parts)
        if len(parts) > 1 and total > WHOLE:
            named = ", ".join(f"{fact.subject.name} {text(fact.value)} %" for fact in parts)
            yield Finding.about("shares", f"{named}: more than 100 % together", parts)


def _when(fact: FigureFact) -> tuple[str | None, int]:
    # A bare 占比 without a period may be of anything: only what one line says belongs together.
    loose = fact.period is None and _BARE.fullmatch(fact.metric)
    return same_period(fact.period), fact.evidence[0].line if loose else 0


def _is_share(fact: FigureFact) -> bool:
    named = _SHARE.search(fact.metric) and not _OTHER.search(fact.metric)
    return bool(named) and not _SUM.search(fact.subject.name)
