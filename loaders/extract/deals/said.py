"""English sentences with their names folded, each with whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.document import Document
from loaders.english import pronouns
from loaders.english.coding import Coded, encode, prose
from loaders.extract.deals.words import LONGEST
from loaders.sentences import Sentence
from loaders.things import Thing

_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")


@dataclass(frozen=True)
class Said:
    """An English sentence with its names folded, and whom it is about."""

    document: Document
    sentence: Sentence
    coded: Coded
    topic: Thing | None

    @cached_property
    def unbroken(self) -> str:
        """The coded text without the points of decimals, for what may not run over a full stop."""
        return _DECIMAL.sub("·", self.coded.text)


def sentences(document: Document, words: re.Pattern[str]) -> Iterator[Said]:
    """The English sentences of prose and cells that hold one of `words`."""
    everything = (*document.sentences, *document.told)
    speaker = pronouns.speaker(document)
    for i, sentence in enumerate(everything):
        if sentence.chinese or len(sentence.value) > LONGEST or not words.search(sentence.value):
            continue
        topic = sentence.topic or _topic(document, everything[max(0, i - 4) : i], sentence)
        text = prose(sentence.value)
        mentions = pronouns.resolved(text, document.gazetteer.find(text), topic, speaker)
        yield Said(document, sentence, encode(text, mentions), topic)


def _topic(document: Document, before: tuple[Sentence, ...], sentence: Sentence) -> Thing | None:
    """Whom the text is about so far: the last sentences under the same headings, then the headings."""
    for earlier in reversed(before):
        if earlier.block.path != sentence.block.path:
            break
        text = prose(earlier.value)
        if found := pronouns.topic(encode(text, document.gazetteer.find(text))):
            return found
    titles = (*(t.value for t in reversed(sentence.block.path)), document.report.title)
    for text in titles:
        orgs = {
            m.thing.id: m.thing
            for m in document.gazetteer.find(prose(text))
            if m.thing.cls == "Company"
        }
        if len(orgs) == 1:
            return next(iter(orgs.values()))
    return None
