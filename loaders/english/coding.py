"""An English sentence with its names folded into single characters.

`Ibiden and Unimicron supply Intel` becomes `① supply ②`; a frame need not know how long a name
is or how many are listed. English lists end in `and`, so a comma alone joins no two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.coded import CONCEPT, ORG, PERSON, PLACE, POLICY
from loaders.english import verbs
from loaders.grammar import load
from loaders.things import ORGS, Mention, Thing

_BASE = {**dict.fromkeys(ORGS, ORG), "Place": PLACE, "Policy": POLICY, "Person": PERSON}
_ASIDE = r"(?: ?\([^()]{1,60}\))?"
_LEGAL = rf"(?:,? (?:{'|'.join(load('english')['names']['legal'].split())})\b\.?)*"
_TAIL = re.compile(rf"{_LEGAL}{_ASIDE}")
_TICKER = re.compile(r" \((?:[A-Z]{2,6}: ?)?[A-Z0-9][A-Za-z0-9_]*(?:\.[A-Z]{1,2})?\)(?= [a-z]|,)")
_COMMA = re.compile(r", (?:(?:including|such as) )?")
_AND = re.compile(r"(?:,? (?:and|or|&|as well as) |/)")
_OPENS = re.compile(r"(?:\b(?:such as|including|includes?|included|like|are|namely|between)|:|\() ?$")
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u00a0": " "})
NAME = "[\ue000-\uf3ff]"


@dataclass(frozen=True)
class Coded:
    """A coded sentence and the things behind each of its characters."""

    text: str
    groups: dict[str, tuple[Thing, ...]]
    surfaces: dict[str, str]

    def plain(self, text: str) -> str:
        """Coded text with its names written out."""
        return re.sub(NAME, lambda m: self.surfaces[m.group()], text)


def prose(text: str) -> str:
    """A sentence without the marks of wikis and Markdown, with plain apostrophes and single spaces."""
    bare = re.sub(r"\[\[|\]\]|\*\*|__|`", "", text)
    return re.sub(r"\s+", " ", bare.translate(_PLAIN)).strip()


def encode(sentence: str, mentions: Iterable[Mention]) -> Coded:
    """Fold the names of a sentence; names of technologies and products stay words."""
    out: list[str] = []
    groups: dict[str, tuple[Thing, ...]] = {}
    surfaces: dict[str, str] = {}
    at = 0
    for number, run in enumerate(_listed(sentence, mentions)):
        mark = chr(_BASE[run[0].thing.cls] + number % 0x3FF)
        start, end = run[0].start, _end(sentence, run[-1])
        out += [sentence[at:start], mark]
        groups[mark] = tuple(dict.fromkeys(m.thing for m in run))
        surfaces[mark] = sentence[start:end]
        at = end
    out.append(sentence[at:])
    return Coded(_TICKER.sub("", "".join(out)), groups, surfaces)


def _end(sentence: str, mention: Mention) -> int:
    """Where a name ends with its legal words and what stands in brackets after it."""
    tail = _TAIL.match(sentence, mention.end)
    return tail.end() if tail else mention.end


def _listed(sentence: str, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions by the lists they stand in: `A, B and C`; `A, B` only after `such as`."""
    runs: list[list[Mention]] = []
    commas = closed = False
    for m in sorted(mentions, key=lambda m: m.start):
        if m.thing.cls not in _BASE or (runs and m.start < _end(sentence, runs[-1][-1])):
            continue
        between = sentence[_end(sentence, runs[-1][-1]) : m.start] if runs else ""
        same = bool(runs) and _BASE[runs[-1][-1].thing.cls] == _BASE[m.thing.cls]
        if runs and between == ", or " and m.thing.id == runs[-1][-1].thing.id:
            runs[-1].append(m)
        elif same and not closed and _AND.fullmatch(between) and not _begins_clause(sentence, m, between):
            runs[-1].append(m)
            closed, commas = between != "/", False
        elif same and not closed and _COMMA.fullmatch(between):
            runs[-1].append(m)
            commas = True
        else:
            if commas and runs:
                runs[-1:] = _apart(sentence, runs[-1])
            runs.append([m])
            commas = closed = False
    if commas and runs:
        runs[-1:] = _apart(sentence, runs[-1])
    return runs


def _begins_clause(sentence: str, mention: Mention, between: str) -> bool:
    """Whether `and` joins a clause, no name: a verb in the singular follows (`, and ① makes`)."""
    after = re.match(r" ([a-z]+)", sentence[_end(sentence, mention) :])
    return bool(after) and "and" in between and (after.group(1) in ("is", "was", "has") or after.group(1) in verbs.third())  # type: ignore[union-attr]


def _apart(sentence: str, run: list[Mention]) -> list[list[Mention]]:
    """Names with commas between them and no `and`: a list only where something opens one."""
    opened = _OPENS.search(sentence[: run[0].start])
    if opened or len(run) > 2:
        return [run]
    return [[m] for m in run]


__all__ = ["CONCEPT", "NAME", "Coded", "encode"]
