"""`CPO交换机`, `无人机电池`: what is called by what it is built with, or built into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim

# words that end a noun
_CLAUSE = re.compile(
    r"[和与及或的等其了在是为将对由从到]|[构组]成|共同|集成|搭载|内置|配备|采用|使用|嵌入"
)


def parts(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """The technologies in the names of the machines of a sentence."""
    for m in pattern("parts", "compound").finditer(sentence.value):
        part = document.gazetteer.known(m["part"])
        if part is not None and part.cls == "Technology":
            whole = document.gazetteer.named(m["part"] + m["kind"], "Technology", *CONCEPTS)
            yield Claim(part, "PART_OF", whole, sentence.text, "part:compound")


def built(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`无人机电池`, `火箭的贮箱`: components, in the goods that they are named with."""
    for m in pattern("parts", "built_of").finditer(sentence.value):
        start = m.start("part") if m["of"] else m.start("whole")
        name = sentence.value[start : m.end("part")]
        if not _component(m["part"]):
            continue
        whole = document.gazetteer.named(m["whole"], "Technology", *CONCEPTS)
        part = named_concept(document, name)
        if part.id != whole.id:
            yield Claim(part, "PART_OF", whole, sentence.text, "part:built")


def _component(name: str) -> bool:
    """Whether what stands behind goods is one noun: no clause about them."""
    if name in words("parts", "assemblies"):
        return False
    return plausible(name, loose=True) and not _CLAUSE.search(name)
