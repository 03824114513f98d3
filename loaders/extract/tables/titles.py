"""The goods that the title of a table is the name of: `【中游】铜箔（HVLP / RTF）` → 铜箔."""

from __future__ import annotations

import re

from loaders.document import Document
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.items import items
from loaders.extract.tables.segments import thing_like
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Thing

_BRACKETED = re.compile(r"^\s*[【\[][^【】\[\]]{0,40}[】\]]|[（(][^（）()]*[)）]")
_AND = re.compile(
    r"\s?[/+]\s?|、|\s[与和及]\s|(?<=[\u4e00-\u9fff]{2})[与和及](?=[\u4e00-\u9fff]{2})|(?<=\w{2})\s[与和及](?=[\u4e00-\u9fff]{2})"
)
_EITHER = re.compile(r"[\w\u4e00-\u9fff]\s?/\s?[\w\u4e00-\u9fff]")
_NEAREST = 2
LONGEST = 16
# a title that lists more is about none of them
MOST = 2


def goods(document: Document, table: Grid) -> list[Thing]:
    """What the caption or a near heading names and nothing else; empty where they say more."""
    return _titled(document, table)[1]


def made(document: Document, table: Grid) -> Thing | None:
    """What all companies below a title make: the good that it names, the first of `A / B`."""
    title, things = _titled(document, table)
    if not things or (len(things) > 1 and not _EITHER.search(title)):
        return None
    work = things[0].cls == "Industry" or pattern("headers", "done").search(things[0].name)
    return None if work else things[0]


def _titled(document: Document, table: Grid) -> tuple[str, list[Thing]]:
    for text in (table.block.caption, *reversed(table.block.path[-_NEAREST:])):
        if text is not None and (found := named(document, text.value)):
            return text.value, found
    return "", []


def named(document: Document, title: str) -> list[Thing]:
    """The goods that a title names, without its number, its tier and its brackets."""
    text = pattern("headers", "numbered").sub("", _BRACKETED.sub("", title).strip())
    text = pattern("tiers", "before").sub("", text)
    text = pattern("headers", "saying").split(text)[0].strip()
    names = [i.name for part in _AND.split(text) for i in items(part)]
    if not 1 <= len(names) <= MOST or any(map(_odd, names)):
        return []
    return [document.gazetteer.named(n, "Technology", *CONCEPTS) for n in names]


def _odd(name: str) -> bool:
    """Whether a word of a title is no thing: too long, or a part of the report (个股层)."""
    parts = pattern("headers", "parts").search(name) is not None
    return parts or len(name) > LONGEST or not thing_like(name)
