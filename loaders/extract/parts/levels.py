"""`三级层级（寄存器、缓存、内存）`: the layers that a bracket lists, and where a ladder ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.blocks import Text
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_MARK = re.compile(r"[、，,]|以及|及|和")
FEWEST = 2


def of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The layers of the stacks that a sentence names."""
    return layers(document, sentence.text)


def layers(document: Document, text: Text) -> Iterator[Claim]:
    """The layers of the stacks that a text names."""
    for m in pattern("parts", "levels").finditer(text.value):
        names = [name.strip() for name in _MARK.split(m["layers"])]
        yield from _of(document, text, m["stack"], names, ordered=True)
    for m in pattern("parts", "ladder").finditer(text.value):
        yield from _of(document, text, m["stack"], [m["first"], m["last"]], ordered=False)


def _of(
    document: Document, text: Text, stack: str, names: list[str], *, ordered: bool
) -> Iterator[Claim]:
    whole = _named(document, stack) if len(stack) > FEWEST else None
    things = [_named(document, name) for name in names if _names(name.strip())]
    if whole is None or len(names) < FEWEST or len(things) < len(names):
        return
    for position, layer in enumerate(things, 1):
        if layer is not None and layer.id != whole.id:
            qualifiers = {"position": str(position)} if ordered else {}
            yield Claim(layer, "LAYER_OF", whole, text, "part:levels", qualifiers=qualifiers)


def _names(name: str) -> bool:
    """Whether words end in what may be a layer: 本地内存 does."""
    found = phrases(name)
    return len(found) == 1 and found[0].end == len(name) and plausible(found[0].name, loose=True)


def _named(document: Document, name: str) -> Thing | None:
    """The thing of a name; of a stack, what stands before its word for levels counts."""
    name = name.strip()
    if "的" in name:
        found = phrases(name)[-1:]
        name = found[0].name if found else ""
    return document.gazetteer.named(name, "Technology", *CONCEPTS) if name else None
