"""Names where nothing but a name can stand: `向…采购`, `子公司…`, `“…”卫星`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.grammar.patterns import pattern, patterns
from loaders.introduce.odd import odd
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens


def in_roles(document: Document, text: str) -> Iterator[Thing]:
    """A name where only a company's can stand: `向…采购`, `子公司…`, `采购自…`."""
    for role in patterns("names", "company_roles"):
        for m in role.finditer(text):
            name = m.group("name")
            if odd(name) and document.gazetteer.known(name) is None:
                yield document.gazetteer.named(name, "Company")


def quoted(document: Document, text: str) -> Iterator[Thing]:
    """`“墨子号”卫星`: a name in quotation marks before the word for what it is."""
    for m in pattern("names", "quoted").finditer(text):
        words = tokens(m.group(1))
        if not any(t.word in lexicon("verbs") or t.tag in ("uj", "d", "p", "r") for t in words):
            yield document.gazetteer.named(m.group(1), "Product", *CONCEPTS)
