"""The names of a sentence, those too that only their place in it shows to be names."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders import collectives
from loaders.concepts import plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Mention
from loaders.tokens import tokens

_LISTED = re.compile(r"[、和与及/]|以及")
# DQN(深度价值网络): what an abbreviation stands for
_GLOSS = re.compile(r"[A-Z][A-Za-z0-9]{1,8}[（(](?P<words>[\u4e00-\u9fff]{4,20})[)）]")
_SHORT = 2
# how far the words before a name reach that show what it is
_REACH = 4


def named(document: Document, text: str) -> list[Mention]:
    """The names of a sentence, with the doubtful ones that stand where only a company's can."""
    return list(document.gazetteer.once(lambda: _with(document, text, _Row.takes), "named", text))


def called(document: Document, text: str) -> list[Mention]:
    """The names of a sentence, with the doubtful ones that a product's name goes on from."""
    return list(document.gazetteer.once(lambda: _with(document, text, _Row.called), "called", text))


def _with(document: Document, text: str, takes: Callable[[_Row, Mention], bool]) -> list[Mention]:
    row = _Row(document, text)
    for together in collectives.mentions(document.collectives, text):
        if row.free(together):
            row.add(together)
    for doubtful in document.gazetteer.weak(text):
        if doubtful.thing.cls in ORGS and row.free(doubtful) and takes(row, doubtful):
            row.add(doubtful)
    return sorted(row.mentions, key=lambda m: m.start)


class _Row:
    """The names of a sentence so far, by their places."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.mentions: list[Mention] = []
        self._taken: set[int] = set()
        self._starts: set[int] = set()
        self._ends: set[int] = set()
        glosses = [m.span("words") for m in _GLOSS.finditer(text)]
        for mention in document.gazetteer.find(text):
            if not _ordinary_there(mention, glosses):
                self.add(mention)

    def add(self, mention: Mention) -> None:
        """Take a name in."""
        self.mentions.append(mention)
        self._taken.update(range(mention.start, mention.end))
        if mention.thing.cls in ORGS:
            self._starts.add(mention.start)
            self._ends.add(mention.end)

    def free(self, m: Mention) -> bool:
        """Whether no other name stands there."""
        return self._taken.isdisjoint(range(m.start, m.end))

    def takes(self, m: Mention) -> bool:
        """Whether a doubtful name stands where only a company's can."""
        if self.called(m):
            return True
        if self._ordinary(self.text[m.start : m.end]):
            return False
        if self._beside(m):
            return True
        before = self.text[max(0, m.start - _REACH) : m.start]
        return bool(
            pattern("names", "role_before").search(before)
            and pattern("names", "role_after").match(self.text, m.end)
        )

    def called(self, m: Mention) -> bool:
        """Whether the Latin name of a product goes on from a Chinese name: `联想ThinkBook`."""
        name = self.text[m.start : m.end]
        found = pattern("names", "product_after").match(self.text, m.end)
        if name.isascii() or name in words("names", "works"):
            return False
        if not found or found.group("name") in words("names", "not_products"):
            return False
        if m.start and not pattern("names", "product_before").search(
            self.text, m.start - 1, m.start
        ):
            return False
        verb = any(t.tag[0] in "vda" for t in tokens(name))
        return not verb or any(c.islower() for c in found.group("name"))

    def _ordinary(self, name: str) -> bool:
        """Whether a name is a verb, or a concept's as well."""
        words = tokens(name)
        if len(words) == 1 and words[0].tag[0] in "vda":
            return True
        if not name.isascii() and plausible(name):
            return True
        known = self.document.gazetteer.known(name)
        return known is not None and known.cls in CONCEPTS

    def _beside(self, m: Mention) -> bool:
        """Whether a mark of a list stands between the name and a company's."""
        return any(
            (m.start - n in self._ends and _LISTED.fullmatch(self.text, m.start - n, m.start))
            or (m.end + n in self._starts and _LISTED.fullmatch(self.text, m.end, m.end + n))
            for n in (1, 2)
        )


def _ordinary_there(m: Mention, glosses: list[tuple[int, int]]) -> bool:
    """Whether a short name is but a word of what an abbreviation stands for."""
    short = m.end - m.start <= _SHORT
    return short and any(start <= m.start and m.end <= end for start, end in glosses)
