"""Lists of entities: who puts whom on which list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.policies.objects import objects
from loaders.extract.policies.scene import Scene
from loaders.extract.policies.titles import is_list
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import ORGS, Claim, Mention, Thing

METHOD = "policy:list"
_PUT_ON = pattern("policies", "sanctions_words")


def sanctions(scene: Scene) -> Iterator[Claim]:
    """RESTRICTS and ISSUED_BY claims of the lists that a text speaks of."""
    value = scene.text.value
    for policy in scene.policies:
        if not is_list(policy.thing):
            continue
        first, last = max(0, policy.start - 120), min(len(value), policy.end + 80)
        if not _PUT_ON.search(value, first, last):
            continue
        for way in patterns("policies", "sanctions"):
            for m in way.finditer(value, first, last):
                if policy.start > m.end("list") or m.start("list") > policy.end:
                    continue
                listed = _between(scene, *m.span("who")) or _fields(scene, m["who"])
                how = modality(scene.plain, m.start(), m.end())
                for thing in listed:
                    yield Claim(policy.thing, "RESTRICTS", thing, scene.text, METHOD, how)
                if issuer := _issuer(scene, m):
                    yield Claim(policy.thing, "ISSUED_BY", issuer, scene.text, METHOD)
                break


def _between(scene: Scene, start: int, end: int) -> list[Thing]:
    return [
        m.thing for m in scene.mentions if start <= m.start and m.end <= end and m.thing.cls in ORGS
    ]


def _fields(scene: Scene, who: str) -> list[Thing]:
    """The fields that those listed work in: `54家企业，含芯片设计、量子等`."""
    m = re.search(r"(?:含|涉及|涵盖|包括|覆盖)(?P<x>[^。；]{2,60})", who)
    return objects(scene.document, m["x"], loose=True) if m else []


def _issuer(scene: Scene, m: re.Match[str]) -> Thing | None:
    """The body that stands before the verb in its sentence."""
    at = m.start("by") if "by" in m.re.groupindex and m["by"] else m.start()
    end = m.end("by") if "by" in m.re.groupindex and m["by"] else m.start()
    found: list[Mention] = [
        x
        for x in scene.mentions
        if x.thing.cls in ("Institution", "Place")
        and x.end <= end
        and (x.start >= at or end - x.end <= 24)
    ]
    bodies = [x for x in found if x.thing.cls == "Institution"]
    states = [
        x
        for x in found
        if re.fullmatch(r"(?:政府|总统|当局)?[^，。；技对]{0,4}", scene.text.value[x.end : end])
    ]
    best = bodies or states
    return (
        best[-1].thing
        if best and not re.search(r"[。；]", scene.text.value[best[-1].end : end])
        else None
    )
