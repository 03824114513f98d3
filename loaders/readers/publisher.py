"""Who published a report, where the report says so."""

from __future__ import annotations

import re
from collections import Counter

from loaders.readers.head import DATE

_SAYS = re.compile(
    r"(?:本(?:材料|报告|文)由|出品(?:方|机构)?[:：]|发布(?:机构|方|人)[:：]|研究机构[:：]|^来源[:：]|Publisher:)"
    r"\s*-?([^\s，。,；;|（(]{2,30}?)(?:提供|撰写|编写|发布|制作|出品)?(?:[\s，。,；;|（(]|$)"
)
_HOUSE = re.compile(
    r"\w{2,12}?(?:证券研究所|证券研究院|证券研究部|基金研究部|研究院|研究所|证券|基金)$"
)
_NAME = re.compile(r"(?!.*(?:时间|日期))[\u4e00-\u9fff]{3,12}|[A-Z][A-Za-z .]{2,20}")
_SOURCE = re.compile(r"^[ \t]*(?:资料|数据)?来源[：:](.{1,300})", re.MULTILINE)
_BETWEEN = re.compile(r"[，,、；;\s]+")
_LONGEST = 50


def publisher(head: list[str], text: str) -> str | None:
    """The house that a line of the head names, or that ends most source notes of the text."""
    for line in head:
        if match := _SAYS.search(line):
            return match[1]
    return _dateline(head) or _account(head) or _house(text)


def _dateline(head: list[str]) -> str | None:
    """The paper in a line such as `paper 2021-09-29 21:03`, below the title."""
    for line in head[1:6]:
        match = DATE.search(line) if len(line) <= _LONGEST else None
        if match and _NAME.fullmatch(name := line[: match.start()].strip()):
            return name
    return None


def _account(head: list[str]) -> str | None:
    """The account of a post: two lines below 原创, behind the author."""
    at = head.index("原创") + 2 if "原创" in head else len(head)
    return head[at] if at < len(head) and len(head[at]) <= 20 else None


def _house(text: str) -> str | None:
    notes = _SOURCE.findall(text)
    ends = (_HOUSE.search(_BETWEEN.split(note.strip())[-1]) for note in notes)
    (name, count), *_ = Counter(end[0] for end in ends if end).most_common(1) or [("", 0)]
    return name if count > 2 and count * 2 > len(notes) else None
