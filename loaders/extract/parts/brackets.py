"""`钨（第一壁材料）`, `第一壁材料——钨`: what something is the material of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import Phrase, phrases, plausible
from loaders.document import Document
from loaders.extract.parts.names import named
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim

_WHOSE = re.compile(r"企业|公司|厂|行业|产业")
SHORTEST = 3


def parts(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The parts that a sentence explains in a bracket, or names behind a dash."""
    text = sentence.value
    told = (m for form in ("gloss", "named") for m in pattern("parts", form).finditer(text))
    for m in told:
        wholes, found = phrases(m["whole"]), phrases(m["part"])[-1:]
        if _WHOSE.search(m["whole"]) or len(wholes) != 1 or not found:
            continue
        part, whole = found[0], wholes[0]
        kind = part.name.endswith(m["what"])
        if not kind and _concept(document, part) and len(whole.name) >= SHORTEST:
            claim = named(document, part), "PART_OF", named(document, whole)
            yield Claim(*claim, sentence.text, "part:gloss")


def _concept(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase may name a part: nobody and no place goes by that name."""
    known = document.gazetteer.known(phrase.name)
    if known is not None:
        return known.cls in CONCEPTS
    return plausible(phrase.name, loose=True)
