"""Who issues something: the bodies that a clause names before its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import Mention, Thing
from loaders.tokens import tokens

_BETWEEN = pattern("policies", "issue_between")
_STATE = pattern("policies", "issue_state")
_BODIES_TAIL = pattern("policies", "issue_tail")
_TOWARDS = re.compile(r"(?<![面相针])[对向]")


@dataclass(frozen=True)
class Issue:
    """Who issued a policy (as written, and as things) and when."""

    written: tuple[str, ...] = ()
    who: tuple[Thing, ...] = ()
    date: str | None = None


def issuers(text: str, left: int, right: int, others: list[Mention]) -> Issue | None:
    """The bodies named between two indices; the last run of nouns where no table knows one."""
    found = [
        m
        for m in others
        if left <= m.start and m.end <= right and m.thing.cls in ("Institution", "Place")
    ]
    right = _aimed(text, right, found)
    found = [m for m in found if m.end <= right]
    bodies = [m for m in found if m.thing.cls == "Institution"]
    if not bodies:
        return _state(text, left, right, found)
    run = [bodies[-1]]
    for m in reversed(bodies[:-1]):
        if re.fullmatch(r"\s*(?:、|和|与|及|会同|联合|[（(]|，)\s*", text[m.end : run[0].start]):
            run.insert(0, m)
        else:
            break
    tail = _BODIES_TAIL.match(text[run[-1].end :])
    written = text[run[0].start : run[-1].end + (tail.end() if tail else 0)]
    things = tuple({m.thing.id: m.thing for m in run}.values())
    return Issue((written, *(t.name for t in things if t.name != written)), things)


def _aimed(text: str, right: int, found: list[Mention]) -> int:
    """Where `甲国对乙国的电池征收…` begins to say at whom it is aimed: it is 甲国 that does."""
    if not found:
        return right
    m = _TOWARDS.search(text, found[0].end, right)
    return m.start() if m else right


def _state(text: str, left: int, right: int, found: list[Mention]) -> Issue | None:
    """A body that no table knows, or a state at the end of what stands before the verb."""
    unknown = _unknown(text[left:right])
    if unknown and not (found and found[-1].end >= right - 1):
        return Issue((unknown,), (Thing("Institution", unknown),))
    if found and (found[-1].end == right or _STATE.match(text[found[-1].end : right])):
        last = found[-1]
        return Issue((text[last.start : right],), (last.thing,))
    return None


def _unknown(piece: str) -> str | None:
    """A body that no table knows: a run of nouns that ends like one."""
    piece = _BETWEEN.sub("", piece)
    run = ""
    for token in reversed(tokens(piece)):
        if token.tag[0] not in "nbjva" or token.word in ("已", "将", "拟") or len(run) > 16:
            break
        run = token.word + run
    ends = load("policies")["issue"]["bodies"].split("|")
    body = run.endswith(tuple(ends)) and not run.endswith(("全部", "内部", "社会", "机会"))
    return run if body and 3 <= len(run) <= 20 else None
