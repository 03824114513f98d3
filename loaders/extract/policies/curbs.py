"""Restrictions that have no title: `某国禁止向某地出口光刻机`, `某公司遭某国制裁`.

Such a policy is called by who imposes it, on whom, and on what: `某国对华光刻机出口禁令`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.coded import Coded, code
from loaders.document import Document
from loaders.extract.policies.curb import Curb, measure
from loaders.extract.policies.issue import announced, date_before
from loaders.extract.policies.objects import objects
from loaders.extract.policies.settings import Setting, authority, settings
from loaders.extract.policies.survey import policies_in
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import ORGS, Claim, Decree, Draft, Mention, Thing

METHOD = "policy:curb"
_FLOW = pattern("policies", "curb_flow")
_STATES = {"华": "中国", "俄": "俄罗斯", "美": "美国"}
_TOWARDS = re.compile(r"[对赴向](?P<state>[华俄美])(?![为盛尔])")
_LIFTED = pattern("policies", "curb_lifted")
_MADE_WITH = re.compile(r"(?:使用|采用|利用|含有?|基于)$")
_KNOW_HOW = ("技术", "专利", "设计", "软件")
_ASKED = re.compile(r"要求|勒令|责令|迫使|施压")
# 以下产品 are named elsewhere
_POINTING = re.compile(r"\s*(?:以下|下列|如下|上述|前述|任何|所有|其他|部分|相关)")
# so many goods one clause lists at most
_MOST = 8


@dataclass(frozen=True)
class View:
    """A text with its names, coded, and the policies among them."""

    setting: Setting
    coded: Coded
    mentions: tuple[Mention, ...]
    policies: tuple[Mention, ...]


def curbs(document: Document) -> Iterator[Draft]:
    """The restrictions that Chinese sentences and cells tell of."""
    for setting in settings(document):
        value = setting.text.value
        mentions = tuple(document.gazetteer.find(value))
        named = policies_in(document, value, list(mentions))
        view = View(setting, code(value, mentions), mentions, named)
        for way in patterns("policies", "curbs"):
            for m in way.finditer(view.coded.text):
                mark = m.groupdict().get("who")
                who = authority(view.coded.groups[mark].things) if mark else None
                if who is not None or not mark:
                    yield from _told(view, m, who or _announcer(view, m))
        for way in patterns("policies", "curbs_listed"):
            listed = way.match(view.coded.text)
            if listed is not None and setting.over is not None:
                yield from _told(view, listed, setting.over)


def _announcer(view: View, m: re.Match[str]) -> Thing | None:
    """The authority that announces a restriction in the clause before."""
    value = view.setting.text.value
    said = announced(value, view.coded.index(m.start("verb")), list(view.mentions))
    return authority(said.who[:1]) if said is not None else None


def _told(view: View, m: re.Match[str], who: Thing | None) -> Iterator[Draft]:
    """What one clause says; nothing where it names a policy, or says that a curb is lifted."""
    start, end = view.coded.index(m.start()), view.coded.index(m.end())
    if _LIFTED.search(m.group()) or any(x.start < end and start < x.end for x in view.policies):
        return
    curb = _curb(view, m, who)
    if curb is None:
        return
    value, text = view.setting.text.value, view.setting.text
    year = view.setting.document.report.date
    policy = curb.policy(view.setting.when or date_before(value, start, year))
    how = modality(value, start, view.coded.index(m.start("verb")) + 1)
    yield Decree(policy, text, METHOD)
    if who is not None:
        yield Claim(policy, "ISSUED_BY", who, text, METHOD, how)
    for thing in (*curb.orgs, *curb.states, *curb.goods):
        yield Claim(policy, "RESTRICTS", thing, text, METHOD, how)


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
        if _ASKED.match(m.group("verb")) and inside and inside[0].start == a:
            # 要求某国限制…: who is asked is not restricted, but a company is
            inside = inside if inside[0].thing.cls in ORGS else inside[1:]
        named = (x for x in inside if x.thing.cls in ORGS or _targeted(view.coded.plain, x))
        found |= {x.thing.id: x.thing for x in named}
        goods |= {t.id: t for t in _goods(view.setting.document, view.coded.plain[a:b], a, inside)}
    for t in _TOWARDS.finditer(view.coded.plain_of(m.start(), m.end())):
        state = view.setting.document.gazetteer.named(_STATES[t["state"]], "Place")
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
