"""A heading that is a kind's name, over parts that each begin with one of it: `油基冷却液`, `矿物油：…`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from loaders.blocks import Block, Text
from loaders.concepts import phrases, plausible
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.entries import concept
from loaders.extract.kinds.wholes import ending
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, Claim, Thing

_BRACKET = re.compile(r"\s*[（(][^（）()]*[)）]")
# what has parts or sides rather than kinds
_NO_WHOLE = re.compile(r"(?:系统|总成|平台|生态|产业链|供应链|体系|[亮看卖要]点)$")
# how many characters show that a part is called after its heading: 单相浸没 below 浸没式液冷
_SHARED = 2
FEWEST = 2


def claims(document: Document) -> Iterator[Claim]:
    """The kinds that the parts of a report's sections are named for."""
    sections: dict[tuple[str, int], list[tuple[Block, str]]] = defaultdict(list)
    for block in document.layout.blocks:
        above, name = _above(block), _label(block)
        if above is not None and name:
            sections[block.kind, above.offset(0)].append((block, name))
    # what is said under more than one heading is an aspect: 原理, 优点
    times = Counter(name for parts in sections.values() for name in {n for _, n in parts})
    for parts in sections.values():
        whole, told = _whole(document, parts[0][0])
        own = [(block, name) for block, name in parts if times[name] == 1]
        # what an industry's section lists are its matters, unless it says that they are kinds
        kinds = told or (whole is not None and whole.cls != "Industry")
        if whole is not None and kinds and len(own) >= FEWEST:
            yield from _of(document, whole, own, told=told)


def _of(
    document: Document, whole: Thing, parts: list[tuple[Block, str]], *, told: bool
) -> Iterator[Claim]:
    """The parts that are kinds: all of them, where the heading has not `told` that some are."""
    found = [(block, _member(document, whole, name, loose=not told)) for block, name in parts]
    named = [(block, thing) for block, thing in found if thing is not None]
    if len(named) < (FEWEST if told else len(parts)):
        return
    for block, thing in named:
        if thing.id != whole.id:
            yield Claim(thing, "TYPE_OF", whole, _first(block.text), "list:outline")


def _member(document: Document, whole: Thing, name: str, *, loose: bool) -> Thing | None:
    """The kind that a part is named for; of what is built of parts, a part is none."""
    stuff = whole.name.endswith(tuple(words("wholes", "materials")))
    built = whole.name.endswith(tuple(words("wholes", "ends"))) and not stuff
    if built and not _shares(name, whole.name):
        return None
    known = document.gazetteer.known(name)
    if known is None and not plausible(name, loose=loose):
        return None
    thing = known or named_concept(document, name)
    return thing if thing.cls in CONCEPTS else None


def _shares(name: str, whole: str) -> bool:
    return any(name[i : i + _SHARED] in whole for i in range(len(name) - 1))


def _whole(document: Document, block: Block) -> tuple[Thing | None, bool]:
    """What a section's heading is the name of, and whether it says that kinds of it follow.

    `技术路线：` leaves the name to the heading above.
    """
    titles = [_BRACKET.sub("", t.value) for t in block.path if t.value != block.text.value]
    titles = [t.strip("：: ") for t in titles]
    told = bool(titles) and pattern("labels", "kinds").fullmatch(titles[-1]) is not None
    title = titles[-1 - told] if len(titles) > told else ""
    if m := pattern("labels", "kinds_of").fullmatch(title):
        title, told = m.group("what"), True
    title = pattern("labels", "foremost").sub("", title)
    if not CJK.search(title) or _NO_WHOLE.search(title):
        return None, told
    return concept(document, title) or _noun(document, title), told


def _noun(document: Document, title: str) -> Thing | None:
    """`特种金属`: a title that is all the name of a class of things."""
    found = phrases(title)
    return ending(document, title) if len(found) == 1 and found[0].name == title else None


def _above(block: Block) -> Text | None:
    if block.kind not in ("item", "heading"):
        return None
    return next((t for t in reversed(block.path) if t.value != block.text.value), None)


def _label(block: Block) -> str:
    """What a part begins with: its label, or all of its heading."""
    m = pattern("labels", "label").match(block.text.value)
    name = m.group("name") if m else block.text.value if block.kind == "heading" else ""
    return _BRACKET.sub("", name).strip()


def _first(text: Text) -> Text:
    """The first sentence of a block."""
    end = text.value.find("。")
    return text.part(0, end + 1) if end > 0 else text
