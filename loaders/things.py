"""Named things of one report, and what is said about them before the gate has judged it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.model import Modality, Value
from kg.names import NameRow, entity_id, fold
from loaders.blocks import Text

CONCEPTS = ("Technology", "Product", "Industry")
ORGS = ("Company", "Institution")


@dataclass(frozen=True)
class Thing:
    """A thing a report names. `row` is its line in the names tables, if it has one."""

    cls: str
    name: str
    aliases: tuple[str, ...] = ()
    row: NameRow | None = None
    date: str | None = None
    issuer: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its entity id: that of the names tables, or made from class and name."""
        return self.row.id if self.row else entity_id(self.cls, self.name)

    @property
    def key(self) -> str:
        """Its folded name, by which a report knows it."""
        return fold(self.name)

    def called(self, *aliases: str) -> Thing:
        """The same thing with more names."""
        new = tuple(a for a in aliases if a != self.name and a not in self.aliases)
        return replace(self, aliases=self.aliases + new) if new else self


@dataclass(frozen=True)
class Mention:
    """A thing at a place of a text: characters start…end-1.

    `joined` to the one before it where one word stands for both: 三大原厂.
    """

    start: int
    end: int
    thing: Thing
    joined: bool = False


@dataclass(frozen=True)
class Claim:
    """One relation as an extractor reads it; `text` is the evidence."""

    subject: Thing
    predicate: str
    object: Thing
    text: Text
    method: str
    modality: Modality = Modality.ASSERTED
    qualifiers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Number:
    """One figure as an extractor reads it."""

    kind: str
    subject: Thing
    metric: str
    value: Value
    unit: str
    text: Text
    method: str
    period: str | None = None
    region: str | None = None
    sources: tuple[Thing, ...] = ()
    comparator: str | None = None
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True)
class Finance:
    """One deal as an extractor reads it."""

    company: Thing
    text: Text
    method: str
    round: str | None = None
    date: str | None = None
    amount: str | None = None
    investors: tuple[Thing, ...] = ()
    leads: tuple[Thing, ...] = ()
    valuation: str | None = None
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True)
class Decree:
    """A policy as an entity, with the place that names it."""

    policy: Thing
    text: Text
    method: str


Draft = Claim | Number | Finance | Decree
