"""What a policy does to whom, in the clauses of a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.extract.policies.issue import coming
from loaders.extract.policies.objects import objects
from loaders.extract.policies.scene import Scene
from loaders.extract.policies.titles import is_list
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing

METHOD = "policy:verb"
_CUT = re.compile(r"[，。；！？\n：]|——|, ")
_BACK = pattern("policies", "effects_back")
_FIRST = pattern("policies", "effects_first")
_LEADING = pattern("policies", "effects_leading")
_SOUGHT = pattern("policies", "effects_sought")
_LISTING = pattern("policies", "effects_listing")
_CURB = pattern("policies", "effects_curb")
_BURDEN = pattern("policies", "effects_burden")
_MORE = pattern("policies", "effects_more")
_FOR = pattern("policies", "effects_for")
_FUNDS = pattern("policies", "effects_funds")
_PAID = tuple(
    zip(patterns("policies", "effects_paid"), patterns("policies", "effects_paid_by"), strict=True)
)
_MUST = pattern("policies", "effects_must")
_LEVIED = pattern("policies", "effects_levied")
_NOMINAL = pattern("policies", "effects_nominal")
_BEFORE = pattern("policies", "effects_before")
_TAKEN = pattern("policies", "effects_taken")
_PASSIVE = pattern("policies", "effects_passive")


def effects(scene: Scene) -> Iterator[Claim]:
    """What the policies of a text support, restrict and regulate."""
    value = scene.text.value
    current = (scene.before if _BACK.match(value) else None) or scene.under
    for start, end in _clauses(scene):
        here = [m for m in scene.policies if start <= m.start < end]
        yield from _taken_up(scene, start, end, here, current)
        for policy, at, led in _subjects(scene, start, end, here, current):
            yield from _verbs(scene, policy, at, end, led=led)
            yield from _listed(scene, policy, at, end)
            yield from _for(scene, policy, at, end)
            yield from _funds(scene, policy, at, end)
            yield from _must(scene, policy, at, end)
            if scene.under or not led:
                yield from _nominal(scene, policy, at, end)
        yield from _paid(scene, start, end, here)
        if here:
            current = here[-1].thing


def _clauses(scene: Scene) -> Iterator[tuple[int, int]]:
    """The clauses of a text; a mark inside a policy's name cuts none."""
    at, value = 0, scene.text.value
    for m in _CUT.finditer(value):
        if any(p.start <= m.start() < p.end for p in scene.policies):
            continue
        yield at, m.start()
        at = m.end()
    yield at, len(value)


def _subjects(
    scene: Scene, start: int, end: int, here: list[Mention], current: Thing | None
) -> Iterator[tuple[Thing, int, bool]]:
    """The policies a clause may speak of, and where what it says of them begins."""
    for i, m in enumerate(here):
        if not (i + 1 < len(here) and here[i + 1].start - m.end < 3):
            yield m.thing, m.end, False
    if not here and current is not None:
        yield current, start, True


def _verbs(scene: Scene, policy: Thing, at: int, end: int, *, led: bool) -> Iterator[Claim]:
    """`《…》支持X`, and behind a comma `，支持X`; the verb must come first there."""
    clause = scene.text.value[at:end]
    m = (_LEADING if led else _FIRST).search(clause)
    if m is None and led and scene.under is policy:
        m = _SOUGHT.search(clause)
    if m is None or _other_subject(scene, at, at + m.start("verb")):
        return
    told = m.groupdict()
    predicate = next(p for p in ("supports", "restricts", "regulates") if told.get(p))
    slot = scene.text.value[at + m.end() : end + _list_goes_on(scene.text.value, end)]
    found = _acted_on(scene, predicate, slot)
    for thing in found:
        yield _claim(scene, policy, predicate, thing, (at + m.start("verb"), at + m.end()))


def _acted_on(scene: Scene, predicate: str, slot: str) -> list[Thing]:
    """What a verb acts on; `限制甲对华出口X` curbs 甲 and X."""
    curb = _CURB.match(slot) if predicate == "restricts" else None
    if curb and (who := objects(scene.document, curb["who"], orgs=True)):
        return who + objects(scene.document, curb["x"])
    return objects(
        scene.document, slot, orgs=predicate != "regulates", loose=predicate == "restricts"
    )


def _list_goes_on(value: str, end: int) -> int:
    """How far a list goes on behind the comma: `，包括A、B和C`."""
    m = _MORE.match(value, end)
    return m.end() - end if m else 0


