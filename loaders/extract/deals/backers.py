"""Who backs a round, from the words of prose around 领投, 跟投, 投资方包括."""

from __future__ import annotations

import re

from loaders.extract.deals.investors import Investor, investors, sure
from loaders.extract.deals.passage import Passage
from loaders.things import Thing

_ROLE = re.compile(
    r"(?:共同|联合|联手|独家|继续|追加|持续|也|均|亦|还|则|等)*(?P<role>领投|跟投|参投|追投|参与(?:了)?[^，。；、]{0,20}?(?:投资|认购|融资|跟投)|(?:出资|投资)(?=[，。；、）)]|$))"
)
_LISTED = re.compile(r"(?P<lead>领投方|联合领投方|领投机构)?(?:跟投方|参投方|投资方|投资机构|投资人|投资者|新股东|基石投资者)?(?:主要|分别|名单)*(?:包括|包含|为|有|：|:)(?P<list>[^。；，]{2,120})")
_MARK = re.compile(r"旗下|由|获得|获(?!得)|包括|引入|引进|来自|其中|完成|在[^，。]{0,8}(?:基础上|之后)|新投资者|投资者(?!有)")
_CORNER = re.compile(
    r"基石投资者?(?:阵容|名单)?(?:主要)?(?:包括|包含|有|为|：|:)(?P<list>[^。；，]{2,160})"
    r"|(?:引入|获得?|吸引)(?P<before>[^。；，]{2,120}?)(?:等)?(?:[^。；，、]{0,6})(?:作为|担任|为)?基石"
)
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
    return [i for i in investors(passage.document, slot) if sure(i.thing)]


def _slot(passage: Passage, text: str, left: int, right: int) -> str:
    """The list of names that a role word closes."""
    left = max((m.end() for m in _STRONG.finditer(text, left, right) if _open(m, text, right)), default=left)
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
    m = _CORNER.search(passage.value, start, end)
    if m is None:
        return []
    return [i.thing for i in _named(passage, m["list"] or m["before"] or "")]
