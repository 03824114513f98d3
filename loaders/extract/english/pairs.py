"""What a match of an English frame says of whom: the relation, and who with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders.english.frames import Frame
from loaders.english.likeness import activity
from loaders.english.runs import lexicon, singular
from loaders.things import Thing

ORG = "[\ue000-\ue3ff]"
_MAKERS = ("is-maker", "maker-name", "maker-of", "leader-of")
Pair = tuple[Thing, Thing, str]


def says_less(frame: Frame, goods: list[str], how: Modality, rest: str) -> bool:
    """Whether a match says less than its frame: a unit that is sold is no goods, and not making
    chips for one buyer is not making none."""
    if frame.predicate == "SUPPLIES":
        return any(i.split()[-1].lower() in lexicon("stakes") for i in goods)
    whom = re.search(rf" (?:to|for) .*{ORG}", rest)
    return frame.predicate == "PRODUCES" and how is Modality.DENIED and whom is not None


def predicate(frame: Frame, m: re.Match[str], subject: Thing, object_: Thing) -> str:
    """`used in` says PART_OF of a thing and ACTIVE_IN of a field; Ariane 6 replacing Ariane 5
    succeeds it, and a developer of offshore wind is active in it."""
    if frame.name in _MAKERS and object_.cls == "Industry":
        return "ACTIVE_IN"
    if frame.predicate == "SUBSTITUTES" and _same_line(subject.name, object_.name):
        return "SUCCEEDS"
    if frame.name != "used-in":
        return frame.predicate
    fields = {singular(w) for w in m.group("ox").lower().split()} & lexicon("fields")
    active = fields or object_.cls == "Industry" or activity(object_.name)
    return "ACTIVE_IN" if active else frame.predicate


def _same_line(new: str, old: str) -> bool:
    """Whether two names differ in their number only: Ariane 6, Ariane 5."""
    return new != old and re.sub(r"[\d.]+", "", new) == re.sub(r"[\d.]+", "", old)


def pairs(
    subjects: list[Thing], objects: list[Thing], items: list[str], respectively: bool
) -> Iterator[Pair]:
    """Who with whom and what: in order where the sentence says respectively, else all with all."""
    item = ", ".join(items)
    sizes = len(subjects), len(objects), len(items)
    if respectively and sizes[0] == sizes[1] > 1:
        each = items if sizes[2] == sizes[0] else [item] * sizes[0]
        yield from zip(subjects, objects, each, strict=True)
    elif respectively and sizes[2] == sizes[0] > 1 == sizes[1]:
        yield from ((s, objects[0], i) for s, i in zip(subjects, items, strict=True))
    elif respectively and sizes[2] == sizes[1] > 1 == sizes[0]:
        yield from ((subjects[0], o, i) for o, i in zip(objects, items, strict=True))
    else:
        yield from ((s, o, item) for s in subjects for o in objects)
