"""Evidence: where in a report something stands, and its own words there."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from kg.model import Evidence, Problem, Report
from loaders.blocks import Text

LONGEST_IN_PROBLEM = 200


class Quotes:
    """Quotes one report, literally."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._places: dict[Text, Evidence] = {}

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.report.text) if c == "\n")]

    def evidence(self, text: Text) -> Evidence:
        """The place of a text that is not blank, without white space around it.

        A sentence is the evidence of all that it says: its place is looked up once.
        """
        if text not in self._places:
            self._places[text] = self._evidence(text)
        return self._places[text]

    def _evidence(self, text: Text) -> Evidence:
        trimmed = text.strip()
        start, end = trimmed.span(0, len(trimmed))
        return Evidence(
            report=self.report.id,
            line=bisect_right(self._lines, start),
            start=start,
            end=end,
            quote=self.report.text[start:end],
        )

    def refusal(self, reason: str, text: Text) -> Problem:
        """That something was not taken, and where it stands."""
        place = self.evidence(text) if text.value.strip() else None
        return Problem(
            kind="refused",
            message=reason,
            line=place.line if place else None,
            quote=place.quote[:LONGEST_IN_PROBLEM] if place else None,
        )
