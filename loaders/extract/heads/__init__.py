"""What a compound name says by itself: 涂层钻针 is a kind of 钻针, where the report uses both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.concepts import lexicon
from loaders.extract.heads import finding, saying
from loaders.mentions import Gazetteer
from loaders.things import Claim, Draft, Number, Thing

# relations whose members are things that have kinds
_TELLING = ("PRODUCES", "USES", "PART_OF", "TYPE_OF", "SUCCEEDS", "SUBSTITUTES", "LAYER_OF")
# those that show that it matters what kind of thing it is: of a part, its whole matters
_SORTING = ("PRODUCES", "TYPE_OF", "SUCCEEDS", "SUBSTITUTES")
_Places = dict[str, tuple[Thing, Claim | Number]]


def kinds(gazetteer: Gazetteer, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, and after them a TYPE_OF for every compound whose head is stated too.

    What is only measured is a compound too; a word for a kind of things may be measured as well.
    """
    places: _Places = {}
    measured: _Places = {}
    for draft in drafts:
        yield draft
        if isinstance(draft, Number):
            if draft.subject.cls == "Technology" and saying.one_sort(draft.subject.name):
                measured.setdefault(draft.subject.key, (draft.subject, draft))
        elif isinstance(draft, Claim) and draft.predicate in _TELLING:
            for thing in (draft.subject, draft.object):
                if thing.cls in ("Technology", "Product"):
                    before = places.get(thing.key)
                    if before is None or _sorts(draft) > _sorts(before[1]):
                        places[thing.key] = (thing, draft)
    bare = {key: at for key, at in measured.items() if at[0].row or key in lexicon("heads")}
    yield from _compounds(gazetteer, {**measured, **places}, {**bare, **places})


def _sorts(draft: Claim | Number) -> bool:
    return isinstance(draft, Number) or draft.predicate in _SORTING


def _compounds(gazetteer: Gazetteer, things: _Places, wholes: _Places) -> Iterator[Claim]:
    for _, (thing, place) in sorted(things.items()):
        sure = _sorts(place)
        head = finding.told(thing, wholes)
        if head is None:
            whole = finding.known(gazetteer, thing.name) if sure else None
            if whole is not None and whole.id != thing.id:
                yield Claim(thing, "TYPE_OF", whole, place.text, "head:word")
            continue
        whole = wholes[head][0]
        if saying.sorted_by(gazetteer, thing, whole, head, sure=sure):
            yield Claim(thing, "TYPE_OF", whole, place.text, "head:compound")
