"""`CPO交换机`: a machine that is called by what it is built with."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim


def parts(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The technologies in the names of the machines of a sentence."""
    for m in pattern("parts", "compound").finditer(sentence.value):
        part = document.gazetteer.known(m["part"])
        if part is not None and part.cls == "Technology":
            whole = document.gazetteer.named(m["part"] + m["kind"], "Technology", *CONCEPTS)
            yield Claim(part, "PART_OF", whole, sentence.text, "part:compound")
