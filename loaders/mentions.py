"""Where a text names something: names tables, and what the report itself introduced."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from kg.names import Hit, NameRow, Names, fold
from loaders.things import CONCEPTS, ORGS, Mention, Thing

# what closes a list of companies, and what stands between two of them
_ETC = re.compile(r"等[\u4e00-\u9fff]{0,2}(?:车企|企业|公司|厂商|客户|品牌|巨头)")
_LINKS = ("、", "和", "与", "及", "以及")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Known:
    """A name of the tables in a text, whatever the report introduces.

    `key` is its folded form, `thing` that of its row. A `foreign` one is an English word for a
    company called in Chinese.
    """

    hit: Hit
    key: str
    thing: Thing
    foreign: bool


@dataclass
class Gazetteer:
    """The names one report may use: the tables' and its own.

    A name that is also an ordinary word (weak) counts once the report has shown that it means
    the name: `support` holds the ids of rows seen in a strong form.
    """

    names: Names
    own: dict[str, Thing] = field(default_factory=dict)
    support: set[str] = field(default_factory=set)
    _surfaces: dict[str, list[str]] = field(default_factory=dict)
    _found: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    _read: dict[tuple[Hashable, ...], Any] = field(default_factory=dict)
    _tables: dict[str, tuple[_Known, ...]] = field(default_factory=dict)
    _sure: dict[str, Thing | None] = field(default_factory=dict)
    _things: dict[tuple[str, str], Thing] = field(default_factory=dict)

    def introduce(self, thing: Thing, *surfaces: str) -> Thing:
        """Let the report use a thing under its name and the given forms."""
        self._found.clear()
        self._read.clear()
        known = self.own.get(thing.key)
        if known and (known.cls == thing.cls or known.row):
            thing = known.called(*thing.aliases)
        if thing.row:
            self.support.add(thing.row.id)
        for surface in {thing.name, *thing.aliases, *surfaces}:
            key = fold(surface)
            if len(key) < 2:
                continue
            self.own[key] = thing
            start = surface[0]
            if surface not in self._surfaces.setdefault(start, []):
                self._surfaces[start].append(surface)
                self._surfaces[start].sort(key=len, reverse=True)
        self.own[thing.key] = thing
        return thing

    def named(self, name: str, *classes: str) -> Thing:
        """The thing of that name, of the first of `classes` if nobody knows it.

        A name that the tables know under a fitting class gives the table's row.
        """
        own = self.own.get(fold(name))
        if own and fits(own.cls, classes):
            return own
        for row in self.names.lookup(name):
            if fits(row.cls, classes):
                return self._of_row(row, name)
        return Thing(classes[0], name)

    def known(self, name: str) -> Thing | None:
        """The thing of that name, if the report or a table knows it without doubt."""
        own = self.own.get(fold(name))
        return own or self._of_tables(name)

    def _of_tables(self, name: str) -> Thing | None:
        """The thing that surely goes by a name in the tables; readers ask for the same ones."""
        if name not in self._sure:
            rows = (r for r in self.names.lookup(name) if not r.ambiguous and not _foreign(r, name))
            row = next(rows, None)
            self._sure[name] = self._of_row(row, name) if row is not None else None
        return self._sure[name]

    def find(self, text: str) -> list[Mention]:
        """Names in `text`, longest first where they overlap, in order.

        Every extractor asks for the same sentences, so what was found is kept until the report
        introduces another name.
        """
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = tuple(self._find(text))
        return list(found)

    def once(self, read: Callable[[], T], *key: Hashable) -> T:
        """What a reader makes of a text by these names, kept as long as what `find` finds is.

        `key` tells the reader and all that it reads.
        """
        if key not in self._read:
            self._read[key] = read()
        made: T = self._read[key]
        return made

    def _find(self, text: str) -> Iterator[Mention]:
        found = list(self._own(text))
        tables = self._in_tables(text)
        hits = [known.hit for known in tables]
        self.support.update(hit.row.id for hit in hits if hit.strong)
        for known in tables:
            hit = known.hit
            if hit.strong or hit.row.id in self.support or _supported(text, hit, hits):
                found.append((hit.start, hit.end, self.own.get(known.key) or known.thing))
        found.sort(key=lambda f: (f[0], -(f[1] - f[0]), f[2].row is None))
        return _apart(found)

    def weak(self, text: str) -> list[Mention]:
        """Names in `text` that are ordinary words too, for a place where a name must stand.

        An English word is not enough for a company whose shares are called in Chinese.
        """
        return [
            Mention(known.hit.start, known.hit.end, known.thing)
            for known in self._in_tables(text)
            if not known.hit.strong and not known.foreign
        ]

    def _in_tables(self, text: str) -> tuple[_Known, ...]:
        """What the tables know in a text, whatever the report introduces."""
        if text not in self._tables:
            self._tables[text] = tuple(self._known(text, hit) for hit in self.names.find(text))
        return self._tables[text]

    def _known(self, text: str, hit: Hit) -> _Known:
        name = text[hit.start : hit.end]
        foreign = not hit.strong and _foreign(hit.row, name)
        return _Known(hit, fold(name), self._of_row(hit.row, name), foreign)

    def _of_row(self, row: NameRow, surface: str) -> Thing:
        """The thing of a row under a name; a report calls it so many times."""
        key = row.id, surface
        if key not in self._things:
            self._things[key] = of_row(row, surface)
        return self._things[key]

    def _own(self, text: str) -> Iterator[tuple[int, int, Thing]]:
        starts = self._surfaces
        for i in [i for i, letter in enumerate(text) if letter in starts]:
            for surface in starts[text[i]]:
                if text.startswith(surface, i) and _whole(text, i, i + len(surface)):
                    yield i, i + len(surface), self.own[fold(surface)]
                    break


def of_row(row: NameRow, surface: str = "") -> Thing:
    """The thing of a line of the names tables."""
    others = tuple(n for n in (surface, *row.names) if n and n != row.name)
    return Thing(row.cls, row.name, tuple(dict.fromkeys(others)), row)


def _foreign(row: NameRow, form: str) -> bool:
    """Whether an English word is all that leads to a company whose shares are called in Chinese."""
    listed = any(t.rsplit(".")[-1] in ("SZ", "SH", "BJ", "TW") for t in row.tickers)
    return listed and form.isascii() and fold(form) in map(fold, row.weak)


def fits(cls: str, classes: tuple[str, ...]) -> bool:
    """Whether a thing of class `cls` may stand where one of `classes` is wanted.

    Concepts stand in for each other: a text uses 人形机器人 as an industry and as a thing.
    """
    return cls in classes or (cls in CONCEPTS and any(c in CONCEPTS for c in classes))


def _supported(text: str, hit: Hit, hits: list[Hit]) -> bool:
    """Whether what stands beside a doubtful name shows that it is one."""
    after = text[hit.end : hit.end + 3]
    before = text[max(0, hit.start - 1) : hit.start]
    if hit.row.cls not in ORGS:
        return False
    # 瑞士机器人公司, 一家机器人公司: any of that trade
    any_one = before in ("的", "家") or any(
        h.end == hit.start and h.row.cls == "Place" for h in hits
    )
    return (
        _listed(text, hit, hits)
        or (after.startswith("公司") and not any_one)
        or after.startswith(("股份", "集团"))
        or (after[:1] in "（(" and text[hit.end + 1 : hit.end + 7].isdigit())
        or (before == "“" and after[:1] == "”")
    )


def _listed(text: str, hit: Hit, hits: list[Hit]) -> bool:
    """Whether a list of companies holds a doubtful name: `凌渊、东风等车企`, `凌渊、东风和砚山`."""
    orgs = [h for h in hits if h.row.cls in ORGS]
    behind = text[hit.end : hit.end + 6]
    return (
        any(h.strong for h in orgs)
        and any(text[h.end : hit.start] == "、" for h in orgs)
        and (
            bool(_ETC.match(behind))
            or any(h.strong and text[hit.end : h.start] in _LINKS for h in orgs)
        )
    )


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a latin name is not cut out of a longer word."""
    return not (
        (start > 0 and _word(text[start - 1]) and _word(text[start]))
        or (end < len(text) and _word(text[end]) and _word(text[end - 1]))
    )


def _word(c: str) -> bool:
    return c.isascii() and c.isalnum()


def _apart(found: list[tuple[int, int, Thing]]) -> Iterator[Mention]:
    """Of overlapping names, the one that starts first and is longest."""
    at = 0
    for i, (start, end, thing) in enumerate(found):
        if start < at:
            continue
        longer = any(
            s < end and e > end and s > start and e - s > end - start
            for s, e, _ in found[i + 1 : i + 6]
        )
        if not longer:
            yield Mention(start, end, thing)
            at = end
