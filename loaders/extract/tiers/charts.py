"""Charts of a chain drawn with characters: tiers side by side, and below each what it holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from loaders.blocks import Text
from loaders.concepts import lexicon
from loaders.document import Document
from loaders.extract.tables.segments import segments
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Thing

Seat = tuple[str, list[Thing], Text]
# a tier, where its word stands in the line, and what the line says of it
Head = tuple[str, int, Text]

_TIER = re.compile(r"(上游|中游|下游)(?:环节|产业|端)?[：:]?\s*")
# what stands between two tiers of one line, and before what hangs below them
_ARROW = re.compile(r"\s*(?:→|—+>?|-+>|=+>|➜|⇒|▶|▸|>>|\||│)\s*")
_BRANCH = re.compile(r"[├└┣┗╰│┃]\s?[─━\-]*\s?")
_PLUS = re.compile(r"\s*[+＋]\s*")
_GAP = re.compile(r"\s{2,}")
_APPLIED = ("应用", "应用领域", "应用场景")
# no chart goes on further below its tiers
_TALLEST = 24


def named(name: str) -> bool:
    """Whether a word names what a tier holds: 零部件 does, 应用 does not."""
    if pattern("tiers", "stage").fullmatch(name):
        return True
    return name not in lexicon("generic") and not name.endswith(_APPLIED)


def heads(text: Text) -> list[Head]:
    """The tiers that a line puts side by side, each with what it says of it; none for a sentence.

    `上游：树脂 + 玻纤 → 中游：层压板 → 下游：整机`.
    """
    found = list(_TIER.finditer(text.value))
    if len(found) < 2 or len({m.group(1) for m in found}) < len(found) or found[0].start():
        return []
    if any(not _apart(text.value[a.end() : b.start()]) for a, b in pairwise(found)):
        return []
    ends = [m.start() for m in found[1:]] + [len(text.value)]
    return [
        (m.group(1), m.start(), text.part(m.end(), _before_arrow(text.value, m.end(), end)))
        for m, end in zip(found, ends, strict=True)
    ]


def seats(document: Document, at: int, top: list[Head]) -> Iterator[Seat]:
    """What a chart puts in each tier: in the line of its tiers, block `at`, and in those below."""
    blocks = document.layout.blocks
    for word, _, said in top:
        yield word, _members(document, said, word), said
    starts = [_column(document, blocks[at].text.offset(start)) for _, start, _ in top]
    for block in blocks[at + 1 : at + 1 + _TALLEST]:
        hung = _hung(document, block.text)
        if not hung:
            return
        for cell in hung:
            column = _column(document, cell.offset(0))
            i = max((i for i, start in enumerate(starts) if start <= column), default=0)
            yield top[i][0], _members(document, cell, top[i][0]), cell


def _before_arrow(text: str, start: int, end: int) -> int:
    """Where what a tier holds ends, in front of the arrow to the next one."""
    arrow = _ARROW.search(text, start, end)
    return arrow.start() if arrow else end


def _apart(between: str) -> bool:
    return bool(_ARROW.search(between) or _GAP.search(between)) and "，" not in between


def _hung(document: Document, text: Text) -> list[Text]:
    """The cells of a line of branches; none where a line has none."""
    line = document.report.text.rfind("\n", 0, text.offset(0)) + 1
    first = document.report.text[line : text.offset(0)]
    marks = list(_BRANCH.finditer(text.value))
    if not marks and not _BRANCH.search(first):
        return []
    starts = [0] if not marks or marks[0].start() else []
    starts += [m.end() for m in marks]
    ends = [m.start() for m in marks if m.start()] + [len(text.value)]
    return [
        cell for a, b in zip(starts, ends, strict=True) if (cell := text.part(a, b).strip()).value
    ]


def _column(document: Document, offset: int) -> int:
    """How far right a character stands, a Chinese one being two wide."""
    line = document.report.text.rfind("\n", 0, offset) + 1
    before = document.report.text[line:offset]
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)


def _members(document: Document, cell: Text, word: str) -> list[Thing]:
    """The things of a cell; what its place names may be as plain as 零部件."""
    cls = "Industry" if word == "下游" else "Technology"
    out: dict[str, Thing] = {}
    for piece in _PLUS.split(cell.value):
        names = [s.work for s in segments(piece)]
        bare = re.sub(r"[（(].*$", "", piece).strip()
        if not names and pattern("tiers", "stage").fullmatch(bare):
            names = [bare]
        for name in names:
            thing = document.gazetteer.named(name, cls, *CONCEPTS)
            if named(name):
                out[thing.id] = thing
    return list(out.values())
