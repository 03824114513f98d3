"""Where companies, plants and industries stand: `凌渊杭州工厂`, `杭州集聚了凌渊、砚山`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coded import code
from loaders.document import Document
from loaders.extract.clauses.names import named
from loaders.extract.sites import clusters, plants, regions, seats
from loaders.extract.sites.view import View
from loaders.things import ORGS, Claim

_TOLD = ("Place", *ORGS)


def read(document: Document) -> Iterator[Claim]:
    """What Chinese sentences and headings say of places."""
    yield from clusters.titled(document)
    for sentence in (*document.sentences, *document.told):
        if not sentence.chinese:
            continue
        mentions = named(document, sentence.value)
        if not sentence.block.path and not any(m.thing.cls in _TOLD for m in mentions):
            continue
        view = View(document, sentence, mentions, code(sentence.value, mentions))
        yield from plants.claims(view)
        yield from seats.claims(view)
        yield from clusters.claims(view)
        yield from regions.claims(view)
