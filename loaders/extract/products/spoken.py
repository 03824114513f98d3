"""The product that a text goes on to speak of: `它配备…`, `该无人机还装有…`."""

from __future__ import annotations

from loaders.document import Document
from loaders.extract.clauses import topic
from loaders.extract.clauses.wholes import nameless
from loaders.extract.products.uses import Products
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Thing


class Spoken:
    """What the sentence before was about, in the same part of a report."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._last: Sentence | None = None
        self._about: tuple[Thing, ...] = ()

    def of(self, sentence: Sentence) -> tuple[Thing, ...]:
        """The products that a sentence goes on about, by the pronoun or verb it begins with."""
        last = self._last
        if last is None or not self._about or last.block.path != sentence.block.path:
            return ()
        word = "resumes" if sentence.previous is last else "refers"
        return self._about if pattern("products", word).match(sentence.value) else ()

    def hear(self, scene: Products) -> None:
        """Take note of what a sentence is about."""
        sentence, about = scene.sentence, scene.about
        if not about and not self.of(sentence):
            named = topic.of_sentence(self.document, sentence)
            about = tuple(t for t in named if t.cls in CONCEPTS and not nameless(t))[:1]
        if about or not self.of(sentence):
            self._about = about
        self._last = sentence
