"""Deals told more than once are one deal, with all that is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Modality
from loaders.things import Finance

LISTING = "deal:listing"


def together(deals: Iterable[Finance]) -> list[Finance]:
    """The deals, those joined that only say more of each other."""
    out: list[Finance] = []
    for deal in deals:
        at = next((i for i, known in enumerate(out) if _one(known, deal)), None)
        if at is None:
            out.append(deal)
        else:
            out[at] = _joined(out[at], deal)
    return out


def _one(a: Finance, b: Finance) -> bool:
    """Whether two tell one deal: same company, same kind, nothing that differs."""
    listed = a.method == LISTING
    return (
        a.company.id == b.company.id
        and a.method == b.method
        and (
            a.modality is b.modality or (listed and Modality.DENIED not in (a.modality, b.modality))
        )
        and (_agree(a.round, b.round) or (listed and "IPO" in (a.round, b.round)))
        and _agree(a.date, b.date)
        and _agree(a.amount, b.amount)
    )


def _agree(a: str | None, b: str | None) -> bool:
    return not a or not b or a in b or b in a


def _joined(a: Finance, b: Finance) -> Finance:
    return replace(
        a,
        round=_longer(a.round, b.round),
        date=_longer(a.date, b.date),
        amount=a.amount or b.amount,
        valuation=a.valuation or b.valuation,
        investors=tuple({t.id: t for t in (*a.investors, *b.investors)}.values()),
        leads=tuple({t.id: t for t in (*a.leads, *b.leads)}.values()),
    )


def _longer(a: str | None, b: str | None) -> str | None:
    return max(a or "", b or "", key=len) or None
