"""What a line tells of its label, and a bracket of the word before it.

`丝杠：海外舍弗勒主导，相关公司贝斯特` and `丝杠（贝斯特、五洲新春）` name makers of 丝杠; under
`特斯拉供应链` they supply 特斯拉 with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.coded import code
from loaders.document import Document
from loaders.extract.clauses.names import named
from loaders.extract.labels import brackets, makers
from loaders.things import Claim


def read(document: Document) -> Iterator[Claim]:
    """The makers that labels, brackets and market shares name."""
    for sentence in document.sentences:
        if not sentence.chinese:
            continue
        mentions = named(document, sentence.value)
        if not any(m.thing.cls == "Company" for m in mentions):
            continue
        coded = code(sentence.value, mentions)
        yield from makers.labelled(document, sentence, coded)
        yield from brackets.bracketed(document, sentence, mentions)
        yield from makers.shares(document, sentence, coded)
        yield from brackets.made(document, sentence, mentions)
        yield from makers.placed(sentence, coded)
