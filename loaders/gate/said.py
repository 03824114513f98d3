"""What a report said, each thing once: said again, it has more evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from kg.model import Deal, Figure, Statement
from kg.rounds import rounds

S = TypeVar("S", Statement, Figure, Deal)


class Said(Generic[S]):
    """Statements, figures or deals by their id, in the order they were first said."""

    def __init__(self) -> None:
        self._by_id: dict[str, S] = {}

    def add(self, new: S) -> None:
        """Take something in, or join it with what says the same."""
        id_ = new.id
        known = self._by_id.get(id_)
        self._by_id[id_] = joined(known, new) if known else new

    def all(self) -> tuple[S, ...]:
        """Everything said."""
        return tuple(self._by_id.values())


def in_rounds(said: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements, those that name no round joined with the one of the round that they are of."""
    pairs: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in said:
        pairs[one.subject, one.predicate, one.object, one.modality].append(one)
    found: list[Statement] = []
    for several in pairs.values():
        named: dict[str, Statement] = {}
        for name, one in zip(rounds([one.qualifiers for one in several]), several, strict=True):
            named[name] = joined(named[name], one) if name in named else one
        found.extend(named.values())
    return tuple(found)


def joined(first: S, second: S) -> S:
    """The same thing said again: more evidence, and the more certain of the two rules."""
    better = first if first.confidence >= second.confidence else second
    changes: dict[str, object] = {
        "evidence": tuple(dict.fromkeys((*first.evidence, *second.evidence)))
    }
    match first, second:
        case Statement(), Statement():
            changes["qualifiers"] = {**second.qualifiers, **first.qualifiers}
        case Deal(), Deal():
            changes["investors"] = tuple(dict.fromkeys((*first.investors, *second.investors)))
            changes["leads"] = tuple(dict.fromkeys((*first.leads, *second.leads)))
            changes["valuation"] = first.valuation or second.valuation
    return better.model_copy(update=changes)
