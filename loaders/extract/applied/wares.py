"""What a company makes is at work in the field that the same words say is the company's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.model import Modality
from kg.names import fold
from loaders.extract.clauses.wholes import has_parts
from loaders.things import Claim, Draft, Thing

# a column of fields of application speaks of the products of its row, however many there are
_OF_PRODUCTS = "table:active_in"
# what the title of a table names is made by all of its rows, whose fields are their own
_TITLED = "table:title"
# 芯片, 云平台: what is called no more than this may be any
_SHORT = 4
_Place = tuple[str, int, str]


def added(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, and after them the field of every product whose maker has but that one."""
    fields: dict[_Place, list[Claim]] = defaultdict(list)
    wares: dict[_Place, list[Claim]] = defaultdict(list)
    for draft in drafts:
        yield draft
        if isinstance(draft, Claim) and draft.modality != Modality.DENIED:
            if draft.predicate == "ACTIVE_IN":
                fields[_place(draft)].append(draft)
            elif draft.predicate == "PRODUCES" and draft.method != _TITLED and _named(draft.object):
                wares[_place(draft)].append(draft)
    for place, made in wares.items():
        yield from _told(made, fields[place])


def _place(claim: Claim) -> _Place:
    return claim.subject.id, claim.text.offset(0), claim.text.value


def _named(thing: Thing) -> bool:
    """Whether a name is a product's own, or what only this report calls something it tells of."""
    return thing.cls == "Product" or (thing.row is None and len(thing.key) >= _SHORT)


def _told(made: list[Claim], works: list[Claim]) -> Iterator[Claim]:
    applied = [work for work in works if work.method == _OF_PRODUCTS]
    others = {work.object.id for work in works if work not in applied}
    if len(others) == 1 or len({ware.object.id for ware in made}) == 1:
        applied = works
    for ware in made:
        for work in applied:
            if _field(work.object) and _says_more(ware.object, work):
                text, how = ware.text, ware.modality
                yield Claim(ware.object, "ACTIVE_IN", work.object, text, "applied:ware", how)


def _field(thing: Thing) -> bool:
    """Whether it is a field; of a technology that is built of parts, a product is a kind."""
    return thing.cls == "Industry" and not has_parts(thing)


def _says_more(ware: Thing, work: Claim) -> bool:
    """Whether a field, known as one, is more than a thing's name says: not AI眼镜 in AI."""
    field = work.object
    if ware.cls == "Product":
        return ware.id != field.id
    known = field.row is not None or work.method == _OF_PRODUCTS
    return known and not any(fold(name) in ware.key for name in (field.name, *field.aliases))
