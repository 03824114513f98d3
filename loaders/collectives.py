"""Words for several companies that a report has named together: `三大原厂——甲、乙与丙`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.things import Mention, Thing

_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_LISTED = re.compile(r"[、，,]|和|与|及|以及")
_REACH = 60

Collectives = dict[tuple[str, str], tuple[Thing, ...]]


def collectives(document: Document) -> Collectives:
    """The companies that a number and a word stand for, by these: (三, 原厂)."""
    out: Collectives = {}
    for sentence in document.sentences:
        for m in pattern("names", "collective").finditer(sentence.value):
            key = (m.group("number"), m.group("who"))
            named = _named(document, sentence.value, m)
            if key not in out and len(named) == _NUMBERS[key[0]]:
                out[key] = named
    return out


def mentions(known: Collectives, text: str) -> Iterator[Mention]:
    """The companies that the words of a text stand for, each at a part of the words."""
    for m in pattern("names", "collective").finditer(text) if known else ():
        things = known.get((m.group("number"), m.group("who")), ())
        if not 0 < len(things) <= m.end() - m.start():
            continue
        for i, thing in enumerate(things):
            start = m.start() + i
            last = i == len(things) - 1
            yield Mention(start, m.end() if last else start + 1, thing, joined=i > 0)


def _named(document: Document, text: str, m: re.Match[str]) -> tuple[Thing, ...]:
    """The companies listed right behind some words, or right before them."""
    after = document.gazetteer.find(text[m.end() : m.end() + _REACH])
    opened = pattern("names", "opens").match(text, m.end())
    if opened:
        return _row(text, [_moved(x, m.end()) for x in after], opened.end())
    before = document.gazetteer.find(text[: m.start()])
    row: list[Mention] = []
    for x in reversed(before):
        end = row[0].start if row else m.start()
        gap = text[x.end : end].strip()
        if x.thing.cls != "Company" or (gap and not _LISTED.fullmatch(gap) and gap != "等"):
            break
        row.insert(0, x)
    return tuple(x.thing for x in row)


def _moved(m: Mention, by: int) -> Mention:
    return Mention(m.start + by, m.end + by, m.thing)


def _row(text: str, found: list[Mention], start: int) -> tuple[Thing, ...]:
    out: list[Thing] = []
    for m in found:
        gap = text[start : m.start].strip()
        if m.thing.cls != "Company" or (gap and not (out and _LISTED.fullmatch(gap))):
            break
        out.append(m.thing)
        start = m.end
    return tuple(out)
