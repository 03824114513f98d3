"""How often a rule is right: its share of right statements among those that were judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from loaders.grammar import load

SOURCES = ("gold", "hand")
# Where nothing at all was judged, right and wrong are as likely.
UNKNOWN = 0.5


@cache
def confidence(method: str) -> float:
    """The measured share of right statements among those that a rule makes, 0 to 1."""
    return _measured()(method)


@cache
def _measured() -> Shares:
    return Shares(load("confidence"))


class Shares:
    """Shares of right statements, from `{source: {method: [right, judged]}}` and a weight.

    A rule of which little is judged is drawn towards the share of its family, a family in the
    same way towards the share of all rules. One more is counted as wrong each time: a rule is
    less often right on texts that nobody has read, and the less it was tried the more so.
    """

    def __init__(self, counts: Mapping[str, Any]) -> None:
        self._weight: int = counts["weight"]
        self._right: Counter[str] = Counter()
        self._judged: Counter[str] = Counter()
        for source in SOURCES:
            for method, (right, judged) in counts[source].items():
                for name in (method, _family(method), ""):
                    self._right[name] += right
                    self._judged[name] += judged

    def __call__(self, method: str) -> float:
        """The share of a rule, to two places."""
        share = UNKNOWN
        for name in ("", _family(method), method):
            share = self._drawn(name, towards=share)
        return round(share, 2)

    def _drawn(self, name: str, towards: float) -> float:
        """A share, as if `weight` more had been judged, of which as many as elsewhere are right."""
        right = self._right[name] + self._weight * towards
        return right / (self._judged[name] + self._weight + 1)


def _family(method: str) -> str:
    return method[: method.find(":") + 1]
