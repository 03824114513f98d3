"""What products use and who makes them: `甲公司发布的乙眼镜采用丙芯片`, `激光器出货量创新高`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import anaphora, owners
from loaders.document import Document
from loaders.extract.clauses.names import called
from loaders.extract.products.goods import goods
from loaders.extract.products.own import coded, owned
from loaders.extract.products.spoken import Spoken
from loaders.extract.products.uses import Products, used
from loaders.things import Claim, Mention


def read(document: Document) -> Iterator[Claim]:
    """The products of Chinese sentences, their makers, and what they use."""
    last: list[Mention] = []
    spoken = Spoken(document)
    for sentence in (*document.sentences, *document.told):
        if not sentence.chinese:
            continue
        owner = sentence.topic or owners.owner(document, sentence.block)
        before = last if sentence.previous else [Mention(0, 0, owner)] if owner else []
        mentions = anaphora.resolved(sentence, called(document, sentence.value), before)
        product = (owner,) if owner and owner.cls == "Product" else ()
        yield from owned(document, sentence, mentions)
        yield from coded(document, sentence, mentions)
        scene = Products(document, sentence, mentions)
        yield from used(scene, sentence.goods or product or spoken.of(sentence))
        spoken.hear(scene)
        yield from goods(document, sentence, mentions)
        last = anaphora.spoken_of(sentence, mentions) or before
