"""First pass over a report: the policies it names, with issuer and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.model import Modality
from kg.names import fold
from loaders import owners
from loaders.blocks import Block, Text
from loaders.document import Document
from loaders.extract.deals.words import LONGEST
from loaders.extract.policies import titles
from loaders.extract.policies.governments import governments
from loaders.extract.policies.issue import coming, issue
from loaders.extract.policies.issuers import Issue
from loaders.extract.policies.scene import Scene
from loaders.extract.policies.settings import governing, row_authority
from loaders.extract.policies.timeline import dated
from loaders.grammar.patterns import pattern
from loaders.things import ORGS, Mention, Thing

_PUT_OUT = pattern("policies", "issue_put_out")
_WORDS = pattern("policies", "survey_words")

# what may stand between an authority and its verb: 省政府已
_BESIDE = 6
_OPENING = re.compile(r"(?:^|[，。；：:])\s*(?:并|还|同时|已|率先|将|拟|计划)*$")
_LISTED = re.compile(r"[市省区县]?(?:、|和|与|及)")


@dataclass(frozen=True)
class Named:
    """A policy with the first place that names it, its issuers and its date."""

    thing: Thing
    text: Text
    issuers: tuple[Thing, ...] = ()
    how: Modality = Modality.ASSERTED


def names(document: Document) -> Iterator[Thing]:
    """The policies of a report, for its prose to use."""
    for named in survey(document):
        yield named.thing


def introduce(document: Document) -> None:
    """Let a report use the policies it names, and the authorities that only issue them there."""
    for thing in list(governments(document)):
        document.gazetteer.introduce(thing)
    for named in survey(document):
        document.gazetteer.introduce(named.thing)
        for issuer in named.issuers:
            if issuer.row is None and governing(issuer):
                document.gazetteer.introduce(issuer)


def survey(document: Document) -> list[Named]:
    """All policies that a report names, each once, in the order of their first naming."""
    found: dict[str, Named] = {}
    for text, when, by, home in _texts(document):
        others = document.gazetteer.find(text.value)
        for mention in _mentions(text.value, others, home):
            told = issue(document, text.value, mention, others, when)
            if (own := mention.thing.issuer) and (who := document.gazetteer.known(own[0])):
                told = replace(told, written=own, who=(who,))
            if by is not None and not told.who:
                told = replace(told, written=(by.name,), who=(by,))
            _add(found, mention.thing, text, told, coming(text.value, mention.start))
    seen: dict[int, Named] = {id(n): n for n in found.values()}
    return list(seen.values())


def _mentions(text: str, others: list[Mention], home: Thing | None = None) -> list[Mention]:
    """The policies that a text names; what is issued without a subject is its `home`'s."""
    found = list(titles.mentions(text))
    for m, thing in titles.quoted(text):
        free = not any(x.start < m.end() and m.start() < x.end for x in found)
        if free and not titles.paper(m["t"]) and _put_out(text, m.start(), others):
            found.append(Mention(m.start(), m.end(), thing))
    for m in titles.local(text):
        free = not any(x.start < m.end() and m.start("n") < x.end for x in found)
        # each of several has a policy of its own: 北京、上海等地
        for whose in _authorities(text, m.start(), others, home) if free else ():
            thing = replace(titles.policy(whose.name + m["n"]), issuer=(whose.name,))
            found.append(Mention(m.start("n"), m.end(), thing))
    return sorted(found, key=lambda m: m.start)


def _authorities(text: str, verb: int, others: list[Mention], home: Thing | None) -> list[Thing]:
    """The places or authorities right before the verb at `verb` that issue something.

    Where the verb opens its clause and nobody is named before, that is the place `home`.
    """
    if home is not None and _OPENING.search(text, 0, verb):
        return [] if any(m.thing.cls in ORGS and m.end <= verb for m in others) else [home]
    found: list[Mention] = []
    for m in reversed([m for m in others if m.end <= verb]):
        right = found[-1].start if found else verb
        authority = m.thing.cls == "Place" or (m.thing.row and m.thing.row.kind == "gov")
        between = text[m.end : right]
        if not authority or not (_LISTED.fullmatch(between) if found else len(between) <= _BESIDE):
            break
        found.append(m)
    return [m.thing for m in reversed(found)]


