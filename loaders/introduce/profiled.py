"""Technologies that head their profile: `全氟聚醚 (PFPE)` over `原理：…`, `优点：…`, `代表厂商：…`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.naming import named_concept
from loaders.things import Thing

_LABEL = re.compile(r"(?P<name>[^：:，。；（）()]{2,8})[：:]")
_HEADING = re.compile(
    r"(?P<name>[^（）()：:，。；、]{2,20}?)\s*(?:[（(](?P<alias>[A-Z][A-Za-z0-9\-]{1,11})[)）])?"
)
# one label alone may stand below anything
_FEWEST = 2


def headed(document: Document) -> Iterator[Thing]:
    """The technologies that nobody knows and whose heading labels of a technology stand below."""
    traits: Counter[str] = Counter()
    for block in document.layout.blocks:
        label = _LABEL.match(block.text.value) if block.path else None
        if label and label["name"] in words("labels", "traits"):
            traits[block.path[-1].value.strip()] += 1
    for heading, times in traits.items():
        m = _HEADING.fullmatch(heading)
        if m is None or times < _FEWEST or document.gazetteer.known(m["name"]) is not None:
            continue
        if plausible(m["name"], loose=True):
            thing = named_concept(document, m["name"])
            yield thing.called(m["alias"]) if m["alias"] else thing
