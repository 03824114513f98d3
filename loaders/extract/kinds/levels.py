"""Levels, speeds and generations: `M7/M8级覆铜板`, `800G光模块`, `QX1、QX2` of the QX family."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.kinds.wholes import kind, opening
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_REACH = 24


def levelled(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`M7/M8级覆铜板`: what has levels, and which."""
    whole: Thing | None = None
    for m in pattern("kinds", "levels").finditer(sentence.value):
        text = sentence.value[m.end() : m.end() + _REACH]
        known = opening(document, text)  # L4级自动驾驶卡车 is a level of 自动驾驶
        found = known.thing if known is not None else kind(document, text)
        if found is not None and found.cls in CONCEPTS:
            whole = found
        if whole is None:
            continue  # `M7级覆铜板…，M8级…`: a level without its noun is of the one before
        for code in pattern("kinds", "level").findall(m.group("codes")):
            level = document.gazetteer.named(code, "Technology", *CONCEPTS).called(f"{code}级")
            yield Claim(level, "TYPE_OF", whole, sentence.text, "kind:level")


def rated(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`800G/1.6T光模块`: a device by its speed."""
    for m in pattern("kinds", "rates").finditer(sentence.value):
        whole = kind(document, sentence.value[m.end() :])
        if whole is None or not pattern("kinds", "fast").search(whole.name):
            continue
        for code in pattern("kinds", "rate").findall(m.group("codes")):
            yield Claim(
                named_concept(document, code + whole.name),
                "TYPE_OF",
                whole,
                sentence.text,
                "kind:rate",
            )


def generations(document: Document) -> Iterator[Claim]:
    """`QX1、QX2`: numbered names of a family that the report also names alone."""
    families: dict[str, Thing] = {}
    codes: dict[str, tuple[str, Sentence]] = {}
    for sentence in (*document.sentences, *document.told):
        for m in pattern("kinds", "family").finditer(sentence.value):
            stem, number = m.group("stem"), m.group("number")
            if number:
                codes.setdefault(m.group(), (stem, sentence))
            elif stem not in families and (known := document.gazetteer.known(stem)):
                families[stem] = known
    for code, (stem, sentence) in codes.items():
        whole = families.get(stem)
        if whole is None or whole.cls not in ("Technology", "Product"):
            continue
        member = named_concept(document, code)
        if member.id != whole.id:
            yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:generation")
