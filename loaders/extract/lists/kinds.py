"""Items that are kinds of what the opening line names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.lists.run import Run
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.things import CONCEPTS, Claim, Thing

_STOP = re.compile(r"[。；]")
_MARK = re.compile(r"[，：:]")


def claims(document: Document, run: Run) -> Iterator[Claim]:
    """`量子计算有四种路线：` over items that each begin with a name."""
    named = run.labelled()
    intro = _intro(run)
    whole = _whole(document, intro) if intro and len(named) > 1 else None
    if whole is None:
        return
    found = [(item, _thing(document, label)) for item, label in named]
    if any(thing is not None and thing.id == whole.id for _, thing in found):
        return  # `甲与乙的技术方案` over an item on 甲 and one on 乙
    for item, thing in found:
        if thing is not None:
            yield Claim(thing, "TYPE_OF", whole, item.text, "list:kinds")


def _thing(document: Document, label: str) -> Thing | None:
    first = next(iter(phrases(label)), None)
    if first is None or not plausible(first.name, loose=True):
        return None
    return named_concept(document, first.name)


def _intro(run: Run) -> Text | None:
    """The words that say that kinds follow: the opening line, the paragraph before, the heading."""
    nearest = next((b.text for b in reversed(run.before) if b.kind == "paragraph"), None)
    for text in (run.intro, nearest, *run.path[-1:]):
        if text is not None and pattern("lists", "kinds").search(text.value):
            return text
    return None


def _whole(document: Document, intro: Text) -> Thing | None:
    """What has the kinds: a concept that the last sentence names."""
    last = _STOP.split(intro.value.rstrip("：: "))[-1]
    for m in document.gazetteer.find(last):
        if m.thing.cls in CONCEPTS:
            return m.thing
    for phrase in phrases(_MARK.split(last)[0]):
        if plausible(phrase.name):
            return document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
    return None
