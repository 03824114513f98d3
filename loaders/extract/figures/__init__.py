"""Figures that prose tells: observations and forecasts, each with metric, thing, period and unit."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.figures import english
from loaders.extract.figures.line import Told
from loaders.extract.figures.prose import Prose
from loaders.extract.figures.subjects import Subjects
from loaders.extract.figures.topics import Topics
from loaders.sentences import Sentence
from loaders.things import ORGS, Number, Thing


def read(document: Document) -> Iterator[Number]:
    """The figures of all sentences of prose."""
    subjects = Subjects(document)
    prose = Prose(document, subjects, Topics(subjects), Told())
    label: Thing | None = None
    for sentence in document.sentences:
        if not sentence.chinese:
            continue
        label = yield from _sentence(prose, sentence, label)
    yield from english.read(document)


def _sentence(prose: Prose, sentence: Sentence, before: Thing | None) -> Iterator[Number]:
    """Read one sentence; return the label that its block stands under."""
    told, thing, metric, end = prose.told, before, "", 0
    first = sentence.previous is None
    thing_, metric, end = prose.topics.of_label(sentence.value) if first else (None, "", 0)
    thing = thing_ or (None if first else before)
    goes_on = not first and (sentence.previous.value.endswith(("；", ";")) or sentence.value.startswith("其中"))
    if not goes_on:
        topic = thing or (None if first else told.thing or told.topic) or prose.topics.of_block(sentence.block)
        org = topic if topic and topic.cls in ORGS else None if first else told.org
        prose.told = Told(topic=topic, org=org, metric=metric, year=None if first else told.year)
    elif thing:
        prose.told.topic = thing
    yield from prose.figures(sentence.text, end)
    if prose.told.thing is None and (found := prose.topics.of_clause(sentence.value[end:].split("，")[0], sure=True)):
        prose.told.topic = found
        prose.told.org = found if found.cls in ORGS else prose.told.org
    return thing
