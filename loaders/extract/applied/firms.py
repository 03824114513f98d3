"""What firms are called after: `甲、乙等卫星制造企业`, `卫星制造企业甲`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import phrases
from loaders.document import Document
from loaders.extract.applied.doers import rows
from loaders.extract.applied.objects import own
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim

# how far before a name the words for its kind of firm reach
_REACH = 20


def claims(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The companies of a sentence, each in the field that its firms are called after."""
    text = sentence.value
    mentions = [m for m in document.gazetteer.find(text) if m.thing.cls == "Company"]
    for row in rows(text, mentions):
        start = max(0, row[0].start - _REACH)
        before = pattern("applied", "firms_before").search(text, start, row[0].start)
        for m in (before, pattern("applied", "firms_behind").match(text, row[-1].end)):
            found = phrases(m.group("o"))[-1:] if m is not None else []
            if not found or not own(document, found[0].name):
                continue
            field = document.gazetteer.named(found[0].name, "Industry", *CONCEPTS)
            for org in row:
                yield Claim(org.thing, "ACTIVE_IN", field, sentence.text, "applied:firms")
