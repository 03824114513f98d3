"""Financings, listings and takeovers told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.deals.backers import backers
from loaders.extract.deals.investors import Investor
from loaders.extract.deals.listings import listings
from loaders.extract.deals.passage import Passage, passages
from loaders.extract.deals.rounds import Round, rounds
from loaders.extract.deals.stakes import stakes
from loaders.extract.deals.takeovers import takeovers
from loaders.extract.deals.together import together
from loaders.things import Claim, Draft, Finance

_WORDS = re.compile(
    r"融资|领投|跟投|参投|轮|投资|IPO|上市|递表|招股|募资|募集|收购|并购|控股|合并|受让|私有化|入股|参股|增资|注资|持股|股权|股东|股份"
)
_MORE = re.compile(r"^(?:据悉，?|其中，?)?(?:本|此|该|这一?)(?:轮|次)|^(?:领|跟|参)?投资?方|^由")


def read(document: Document) -> Iterator[Draft]:
    """The deals that a report's prose tells."""
    deals: list[Finance] = []
    told: list[Round] = []
    for passage in passages(document, _WORDS):
        for draft in of_passage(passage):
            if isinstance(draft, Finance):
                deals.append(draft)
            else:
                yield draft
        found = rounds(passage)
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


def of_passage(passage: Passage) -> Iterator[Draft]:
    """Listings, takeovers and stakes that a passage tells."""
    yield from listings(passage)
    taken = list(takeovers(passage))
    yield from taken
    over = {(d.subject.id, d.object.id) for d in taken if isinstance(d, Claim)}
    yield from (c for c in stakes(passage) if (c.subject.id, c.object.id) not in over)


def _further(passage: Passage, found: list[Round]) -> tuple[Investor, ...]:
    """Investors that a sentence adds to the round of the sentence before."""
    known = tuple(i for r in found for i in r.investors)
    return known or tuple(backers(passage, 0, len(passage.value)))
