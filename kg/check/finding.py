"""Something that is not as it should be, with the sentences that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.store.facts import FigureFact
    from kg.store.nodes import Place

COLUMNS = ("check", "message", "subject", "metric", "region", "period", "file", "line", "quote")


@dataclass(frozen=True)
class Finding:
    """`check` is the kind of finding; what it is about is told by the other fields."""

    check: str
    message: str
    places: tuple[Place, ...] = ()
    subject: str = ""
    metric: str = ""
    region: str | None = None
    period: str | None = None

    @classmethod
    def about(cls, check: str, message: str, facts: Iterable[FigureFact]) -> Finding:
        """A finding about figures, the first of which says what they count."""
        facts = list(facts)
        first, places = facts[0], (fact.evidence[0] for fact in facts)
        return cls(check, message, tuple(dict.fromkeys(places)), first.subject.name, first.metric,
                   first.region, first.period)  # fmt: skip

    def row(self) -> Row:
        """The finding as a row."""
        first = self.places[0] if self.places else None
        return {
            "check": self.check, "message": self.message, "subject": self.subject,
            "metric": self.metric, "region": self.region, "period": self.period,
            "file": first.file if first else None, "line": first.line if first else None,
            "quote": " / ".join(dict.fromkeys(place.quote for place in self.places)),
            "sentences": [
                {"report": p.report, "file": p.file, "line": p.line, "quote": p.quote}
                for p in self.places
            ],
        }  # fmt: skip