def _put_out(text: str, at: int, others: list[Mention]) -> bool:
    """Whether an authority issues what stands at `at`."""
    if not _PUT_OUT.search(text[max(0, at - 40) : at]):
        return False
    return any(
        m.end <= at and at - m.end < 24 and m.thing.row is not None and m.thing.row.kind == "gov"
        for m in others
    )


def _add(found: dict[str, Named], thing: Thing, text: Text, told: Issue, how: Modality) -> None:
    keys = {fold(n) for n in (thing.name, *thing.aliases)}
    known = next((found[k] for k in keys if k in found), None)
    if known is None:
        new = Named(replace(thing, date=told.date, issuer=told.written), text, told.who, how)
    else:
        old = known.thing
        new = replace(
            known,
            thing=replace(
                old.called(thing.name, *thing.aliases),
                date=old.date or told.date,
                issuer=old.issuer or told.written,
            ),
            issuers=known.issuers or told.who,
            # what is issued somewhere is, whatever was planned before
            how=how if told.who and how is Modality.ASSERTED else known.how,
            text=text if told.who and not known.issuers else known.text,
        )
    for key in keys | {k for k, v in found.items() if v is known}:
        found[key] = new


def policies_in(document: Document, text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """The policies in a text: by the names introduced, and those whose names it puts otherwise."""
    found = [m for m in mentions if m.thing.cls == "Policy"]
    for m in _mentions(text, mentions):
        if not any(x.start < m.end and m.start < x.end for x in found):
            own = document.gazetteer.known(m.thing.name)
            found.append(Mention(m.start, m.end, own if own and own.cls == "Policy" else m.thing))
    return tuple(sorted(found, key=lambda m: m.start))


def _over(document: Document, block: Block) -> Thing | None:
    """The policy that the line which opens a list is about, or the one that a heading names."""
    if block.kind == "item" and block.intro is not None:
        found = _named(document, block.intro)
        return found[-1] if found else None
    found = _named(document, block.path[-1]) if block.path else []
    return found[0] if len(found) == 1 else None


def _named(document: Document, text: Text) -> list[Thing]:
    """The policies that a title or an opening line names."""
    if not _may_name(text.value):
        return []
    found = policies_in(document, text.value, document.gazetteer.find(text.value))
    return [m.thing for m in found]


@lru_cache(maxsize=4096)
def _may_name(text: str) -> bool:
    """Whether a word stands in a text without which it names no policy: a quick look."""
    return _WORDS.search(text) is not None


def _texts(
    document: Document,
) -> Iterator[tuple[Text, str | None, Thing | None, Thing | None]]:
    """All texts that may name a policy, with the date and the issuer that a table gives them.

    Last the place whose part of the report they stand in.
    """
    for block in document.layout.blocks:
        if block.kind in ("heading", "caption") and _may_name(block.text.value):
            yield block.text, None, None, None
    for sentence in document.sentences:
        if len(sentence.value) <= LONGEST and _may_name(sentence.value):
            yield sentence.text, None, None, owners.place(document, sentence.block)
    for block in document.tables:
        rows = {id(cell): row for row in (block.table.rows if block.table else ()) for cell in row}
        for cell, when in dated(document, block):
            if len(cell) <= LONGEST and _may_name(cell.value):
                yield cell, when, row_authority(document, block, rows[id(cell)]), None


def scenes(document: Document) -> Iterator[Scene]:
    """The sentences and cells that speak of policies, with the policy spoken of before."""
    before: Thing | None = None
    under: Thing | None = None
    block = None
    for sentence in (*document.sentences, *document.opened):
        if not sentence.chinese or len(sentence.value) > LONGEST:
            continue
        if sentence.block is not block:
            before, block = None, sentence.block
            under = _over(document, sentence.block)
        named = _may_name(sentence.value)
        mentions = document.gazetteer.find(sentence.value) if before or under or named else []
        policies = policies_in(document, sentence.value, mentions) if named else ()
        if policies or before or under:
            yield Scene(document, sentence.text, policies, tuple(mentions), before, under)
        if policies:
            before = policies[-1].thing
    for table in document.tables:
        for cell, _ in dated(document, table):
            mentions = (
                document.gazetteer.find(cell.value)
                if len(cell) <= LONGEST and _may_name(cell.value)
                else []
            )
            policies = tuple(m for m in mentions if m.thing.cls == "Policy")
            if policies:
                yield Scene(document, cell, policies, tuple(mentions))
