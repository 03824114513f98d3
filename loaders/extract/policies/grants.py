"""Money without a title that an authority gives: `某国政府向甲公司提供补贴`, `杭州：二孩补贴`.

Such a policy is called by who pays, whom or what for, and the kind of aid: `某国对甲公司补贴`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders import owners
from loaders.blocks import Text
from loaders.coded import Coded, code
from loaders.document import Document
from loaders.extract.deals.words import LONGEST
from loaders.extract.policies.curb import called
from loaders.extract.policies.issue import date_before
from loaders.extract.policies.objects import objects
from loaders.extract.policies.settings import authority
from loaders.extract.policies.survey import policies_in
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import CONCEPTS, ORGS, Claim, Decree, Draft, Mention, Thing

METHOD = "policy:grant"
_WORDS = pattern("policies", "grant_words")


@dataclass(frozen=True)
class Told:
    """A text with its names, coded, and the place whose part of the report it stands in."""

    document: Document
    text: Text
    home: Thing | None = None

    @cached_property
    def mentions(self) -> list[Mention]:
        """The names in the text."""
        return self.document.gazetteer.find(self.text.value)

    @cached_property
    def coded(self) -> Coded:
        """The text with its names folded."""
        return code(self.text.value, self.mentions)


def grants(document: Document) -> Iterator[Draft]:
    """The aid that Chinese sentences and cells tell of, where they name no policy."""
    for told in _texts(document):
        if policies_in(document, told.text.value, told.mentions):
            continue
        coded = told.coded
        for m in pattern("policies", "grants_listed").finditer(coded.text):
            yield from _listed(told, m)
        for way in patterns("policies", "grants"):
            for m in way.finditer(coded.text):
                yield from _given(told, m, authority(coded.groups[m["who"]].things))
        for m in pattern("policies", "grants_here").finditer(coded.text) if told.home else ():
            yield from _given(told, m, told.home)


def _texts(document: Document) -> Iterator[Told]:
    """All texts that may tell of aid."""
    for sentence in document.sentences:
        if sentence.chinese and len(sentence.value) <= LONGEST and _WORDS.search(sentence.value):
            yield Told(document, sentence.text, owners.place(document, sentence.block))
    for block in document.tables:
        for cell in (c for row in (block.table.rows if block.table else ()) for c in row):
            if len(cell) <= LONGEST and _WORDS.search(cell.value):
                yield Told(document, cell)


def _listed(told: Told, m: re.Match[str]) -> Iterator[Draft]:
    """The aid of a place that a list names."""
    name = told.coded.plain_of(m.start("n"), m.end("n")).strip()
    for place in told.coded.groups[m["who"]].things:
        policy = Thing("Policy", place.name + name, (name,), issuer=(place.name,))
        yield Decree(policy, told.text, METHOD)
        yield Claim(policy, "ISSUED_BY", place, told.text, METHOD)


def _given(told: Told, m: re.Match[str], who: Thing | None) -> Iterator[Draft]:
    """What one clause says of the aid that an authority gives."""
    aided = [t for t in _aided(told, m) if who is None or t.id != who.id]
    if who is None or not aided:
        return
    towards = "对" if aided[0].cls in ORGS else ""
    name = f"{called(who)}{towards}{called(aided[0])}{m['kind']}"
    value, index = told.text.value, told.coded.index
    when = date_before(value, index(m.start("x")), told.document.report.date)
    policy = Thing("Policy", name, date=when, issuer=(who.name,))
    how = modality(value, index(m.start()), index(m.end() - 1) + 1)
    yield Decree(policy, told.text, METHOD)
    yield Claim(policy, "ISSUED_BY", who, told.text, METHOD, how)
    for thing in aided:
        yield Claim(policy, "SUPPORTS", thing, told.text, METHOD, how)


def _aided(told: Told, m: re.Match[str]) -> list[Thing]:
    """Whom the aid is for: companies and bodies, else what they are to do with it."""
    start, end = told.coded.index(m.start("x")), told.coded.index(m.end("x"))
    inside = [x.thing for x in told.mentions if start <= x.start and x.end <= end]
    if orgs := [t for t in inside if t.cls in ORGS]:
        return orgs
    words = pattern("policies", "grant_for").sub("", told.coded.plain[start:end])
    return [t for t in objects(told.document, words) if t.cls in CONCEPTS]
