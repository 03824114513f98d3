"""Brackets that name kinds: `丝杠（行星滚柱/微型滚珠）`, `AutoGLM（手机智能体）`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon, phrases, plausible
from loaders.document import Document
from loaders.extract.kinds.members import members
from loaders.extract.kinds.wholes import ending
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim
from loaders.tokens import tokens


def modified(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`丝杠（行星滚柱/微型滚珠）`: each modifier makes a kind of the head."""
    for m in pattern("kinds", "modified").finditer(sentence.value):
        found = phrases(m.group("head"))
        parts = m.group("list").split("/")
        if not found or found[-1].end != len(m.group("head")):
            continue
        head = found[-1].name
        if not _modifiers(document, head, parts):
            continue
        whole = document.gazetteer.named(head, "Technology", *CONCEPTS)
        for part in parts:
            sort = document.gazetteer.named(part + head, "Technology", *CONCEPTS)
            yield Claim(sort, "TYPE_OF", whole, sentence.text, "kind:modified")


def told(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`AutoGLM（手机智能体）`: a product and, in brackets, what it is."""
    for form in ("told", "told_noun", "told_coded", "told_class"):
        for m in pattern("kinds", form).finditer(sentence.value):
            whole = ending(document, m.group("kind"))
            found = members(document, m.group("name")) if whole is not None else []
            if whole is not None and len(found) == 1 and found[0].id != whole.id:
                yield Claim(found[0], "TYPE_OF", whole, sentence.text, "kind:told")


def listed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`化合物半导体（GaAs/GaN）`, `核心材料（铌钛、铌三锡）`: what a bracket lists of a class of things."""
    for m in pattern("kinds", "listed").finditer(sentence.value):
        whole = ending(document, m.group("kind"))
        found = members(document, m.group("list").replace("/", "、")) if whole is not None else []
        if whole is None or len({member.id for member in found} - {whole.id}) < 2:
            continue
        for member in found:
            if member.id != whole.id:
                yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:listed")


def _modifiers(document: Document, head: str, parts: list[str]) -> bool:
    """Whether words in a bracket modify the head, rather than being names themselves."""
    if not plausible(head) and not document.gazetteer.known(head):
        return False
    if any(t.word in lexicon("verbs") for part in parts for t in tokens(part)):
        return False
    known = [document.gazetteer.known(part) for part in parts]
    if all(known) or any(k is not None and k.cls not in CONCEPTS for k in known):
        return False
    return not any(part in lexicon("generic") or part.endswith(head) for part in parts)
