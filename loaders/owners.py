"""Whose part of a report a block is: the company or product that a heading or label names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Block
from loaders.document import Document
from loaders.things import ORGS, Thing

# behind a name, a heading that is about it: `远图科技 (688000.SH) —— …`, `远图一号：`, `远图科技中报点评：`
_BEHIND = re.compile(
    r"\s*(?:[（(][^（）()]{1,48}[)）]\s*)*(?:[\u4e00-\u9fff\d]{0,8}(?:点评|报告|覆盖|跟踪|更新|纪要|简评))?(?:$|[：:—–|｜]|-\s)"
)
# `1. `, `（二）`, `【电子】`: what numbers or announces a name
_BEFORE = re.compile(
    r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*|[A-Za-z]\.\s|【[^【】]{1,16}】\s?)?"
)
# the same behind a place
_BEHIND_PLACE = re.compile(
    r"(?:[市省区县州]|[\u4e00-\u9fff]{0,2}市)?\s*(?:[（(][^（）()]{1,20}[)）])?\s*(?:$|[：:—])"
)
_SAYING = re.compile(r"[：:—–|｜]")
_AND = re.compile(r"\s[&＆/]\s|、")
_OWN = (*ORGS, "Product")


def owner(document: Document, block: Block) -> Thing | None:
    """The company, institution or product that a block's innermost telling heading names."""
    return next(_owners(document, block), None)


def organisation(document: Document, block: Block) -> Thing | None:
    """The company or institution of a block's innermost heading that is one's name."""
    return next((t for t in _owners(document, block) if t.cls in ORGS), None)


def speaker(document: Document, block: Block) -> Thing | None:
    """Whose part a block is: of the company that labels it (`远图科技：…`), else its heading's."""
    own = head(document, block.text.value) if block.kind in ("item", "paragraph") else None
    return own if own is not None and own.cls in ORGS else organisation(document, block)


def head(document: Document, text: str) -> Thing | None:
    """What a heading or label is the name of; None where it is more than a name and a remark."""
    return document.gazetteer.once(lambda: _head(document, text), "head", text)


def _head(document: Document, text: str) -> Thing | None:
    start = _BEFORE.match(text).end()  # type: ignore[union-attr]
    first = next((m for m in document.gazetteer.find(text) if m.start >= start), None)
    if first is None or first.start > start or first.thing.cls not in _OWN:
        return None
    return first.thing if _BEHIND.match(text, first.end) else None


def heads(document: Document, text: str) -> list[Thing]:
    """What a heading is the names of, where it names several: `远图航天 (FarSpace) & 海鸢卫星`."""
    found = [head(document, part.strip()) for part in _AND.split(text)]
    return [thing for thing in found if thing is not None] if all(found) else []


def place(document: Document, block: Block) -> Thing | None:
    """The place that a block's innermost heading is about: `（一）杭州：…`, `杭州（研发中枢）`."""
    if not block.path:
        return None
    title = block.path[-1].value.strip()
    first = next(iter(document.gazetteer.find(title)), None)
    start = _BEFORE.match(title).end()  # type: ignore[union-attr]
    if first is None or first.thing.cls != "Place" or first.start > start:
        return None
    return first.thing if _BEHIND_PLACE.match(title, first.end) else None


def _owners(document: Document, block: Block) -> Iterator[Thing]:
    for depth, title in reversed(list(enumerate(block.path))):
        text = title.value.strip()
        # a report's title that goes on (远图航天：首次覆盖) is not about that one alone
        told = depth or document.collected or not _SAYING.search(text)
        if told and (thing := head(document, text)) is not None:
            yield thing
