"""What products use: `甲公司发布的乙眼镜采用丙芯片，搭载丁系统`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.clauses.names import called
from loaders.extract.products.goods import goods
from loaders.extract.products.uses import used
from loaders.things import Claim


def read(document: Document) -> Iterator[Claim]:
    """What the products of Chinese sentences use."""
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese:
            mentions = called(document, sentence.value)
            yield from used(document, sentence, mentions)
            yield from goods(document, sentence, mentions)
