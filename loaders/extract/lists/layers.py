"""Items that are the layers of a stack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.concepts import phrases
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.lists.run import Run
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim, Thing

_NUMBER = re.compile(r"^(?:图|表)[^：:]*[：:]")
# of a long line, the stack is named at the end
_NEAR = 40


def claims(document: Document, run: Run) -> Iterator[Claim]:
    """`感知层（端侧）负责…`: items that each begin with the name of a layer."""
    found = list(run.matching("layer"))
    stack = _stack(document, run) if len(found) > 1 else None
    if stack is None:
        return
    for position, (item, m) in enumerate(found, 1):
        layer = _technology(document, m.group("name").strip())
        yield _layer(layer, stack, item.text, "list:layer", position)
        if m.group("also"):
            also = _technology(document, m.group("also"))
            yield _layer(also, stack, item.text, "list:layer", position)
            yield Claim(also, "TYPE_OF", layer, item.text, "list:gloss")


def ordered(document: Document, run: Run) -> Iterator[Claim]:
    """`存储层级有三层：` over items that each begin with the name of a layer."""
    m = pattern("lists", "layered").search(run.intro.value) if run.intro else None
    named = run.labelled()
    if m is None or len(named) < 2:
        return
    stack = _technology(document, m.group("stack"))
    for position, (item, label) in enumerate(named, 1):
        for phrase in phrases(label)[:1]:
            layer = _technology(document, phrase.name)
            yield _layer(layer, stack, item.text, "list:ordered", position)


def _stack(document: Document, run: Run) -> Thing | None:
    """The stack that the words before a list name: its opening line, a caption, a heading.

    A Chinese name goes before an English one, which may be no more than what a picture shows.
    """
    found = list(_stacks(document, run))
    return next((s for s in found if CJK.search(s.name)), found[0] if found else None)


def _stacks(document: Document, run: Run) -> Iterator[Thing]:
    stack = pattern("lists", "stack")
    for text in (run.intro, *(b.text for b in reversed(run.before)), *reversed(run.path)):
        if text is None or not stack.search(text.value):
            continue
        for phrase in reversed(phrases(_NUMBER.sub("", text.value)[-_NEAR:])):
            if stack.search(phrase.name) and 3 <= len(phrase.name) <= 16:
                yield _technology(document, phrase.name)


def _technology(document: Document, name: str) -> Thing:
    return document.gazetteer.named(name, "Technology", *CONCEPTS)


def _layer(layer: Thing, stack: Thing, text: Text, method: str, position: int) -> Claim:
    qualifiers = {"position": str(position)}
    return Claim(layer, "LAYER_OF", stack, text, method, qualifiers=qualifiers)
