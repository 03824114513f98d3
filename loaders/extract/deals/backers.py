"""Who backs a round, from the words of prose around 领投, 跟投, 投资方包括."""

from __future__ import annotations

import re

from loaders.extract.deals.investors import Investor, investors, sure
from loaders.extract.deals.passage import Passage
from loaders.grammar.patterns import pattern
from loaders.things import Thing

_ROLE = pattern("deals", "backers_role")
_LISTED = pattern("deals", "backers_listed")
_MARK = pattern("deals", "backers_mark")
_BEHIND = pattern("deals", "backers_behind")
_AS_CORNER = re.compile(r"(?:等)?(?:作为|担任|成为)基石")
_CORNER = pattern("deals", "backers_corner")
_STRONG = re.compile(r"[。；：:（(！？]")


def backers(passage: Passage, start: int, end: int) -> list[Investor]:
    """The investors that a passage names between two indices."""
    text = passage.value[start:end]
    found: dict[str, Investor] = {}
    at = 0
    for m in _ROLE.finditer(text):
        slot = _slot(passage, text, at, m.start())
        lead = m["role"] == "领投"
        for one in _named(passage, slot):
            found.setdefault(one.thing.id, Investor(one.thing, lead or one.lead))
        at = m.end()
    for m in _LISTED.finditer(text):
        if re.match(r"(?:领投|联合领投|跟投|参投|投资|新股东|基石)", m.group()):
            for one in _named(passage, m["list"]):
                found.setdefault(one.thing.id, Investor(one.thing, bool(m["lead"])))
    return list(found.values())


def _named(passage: Passage, slot: str) -> list[Investor]:
    """The investors of a slot; a sum and a round behind the last name are none of it."""
    return [i for i in investors(passage.document, _BEHIND.sub("", slot)) if sure(i.thing)]


def _slot(passage: Passage, text: str, left: int, right: int) -> str:
    """The list of names that a role word closes."""
    left = max(
        (m.end() for m in _STRONG.finditer(text, left, right) if _open(m, text, right)),
        default=left,
    )
    left = max((m.end() for m in _MARK.finditer(text, left, right)), default=left)
    pieces = re.split(r"(?<=[，,])", text[left:right])
    keep = [pieces.pop()]
    while pieces and (piece := pieces.pop().strip("，, ")):
        names = re.split(r"、|和|及|与", piece)
        if not all(passage.document.gazetteer.known(n.strip()) for n in names):
            break
        keep.insert(0, piece + "、")
    return "".join(keep)


def _open(m: re.Match[str], text: str, right: int) -> bool:
    """Whether a mark cuts a list off: a bracket does while nothing closes it."""
    return m.group() not in "（(" or not re.search(r"[)）]", text[m.end() : right])


def cornerstones(passage: Passage, start: int, end: int) -> list[Thing]:
    """Who takes shares of a listing before it opens: `基石投资者包括甲、乙`."""
    for group in passage.orgs:
        if _AS_CORNER.match(passage.value, group.end):
            return list(group.things)
    m = _CORNER.search(passage.value, start, end)
    if m is None:
        return []
    return [i.thing for i in _named(passage, m["list"] or m["before"] or "")]
