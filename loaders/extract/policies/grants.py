"""Money without a title that an authority gives: `某国政府向甲公司提供补贴`, `杭州：二孩补贴`.

Such a policy is called by who pays, whom or what for, and the kind of aid: `某国对甲公司补贴`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def grants(document: Document) -> Iterator[Draft]:
    """The aid that Chinese sentences and cells tell of, where they name no policy."""
    for text in _texts(document):
        mentions = document.gazetteer.find(text.value)
        if policies_in(document, text.value, mentions):
            continue
        coded = code(text.value, mentions)
        for m in pattern("policies", "grants_listed").finditer(coded.text):
            yield from _listed(coded, text, m)
        for way in patterns("policies", "grants"):
            for m in way.finditer(coded.text):
                yield from _given(document, coded, text, m, mentions)


def _texts(document: Document) -> Iterator[Text]:
    for sentence in document.sentences:
        if sentence.chinese and len(sentence.value) <= LONGEST and _WORDS.search(sentence.value):
            yield sentence.text
    for block in document.tables:
        for row in block.table.rows if block.table else ():
            yield from (c for c in row if len(c) <= LONGEST and _WORDS.search(c.value))


def _listed(coded: Coded, text: Text, m: re.Match[str]) -> Iterator[Draft]:
    """The aid of a place that a list names."""
    name = coded.plain_of(m.start("n"), m.end("n")).strip()
    for place in coded.groups[m["who"]].things:
        policy = Thing("Policy", place.name + name, (name,), issuer=(place.name,))
        yield Decree(policy, text, METHOD)
        yield Claim(policy, "ISSUED_BY", place, text, METHOD)


def _given(
    document: Document, coded: Coded, text: Text, m: re.Match[str], mentions: list[Mention]
) -> Iterator[Draft]:
    """What one clause says of who gives aid to whom."""
    who = authority(coded.groups[m["who"]].things)
    if who is None:
        return
    start, end = coded.index(m.start("x")), coded.index(m.end("x"))
    aided = [x.thing for x in mentions if start <= x.start and x.end <= end and x.thing.cls in ORGS]
    if not aided:
        words = pattern("policies", "grant_for").sub("", coded.plain[start:end])
        aided = [t for t in objects(document, words) if t.cls in CONCEPTS]
    aided = [t for t in aided if t.id != who.id]
    if not aided:
        return
    towards = "对" if aided[0].cls in ORGS else ""
    name = f"{called(who)}{towards}{called(aided[0])}{m['kind']}"
    when = date_before(text.value, start, document.report.date)
    policy = Thing("Policy", name, date=when, issuer=(who.name,))
    how = modality(text.value, coded.index(m.start()), coded.index(m.end() - 1) + 1)
    yield Decree(policy, text, METHOD)
    yield Claim(policy, "ISSUED_BY", who, text, METHOD, how)
    for thing in aided:
        yield Claim(policy, "SUPPORTS", thing, text, METHOD, how)
