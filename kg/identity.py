"""What makes two names one thing, and what keeps them apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

# One thing is an Industry to one text, a Technology or a Product to the next: 人形机器人.
# The class it keeps is the first of these.
CONCEPTS = ("technology", "product", "industry")

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
class Member:
    """An entity as the reports have it. `listed`: it is a row of a names table."""

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


class Groups:
    """Members put together, some of which must stay apart.

    `decided` are pairs that the user keeps apart, `stated` those between which a text has a
    relation.
    """

    def __init__(self, members: dict[int, Member]) -> None:
        self.members = members
        self.groups = {key: {key} for key in members}
        self.decided: set[frozenset[int]] = set()
        self.stated: dict[frozenset[int], str] = {}

    def join(self, left: int, right: int, *, by_decision: bool = False) -> frozenset[int] | None:
        """Make two one, or return the two members that forbid it."""
        a, b = self.groups[left], self.groups[right]
        if a is b:
            return None
        for two in map(frozenset, product(sorted(a), sorted(b))):
            if two in self.decided or (not by_decision and self._distinct(two)):
                return two
        a |= b
        for key in b:
            self.groups[key] = a
        return None

    def rivals(self, a: Member, b: Member) -> bool:
        """Whether two members are two things, and nobody decided otherwise."""
        return self.groups[a.key] is not self.groups[b.key] and self._distinct(pair(a, b))

    def _distinct(self, two: frozenset[int]) -> bool:
        x, y = (self.members[key] for key in two)
        listed = x.listed and y.listed and x.cls == y.cls
        return listed or two in self.decided or two in self.stated


def pair(a: Member, b: Member) -> frozenset[int]:
    """Two members, whichever comes first."""
    return frozenset((a.key, b.key))
