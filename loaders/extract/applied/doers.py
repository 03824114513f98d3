"""Who works in the field that a part of a report is about: it does something there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders import themes
from loaders.concepts import plausible
from loaders.document import Document
from loaders.extract.applied.objects import own
from loaders.extract.clauses.names import named
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.naming import names_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Mention, Thing

_CLAUSE = re.compile(r"[，,；;：:。]")
_REACH = 24


def claims(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The companies of a sentence that do something, each in the field of its section."""
    mentions = [m for m in named(document, sentence.value) if m.thing.cls == "Company"]
    for row in rows(sentence.value, mentions):
        if (led := _led(document, sentence.value[: row[0].start])) is not None:
            yield from _at_work(sentence, row, led, "applied:led")
    field = themes.field(document, sentence.block) if mentions else None
    if field is None:
        return
    surely = themes.field(document, sentence.block, whole=True) is not None
    words = _words(field, surely=surely)
    for row in _doing(sentence, mentions, words):
        told = _sector(document, sentence.value[: row[0].start]) or field
        yield from _at_work(sentence, row, told, "applied:doer")


def _at_work(sentence: Sentence, row: list[Mention], field: Thing, method: str) -> Iterator[Claim]:
    for m in row:
        how = modality(sentence.value, m.start, m.end)
        if how == Modality.PLANNED:
            how = Modality.ASSERTED  # who plans something in a field works in it
        if how != Modality.DENIED:
            yield Claim(m.thing, "ACTIVE_IN", field, sentence.text, method, how)


def _led(document: Document, before: str) -> Thing | None:
    """The field that the clause before some names speaks of: `手术导航方面，甲、乙…`."""
    m = pattern("applied", "lead").search(before)
    if m is None:
        return None
    name = m.group("o")
    fair = own(document, name) or (not m.group("aspect") and names_concept(document, name))
    return document.gazetteer.named(name, "Industry", *CONCEPTS) if fair else None


def _words(field: Thing, *, surely: bool) -> tuple[str, ...]:
    """What shows that a company works in a field.

    A line that a name labels tells of its own work in an industry; figures of a business tell of
    one that is surely what the text is about.
    """
    if field.cls != "Industry":
        return ("does",)
    return ("does", "told", "fares") if surely else ("does", "told")


def _sector(document: Document, before: str) -> Thing | None:
    """The sector whose shares the words before a name speak of: `6月白酒板块下跌，甲（-3%）…`."""
    m = pattern("applied", "sector").search(before)
    name = m.group("o") if m is not None else ""
    return document.gazetteer.named(name, "Industry", *CONCEPTS) if plausible(name) else None


def _doing(
    sentence: Sentence, mentions: list[Mention], words: tuple[str, ...]
) -> Iterator[list[Mention]]:
    """The names that a clause begins with, before one of these words for what a company does.

    A line that lists nothing but names tells of its section's companies, and a cell of its row's.
    """
    text = sentence.value
    for row in rows(text, mentions):
        told = any(pattern("applied", word).match(text, row[-1].end) for word in words)
        listed = "fares" in words and sentence.topic is None and _listed(text, row)
        if listed or (told and _opens(text, row[0])):
            yield row


def _listed(text: str, row: list[Mention]) -> bool:
    """Whether a line says no more than the names of some companies."""
    several = len(row) > 1 and pattern("applied", "list_end").match(text, row[-1].end)
    return bool(several and pattern("applied", "listed").fullmatch(text, 0, row[0].start))


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
