"""`甲+乙组网`, `甲＝乙＋丙`: what technologies make together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.concepts import Phrase, phrases, plausible
from loaders.document import Document
from loaders.extract.parts.names import named, sure
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim

_PLUS = re.compile(r"[+＋、]")


def of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The summands of the sums that a sentence names."""
    return parts(document, sentence.text)


def parts(document: Document, text: Text) -> Iterator[Claim]:
    """The summands of the sums that a text names, each of them a technology."""
    for m in pattern("parts", "sum").finditer(text.value):
        found = [p for piece in m["parts"].split("+") for p in phrases(piece)[-1:]]
        if len(found) < m["parts"].count("+") + 1 or not all(sure(document, p) for p in found):
            continue
        name = "+".join(p.name for p in found) + m["kind"]
        whole = document.gazetteer.named(name, "Technology", *CONCEPTS)
        for phrase in found:
            yield Claim(named(document, phrase), "PART_OF", whole, text, "part:sum")
    for m in pattern("parts", "equation").finditer(text.value):
        whole_name = m["whole"]
        if not sure(document, Phrase(0, len(whole_name), whole_name)):
            continue
        whole = document.gazetteer.named(whole_name, "Technology", *CONCEPTS)
        summands = [p for piece in _PLUS.split(m["parts"]) for p in phrases(piece)[-1:]]
        for phrase in summands:
            if plausible(phrase.name, loose=True):
                yield Claim(named(document, phrase), "PART_OF", whole, text, "part:sum")
