"""Companies of Chinese texts whose Latin names nobody knows: `Farlane Aero 总部位于…`, `Farlane Corp.`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.deals import naming
from loaders.grammar.patterns import pattern, patterns
from loaders.things import ORGS, Thing

# `Farlane Aero` is called Farlane too, where that stands on its own
_FIRST = re.compile(r"[A-Z][A-Za-z]{4,}(?= )")


def companies(document: Document) -> Iterator[Thing]:
    """The companies that a Chinese report calls by their legal form, or by what companies do."""
    texts = [s.value for s in (*document.headings, *document.sentences)]
    said = "\n".join(texts)
    if not CJK.search(said):
        return
    called: set[str] = set()
    for text in texts:
        for name, alias in (*_legal(text), *_doing(text)):
            if name not in called and _unknown(document, name):
                firm = _company(document, said, name, alias)
                called |= {firm.name, *firm.aliases}
                yield firm


def _legal(text: str) -> Iterator[tuple[str, str]]:
    """Names with their legal form, and what they are without it."""
    for m in pattern("names", "latin_legal").finditer(text):
        # English prose has a reader of its own; a title may be all Latin
        if CJK.search(text) or m.group() == text:
            yield m.group().strip(), m.group("name")


def _doing(text: str) -> Iterator[tuple[str, str]]:
    """Names of what does as only a company does, and what a bracket behind them calls it."""
    for deed in patterns("names", "latin_deeds"):
        for m in deed.finditer(text):
            yield m.group("name"), m.group("alias") or ""


def _unknown(document: Document, name: str) -> bool:
    """Whether a name may be that of a company that nobody knows yet."""
    if naming.no_company(name) or name.lower() in lexicon("generic_en"):
        return False
    inside = (m for m in document.gazetteer.find(name) if m.thing.cls in ORGS)
    return document.gazetteer.known(name) is None and not any(inside)


def _company(document: Document, said: str, name: str, alias: str) -> Thing:
    """A company with its other name in a bracket, and with the short form that the report uses."""
    others = [alias] if alias else []
    first = _FIRST.match(name)
    if first and document.gazetteer.known(first.group()) is None:
        alone = re.compile(rf"(?<![A-Za-z]){first.group()}(?=\s?[\u4e00-\u9fff，、。])")
        others += [first.group()] if alone.search(said) else []
    return document.gazetteer.named(name, "Company").called(*others)
