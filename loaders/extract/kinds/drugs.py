"""Drugs and what they act on: `YJ402（CD9 ADC）`, `CD9/LAG7 双抗（YJ402）`, `某某单抗（CD9）`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.kinds.members import clause_before, members
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing


def targeted(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The sort of a drug, by its target, in the bracket behind it or before its own name."""
    for form in ("drug_told", "drug_named"):
        for m in pattern("kinds", form).finditer(sentence.value):
            sort = document.gazetteer.named(m.group("kind").strip(), "Technology", *CONCEPTS)
            bare = m.groupdict().get("bare") and m.group("name").isascii()
            if bare and not pattern("kinds", "of_drugs").search(sentence.value):
                continue
            drug = _drug(document, sentence.value, m)
            if drug is not None and drug.id != sort.id:
                yield Claim(drug, "TYPE_OF", sort, sentence.text, "kind:drug")


def _drug(document: Document, text: str, m: re.Match[str]) -> Thing | None:
    """The drug of a code, or the one whose name ends before a bracket."""
    if m.group("name").isascii():
        thing = document.gazetteer.named(m.group("name"), "Product", *CONCEPTS)
        return thing if thing.cls in CONCEPTS else None
    found = members(document, clause_before(text, m.end("name")), governed=True)
    return found[-1] if found else None
