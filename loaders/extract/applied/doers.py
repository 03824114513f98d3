"""Who works in the field that a part of a report is about: it does something there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders import themes
from loaders.document import Document
from loaders.extract.clauses.names import named
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import Claim, Mention

_CLAUSE = re.compile(r"[，,；;：:。]")
_REACH = 24


def claims(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The companies of a sentence that do something, each in the field of its section."""
    mentions = [m for m in named(document, sentence.value) if m.thing.cls == "Company"]
    field = themes.field(document, sentence.block) if mentions else None
    if field is None:
        return
    for m in _doing(sentence.value, mentions, labels=field.cls == "Industry"):
        how = modality(sentence.value, m.start, m.end)
        if how == Modality.PLANNED:
            how = Modality.ASSERTED  # who plans something in a field works in it
        if how != Modality.DENIED:
            yield Claim(m.thing, "ACTIVE_IN", field, sentence.text, "applied:doer", how)


def _doing(text: str, mentions: list[Mention], *, labels: bool) -> Iterator[Mention]:
    """The names that a clause begins with, before a word for what a company does.

    A line that a name labels tells of its own work where `labels` do.
    """
    for row in rows(text, mentions):
        end = row[-1].end
        told = labels and pattern("applied", "told").match(text, end)
        if _opens(text, row[0]) and (told or pattern("applied", "does").match(text, end)):
            yield from row


def rows(text: str, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Names that stand in a list together."""
    row: list[Mention] = []
    for m in mentions:
        if row and not pattern("applied", "and").fullmatch(text, row[-1].end, m.start):
            yield row
            row = []
        row.append(m)
    if row:
        yield row


def _opens(text: str, m: Mention) -> bool:
    marks = _CLAUSE.finditer(text, max(0, m.start - _REACH), m.start)
    start = max((c.end() for c in marks), default=max(0, m.start - _REACH))
    return bool(pattern("applied", "opens").fullmatch(text, start, m.start))
