"""What is divided into kinds: `铜箔分电解铜箔和压延铜箔`, `脑信号可分为代谢类（如甲、乙）和电生理类`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.concepts import opening, phrases, plausible
from loaders.concepts.items import items
from loaders.document import Document
from loaders.extract.kinds.members import clause_before, members, share_head
from loaders.extract.kinds.wholes import ending
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept, names_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_BRACKET = re.compile(r"[（(]([^（）()]{1,80})[)）]\s*$")
_SUCH = re.compile(r"^(?:如|例如|包括|比如)\s?")
_END = re.compile(r"[，。；：]|——")
_SEPARATE = re.compile(r"[、,，/]")
_LONGEST = 160


@dataclass(frozen=True)
class Part:
    """One of the kinds: its name, and what the bracket behind it holds."""

    name: str
    inside: str


def divided(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`X分为A和B`, `X包括A和B两种路线`, `X有两类，包括A和B`."""
    for form in ("splits", "sorted", "counted"):
        for m in pattern("kinds", form).finditer(sentence.value):
            parts = _parts(document, _list(sentence.value, m, form))
            whole = _whole(document, sentence, m.start()) if len(parts) > 1 else None
            if whole is not None:
                whole = _said_by_parts(document, whole, parts)
                yield from _claims(document, whole, parts, sentence)
                yield from _likewise(document, whole, sentence, m.end())


def _likewise(
    document: Document, divided: Thing, sentence: Sentence, start: int
) -> Iterator[Claim]:
    """What the same sentence goes on to divide, of the same sort: `…，探测器芯片有 A、B 等`."""
    for m in pattern("kinds", "likewise").finditer(sentence.value, start):
        whole = ending(document, m.group("name"))
        if whole is None or whole.name[-2:] != divided.name[-2:] or whole.id == divided.id:
            continue
        for member in members(document, m.group("list"), whole):
            if member.id != whole.id:
                yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:split")


def _said_by_parts(document: Document, whole: Thing, parts: list[Part]) -> Thing:
    """What is divided, where its kinds say it better: 单面覆铜板 is no kind of 覆铜板基板."""
    first, *others = (part.name for part in parts)
    heads = (first[at:] for at in range(1, len(first) - 1))
    shared = (h for h in heads if h in whole.name and all(n.endswith(h) for n in others))
    head = next(shared, "")
    apart = head and not whole.name.endswith(head) and plausible(head)
    return named_concept(document, head) if apart else whole


def _claims(
    document: Document, whole: Thing, parts: list[Part], sentence: Sentence
) -> Iterator[Claim]:
    for part in parts:
        sort = named_concept(document, part.name)
        if sort.cls not in CONCEPTS or sort.id == whole.id:
            continue
        listed = _SUCH.sub("", part.inside)
        several = listed != part.inside or _SEPARATE.search(listed)
        if part.inside and not several:
            sort = sort.called(part.inside)
        yield Claim(sort, "TYPE_OF", whole, sentence.text, "kind:split")
        for member in members(document, listed, sort) if several else ():
            if member.id not in (sort.id, whole.id):
                yield Claim(member, "TYPE_OF", sort, sentence.text, "kind:split")


def _list(text: str, m: re.Match[str], form: str) -> str:
    """The list behind the verb, up to the mark that ends it outside brackets."""
    if form == "sorted":
        return m.group("list")
    start, depth = m.end(), 0
    for i in range(start, min(len(text), start + _LONGEST)):
        if text[i] in "（(":
            depth += 1
        elif text[i] in "）)":
            depth -= 1
        elif depth == 0 and _END.match(text, i):
            return text[start:i]
    return text[start : start + _LONGEST]


def _parts(document: Document, text: str) -> list[Part]:
    """The kinds that a list names; none where one of its items names nothing."""
    parts = []
    for start, end in items(pattern("kinds", "tally").sub("", text)):
        item = text[start:end]
        inside = _BRACKET.search(item)
        found = phrases(item[: inside.start()] if inside else item)
        if len(found) != 1:
            return []
        parts.append(Part(found[0].name, inside.group(1) if inside else ""))
    names = share_head(document, [p.name for p in parts])
    if not all(_sort(document, name) for name in names):
        return []
    return [Part(name, part.inside) for name, part in zip(names, parts, strict=True)]


def _sort(document: Document, name: str) -> bool:
    known = document.gazetteer.known(name)
    if known is not None:
        return known.cls in CONCEPTS
    return plausible(name, loose=True) and not pattern("kinds", "no_part").search(name)


def _whole(document: Document, sentence: Sentence, at: int) -> Thing | None:
    """What is divided: what the clause begins with, else what the sentences are about."""
    clause = pattern("kinds", "by").sub("", clause_before(sentence.value, at)).strip()
    if clause:
        return ending(document, clause, loose=True)
    return _topic(document, sentence, at)


def _topic(document: Document, sentence: Sentence, at: int) -> Thing | None:
    """The one concept that a sentence, or the one before it, begins with."""
    for text in (sentence.value[:at], sentence.previous.value if sentence.previous else ""):
        found = [p for p in opening(text) if names_concept(document, p.name)]
        if found:
            return named_concept(document, found[0].name).called(*found[0].aliases)
    return None
