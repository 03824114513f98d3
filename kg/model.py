"""The vocabulary of everything: reports, entities, and what is stated about them.

A loader makes these from one report; the store keeps them; everything else projects them.
All are frozen: a statement is never changed, only said again or taken back.
"""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from kg.rounds import round_of

Value = float | tuple[float, float]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class Modality(StrEnum):
    """How a text means what it says. A rumour is not an edge."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POTENTIAL = "potential"
    RUMOURED = "rumoured"
    PAST = "past"
    DENIED = "denied"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Report(_Row):
    """One text that was read. `text` is what every evidence offset points into."""

    id: str
    file: str
    title: str
    date: str | None = None
    publisher: str | None = None
    language: Literal["zh", "en"] = "zh"
    sha256: str
    text: str = Field(repr=False)

    @property
    def lines(self) -> int:
        """Number of lines of the text, the last one counted without its newline."""
        return self.text.count("\n") + (not self.text.endswith("\n"))


class Evidence(_Row):
    """A literal place in a report: `quote == report.text[start:end]`, `line` is 1-based."""

    report: str
    line: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str = Field(min_length=1)


class Entity(_Row):
    """A named thing. `names` holds every form known, the preferred one first.

    `facets` are further classes that a text uses the thing under: 人形机器人 is an
    Industry that companies are active in and a Technology that has parts.
    `date` and `issuer` are for a Policy only, as the text writes them.
    """

    id: str
    cls: str
    name: str
    names: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    date: str | None = None
    issuer: tuple[str, ...] = ()


class _Stated(_Row):
    """What anything stated carries: how it is meant, which rule read it, and where it stands."""

    modality: Modality = Modality.ASSERTED
    confidence: float = Field(default=0.5, ge=0, le=1)
    method: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Statement(_Stated):
    """One relation between two entities; `predicate` is a relation of the ontology."""

    subject: str
    predicate: str
    object: str
    qualifiers: dict[str, str] = Field(default_factory=dict)

    @property
    def id(self) -> str:
        """Hash of what is stated; qualifiers tell how, so they are not part of it.

        But for the round of an investment: two rounds are two investments.
        """
        named = filter(None, [round_of(self.qualifiers)])
        return digest(self.subject, self.predicate, self.object, self.modality, *named)


class Figure(_Stated):
    """A number with a meaning: what the text predicts (forecast) or reports (observation).

    `value` and `unit` are as written (a range is a pair); `base_value` and `base_unit`
    are the same in base units (亿美元 → USD, 万台 → 台).
    """

    kind: Literal["forecast", "observation"]
    subject: str
    metric: str
    period: str | None = None
    value: Value
    unit: str = ""
    region: str | None = None
    sources: tuple[str, ...] = ()
    comparator: str | None = None
    base_value: Value | None = None
    base_unit: str | None = None

    @property
    def id(self) -> str:
        """Hash of what is counted, when and how much."""
        return digest(
            self.kind, self.subject, self.metric, self.period, self.value, self.unit, self.region
        )


class Deal(_Stated):
    """A financing, listing or merger, as the text tells it."""

    company: str
    round: str | None = None
    date: str | None = None
    amount: str | None = None
    investors: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    valuation: str | None = None

    @property
    def id(self) -> str:
        """Hash of the company, the round and the date: what makes a deal one deal."""
        return digest(self.company, self.round, self.date, self.amount)


class Problem(_Row):
    """Something in a text that was refused or not understood: a value, not an exception."""

    kind: str
    message: str
    line: int | None = None
    quote: str | None = None


class Reading(_Row):
    """All that one loader run made of one report."""

    report: Report
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    deals: tuple[Deal, ...] = ()
    problems: tuple[Problem, ...] = ()


def digest(*parts: Any) -> str:
    """A short stable hash of JSON-able parts: the same on every machine."""
    return hashlib.sha256(_JSON.encode(parts).encode()).hexdigest()[:16]
