"""Companies that head their own profile in an English report: `# Norvik Robotics`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from loaders.blocks import Block
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.english import verbs
from loaders.english.coding import prose
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, singular, words
from loaders.grammar import load
from loaders.things import Thing

# how many traits of a company stand below its heading; one alone may stand below anything
_FEWEST = 2
_SHORTEST = 4


def companies(document: Document) -> Iterator[Thing]:
    """The companies that nobody knows and that a heading is the name of.

    Below it stand a company's traits (`Founded: 2014`, `HQ | Lund`), or the name ends like a
    company's and its first word acts in the prose (`Norvik ships …`).
    """
    said = "\n".join(prose(s.value) for s in document.sentences if not s.chinese)
    traits = _traits(document)
    for block in document.layout.blocks:
        m = _name(block)
        if m is None or _known(document, m.group("name")):
            continue
        name = m.group("name")
        first, last = name.split()[0], name.split()[-1].strip(".,")
        acts = _acts(first, said)
        tail = " " in name and last in words("tails") | words("legal")
        placed = document.gazetteer.known(m.group("aside") or "")
        seated = placed is not None and placed.cls == "Place"
        if len(traits[block.text.value]) >= _FEWEST or (tail and (acts or seated)):
            company = document.gazetteer.named(name, "Company")
            yield company.called(first) if acts and " " in name else company


def _name(block: Block) -> re.Match[str] | None:
    """The match of a heading that is one capitalised name and says no more than whose it is."""
    if block.kind != "heading" or CJK.search(block.text.value):
        return None
    m = pattern("names", "heading").fullmatch(prose(block.text.value))
    if m is None:
        return None
    first, last = m.group("name").split()[0], m.group("name").split()[-1]
    if first.lower() in words("common") or last.lower() in words("sections") | words("roles"):
        return None
    return m if last in words("tails") or singular(last) not in _nouns() else None


def _nouns() -> frozenset[str]:
    return lexicon("things") | lexicon("abstract") | lexicon("fields") | lexicon("bare")


def _known(document: Document, name: str) -> bool:
    """Whether a heading begins with a name that is known already, or is one."""
    found = document.gazetteer.find(name)
    return any(not m.start for m in found) or document.gazetteer.known(name) is not None


def _traits(document: Document) -> dict[str, set[str]]:
    """What of a company's traits stands below each heading, in labels and first cells."""
    every = frozenset(load("english")["traits"]["company"])
    found: defaultdict[str, set[str]] = defaultdict(set)
    for block in document.layout.blocks:
        cells = [row[0].value for row in block.table.rows] if block.table else [block.text.value]
        for cell in cells:
            label = re.split(r"[:(–—]", prose(cell), maxsplit=1)[0].strip().lower()
            if label in every:
                for title in _over(block):
                    found[title].add(label)
    return found


def _over(block: Block) -> Iterator[str]:
    """The headings that a block tells of: the nearest, and those over `Company overview`."""
    for title in reversed(block.path):
        yield title.value
        if title.value.lower().rsplit(maxsplit=1)[-1] not in words("sections"):
            return


def _acts(word: str, said: str) -> bool:
    """Whether a word stands in the prose as somebody who has or does something, never as a word."""
    if (
        len(word) < _SHORTEST
        or word.lower() in words("common")
        or re.search(rf"\b{word.lower()}\b", said)
    ):
        return False
    after = re.findall(rf"\b{re.escape(word)}(?:'s|,? (\w+))", said)
    return any(not verb or verb in verbs.third() | verbs.past() | {"is", "has"} for verb in after)
