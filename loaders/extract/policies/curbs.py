"""Restrictions that have no title: `某国禁止向某地出口光刻机`, `某公司遭某国制裁`.

Such a policy is called by who imposes it, on whom, and on what: `某国对华光刻机出口禁令`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.blocks import Block, Text
from loaders.coded import Coded, code
from loaders.document import Document
from loaders.extract.deals.words import LONGEST
from loaders.extract.policies.curb import Curb, measure
from loaders.extract.policies.issue import date_before
from loaders.extract.policies.objects import objects
from loaders.extract.policies.survey import policies_in
from loaders.extract.policies.timeline import dated
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import ORGS, Claim, Decree, Draft, Mention, Thing

METHOD = "policy:curb"
_WORDS = pattern("policies", "curb_words")
_FLOW = pattern("policies", "curb_flow")
_STATES = {"华": "中国", "俄": "俄罗斯", "美": "美国"}
_TOWARDS = re.compile(r"[对赴向](?P<state>[华俄美])(?![为盛尔])")
_MORE = pattern("policies", "effects_more")
_LIFTED = pattern("policies", "curb_lifted")
_MADE_WITH = re.compile(r"(?:使用|采用|利用|含有?|基于)$")
_KNOW_HOW = ("技术", "专利", "设计", "软件")
# 以下产品 are named elsewhere
_POINTING = re.compile(r"\s*(?:以下|下列|如下|上述|前述|任何|所有|其他|部分|相关)")
# so many goods one clause lists at most
_MOST = 8


@dataclass(frozen=True)
class View:
    """A text with its names, and the date that its place gives it."""

    document: Document
    text: Text
    when: str | None
    coded: Coded
    mentions: tuple[Mention, ...]
    policies: tuple[Mention, ...]


def curbs(document: Document) -> Iterator[Draft]:
    """The restrictions that Chinese sentences and cells tell of."""
    for text, when, block in _texts(document):
        mentions = tuple(document.gazetteer.find(text.value))
        named = policies_in(document, text.value, list(mentions))
        view = View(document, text, when, code(text.value, mentions), mentions, named)
        for way in patterns("policies", "curbs"):
            for m in way.finditer(view.coded.text):
                who = _authority(view.coded.groups[m["who"]].things) if m["who"] else None
                if who is not None or not m["who"]:
                    yield from _told(view, m, who)
        listed = pattern("policies", "curbs_listed").match(view.coded.text)
        over = _over(document, block) if listed is not None else None
        if listed is not None and over is not None:
            yield from _told(view, listed, over)


def _texts(document: Document) -> Iterator[tuple[Text, str | None, Block]]:
    for sentence in (*document.sentences, *document.opened):
        if sentence.chinese and len(sentence.value) <= LONGEST and _WORDS.search(sentence.value):
            yield sentence.text, None, sentence.block
    for block in document.tables:
        for cell, when in dated(document, block):
            if len(cell) <= LONGEST and _WORDS.search(cell.value):
                yield cell, when, block


def _over(document: Document, block: Block) -> Thing | None:
    """The authority whose restrictions a title says that the block lists: `某国对华管制`."""
    for title in (block.caption, block.intro, *reversed(block.path)):
        if title is not None and _WORDS.search(title.value):
            found = [m.thing for m in document.gazetteer.find(title.value)]
            return next((t for t in found if _authority((t,)) is not None), None)
    return None


def _told(view: View, m: re.Match[str], who: Thing | None) -> Iterator[Draft]:
    """What one clause says; nothing where it names a policy, or says that a curb is lifted."""
    start, end = view.coded.index(m.start()), view.coded.index(m.end())
    if _LIFTED.search(m.group()) or any(x.start < end and start < x.end for x in view.policies):
        return
    curb = _curb(view, m, who)
    if curb is None:
        return
    value = view.text.value
    policy = curb.policy(view.when or date_before(value, start, view.document.report.date))
    how = modality(value, start, view.coded.index(m.start("verb")) + 1)
    yield Decree(policy, view.text, METHOD)
    if who is not None:
        yield Claim(policy, "ISSUED_BY", who, view.text, METHOD, how)
    for thing in (*curb.orgs, *curb.states, *curb.goods):
        yield Claim(policy, "RESTRICTS", thing, view.text, METHOD, how)


def _authority(things: tuple[Thing, ...]) -> Thing | None:
    """The state or authority that a group ends in."""
    last = things[-1]
    if last.cls == "Place" or (last.cls == "Institution" and last.row and last.row.kind == "gov"):
        return last
    return None


def _curb(view: View, m: re.Match[str], who: Thing | None) -> Curb | None:
    """What the slots of a match name; None where they name nothing that is traded or sanctioned."""
    found: dict[str, Thing] = {}
    goods: dict[str, Thing] = {}
    said = ""
    for slot in ("x", "rest"):
        if slot not in m.re.groupindex or not m.group(slot):
            continue
        a, b = view.coded.index(m.start(slot)), view.coded.index(m.end(slot))
        inside = [x for x in view.mentions if a <= x.start and x.end <= b]
        said += view.coded.plain[a:b]
        named = (x for x in inside if x.thing.cls in ORGS or _targeted(view.coded.plain, x))
        found |= {x.thing.id: x.thing for x in named}
        goods |= {t.id: t for t in _goods(view.document, view.coded.plain[a:b], a, inside)}
    for t in _TOWARDS.finditer(view.coded.plain_of(m.start(), m.end())):
        state = view.document.gazetteer.named(_STATES[t["state"]], "Place")
        found[state.id] = state
    if who is not None:
        found.pop(who.id, None)
    orgs = tuple(t for t in found.values() if t.cls in ORGS)
    states = tuple(t for t in found.values() if t.cls == "Place")
    verb = m.group()[m.start("verb") - m.start() :]
    trade = bool(_FLOW.search(said + verb))
    if not (trade or states or pattern("policies", "curb_hard").search(verb)):
        return None
    if not (orgs or goods or (states and trade)):
        return None
    return Curb(who, orgs, states, tuple(list(goods.values())[:_MOST]), measure(verb, said))


def _targeted(text: str, place: Mention) -> bool:
    """Whether a curb is aimed at a place, and not merely speaks of where something comes from."""
    if place.thing.cls != "Place" or _MADE_WITH.search(text[max(0, place.start - 4) : place.start]):
        return False
    return not text.startswith(_KNOW_HOW, place.end)


def _goods(document: Document, slot: str, at: int, inside: list[Mention]) -> Iterator[Thing]:
    """What is traded, of the words of a slot that name no company and no state."""
    for x in reversed(inside):
        if x.thing.cls in (*ORGS, "Place"):
            slot = slot[: x.start - at] + "|" + slot[x.end - at :]
    for piece in pattern("policies", "curb_cut").split(slot):
        if piece and not _POINTING.match(piece):
            yield from objects(document, piece, loose=True)
