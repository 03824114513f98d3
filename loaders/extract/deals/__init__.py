"""Financings, listings and takeovers told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.deals import english
from loaders.extract.deals.backers import backers
from loaders.extract.deals.investors import Investor
from loaders.extract.deals.listings import listings
from loaders.extract.deals.passage import Passage, passages
from loaders.extract.deals.rounds import ROUND, Round, rounds
from loaders.extract.deals.stakes import stakes
from loaders.extract.deals.takeovers import takeovers
from loaders.extract.deals.together import together
from loaders.extract.deals.words import DEAL
from loaders.things import Claim, Draft, Finance

_MORE = re.compile(r"^(?:据悉，?|其中，?)?(?:本|此|该|这一?)(?:轮|次)|^(?:领|跟|参)?投资?方|^由")


def read(document: Document) -> Iterator[Draft]:
    """The deals that a report's prose tells."""
    deals: list[Finance] = []
    told: list[Round] = []
    for passage in passages(document, DEAL):
        found = rounds(passage)
        for draft in of_passage(passage, found):
            if isinstance(draft, Finance):
                deals.append(draft)
            else:
                yield draft
        if told and _MORE.search(passage.value):
            told[-1] = told[-1].with_investors(_further(passage, found))
        else:
            told.extend(found)
    for draft in (d for one in told for d in one.drafts()):
        if isinstance(draft, Finance):
            deals.append(draft)
        else:
            yield draft
    yield from together(deals)
    yield from english.read(document)


def of_passage(passage: Passage, found: list[Round]) -> Iterator[Draft]:
    """Listings, takeovers and stakes that a passage tells beside the rounds `found` in it."""
    yield from listings(passage)
    taken = list(takeovers(passage))
    yield from taken
    over = {(d.subject.id, d.object.id) for d in taken if isinstance(d, Claim)}
    told = {d.company.id for d in taken if isinstance(d, Finance)}
    told.update(r.company.id for r in found)
    backing = {i.thing.name for r in found for i in r.investors}
    for draft in stakes(passage):
        if isinstance(draft, Claim) and (
            (draft.subject.id, draft.object.id) in over or _part_of(draft.subject.name, backing)
        ):
            continue
        if not (isinstance(draft, Finance) and draft.company.id in told):
            yield draft


def _part_of(name: str, longer: set[str]) -> bool:
    """Whether a name is but the beginning of an investor's: 甲 of 甲资本."""
    return any(x != name and x.startswith(name) for x in longer)


def _further(passage: Passage, found: list[Round]) -> tuple[Investor, ...]:
    """Investors that a sentence adds to the round of the sentence before."""
    known = tuple(i for r in found for i in r.investors)
    return known or tuple(backers(passage, 0, len(passage.value)))


def told(passage: Passage) -> Iterator[Draft]:
    """All that a cell which tells a story says: rounds, listings, takeovers and stakes."""
    found = rounds(passage)
    for one in found:
        yield from one.drafts()
    yield from of_passage(passage, found)


def round_and_amount(name: str | None, amount: str | None) -> tuple[str | None, str | None]:
    """Round and amount of a row, where one cell says both: `7000万美元种子轮`."""
    if name or not amount:
        return name, amount
    m = re.search(ROUND, amount)
    if m is None:
        return name, amount
    rest = (amount[: m.start()] + amount[m.end() :]).strip(" （）()，,")
    return m.group().replace(" ", ""), rest or None
