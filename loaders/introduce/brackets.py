"""Names that brackets explain: `高带宽内存（HBM）`, `扇港（SENKO）`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.names import fold
from loaders.concepts import model_like, phrases, plausible
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_GLOSS = re.compile(r"[（(]([A-Z][A-Za-z0-9 .+&/\-]{1,48})(?:[,，]\s*([^（）()]{1,30}))?[)）]")
_SORTS = ("drug_told", "drug_named")
_MARK = re.compile(r"[，。；：！？]")
_WORDY = re.compile(r"[A-Za-z\u4e00-\u9fff]{2}")
LONGEST = 16
# how far before a bracket the name that it explains may begin
NEAR = 100
# parts of speech of words before a name that are no part of it
_NO_MODIFIER = "vdpcru"


class Glosses:
    """What brackets explain. One that stands behind several names explains none of them."""

    def __init__(self) -> None:
        self._things: list[Thing] = []
        self._bases: dict[str, set[str]] = {}

    def add(self, things: Iterable[Thing]) -> None:
        """Note the things of a sentence with the names in their brackets."""
        for thing in things:
            self._things.append(thing)
            for alias in thing.aliases:
                self._bases.setdefault(fold(alias), set()).add(thing.id)

    def certain(self) -> Iterator[Thing]:
        """The things, with the aliases that are theirs alone."""
        for thing in self._things:
            own = tuple(a for a in thing.aliases if len(self._bases[fold(a)]) == 1)
            yield replace(thing, aliases=own)


def glossed(document: Document, text: str) -> Iterator[Thing]:
    """The things of a sentence that have another name in the bracket behind them."""
    sorts = [m.span() for form in _SORTS for m in pattern("kinds", form).finditer(text)]
    for m in _GLOSS.finditer(text):
        if any(start < m.end() and m.start() < end for start, end in sorts):
            continue  # 某某单抗（CD9）: what kind of drug it is
        # DRAM（HBM）: one abbreviation does not explain another
        if not CJK.search(text, max(0, m.start() - 2), m.start()) and " " not in m.group(1):
            continue
        aliases = [a.strip() for a in m.groups() if a and _WORDY.search(a)]
        said = text[max(0, m.start() - NEAR) : m.start()]
        before = [x for x in document.gazetteer.find(said) if x.end == len(said)]
        found = before[-1].thing if before else None
        if found is None or found.cls in CONCEPTS:
            found = _longer(document, _MARK.split(said)[-1], before) or found
        if found is None:
            continue
        if found.cls == "Place" or (before and _others(document, found, aliases)):
            continue
        if found.cls in ORGS and any(map(model_like, aliases)):
            continue  # OpenAI（GPT-5）: its product
        yield found.called(*aliases)


def _others(document: Document, thing: Thing, names: list[str]) -> bool:
    """Whether one of the names in a bracket is known to be something else's."""
    known = [document.gazetteer.known(name) for name in names]
    return any(other is not None and other.id != thing.id for other in known)


def _longer(document: Document, clause: str, before: list[Mention]) -> Thing | None:
    """The concept that a clause ends in, where its name is longer than the one known there."""
    if not before:
        return _unknown(document, clause)
    short = before[-1].end - before[-1].start
    found = _unknown(document, clause)
    if found is None or len(found.name) <= short or not found.name.endswith(clause[-short:]):
        return None
    modifier = tokens(found.name[: len(found.name) - short])
    return None if any(t.tag[0] in _NO_MODIFIER for t in modifier) else found


def _unknown(document: Document, clause: str) -> Thing | None:
    """The concept that a clause ends in, right before a bracket; whose it is, is no part of it."""
    owners = [m for m in document.gazetteer.find(clause) if m.thing.cls not in CONCEPTS]
    clause = clause[owners[-1].end :] if owners else clause
    found = phrases(clause)
    if not found or found[-1].end != len(clause):
        return None
    name = found[-1].name
    if len(name) > LONGEST or not plausible(name):
        return None
    return named_concept(document, name)