def _other_subject(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody else does what the verb says."""
    return any(
        start <= m.start
        and m.end <= end
        and m.thing.cls in ORGS
        and not re.search(r"(?:对|为|将|把|向|由|给|与)$", scene.text.value[start : m.start])
        for m in scene.mentions
    )


def _listed(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`将X列为未来产业`, `X被列为重点方向`."""
    for m in _LISTING.finditer(scene.text.value, at, end):
        predicate = "restricts" if m["bad"] else "supports"
        for thing in objects(scene.document, m["x"] or m["y"], orgs=True):
            yield _claim(scene, policy, predicate, thing, (m.start(), m.end()))


def _funds(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`提供补贴支持X`, `拨款用于X`."""
    for m in _FUNDS.finditer(scene.text.value, at, end):
        for thing in objects(scene.document, m["x"], orgs=True):
            yield _claim(scene, policy, "supports", thing, (m.start(), m.end()))


def _paid(scene: Scene, start: int, end: int, here: list[Mention]) -> Iterator[Claim]:
    """`甲依据《…》拿到补贴`, `甲获得《…》的资助`."""
    value = scene.text.value
    for policy in here:
        lead, rest = value[start : policy.start], value[policy.end : end]
        for before, behind in _PAID:
            m, by = before.search(lead), behind.match(rest)
            if m is None or by is None:
                continue
            who = range(start + m.start("x"), start + m.end("x"))
            for paid in scene.mentions:
                if paid.start in who and paid.thing.cls in ORGS:
                    span = (start + m.end("x"), policy.end + by.end())
                    yield _claim(scene, policy.thing, "supports", paid.thing, span)


def _must(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`规定动力电池须…`."""
    for m in _MUST.finditer(scene.text.value, at, end):
        for thing in objects(scene.document, m["x"]):
            yield _claim(scene, policy, "regulates", thing, (at, at))


def _for(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`为X单独立项`, `为X注入动力`, `对X实施许可`."""
    for m in _FOR.finditer(scene.text.value, at, end):
        predicate = "supports" if m["good"] else "restricts" if m["bad"] else "regulates"
        for thing in objects(scene.document, m["x"], orgs=True):
            yield _claim(scene, policy, predicate, thing, (m.start(), m.end()))


def _nominal(scene: Scene, policy: Thing, at: int, end: int) -> Iterator[Claim]:
    """`X优先审评审批`, `建立X评价方法`."""
    for m in _NOMINAL.finditer(scene.text.value, at, end):
        for thing in objects(scene.document, m["x"] or m["y"]):
            yield _claim(
                scene, policy, "supports" if m["x"] else "regulates", thing, (m.start(), m.end())
            )


def _taken_up(
    scene: Scene, start: int, end: int, here: list[Mention], current: Thing | None
) -> Iterator[Claim]:
    """`X被正式纳入《…》规划`."""
    for policy in here:
        lead = scene.text.value[start : policy.start]
        for m in filter(None, (_BEFORE.search(lead), _LEVIED.search(lead))):
            slot = m["q"] or m["x"] if m.re is _BEFORE else m["x"]
            for thing in objects(scene.document, slot, orgs=True, loose=True):
                yield _claim(scene, policy.thing, "restricts", thing, (start, policy.start))
        taken = _TAKEN.search(lead)
        if taken and not is_list(policy.thing):
            kind = "regulates" if _BURDEN.search(policy.thing.name) else "supports"
            for thing in objects(scene.document, taken["x"], orgs=True):
                yield _claim(scene, policy.thing, kind, thing, (start, policy.end))
    if not here and current is not None:
        for m in _PASSIVE.finditer(scene.text.value, start, end):
            for thing in objects(scene.document, m["x"]):
                yield _claim(scene, current, "supports", thing, (m.start(), m.end()))


def _claim(scene: Scene, policy: Thing, kind: str, thing: Thing, span: tuple[int, int]) -> Claim:
    how = modality(scene.plain, *span)
    if how is Modality.ASSERTED:
        # what a planned policy is to do is planned with it
        issued = (m.start for m in scene.policies if m.thing.id == policy.id)
        how = next((coming(scene.text.value, at) for at in issued), how)
    if "征求意见" in policy.name or "草案" in policy.name:
        how = Modality.PLANNED
    predicate = kind.upper()
    if predicate == "REGULATES" and (thing.cls not in CONCEPTS or _BURDEN.search(policy.name)):
        predicate = "RESTRICTS"
    return Claim(policy, predicate, thing, scene.text, METHOD, how)
