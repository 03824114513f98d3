"""Relations inside noun phrases: `英伟达GB200`, `德国Wieland`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.clauses.names import called
from loaders.extract.nouns import fields, places
from loaders.things import Claim


def read(document: Document) -> Iterator[Claim]:
    """What noun phrases of Chinese sentences state."""
    for sentence in document.sentences:
        if not sentence.chinese:
            continue
        mentions = called(document, sentence.value)
        yield from places.placed(sentence, mentions)
        yield from fields.fields(document, sentence, mentions)
