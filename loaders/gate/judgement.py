"""Whether a draft may pass: its things have names, and the ontology knows what it says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.ontology import Ontology
from loaders.concepts import lexicon
from loaders.grammar import words
from loaders.things import CONCEPTS, Claim, Thing

_NAME = re.compile(r"[\w“”\"'‘’]", re.UNICODE)
_NO_NAME = re.compile(r"[。；！？\n\t|]|^[\d\s.,%~\-–—+/]+$")
LONGEST_NAME = 80


def wrong(claim: Claim, ontology: Ontology) -> str | None:
    """Why a claim may not pass; None where nothing is wrong with it."""
    relation = ontology.relations.get(claim.predicate)
    if relation is None:
        return f"the ontology has no relation {claim.predicate}"
    for thing in (claim.subject, claim.object):
        if not named(thing):
            return nameless(thing)
    if claim.subject.id == claim.object.id:
        return f"{claim.subject.name} stands on both sides of {claim.predicate}"
    for thing, wanted in ((claim.subject, relation.domains), (claim.object, relation.ranges)):
        if not _fits(thing.cls, wanted):
            return f"{claim.predicate} does not take the {thing.cls} {thing.name}"
    return None if claim.text.value.strip() else "no evidence"


def named(thing: Thing) -> bool:
    """Whether a thing has a name: not empty, not a generic noun, not a number or a clause."""
    name = thing.name.strip()
    if thing.row is not None:
        return True
    if not 2 <= len(name) <= LONGEST_NAME or _NO_NAME.search(name) or not _NAME.search(name):
        return False
    if name.count("(") != name.count(")") or name.count("（") != name.count("）"):
        return False  # cut off in the middle of a bracket
    if thing.cls in ("Tier", "Policy"):
        return True
    if thing.cls == "Industry" and name in words("applied", "fields"):
        return True  # 制造 names a field, and nothing else
    return name not in lexicon("generic") and name.lower() not in lexicon("generic_en")


def nameless(thing: Thing) -> str:
    """Why a thing without a name is refused."""
    return f"{thing.name!r} names nothing"


def _fits(cls: str, wanted: Iterable[str]) -> bool:
    """Whether a class may stand where the ontology wants others; concepts stand in for each other."""
    allowed = set(wanted)
    return cls in allowed or (cls in CONCEPTS and not allowed.isdisjoint(CONCEPTS))
