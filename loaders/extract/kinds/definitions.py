"""Definitions: `X是一种Y`, `X（英文）是以…的Y`, `X，又称…，是由…的Y`, `X获批，成为国内首款Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners
from loaders.concepts import opening
from loaders.document import Document
from loaders.extract.kinds.members import members
from loaders.extract.kinds.wholes import ending
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.naming import named_concept, names_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_MARK = re.compile(r"[，,](?![^（(]*[)）])")
_MOST = 3
_FAR = 120


def defined(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What a sentence says that the thing it begins with is, at once or in a later clause."""
    for m in pattern("kinds", "definition").finditer(sentence.value, 0, _FAR):
        subjects = members(document, m.group("name"))
        if subjects:
            whole = _whole(document, sentence.value[m.end() :], _MOST)
            yield from _claims(sentence, m, subjects, whole)
    for m in pattern("kinds", "defined_later").finditer(sentence.value, 0, _FAR):
        whole = _whole(document, sentence.value[m.end() :], 1)
        if whole is not None:
            yield from _claims(sentence, m, _opening(document, sentence), whole)


def _claims(
    sentence: Sentence, m: re.Match[str], subjects: list[Thing], whole: Thing | None
) -> Iterator[Claim]:
    # what is only hoped for in another clause takes nothing from what it is
    clause = m.group() + _MARK.split(sentence.value[m.end() :], maxsplit=1)[0]
    how = modality(clause, m.start("is") - m.start(), len(clause))
    for subject in subjects if whole is not None else ():
        if whole is not None and subject.id != whole.id:
            yield Claim(subject, "TYPE_OF", whole, sentence.text, "kind:definition", how)


def _opening(document: Document, sentence: Sentence) -> list[Thing]:
    """The one technology or product that a sentence begins with, else whose part it stands in."""
    found = opening(sentence.value)
    if not found:
        block = sentence.block
        whose = owners.head(document, block.text.value) or owners.owner(document, block)
        return [whose] if whose is not None and whose.cls == "Product" else []
    if len(found) != 1 or found[0].start or not names_concept(document, found[0].name):
        return []
    thing = named_concept(document, found[0].name).called(*found[0].aliases)
    return [thing] if thing.cls in CONCEPTS else []


def _whole(document: Document, text: str, most: int) -> Thing | None:
    """What it is: the noun phrase that ends the first clause which ends in one."""
    for part in _MARK.split(text.rstrip("。；;"))[:most]:
        clause = part.removesuffix("之一")
        before, mark, name = clause.rpartition("的")
        if not mark or pattern("kinds", "article").match(name):
            before, mark, name = "", "", clause
        if m := pattern("kinds", "article").match(name):
            before, name = m.group(), name[m.end() :]
        elif not mark:
            name = ""
        if name and pattern("kinds", "role").search(before + mark):
            return None
        if name:
            name = pattern("kinds", "epithet").sub("", name)
            return None if pattern("kinds", "role_noun").match(name) else ending(document, name)
    return None
