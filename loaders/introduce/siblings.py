"""Companies that head a part of a report beside the parts of known companies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from loaders.blocks import Block
from loaders.concepts import lexicon, plausible
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.grammar import words
from loaders.introduce.odd import name_like
from loaders.things import Thing

_HEAD = re.compile(
    r"^(?P<name>[^：:，。；、（）()“”—]{2,24}?)\s*"
    r"(?:[（(]\s*(?:(?P<alias>[A-Z][A-Za-z .&\-]{1,30})|[\d.A-Z]{4,10})\s*[)）]\s*)?(?:[：:]|——|\s[—–]\s|$)"
)
_WORD = re.compile(r"[A-Z][a-z]{2,14}")
FEWEST = 1


def headed(document: Document) -> Iterator[Thing]:
    """Names that head items or sections where at least half of the others are companies'."""
    for heads in _rows(document):
        known = [document.gazetteer.known(m.group("name")) for m in heads]
        companies = sum(k is not None and k.cls == "Company" for k in known)
        if companies < FEWEST or companies * 2 < len(heads):
            continue
        for m, thing in zip(heads, known, strict=True):
            if thing is not None and thing.cls == "Company":
                yield thing.called(m.group("name"))  # Coherent is no ordinary word here
            elif thing is None and _may_be_name(m.group("name"), m.group("alias")):
                company = document.gazetteer.named(m.group("name"), "Company")
                yield company.called(m.group("alias")) if m.group("alias") else company


def _rows(document: Document) -> Iterator[list[re.Match[str]]]:
    """The heads of parts that stand beside each other: of one kind, level and parent."""
    rows: dict[tuple[str, int, tuple[str, ...]], list[re.Match[str]]] = defaultdict(list)
    for block in document.layout.blocks:
        if block.kind in ("heading", "item") and (m := _HEAD.match(block.text.value)):
            rows[_place(block)].append(m)
    yield from rows.values()


def _place(block: Block) -> tuple[str, int, tuple[str, ...]]:
    return block.kind, block.level, tuple(t.value for t in block.path)


def _may_be_name(name: str, alias: str | None) -> bool:
    if name in lexicon("generic") or not name_like(name):
        return False
    if _WORD.fullmatch(name) and name not in words("names", "not_products"):
        return True
    return bool(alias) or (bool(CJK.search(name)) and not plausible(name, loose=True))
