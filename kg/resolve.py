"""Which of the things that the reports name are one thing.

Two entities are one where they share a name, unless something says otherwise: a decision of
the user, two rows of the names tables, or a text in which one does something to the other.
Only what stands around a change is looked at again, and in an order of its own, so that the
outcome depends on what is in the store and not on how it got there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store import Store

# One thing is an Industry to one text, a Technology or a Product to the next: 人形机器人.
# The class it keeps is the first of these.
CONCEPTS = ("technology", "product", "industry")
# Nobody does these to himself: between two names they say that there are two things.
BETWEEN_TWO = (
    "ACQUIRES", "COMPETES_WITH", "INVESTS_IN", "OWNS", "PARTNERS_WITH", "SUBSTITUTES", "SUCCEEDS",
    "SUPPLIES",
)  # fmt: skip

# A name as far as sameness goes: what kind of thing is called so, and the folded form.
Token = tuple[str, str]


def kind(cls: str) -> str:
    """Classes of one kind may share a thing: the concept classes do, all others stand alone."""
    return "concept" if cls.lower() in CONCEPTS else cls.lower()


def token(entity_id: str) -> Token:
    """The name that an entity id is made of."""
    cls, _, key = entity_id.partition("/")
    return kind(cls), key


@dataclass
class _Member:
    key: int
    id: str
    cls: str
    name: str
    listed: bool
    canon: int
    tokens: set[Token] = field(default_factory=set)

    @property
    def rank(self) -> tuple[bool, int, str]:
        """The least of these gives a thing its id, class and name."""
        cls = self.cls.lower()
        return (not self.listed, CONCEPTS.index(cls) if cls in CONCEPTS else 0, self.id)


class _Groups:
    """Members put together, some of which must stay apart."""

    def __init__(self, members: dict[int, _Member]) -> None:
        self.members = members
        self.groups = {key: {key} for key in members}
        self.decided: set[frozenset[int]] = set()
        self.stated: dict[frozenset[int], str] = {}

    def join(self, left: int, right: int, *, by_decision: bool = False) -> frozenset[int] | None:
        """Make two one, or return the two members that forbid it."""
        a, b = self.groups[left], self.groups[right]
        if a is b:
            return None
        for pair in map(frozenset, product(sorted(a), sorted(b))):
            if pair in self.decided or not by_decision and self._distinct(pair):
                return pair
        a |= b
        for key in b:
            self.groups[key] = a
        return None

    def _distinct(self, pair: frozenset[int]) -> bool:
        x, y = (self.members[key] for key in pair)
        return pair in self.stated or (x.listed and y.listed and x.cls == y.cls)


def resolve(store: Store, touched: Iterable[int]) -> list[str]:
    """Settle again what stands around these entities. What a text keeps apart is told in words.

    To be called inside a transaction.
    """
    same, different = _pairs(store)
    members = _around(store, set(touched), same)
    holders: dict[Token, list[_Member]] = defaultdict(list)
    for member in sorted(members.values(), key=lambda m: m.rank):
        for name in member.tokens:
            holders[name].append(member)
    groups = _Groups(members)
    _keep_apart(store, groups, holders, same, different)
    notes = _join_decided(groups, holders, same) + _join_named(groups, holders)
    _write(store, groups)
    return notes


def _pairs(store: Store) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs that are the same, and those that are different, by the last word on each."""
    last: dict[frozenset[str], tuple[str, str, str]] = {}
    for left, right, judgement in store.rows(
        "SELECT left, right, judgement FROM decisions ORDER BY key"
    ):
        last[frozenset((left, right))] = (left, right, judgement)
    same, different = [], []
    for left, right, judgement in last.values():
        (same if judgement == "same" else different).append((left, right))
    return sorted(same), sorted(different)


def touched_by(store: Store, ids: Iterable[str]) -> set[int]:
    """The entities that go by the names of these entity ids."""
    return _holding(store, {token(id) for id in ids})


def _around(
    store: Store, keys: set[int], same: list[tuple[str, str]]
) -> dict[int, _Member]:
    """These entities and all that may be one with them, directly or through others."""
    partners: dict[Token, set[Token]] = defaultdict(set)
    for left, right in same:
        partners[token(left)].add(token(right))
        partners[token(right)].add(token(left))
    members: dict[int, _Member] = {}
    while keys:
        new = _members(store, keys)
        members |= new
        tokens = {name for member in new.values() for name in member.tokens}
        tokens |= {other for name in tokens for other in partners.get(name, ())}
        keys = (_holding(store, tokens) | _mates(store, keys)) - members.keys()
    return members


def _members(store: Store, keys: set[int]) -> dict[int, _Member]:
    chosen = "IN (SELECT value FROM json_each(?))"
    members = {
        row[0]: _Member(*row)
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
    groups: _Groups,
    holders: dict[Token, list[_Member]],
    same: list[tuple[str, str]],
    different: list[tuple[str, str]],
) -> None:
    for left, right in different:
        for a, b in product(holders.get(token(left), ()), holders.get(token(right), ())):
            if a is not b:
                groups.decided.add(frozenset((a.key, b.key)))
    candidates = {m.key for group in holders.values() if len(group) > 1 for m in group}
    candidates |= {m.key for pair in same for id in pair for m in holders.get(token(id), ())}
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


def _join_decided(
    groups: _Groups, holders: dict[Token, list[_Member]], same: list[tuple[str, str]]
) -> list[str]:
    notes = []
    for left, right in same:
        for a, b in product(holders.get(token(left), ()), holders.get(token(right), ())):
            if groups.join(a.key, b.key, by_decision=True):
                notes.append(
                    f"{a.name} and {b.name} were decided to be the same and, by way of others, "
                    "different: `kg decisions` lists what was decided"
                )
    return notes


def _join_named(groups: _Groups, holders: dict[Token, list[_Member]]) -> list[str]:
    notes = {}
    for name in sorted(holders):
        first, *others = holders[name]
        heads = [first]
        for member in others:
            refusals = []
            for head in heads:
                pair = groups.join(head.key, member.key)
                if pair is None:
                    break
                refusals.append(pair)
            else:
                heads.append(member)
                notes |= {p: _refusal(groups, p) for p in refusals if p in groups.stated}
    return [notes[pair] for pair in sorted(notes, key=sorted)]


def _refusal(groups: _Groups, pair: frozenset[int]) -> str:
    a, b = sorted((groups.members[key] for key in pair), key=lambda m: m.rank)
    return (
        f"{a.name} and {b.name} share a name, but a report has {groups.stated[pair]} between "
        f"them: kept apart; `kg same` joins them"
    )


def _write(store: Store, groups: _Groups) -> None:
    seen: set[int] = set()
    for key, group in groups.groups.items():
        if key in seen:
            continue
        seen |= group
        first = min((groups.members[other] for other in group), key=lambda m: m.rank)
        moved = [(first.key, other) for other in group if groups.members[other].canon != first.key]
        store.many("UPDATE entities SET canon = ? WHERE key = ?", moved)
