"""Relations that clauses state: frames of verbs with roles and direction, from grammar/."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import anaphora, owners
from loaders.document import Document
from loaders.extract.clauses.names import named
from loaders.extract.clauses.reading import claims
from loaders.extract.clauses.scene import Scene
from loaders.things import Claim, Mention


def read(document: Document) -> Iterator[Claim]:
    """The claims of all Chinese sentences of prose."""
    last: list[Mention] = []
    for sentence in (*document.sentences, *document.told, *document.opened):
        if not sentence.chinese:
            continue
        before = last if sentence.previous else []
        owner = owners.owner(document, sentence.block)
        about = sentence.topic or owner
        if about and not before:
            before = [Mention(0, 0, about)]
        spoken = before or anaphora.carried(document, sentence)
        mentions = anaphora.resolved(sentence, named(document, sentence.value), spoken)
        yield from claims(Scene(document, sentence, mentions, before, owner))
        last = anaphora.spoken_of(sentence, mentions) or before
