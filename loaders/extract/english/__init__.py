"""Relations that English prose states: frames of verbs, ordered layers and tiers, opened lists."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import opened
from loaders.document import Document
from loaders.english import nations, pronouns
from loaders.english.coding import LONGEST, prose
from loaders.english.patterns import pattern
from loaders.extract.english import labels, lists, order
from loaders.extract.english.named import company as named_company
from loaders.extract.english.sentence import About, Reader
from loaders.sentences import Sentence
from loaders.things import ORGS, Claim, Thing


def read(document: Document) -> Iterator[Claim]:
    """The claims of all English sentences, those in the cells of tables too."""
    speaker = pronouns.speaker(document)
    yield from _run(document, document.sentences, speaker)
    yield from _run(document, document.told, speaker)
    yield from _run(document, tuple(opened.english(document.layout)), speaker)
    yield from lists.read(document, speaker)
    yield from labels.read(document, speaker)


def _run(
    document: Document, sentences: tuple[Sentence, ...], speaker: Thing | None
) -> Iterator[Claim]:
    """Sentences in their order, each with what the text is about so far."""
    topic: Thing | None = None
    labelled: Thing | None = None
    place: object = None
    for sentence in sentences:
        if sentence.chinese or len(sentence.value) > LONGEST:
            continue
        if (sentence.block.path, sentence.topic) != place:
            place = (sentence.block.path, sentence.topic)
            topic = sentence.topic or _heading(document, sentence)
        whole = prose(sentence.value)
        label = pattern("lists", "labelled").match(whole) if sentence.previous is None else None
        company = named_company(document, label.group("name")) if label else None
        if sentence.previous is None:
            labelled = company
        subject = sentence.topic or labelled or _headed(document, sentence)
        text = label.group("rest") if label and company else whole
        topic = subject or topic
        mentions = nations.added(document.gazetteer, text, document.gazetteer.find(text))
        mentions = pronouns.resolved(text, mentions, topic, speaker)
        reader = Reader(document, sentence, text, mentions, About(subject, topic, speaker))
        yield from reader.claims()
        if label and company:
            yield from lists.placed(document, label, sentence.text)
        yield from order.read(document, sentence)
        topic = subject or reader.topic or topic


def _headed(document: Document, sentence: Sentence) -> Thing | None:
    """The company that is all that the heading over an item names: `TSMC (Taiwan)`."""
    block = sentence.block
    if block.kind != "item" or not block.path:
        return None
    heading = prose(block.path[-1].value)
    placed = pattern("lists", "placed").fullmatch(heading)
    return named_company(document, placed.group("name") if placed else heading)


def _heading(document: Document, sentence: Sentence) -> Thing | None:
    """The one company that the heading over a sentence names."""
    if not sentence.block.path:
        return None
    heading = prose(sentence.block.path[-1].value)
    found = {m.thing.id: m.thing for m in document.gazetteer.find(heading) if m.thing.cls in ORGS}
    return next(iter(found.values())) if len(found) == 1 else None
