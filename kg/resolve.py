"""Which of the things that the reports name are one thing.

Two entities are one where they share a name, unless something says otherwise: a decision of
the user, two rows of the names tables, or a text in which one does something to the other.
Only what stands around a change is looked at again, and in an order of its own, so that the
outcome depends on what is in the store and not on how it got there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.identity import Groups, Member, Token, kind, pair, token

if TYPE_CHECKING:
    from kg.store import Store

# Nobody does these to himself: between two names they say that there are two things.
BETWEEN_TWO = (
    "ACQUIRES", "COMPETES_WITH", "INVESTS_IN", "OWNS", "PARTNERS_WITH", "SUBSTITUTES", "SUCCEEDS",
    "SUPPLIES",
)  # fmt: skip

Pair = tuple[str, str]
Holders = dict[Token, list[Member]]


def resolve(store: Store, touched: Iterable[int]) -> list[str]:
    """Settle again what stands around these entities. What a text keeps apart is told in words.

    To be called inside a transaction.
    """
    same, different = _pairs(store)
    members = _around(store, set(touched), same)
    holders: Holders = defaultdict(list)
    for member in sorted(members.values(), key=lambda m: m.rank):
        for name in member.tokens:
            holders[name].append(member)
    groups = Groups(members)
    _keep_apart(store, groups, holders, same, different)
    notes = _join_decided(groups, holders, same) + _join_named(groups, holders)
    _write(store, groups)
    return notes


def _pairs(store: Store) -> tuple[list[Pair], list[Pair]]:
    """The pairs that are the same, and those that are different, by the last word on each."""
    last: dict[frozenset[str], tuple[str, str, str]] = {}
    for left, right, judgement in store.rows(
        "SELECT left, right, judgement FROM decisions ORDER BY key"
    ):
        last[frozenset((left, right))] = (left, right, judgement)
    same: list[Pair] = []
    different: list[Pair] = []
    for left, right, judgement in last.values():
        (same if judgement == "same" else different).append((left, right))
    return sorted(same), sorted(different)


def touched_by(store: Store, ids: Iterable[str]) -> set[int]:
    """The entities that go by the names of these entity ids."""
    return _holding(store, {token(id) for id in ids})


def _around(store: Store, keys: set[int], same: list[Pair]) -> dict[int, Member]:
    """These entities and all that may be one with them, directly or through others."""
    partners: dict[Token, set[Token]] = defaultdict(set)
    for left, right in same:
        partners[token(left)].add(token(right))
        partners[token(right)].add(token(left))
    members: dict[int, Member] = {}
    while keys:
        new = _members(store, keys)
        members |= new
        tokens = {name for member in new.values() for name in member.tokens}
        tokens |= {other for name in tokens for other in partners.get(name, ())}
        keys = (_holding(store, tokens) | _mates(store, keys)) - members.keys()
    return members


def _members(store: Store, keys: set[int]) -> dict[int, Member]:
    chosen = "IN (SELECT value FROM json_each(?))"
    members = {
        row[0]: Member(*row)
        for row in store.rows(
            f"SELECT key, id, cls, name, listed, canon FROM entities WHERE key {chosen}",
            sorted(keys),
        )
    }
    for key, fold in store.rows(
        f"SELECT entity, fold FROM names WHERE entity {chosen}", sorted(keys)
    ):
        members[key].tokens.add((kind(members[key].cls), fold))
    return members


def _holding(store: Store, tokens: set[Token]) -> set[int]:
    """The entities that go by one of these names."""
    rows = store.rows(
        "SELECT e.key, e.cls, n.fold FROM json_each(?) f CROSS JOIN names n ON n.fold = f.value "
        "CROSS JOIN entities e ON e.key = n.entity",
        sorted({fold for _, fold in tokens}),
    )
    return {key for key, cls, fold in rows if (kind(cls), fold) in tokens}


def _mates(store: Store, keys: set[int]) -> set[int]:
    """The entities that are one with one of these until now."""
    rows = store.rows(
        "SELECT m.key FROM json_each(?) k CROSS JOIN entities e ON e.key = k.value "
        "CROSS JOIN entities m ON m.canon = e.canon",
        sorted(keys),
    )
    return {key for (key,) in rows}


def _keep_apart(
    store: Store,
    groups: Groups,
    holders: Holders,
    same: list[Pair],
    different: list[Pair],
) -> None:
    for left, right in different:
        for a, b in product(holders.get(token(left), ()), holders.get(token(right), ())):
            if a is not b:
                groups.decided.add(pair(a, b))
    candidates = {m.key for group in holders.values() if len(group) > 1 for m in group}
    candidates |= {m.key for both in same for id in both for m in holders.get(token(id), ())}
    for a, b, predicate in store.rows(
        "SELECT subject, object, predicate FROM statements "
        "WHERE subject IN (SELECT value FROM json_each(?1)) "
        "AND object IN (SELECT value FROM json_each(?1)) "
        "AND predicate IN (SELECT value FROM json_each(?2)) AND modality <> 'denied' "
        "ORDER BY predicate",
        sorted(candidates), BETWEEN_TWO,
    ):  # fmt: skip
        if a != b:
            groups.stated[frozenset((a, b))] = predicate


def _join_decided(groups: Groups, holders: Holders, same: list[Pair]) -> list[str]:
    notes = []
    for left, right in same:
        for a, b in product(holders.get(token(left), ()), holders.get(token(right), ())):
            if groups.join(a.key, b.key, by_decision=True):
                notes.append(
                    f"{a.name} and {b.name} were decided to be the same and, by way of others, "
                    "different: `kg decisions` lists what was decided"
                )
    return notes


def _join_named(groups: Groups, holders: Holders) -> list[str]:
    refused: set[frozenset[int]] = set()
    for name in sorted(holders):
        everybody = holders[name]
        rivals = {pair(a, b) for a, b in combinations(everybody, 2) if groups.rivals(a, b)}
        # A name that two different things go by decides nothing, but for those whose own it is.
        joining = [m for m in everybody if token(m.id) == name] if rivals else everybody
        refused |= rivals
        for member in joining[1:]:
            forbidden = groups.join(joining[0].key, member.key)
            refused |= {forbidden} if forbidden else set()
    stated = [two for two in refused if two in groups.stated and two not in groups.decided]
    return [_refusal(groups, two) for two in sorted(stated, key=sorted)]


def _refusal(groups: Groups, two: frozenset[int]) -> str:
    a, b = sorted((groups.members[key] for key in two), key=lambda m: m.rank)
    return (
        f"{a.name} and {b.name} share a name, but a report has {groups.stated[two]} between "
        f"them: kept apart; `kg same` joins them"
    )


def _write(store: Store, groups: Groups) -> None:
    seen: set[int] = set()
    for key, group in groups.groups.items():
        if key in seen:
            continue
        seen |= group
        first = min((groups.members[other] for other in group), key=lambda m: m.rank)
        moved = [(first.key, other) for other in group if groups.members[other].canon != first.key]
        store.many("UPDATE entities SET canon = ? WHERE key = ?", moved)
