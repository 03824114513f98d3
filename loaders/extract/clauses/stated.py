"""What a frame states of two things, by what these are."""

from __future__ import annotations

from loaders.document import Document
from loaders.extract.clauses.fitting import fitting, kind_of
from loaders.extract.clauses.frames import Frame
from loaders.extract.clauses.roles import Roles
from loaders.extract.clauses.wholes import goes_into, made_of, nameless
from loaders.things import CONCEPTS, ORGS, Thing

Relation = tuple[Thing, str, Thing]


def stated(
    document: Document, frame: Frame, pair: tuple[Thing, Thing], roles: Roles
) -> Relation | None:
    """The relation between two things that stand in the roles of a frame."""
    (subject, object_), predicate = pair, frame.predicate
    if (frame.parts and goes_into(subject, roles.objects())) or (
        predicate == "TYPE_OF" and made_of(roles.subjects(), object_)
    ):
        predicate = "PART_OF"
    elif frame.parts == "only":
        return None
    if not fitting(predicate, object_):
        return None
    if kind_of(subject, predicate, object_):
        return object_, "TYPE_OF", subject
    if predicate == "USES" and object_.cls in CONCEPTS and _no_product(document, subject):
        # a sum is no part: its summands are
        return None if "+" in object_.name else (object_, "PART_OF", subject)
    return subject, predicate, object_


def _no_product(document: Document, thing: Thing) -> bool:
    """Whether a thing is a technology, of which parts are named, and nobody's own product."""
    if not nameless(thing):
        return False
    return not any(m.thing.cls in ORGS for m in document.gazetteer.find(thing.name))
