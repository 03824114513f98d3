"""What a policy's own title says that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.document import Document
from loaders.extract.policies.objects import objects
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing

_ABOUT = pattern("policies", "subjects_about")
_PREFIX = pattern("policies", "subjects_prefix")
# short names of states in the names of policies
_TOWARDS = re.compile(r"^对(?P<state>[华俄])")
_STATES = {"华": "中国", "俄": "俄罗斯"}
_KIND_OF_CURB = re.compile(r"管制|禁令|限制|制裁|禁运|关税|封锁")
_TAIL = re.compile(r"[（(][^（）()]*[)）]$")
_FUND = pattern("policies", "subjects_fund")
_KIND = pattern("policies", "subjects_kind")
_RULE = pattern("policies", "subjects_rule")


def titled(document: Document, policy: Thing, text: Text) -> Iterator[Claim]:
    """SUPPORTS, RESTRICTS or REGULATES from a title: `《X产业发展规划》` supports X."""
    yield from _towards(document, policy, text)
    if m := _RULE.match(_TOWARDS.sub("", policy.name)):
        for thing in objects(document, m["x"], loose=True):
            yield Claim(policy, "RESTRICTS", thing, text, "policy:title")
        return
    if m := _FUND.match(_placeless(document, policy.name)):
        for thing in objects(document, m["x"]):
            yield Claim(policy, "SUPPORTS", thing, text, "policy:title")
        return
    name = next((n for n in (policy.name, *policy.aliases) if n.startswith("《")), None)
    if name is None or (about := _about(document, name)) is None:
        return
    kind = _kind(name)
    if kind:
        yield Claim(policy, kind, about, text, "policy:title")


def _placeless(document: Document, name: str) -> str:
    """A name without the place that it begins with: 苏州低空经济产业基金."""
    # cut short, lest it be found as a whole
    first = next(iter(document.gazetteer.find(name[:-2])), None)
    return name[first.end :] if first and first.thing.cls == "Place" and not first.start else name


def _towards(document: Document, policy: Thing, text: Text) -> Iterator[Claim]:
    """`对华芯片出口管制` restricts the state that it is directed at."""
    if (m := _TOWARDS.match(policy.name)) and _KIND_OF_CURB.search(policy.name):
        state = document.gazetteer.named(_STATES[m["state"]], "Place")
        yield Claim(policy, "RESTRICTS", state, text, "policy:title")


def _about(document: Document, name: str) -> Thing | None:
    title = _PREFIX.sub("", name.strip("《》"))
    inside = [m for m in document.gazetteer.find(title) if m.thing.cls in CONCEPTS]
    m = _ABOUT.match(title)
    # 神经系统类医疗服务 is no 神经系统
    kind = m is not None and title[m.end("x") :].startswith("类")
    if m and not kind and (found := objects(document, m["x"], loose=len(m["x"]) > 2)):
        return found[0]
    if inside:
        return inside[0].thing
    bare = _KIND.sub("", _TAIL.sub("", title))
    found = objects(document, bare) if 3 <= len(bare) <= 18 else []
    return found[0] if found else None


def _kind(title: str) -> str | None:
    """What a policy of such a title does; the last word that tells it decides."""
    kinds = load("policies")["kinds"]
    best, at = None, -1
    for kind in ("supports", "restricts", "regulates"):
        for m in re.finditer(kinds[kind], title):
            # the form of a paper that supports says nothing: …应用推广实施指南
            mere_form = best == "SUPPORTS" and m.group() in ("指引", "指南", "办法", "管理")
            if m.start() > at and not mere_form:
                best, at = kind.upper(), m.start()
    return best
