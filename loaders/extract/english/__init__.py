"""Relations that English prose states: frames of verbs, ordered layers and tiers, opened lists."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.english import nations, pronouns
from loaders.english.coding import prose
from loaders.extract.english import lists, order
from loaders.extract.english.sentence import Reader
from loaders.sentences import Sentence
from loaders.things import ORGS, Claim, Thing


def read(document: Document) -> Iterator[Claim]:
    """The claims of all English sentences, those in the cells of tables too."""
    speaker = pronouns.speaker(document)
    yield from _run(document, [s for s in document.sentences if not s.chinese], speaker)
    yield from _run(document, [s for s in document.told if not s.chinese], speaker)
    yield from lists.read(document, speaker)


def _run(document: Document, sentences: list[Sentence], speaker: Thing | None) -> Iterator[Claim]:
    """Sentences in their order, each with what the text is about so far."""
    topic: Thing | None = None
    place: object = None
    for sentence in sentences:
        if (sentence.block.path, sentence.topic) != place:
            place = (sentence.block.path, sentence.topic)
            topic = sentence.topic if sentence.topic else _heading(document, sentence)
        text = prose(sentence.value)
        mentions = nations.added(document.gazetteer, text, document.gazetteer.find(text))
        mentions = pronouns.resolved(text, mentions, topic, speaker)
        if not mentions and topic is None:
            continue  # nobody is named: compiling the frames for it would cost more than reading
        reader = Reader(document, sentence, mentions, topic, speaker)
        yield from reader.claims()
        yield from order.read(document, sentence)
        topic = sentence.topic or reader.topic or topic


def _heading(document: Document, sentence: Sentence) -> Thing | None:
    """The one company that the heading over a sentence names."""
    if not sentence.block.path:
        return None
    found = {m.thing for m in document.gazetteer.find(prose(sentence.block.path[-1].value)) if m.thing.cls in ORGS}
    return found.pop() if len(found) == 1 else None
