"""Who makes something in a part of a report works in the field that this part is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kg.model import Modality
from loaders import themes
from loaders.blocks import Block
from loaders.document import Document
from loaders.grammar.patterns import pattern
from loaders.things import Claim, Draft, Thing

_SHOWN_BY = ("PRODUCES", "IN_TIER")
_REACH = 12


def added(document: Document, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, and after them the industry of every company that makes something there.

    Where the same words name a field of its own, that one is told already.
    """
    blocks = list(_blocks(document))
    starts = [start for start, _ in blocks]
    shown: list[Claim] = []
    told: set[tuple[str, str]] = set()
    for draft in drafts:
        yield draft
        if isinstance(draft, Claim) and draft.predicate in _SHOWN_BY and _of_its_own(draft):
            shown.append(draft)
        elif isinstance(draft, Claim) and draft.predicate == "ACTIVE_IN":
            told |= {(draft.subject.id, draft.object.id), (draft.subject.id, draft.text.value)}
    for claim in shown:
        at = bisect_right(starts, claim.text.offset(0)) - 1
        field = _field(document, blocks[at][1]) if at >= 0 else None
        known = field is None or (claim.subject.id, field.id) in told
        if field is not None and not known and (claim.subject.id, claim.text.value) not in told:
            how = Modality.ASSERTED if claim.modality == Modality.PLANNED else claim.modality
            yield Claim(claim.subject, "ACTIVE_IN", field, claim.text, "applied:maker", how)


def _field(document: Document, block: Block) -> Thing | None:
    """The field that a block surely is about; a caption says itself what its table is of."""
    if block.caption is not None:
        return None
    return themes.field(document, block, whole=True)


def _blocks(document: Document) -> Iterator[tuple[int, Block]]:
    """Where each block, and each row of a table, begins in the report."""
    for block in document.layout.blocks:
        rows = block.table.rows if block.table is not None else ()
        for text in (block.text, *(cell for row in rows for cell in row[:1])):
            if text.value:
                yield text.offset(0), block


def _of_its_own(claim: Claim) -> bool:
    """Whether a company is spoken of for its own sake, not for what others take from it."""
    if claim.subject.cls != "Company" or claim.modality == Modality.DENIED:
        return False
    return not any(_beside(claim.text.value, name) for name in _names(claim.subject))


def _names(thing: Thing) -> tuple[str, ...]:
    return (thing.name, *thing.aliases)


def _beside(text: str, name: str) -> bool:
    at = text.find(name)
    return at > 0 and bool(pattern("applied", "beside").search(text, max(0, at - _REACH), at))
