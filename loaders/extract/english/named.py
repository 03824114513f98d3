"""What the labels and lists of English lines name: companies, things, fields."""

from __future__ import annotations

import re

from loaders.document import Document
from loaders.english.likeness import field, field_like, own_name, product_like, thing_like
from loaders.english.nouns import nouns
from loaders.english.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Thing

LONGEST_NAME = 5


def company(document: Document, name: str) -> Thing | None:
    """The company that a label names and nothing else."""
    found = document.gazetteer.find(name)
    if len(found) != 1 or found[0].thing.cls != "Company":
        return None
    return found[0].thing if found[0].end - found[0].start >= len(name.strip()) - 1 else None


def concept(document: Document, heading: str) -> Thing | None:
    """The technology or product that a heading is the bare name of."""
    bare = re.sub(r"^[\d.]+\s+|\s*\([^()]*\)$", "", heading).strip()
    known = document.gazetteer.known(bare)
    if known is not None:
        return known if known.cls in ("Technology", "Product") else None
    if not thing_like(bare) or len(bare.split()) > LONGEST_NAME:
        return None
    return document.gazetteer.named(bare, "Technology", *CONCEPTS)


def leading(document: Document, value: str) -> list[Thing]:
    """The companies that the parts of a value begin with: `Norvik sole source; Lund ramping`."""
    out: list[Thing] = []
    for part in pattern("lists", "items").split(value):
        first = next((m for m in document.gazetteer.find(part) if not m.start), None)
        if first is None or first.thing.cls != "Company":
            if not out:
                return []
            continue
        if not pattern("lists", "absent").search(part) and not part[first.end :].startswith("'"):
            out.append(first.thing)
    return out


def items(value: str) -> list[str]:
    """The names of a list, without what stands in brackets; none where one is a clause."""
    parts = [p.strip(" .") for p in pattern("lists", "items").split(value)]
    bare = [re.sub(r"\s*\([^()]*\)", "", p).strip() for p in parts if p]
    return bare if all(0 < len(p.split()) <= LONGEST_NAME for p in bare) else []


def companies(document: Document, value: str) -> list[Thing]:
    """The companies a list names, where it names nothing else and knows half of them."""
    out, known = [], 0
    for name in items(value):
        thing = document.gazetteer.known(name)
        if thing is not None and thing.cls not in ORGS:
            return []
        begins = next((m for m in document.gazetteer.find(name) if not m.start), None)
        # NVIDIA Jetson Thor is a product of the firm it begins with
        if thing is None and begins is not None and begins.thing.cls in ORGS:
            return []
        if thing is None and not re.fullmatch(r"[A-Z][\w&.\-]*(?: [A-Z&][\w&.\-]*)*", name):
            return []
        known += thing is not None
        out.append(thing or document.gazetteer.named(name, "Company", *ORGS))
    return out if known * 2 >= len(out) else []


def concepts(
    document: Document, value: str, *, industry: bool, strict: bool = False
) -> list[Thing]:
    """The things or fields a list names."""
    out = []
    for phrase in nouns(", ".join(items(value))):
        known = document.gazetteer.known(phrase.name)
        if known is not None and known.cls not in CONCEPTS:
            break
        if industry:
            if known is None and not field_like(phrase.name):
                break
            out.append(document.gazetteer.named(field(phrase.name), "Industry", *CONCEPTS))
            continue
        if known is None and not _thing(phrase.name, strict=strict):
            break
        cls = "Product" if product_like(phrase.name) else "Technology"
        out.append(document.gazetteer.named(phrase.name, cls, *CONCEPTS).called(*phrase.aliases))
    return out


def _thing(name: str, *, strict: bool) -> bool:
    """Whether a list names a thing: where any may stand in it, a name of its own is enough."""
    return thing_like(name, strong=not strict) or (not strict and own_name(name))
