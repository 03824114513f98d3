"""Brackets that name kinds: `丝杠（行星滚柱/微型滚珠）`, `AutoGLM（手机智能体）`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.concepts import lexicon, model_like, phrases, plausible
from loaders.document import Document
from loaders.extract.kinds.members import members
from loaders.extract.kinds.wholes import ending
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing
from loaders.tokens import tokens

_MARK = re.compile(r"[、/]")
# nouns of one character, which the members of a class may go without
_NOUNS = "板布钢膜箔"
FEWEST = 2


def modified(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`丝杠（行星滚柱/微型滚珠）`: each modifier makes a kind of the head."""
    for m in pattern("kinds", "modified").finditer(sentence.value):
        found = phrases(m.group("head"))
        parts = m.group("list").split("/")
        if not found or found[-1].end != len(m.group("head")):
            continue
        head = found[-1].name
        if model_like(head) or _classed(document, m) or not _modifiers(document, head, parts):
            continue
        whole = document.gazetteer.named(head, "Technology", *CONCEPTS)
        for part in parts:
            sort = document.gazetteer.named(_with(part, head), "Technology", *CONCEPTS)
            yield Claim(sort, "TYPE_OF", whole, sentence.text, "kind:modified")


def _classed(document: Document, bracket: re.Match[str]) -> bool:
    """Whether a bracket lists names behind a class of things, and no modifiers."""
    m = pattern("kinds", "listed").search(bracket.group())
    if m is None or m.end() < len(bracket.group()):
        return False
    return m.group("kind")[-1] in _NOUNS or len(_listed(document, m)) >= FEWEST


def told(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`AutoGLM（手机智能体）`: a product and, in brackets, what it is."""
    for form in ("told", "told_noun", "told_coded", "told_class"):
        for m in pattern("kinds", form).finditer(sentence.value):
            whole = ending(document, m.group("kind"))
            if whole is None or whole.name.endswith(tuple(words("names", "person_roles"))):
                continue
            found = members(document, m.group("name"))
            if len(found) == 1 and found[0].id != whole.id:
                yield Claim(found[0], "TYPE_OF", whole, sentence.text, "kind:told")


def listed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`化合物半导体（GaAs/GaN）`, `核心材料（铌钛、铌三锡）`: what a bracket lists of a class of things."""
    for m in pattern("kinds", "listed").finditer(sentence.value):
        whole = ending(document, m.group("kind"))
        found = _listed(document, m) if whole is not None else []
        if whole is None or len({member.id for member in found} - {whole.id}) < FEWEST:
            continue
        for member in found:
            if member.id != whole.id:
                yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:listed")


def _listed(document: Document, m: re.Match[str]) -> list[Thing]:
    """The members in a bracket; `普通板（单面/多层）` leaves their noun to the class before it."""
    names = [name.strip() for name in _MARK.split(m.group("list"))]
    noun = m.group("kind")[-1]
    if noun in _NOUNS:
        ends = [name.endswith(noun) for name in names]
        if any(ends) and not all(ends):
            return []  # 多层板（服务器/背板）: where it is used
        names = names if all(ends) else [_with(name, noun) for name in names]
    return members(document, "、".join(names), trusted=True)


def _with(name: str, noun: str) -> str:
    """A modifier with its noun; M8 has its name without one."""
    return name if pattern("kinds", "level").fullmatch(name) else name + noun


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
