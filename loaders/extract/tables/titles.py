"""The goods that the title of a table is the name of: `【中游】铜箔（HVLP / RTF）` → 铜箔."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.document import Document
from loaders.extract.tables.grid import Grid
from loaders.extract.tables.items import items
from loaders.extract.tables.segments import thing_like
from loaders.grammar.patterns import pattern
from loaders.naming import named_twice
from loaders.things import Thing

_BRACKETED = re.compile(r"^\s*[【\[][^【】\[\]]{0,40}[】\]]|[（(][^（）()]*[)）]")
_AND = re.compile(
    r"\s?[/+]\s?|、|\s[与和及]\s|(?<=[\u4e00-\u9fff]{2})[与和及](?=[\u4e00-\u9fff]{2})|(?<=\w{2})\s[与和及](?=[\u4e00-\u9fff]{2})"
)
_COUNTED = re.compile(r"[\d一二三四五六七八九十两几]{1,3}\s?[个款种类家颗台大]")
_NEAREST = 2
LONGEST = 16
# a title that lists more is about none of them
MOST = 2


@dataclass(frozen=True)
class Titled:
    """The goods of a title, and whether they are `one` line of them: 电子布 / 玻璃纤维布."""

    things: tuple[Thing, ...]
    one: bool

    @property
    def made(self) -> tuple[Thing, ...]:
        """What all companies below the title make."""
        done = any(pattern("headers", "done").search(t.name) for t in self.things)
        return () if not self.one or done or self.things[0].cls == "Industry" else self.things


def goods(document: Document, table: Grid) -> Titled:
    """What the caption or a near heading names and nothing else; no things where they say more."""
    for text in (table.block.caption, *reversed(table.block.path[-_NEAREST:])):
        if text is not None and (found := named(document, text.value)).things:
            return found
    return Titled((), one=False)


def named(document: Document, title: str) -> Titled:
    """The goods that a title names, without its number, its tier and its brackets."""
    text = pattern("headers", "numbered").sub("", _BRACKETED.sub("", title).strip())
    text = pattern("tiers", "before").sub("", text)
    text = pattern("headers", "saying").split(text)[0].strip()
    names = [i.name for part in _AND.split(text) for i in items(part)]
    if not 1 <= len(names) <= MOST or any(map(_odd, names)):
        return Titled((), one=False)
    things = tuple(named_twice(document, n, "Technology") for n in names)
    return Titled(things, one=len(things) == 1 or "/" in text)


def _odd(name: str) -> bool:
    """Whether a word of a title is no thing: too long, a part of the report (个股层), several (六个星座)."""
    parts = pattern("headers", "parts").search(name) or _COUNTED.match(name)
    return bool(parts) or len(name) > LONGEST or not thing_like(name)
