"""Ways of telling a deal in English, matched on a sentence whose names are folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.grammar import load
from loaders.grammar.kept import compiled
from loaders.grammar.patterns import expand

_PREDICATES = {"takeover": "ACQUIRES", "stake": "INVESTS_IN"}


@dataclass(frozen=True)
class Frame:
    """One way of telling a deal. `inherit` is the role that the topic of the text may fill;
    `alone` frames read nothing where another has read already; `raises` tells money with it."""

    name: str
    kind: Literal["round", "takeover", "stake", "listing"]
    pattern: re.Pattern[str]
    modality: str = ""
    inherit: str = ""
    alone: bool = False
    raises: bool = False

    @property
    def predicate(self) -> str:
        """The relation it reads; rounds and listings read deals."""
        return _PREDICATES.get(self.kind, "")

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"deal:{self.kind}-en"


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of grammar/deals.toml, compiled."""
    return tuple(
        Frame(**{**row, "pattern": compiled(expand("deals", row["pattern"]))})
        for row in load("deals")["frame_en"]
    )
