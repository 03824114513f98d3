"""Figures that prose tells: observations and forecasts, each with metric, thing, period and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import anaphora
from loaders.document import Document
from loaders.extract.figures import english
from loaders.extract.figures.prose import Prose
from loaders.extract.figures.subjects import Subjects
from loaders.extract.figures.titled import of_titles
from loaders.extract.figures.told import Told
from loaders.extract.figures.topics import Label, Topics, says_more
from loaders.extract.figures.windows import windows
from loaders.sentences import Sentence
from loaders.things import ORGS, Number

# what a label ends in that announces what is to be: 基建目标：
_GOAL = re.compile(r"(?:目标|规划|计划|预测|预计|展望)[*】\]”]*\s*[：:]$")
# who says this speaks of others
_OPINION = re.compile(r"表示|认为|指出|透露|坦言|预计|研报|据")
# how many clauses of a sentence may only say when it holds
_OPENING = 3


def read(document: Document) -> Iterator[Number]:
    """The figures of all sentences of prose."""
    subjects = Subjects(document)
    prose = Prose(document, subjects, Topics(subjects), Told())
    label = Label()
    for sentence in document.sentences:
        if sentence.chinese:
            label = _begin(prose, sentence, label)
            end = label.end if sentence.previous is None else 0
            for i, part in enumerate(windows(sentence.text)):
                yield from prose.figures(part, 0 if i else end)
            _end(prose, sentence)
    yield from english.read(document)


def _begin(prose: Prose, sentence: Sentence, before: Label) -> Label:
    """Say what a sentence is about before it is read; return the label its block stands under."""
    told, previous = prose.told, sentence.previous
    label = before if previous else prose.topics.of_label(sentence.value)
    if previous and (previous.value.endswith(("；", ";")) or sentence.value.startswith("其中")):
        told.topic = label.thing or told.topic
        return label
    topic = label.thing or (previous and (told.thing or told.topic))
    topic = topic or prose.topics.of_block(sentence.block)
    org = topic if topic and topic.cls in ORGS else told.org if previous else None
    org = org or prose.topics.of_block(sentence.block, ORGS)
    prose.told = Told(topic=topic, org=org, labelled=label.thing is not None)
    if previous:
        prose.told.year = told.year
        prose.told.carried = told.dated or told.carried
    else:
        titles = (t.value for t in reversed(sentence.block.path[1:]))
        titled = of_titles(titles, prose.document.clock.now)
        prose.told.metric, prose.told.period = label.metric, label.period or titled
        prose.told.region = label.region
        prose.told.expected = bool(_GOAL.search(sentence.value[: label.end]))
    return label


def _end(prose: Prose, sentence: Sentence) -> None:
    """A sentence without figures may say what the next ones are about."""
    told = prose.told
    found = None if told.thing else prose.topics.of_clause(_first(sentence.value), sure=True)
    if found:
        told.topic = found
        told.org = found if found.cls in ORGS else told.org
    elif told.thing is None and told.org is None and not _OPINION.search(sentence.value):
        # 远图宣布裁员。公司的债务达…
        mentions = prose.document.gazetteer.find(sentence.value)
        told.org = anaphora.topic(sentence.value, mentions)


def _first(sentence: str) -> str:
    """The first clause that says more than when: 在今年二季度，|远图的规模扩大."""
    clauses = sentence.split("，")
    return next((c for c in clauses[:_OPENING] if says_more(c)), clauses[0])
