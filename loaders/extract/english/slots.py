"""The things that the slot of an English frame names."""

from __future__ import annotations

import re
from itertools import takewhile

from loaders.concepts import Phrase
from loaders.english import likeness, nouns
from loaders.english.frames import Frame
from loaders.english.patterns import pattern
from loaders.english.runs import words
from loaders.mentions import Gazetteer
from loaders.things import CONCEPTS, Thing


def concepts(gazetteer: Gazetteer, frame: Frame, found: list[Phrase], role: str) -> list[Thing]:
    """The things of a list up to the first that is none; what stands before a thing that is
    surely one is one too: `coaters, etchers and deposition tools`."""
    sure = [_concept(gazetteer, frame, phrase, role) for phrase in found]
    last = max((i for i, thing in enumerate(sure) if thing), default=-1)
    things = [
        thing or (_concept(gazetteer, frame, phrase, role, listed=True) if i < last else None)
        for i, (phrase, thing) in enumerate(zip(found, sure, strict=True))
    ]
    return [thing for thing in takewhile(bool, things) if thing]


def named_of(gazetteer: Gazetteer, frame: Frame, slot: str, role: str) -> list[Thing]:
    """What a slot names of its kind: `metals such as copper and nickel`."""
    named = pattern("sentence", "named").match(slot)
    if named is None or words("roles") & set(slot[: named.start("rest")].lower().split()):
        return []
    return concepts(gazetteer, frame, nouns.nouns(named.group("rest")), role)


def _concept(
    gazetteer: Gazetteer, frame: Frame, phrase: Phrase, role: str, *, listed: bool = False
) -> Thing | None:
    name = likeness.without_class(phrase.name)
    known = gazetteer.known(name)
    if known is not None and known.cls not in CONCEPTS:
        if not name.islower():
            return None
        known = None  # lithium is no firm of that name
    if frame.predicate == "ACTIVE_IN" and role == "o":
        name = likeness.field(name)
        fits, cls = likeness.field_like(name), "Industry"
    else:
        fits = likeness.thing_like(name, strong=frame.strong or listed)
        cls = "Product" if likeness.product_like(name) else "Technology"
    if known is None and not fits and not (frame.proper == role == "s"):
        return None
    if _no_part(frame, role, phrase.name, known):
        return None
    if frame.proper == role and not _proper(name, role, known):
        return None
    thing = gazetteer.named(name, cls, *CONCEPTS).called(*phrase.aliases)
    return thing if frame.predicate == "ACTIVE_IN" else thing.called(phrase.name)


def _no_part(frame: Frame, role: str, name: str, known: Thing | None) -> bool:
    """Whether a thing cannot stand where its frame has it, whatever it is."""
    if frame.name == "goods-used-in":
        return not _field(known, name)
    if role == "s" and frame.name in ("runs-on", "used-in"):
        # `its robots use`: what is said is of their maker
        return known is None and re.fullmatch(r"[a-z]+s", name) is not None
    # `used Computex to show`: a name alone is no tool
    return frame.name == "use" and known is None and re.fullmatch(r"[A-Z][a-z]+", name) is not None


def _field(known: Thing | None, name: str) -> bool:
    """Whether things are used in something as in a field, and not as parts of it."""
    return likeness.activity(name) or (known is not None and known.cls == "Industry")


def _proper(name: str, role: str, known: Thing | None) -> bool:
    """Whether a noun phrase is a name of its own; what does something may be one we know."""
    return likeness.own_name(name) if role == "o" else known is not None or likeness.proper(name)
