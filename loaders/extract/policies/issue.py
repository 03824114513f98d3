"""Who issued a policy, and when: from the words around its name."""

from __future__ import annotations

import re

from kg.model import Modality
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.deals.dates import bracketed, date, last_date
from loaders.extract.policies.issuers import Issue, issuers
from loaders.extract.policies.titles import is_list
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import Mention

_OPENS = pattern("policies", "issue_opens")
_VERB_BEFORE = pattern("policies", "issue_before")
_VERB_AFTER = pattern("policies", "issue_after")
_PASSED = pattern("policies", "issue_passed")
_ANNOUNCED = pattern("policies", "issue_announced")
# a policy issued in the past is one
_NOT_YET = (Modality.PLANNED, Modality.POTENTIAL, Modality.RUMOURED, Modality.DENIED)
# places that issue nothing
_NOBODY = ("海外", "境外", "国外", "全球", "世界", "国际")
# no clause is longer
_REACH = 160
_CLAUSE = re.compile(r"[，。；！？\n]|, ")
_TITLE_ISSUER = re.compile(r"^《?(?P<who>[\u4e00-\u9fff、 ]{2,24}?)关于")
_TITLE_PLACE = re.compile(r"^《(?P<who>[\u4e00-\u9fff]{2,6}?(?:省|市|自治区))")
_IN_FORCE = pattern("policies", "issue_in_force")
_EN_BY = pattern("policies", "issue_en_by")
_EN_VERB = pattern("policies", "issue_en_verb")
_BRACKET = pattern("policies", "issue_bracket")


def issue(
    document: Document, text: str, mention: Mention, others: list[Mention], when: str | None
) -> Issue:
    """What `text` says of the issue of the policy at `mention`; `others` are all names in it."""
    year = document.report.date
    if text.isascii() or (mention.thing.name.isascii() and not CJK.search(text)):
        return _english(text, mention, others, year)
    said = _verb_before(text, mention, others) or _verb_after(text, mention, others)
    if said is None:
        said = (
            _beside(text, mention, others)
            or _of_title(document, mention)
            or announced(text, mention.start, others)
            or Issue()
        )
    bracket = _BRACKET.match(text, mention.end)
    force = _IN_FORCE.search(text, mention.end, min(len(text), mention.end + 60))
    found = (
        bracketed(bracket["when"] or bracket["en"])
        if bracket
        else date(force["when"], year)
        if force
        else None
    )
    if is_list(mention.thing):
        # a list goes on: the date is that of an entry
        return Issue(said.written, said.who)
    if not found and said.written:
        found = when or date_before(text, mention.start, year)
    return Issue(said.written, said.who, found)


def _english(text: str, mention: Mention, others: list[Mention], year: str | None) -> Issue:
    """`issued by X in May 2024`, `X passed the Act`, `the Act (2022)`."""
    bodies = [m for m in others if m.thing.cls in ("Institution", "Place")]
    after = _EN_BY.match(text, mention.end)
    before = _EN_VERB.search(text, max(0, mention.start - _REACH), mention.start)
    who: list[Mention] = []
    if after:
        who = [m for m in bodies if 0 <= m.start - after.end() < 24][:1]
    elif before:
        who = [m for m in bodies if 0 <= before.start() - m.end < 24][-1:]
    bracket = _BRACKET.match(text, mention.end)
    when = bracketed(bracket["when"] or bracket["en"]) if bracket else None
    if when is None and (after or before):
        when = date(text[mention.end : mention.end + 80], year) or last_date(
            text[: mention.start], year
        )
    if is_list(mention.thing):
        when = None
    return Issue(tuple(text[m.start : m.end] for m in who), tuple(m.thing for m in who), when)


def _clause(text: str, at: int) -> int:
    """Where the clause begins that holds index `at`."""
    first = max(0, at - _REACH)
    return max((m.end() for m in _CLAUSE.finditer(text, first, at)), default=first)


def date_before(text: str, at: int, year: str | None) -> str | None:
    """The date that the clause at `at`, or an opening before it, gives."""
    left = _clause(text, at)
    if found := last_date(text[left:at], year):
        return found
    opens = list(_OPENS.finditer(text, max(0, left - _REACH), left))
    return date(opens[-1].group(), year) if opens else None


def coming(text: str, at: int) -> Modality:
    """How sure it is that the policy at `at` is issued: `拟出台《…》` is a plan."""
    left = _clause(text, at)
    if _VERB_BEFORE.search(text[left:at]) is None:
        return Modality.ASSERTED
    how = modality(text[:at], left, at)
    return how if how in _NOT_YET else Modality.ASSERTED


def announced(text: str, at: int, others: list[Mention]) -> Issue | None:
    """`某部发布公告，对…实施管制`: who announces in the clause before what stands at `at`."""
    left = _clause(text, at)
    first = _clause(text, left - 1) if left else 0
    m = _ANNOUNCED.search(text[first:left])
    return issuers(text, first, first + m.start(), others) if m else None


def _verb_before(text: str, mention: Mention, others: list[Mention]) -> Issue | None:
    """`工信部等八部门正式发布《…》`."""
    left = _clause(text, mention.start)
    m = _VERB_BEFORE.search(text[left : mention.start])
    if m is None or (m["verb"] == "通过" and not _PASSED.match(text, mention.end)):
        return None
    return issuers(text, left, left + m.start(), others)


def _verb_after(text: str, mention: Mention, others: list[Mention]) -> Issue | None:
    """`《…》由国务院印发`, `《…》在众议院通过`."""
    m = _VERB_AFTER.match(text, mention.end)
    if m is None:
        return None
    return issuers(text, m.start("who"), m.end("who"), others)


def _beside(text: str, mention: Mention, others: list[Mention]) -> Issue | None:
    """`欧盟《新电池法》`: a state or a body right before the name."""
    for m in others:
        beside = not text[m.end : mention.start].strip() and m.end <= mention.start
        if beside and m.thing.cls in ("Place", "Institution") and m.thing.name not in _NOBODY:
            return Issue((text[m.start : m.end],), (m.thing,))
    return None


def _of_title(document: Document, mention: Mention) -> Issue | None:
    """`《国务院关于…的意见》` says its issuer itself."""
    m = _TITLE_ISSUER.match(mention.thing.name)
    if m is None:
        if place := _TITLE_PLACE.match(mention.thing.name):
            thing = document.gazetteer.named(place["who"], "Place", "Institution")
            return Issue((place["who"],), (thing,)) if thing.row else None
        return None
    things = tuple(
        document.gazetteer.named(part.strip(), "Institution", "Place")
        for part in re.split(r"[、 ]", m["who"])
        if len(part.strip()) > 1
    )
    return Issue(tuple(t.name for t in things), things) if things else None
