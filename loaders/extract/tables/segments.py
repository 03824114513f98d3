"""The segment of a chain that a cell names: `CPU设计与制造`, and what is made there: CPU."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.concepts import lexicon, model_like, plausible
from loaders.concepts.words import LATIN
from loaders.extract.tables.items import Item, items
from loaders.grammar.patterns import pattern
from loaders.tokens import tokens

_JOINED = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z\d])[与和及](?=[\u4e00-\u9fffA-Za-z\d])")
_ABBREVIATION = re.compile(r"[A-Z][A-Z\d\-]+[a-z]?|.*[\u4e00-\u9fff]\s?[A-Z]{2,}")
LONGEST = 20
_SHORT = 6


@dataclass(frozen=True)
class Segment:
    """What somebody works in; `goods` is what is made there, empty where a service is done."""

    work: str
    goods: str
    item: Item


def segments(cell: str) -> list[Segment]:
    """The segments that a cell lists; what the last one ends in belongs to all of them."""
    found = [Item(name, i.inside) for i in items(cell) for name in _apart(i.name)]
    if not found or any(len(i.name) > LONGEST for i in found):
        return []
    goods, doing = _split(pattern("cells", "body").sub("", found[-1].name))
    out = []
    for item in found:
        name = pattern("cells", "body").sub("", item.name)
        if item.inside and name.lower() in lexicon("generic_en"):
            name = f"{name} ({item.inside})"  # Equipment (lithography)
        more = _lacking(name, goods) if item is not found[-1] else ""
        work = more + doing if more else name
        out.append(Segment(work, _goods(work, sure=bool(more)), item))
    return [s for s in out if _names(s.work)]


def _apart(name: str) -> Iterator[str]:
    """`有线与无线通讯芯片设计` names two; `设计与制造` says twice what is done."""
    goods, doing = _split(name)
    parts = _JOINED.split(goods)
    if len(parts) == 2 and all(len(p) > 1 for p in parts):
        yield parts[0]
        yield parts[1] + doing
    else:
        yield name


def _split(name: str) -> tuple[str, str]:
    """What a segment is about, and what is done with it."""
    m = pattern("cells", "doing").search(name)
    return (name[: m.start()], name[m.start() :]) if m else (name, "")


def _goods(name: str, *, sure: bool) -> str:
    """What is made in a segment; empty where it only serves others."""
    goods, doing = _split(name)
    if pattern("cells", "serving").search(doing):
        return ""
    made = doing and plausible(goods, loose=True) and not pattern("cells", "field").fullmatch(goods)
    return goods if sure or made or thing_like(goods) else ""


def _lacking(name: str, goods: str) -> str:
    """A name with what it shares with the last one of its list: 有线 | 无线通讯芯片 → 有线通讯芯片."""
    if _split(name)[1] or len(name) > _SHORT or LATIN.search(name) or not thing_like(goods):
        return ""
    n = len(name)
    if name[-1] == goods[n - 1 : n] and name != goods[:n]:
        return name + goods[n:]
    words = tokens(goods)
    head = words[-1].word if len(words) > 1 else ""
    fits = len(head) > 1 and head in lexicon("heads") and not thing_like(name)
    return name + head if fits else ""


def thing_like(name: str) -> bool:
    """Whether a word of a segment is a thing that one can make."""
    if len(name) < 2 or name in lexicon("generic") or not plausible(name, loose=True):
        return False
    if pattern("cells", "field").fullmatch(name):
        return False
    if name in lexicon("heads"):
        return True
    ends = any(name.endswith(head) for head in lexicon("heads") if len(name) > len(head))
    return ends or model_like(name) or bool(_ABBREVIATION.fullmatch(name))


def _names(name: str) -> bool:
    """Whether a segment has a name of its own: no tier, no generic word, no number."""
    if len(name) < 2 or pattern("cells", "no_segment").search(name):
        return False
    if name in lexicon("generic") or name.lower() in lexicon("generic_en"):
        return False
    return bool(re.search(r"[\u4e00-\u9fffA-Za-z]", name))
