"""The English frames: patterns of a clause with roles, from grammar/frames_en.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.coded import MACROS
from loaders.english import verbs
from loaders.grammar import load

_VERB = re.compile(r"\{(act|pass|going|done):([a-z|]+)\}")
_FORMS = {"act": verbs.active, "pass": verbs.passive, "going": verbs.going, "done": verbs.done}


@dataclass(frozen=True)
class Frame:
    """One way of saying a relation in a clause.

    `inherit` names the role that the topic fills where the clause only has `its`; `strong`
    frames name things by what is done to them, so that unknown noun phrases may pass; a
    `proper` one takes only products' own names. `must` needs an item. A `whole` frame reads a
    noun phrase (`Apple supplier Foxconn`), so it sees the sentence before it is simplified.
    `modality` is how a frame means it where no other word colours it.
    """

    name: str
    predicate: str
    pattern: re.Pattern[str]
    inherit: str | None = None
    strong: bool = False
    must: bool = False
    proper: bool = False
    whole: bool = False
    modality: str = "asserted"

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"english:{self.name}"


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, compiled."""
    grammar = load("frames_en")
    macros = {**MACROS, "be": verbs.BE, "adv": verbs.ADVERB, **grammar["macros"]}
    return tuple(_frame(f, macros) for f in grammar["frame"])


def _frame(entry: dict[str, object], macros: dict[str, str]) -> Frame:
    pattern = str(entry["pattern"])
    for _ in range(4):
        pattern = re.sub(r"\{([a-z_]+|[A-Z])\}", lambda m: macros[m.group(1)], pattern)
    pattern = _VERB.sub(lambda m: _FORMS[m.group(1)](m.group(2)), pattern)
    rest = {k: v for k, v in entry.items() if k != "pattern"}
    return Frame(pattern=re.compile(pattern), **rest)  # type: ignore[arg-type]
