"""Fields as labels: `医疗：…` under the heading `应用前景`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import themes
from loaders.document import Document
from loaders.extract.applied.objects import own
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, Claim


def claims(document: Document) -> Iterator[Claim]:
    """The fields that label the items below a heading on where something is applied."""
    for block in document.layout.blocks:
        above = block.path[-1].value if block.path else ""
        if block.kind not in ("item", "heading") or not pattern("applied", "uses").search(above):
            continue
        m = pattern("applied", "label").match(block.text.value)
        theme = themes.theme(document, block) if m is not None else None
        if m is None or theme is None or not own(document, m.group("o")):
            continue
        field = document.gazetteer.named(m.group("o"), "Industry", *CONCEPTS)
        end = block.text.value.find("。") + 1 or len(block.text)
        yield Claim(theme, "ACTIVE_IN", field, block.text.part(0, end), "applied:label")
