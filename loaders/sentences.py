"""Sentences of a report's prose, each with the block it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.blocks import Block, Layout, Text
from loaders.concepts.words import CJK
from loaders.things import Thing

_END = re.compile(
    r"[。！？；!?;]+[”’」）)\"']*|(?:(?<=[a-z0-9)\]%\"”’])|(?<=[A-Z]{2}))\.[\"”’)]*(?=\s+[\"“‘(]*[A-Z0-9])"
    # a page that lost the space between two sentences: `rose again.The group said`
    r"|(?:(?<=[a-z]{3})|(?<=\d{4})|(?<=[A-Z]{3}))\.[\"”’)]*(?=[\"“‘]?[A-Z][a-z])|(?<=[.!?][”\"])(?=[A-Z“])|\n"
)
_ABBREVIATION = re.compile(
    r"\b(?:Inc|INC|Corp|CORP|Co|CO|Ltd|LTD|No|vs|Mr|Mrs|Ms|Dr|St|Gen|Sen|Jr|Sr|Prof|Fig|U\.S|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$"
)
_GLOSS = re.compile(r"(?<=[A-Za-z.] )\([^()A-Za-z]{2,24}\)")
# how long a bracket may be open, and a sentence may be
NEAR = 120
LONGEST = 1000
_COMMAS = "，、,；; "
PROSE = ("paragraph", "item", "caption")


@dataclass(frozen=True)
class Sentence:
    """One sentence; `previous` is the one before it in the same block.

    `topic` is what a table's cell speaks about: the thing of its row. Where its column tells
    what that has, `goods` are the thing and all else of the row that has it.
    """

    text: Text
    block: Block
    previous: Sentence | None = None
    topic: Thing | None = None
    goods: tuple[Thing, ...] = ()

    @property
    def value(self) -> str:
        """The sentence as prose."""
        return self.text.value

    @cached_property
    def chinese(self) -> bool:
        """Whether it is to be read with the Chinese grammar; a gloss in brackets makes it not."""
        return bool(CJK.search(self.value) and CJK.search(_GLOSS.sub("", self.value)))


def sentences(layout: Layout) -> Iterator[Sentence]:
    """The sentences of all prose blocks, in order."""
    for block in layout.blocks:
        if block.kind in PROSE:
            yield from split(block)


def split(block: Block) -> Iterator[Sentence]:
    """The sentences of one block."""
    return cut(block.text, block)


def cut(
    text: Text, block: Block, topic: Thing | None = None, goods: tuple[Thing, ...] = ()
) -> Iterator[Sentence]:
    """The sentences of a text that stands in a block."""
    previous = None
    for start, end in _spans(text.value):
        part = text.part(start, end).strip()
        if part.value:
            previous = Sentence(part, block, previous, topic, goods)
            yield previous


def _spans(value: str) -> Iterator[tuple[int, int]]:
    for start, end in _marked(value):
        yield from _short(value, start, end)


def _short(value: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces that no rule takes long to read; few texts have one to be cut."""
    while end - start > LONGEST:
        comma = max(value.rfind(mark, start, start + LONGEST) for mark in _COMMAS)
        here = comma + 1 if comma > start else start + LONGEST
        yield start, here
        start = here
    yield start, end


def _marked(value: str) -> Iterator[tuple[int, int]]:
    at = 0
    for m in _END.finditer(value):
        if m.group().startswith(".") and _ABBREVIATION.search(
            value[max(0, m.start() - 8) : m.start()]
        ):
            continue
        if _inside(value, at, m.start()):
            continue
        yield at, m.end()
        at = m.end()
    if at < len(value):
        yield at, len(value)


def _inside(value: str, at: int, here: int) -> bool:
    """Whether a mark stands in an open bracket or quotation of its sentence."""
    near = max(at, here - NEAR)
    return any(
        value.rfind(left, near, here) > value.rfind(right, near, here)
        for left, right in (("（", "）"), ("(", ")"), ("《", "》"))
    )
