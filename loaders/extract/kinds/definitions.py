"""Definitions: `X是一种Y`, `X（英文）是以…的Y`, `X，又称…，是由…的Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.kinds.members import members
from loaders.extract.kinds.wholes import ending
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import Claim, Thing

_MARK = re.compile(r"[，,](?![^（(]*[)）])")
_MOST = 3


def defined(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What a sentence says that the thing it begins with is."""
    m = pattern("kinds", "definition").match(sentence.value)
    if m is None:
        return
    subjects = members(document, m.group("name"))
    whole = _whole(document, sentence.value[m.end() :]) if subjects else None
    for subject in subjects if whole is not None else ():
        if whole is not None and subject.id != whole.id:
            yield Claim(subject, "TYPE_OF", whole, sentence.text, "kind:definition")


def _whole(document: Document, text: str) -> Thing | None:
    """What it is: the noun phrase that ends the first clause which ends in one."""
    for clause in _MARK.split(text.rstrip("。；;"))[:_MOST]:
        before, mark, name = clause.rpartition("的")
        if not mark:
            m = pattern("kinds", "article").match(clause)
            before, name = (m.group(), clause[m.end() :]) if m else ("", "")
        if name and pattern("kinds", "role").search(before + mark):
            return None
        if name:
            name = pattern("kinds", "epithet").sub("", name)
            return None if pattern("kinds", "role_noun").match(name) else ending(document, name)
    return None
