"""Names of products that label items under their maker: `朱鹮一号 (Ibis-1)：…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners
from loaders.blocks import Block
from loaders.concepts import lexicon, model_like
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.tables.headers import role_of
from loaders.things import CONCEPTS, Thing

_LABEL = re.compile(
    r"^[“「\"]?(?P<name>[^：:，。；、（）()“”「」\"]{2,24}?)[”」\"]?\s*"
    r"(?:[（(](?P<alias>[A-Z][^（）()，。]{1,30})[)）]\s*)?(?:[：:]|——?|--|\s–\s|$)"
)
# CES 2025, 第三代: when it was, or which of several
_DATED = re.compile(r"(?:19|20)\d\d|^第|\d\s*年|[\u4e00-\u9fff]\d+月")


def named(document: Document) -> Iterator[Thing]:
    """The products that labels name under the heading of a company."""
    for block in document.layout.blocks:
        if block.kind not in ("item", "heading"):
            continue
        if owners.organisation(document, block) is not None and (found := label(document, block)):
            yield found


def label(document: Document, block: Block) -> Thing | None:
    """The product that a block's label is the name of."""
    m = _LABEL.match(block.text.value)
    if m is None:
        return None
    name, alias = m.group("name").strip(), m.group("alias")
    known = document.gazetteer.known(name)
    if known is not None and known.cls != "Product":
        return None
    if known is None and not _product(name, alias):
        return None
    thing = known or document.gazetteer.named(name, "Product", *CONCEPTS)
    return thing.called(alias.strip()) if alias else thing


def _product(name: str, alias: str | None) -> bool:
    """Whether a label that nobody knows is a product's name: it looks like one, or has another."""
    if name in lexicon("generic") or role_of(name) != "metric" or _DATED.search(name):
        return False
    return model_like(name) or (bool(alias) and bool(CJK.search(name)))
