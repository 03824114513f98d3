"""Rounds: what keeps two investments of one party in one company apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

SIDE_BY_SIDE = "；"
_TELLING = ("amount", "date")
_WORDS = re.compile(r"融资|轮|series|round|\s")

Qualifiers = Mapping[str, str]


def round_of(said: Qualifiers) -> str:
    """The round that a statement names, however it writes it: B轮, B 轮融资, Series B are "b"."""
    text = said.get("round", "").partition(SIDE_BY_SIDE)[0]
    return _WORDS.sub("", text.lower())


def rounds(told: Sequence[Qualifiers]) -> list[str]:
    """The round that each of these statements about one pair of things is of.

    That is the one it names. One that names none is of the round that it tells the most of, and
    nothing against: the same amount, the same date. "" where no round is, or no single one.
    """
    named = [(name, said) for said in told if (name := round_of(said))]
    return [round_of(said) or _likeliest(said, named) for said in told]


def _likeliest(said: Qualifiers, named: Sequence[tuple[str, Qualifiers]]) -> str:
    shared: dict[str, int] = {}
    for name, other in named:
        shared[name] = max(shared.get(name, -1), _shared(said, other))
    most = max(shared.values(), default=-1)
    best = [name for name in shared if shared[name] == most >= 0]
    return best[0] if len(best) == 1 else ""


def _shared(one: Qualifiers, other: Qualifiers) -> int:
    """How many details two statements have in common; -1 where they differ in one."""
    both = [key for key in _TELLING if key in one and key in other]
    pairs = [("".join(one[key].split()), "".join(other[key].split())) for key in both]
    # 2024 is the same as 2024-02, told less exactly
    same = all(a.startswith(b) or b.startswith(a) for a, b in pairs)
    return len(pairs) if same else -1
