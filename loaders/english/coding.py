"""An English sentence with its names folded into single characters.

`Ibiden and Unimicron supply Intel` becomes `① supply ②`; a frame need not know how long a name
is or how many are listed. English lists end in `and`, so a comma alone joins no two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.coded import MACROS, ORG, PERSON, PLACE, POLICY, unmarked
from loaders.english import verbs
from loaders.english.patterns import pattern
from loaders.things import ORGS, Mention, Thing

_BASE = {**dict.fromkeys(ORGS, ORG), "Place": PLACE, "Policy": POLICY, "Person": PERSON}
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u00a0": " "}
)
_ROOM = 0x3FF
# longer ones are no sentences, but tables or lists that lost their lines
LONGEST = 1500
NAME = MACROS["any"]


@dataclass(frozen=True)
class Coded:
    """A coded sentence, and the things and the words behind each of its characters."""

    text: str
    groups: dict[str, tuple[Thing, ...]]
    surfaces: dict[str, str]

    def plain(self, text: str) -> str:
        """Coded text with its names written out."""
        return re.sub(NAME, lambda m: self.surfaces[m.group()], text)


def prose(text: str) -> str:
    """A sentence without the marks of wikis and Markdown, in plain quotes and single spaces."""
    bare = pattern("coding", "markup").sub("", text)
    return re.sub(r"\s+", " ", bare.translate(_PLAIN)).strip()


def encode(sentence: str, mentions: Iterable[Mention]) -> Coded:
    """Fold the names of a sentence; names of technologies and products stay words."""
    sentence = unmarked(sentence)
    out: list[str] = []
    groups: dict[str, tuple[Thing, ...]] = {}
    surfaces: dict[str, str] = {}
    at = 0
    for number, run in enumerate(_listed(sentence, mentions)[:_ROOM]):
        mark = chr(_BASE[run[0].thing.cls] + number)
        start, end = run[0].start, _end(sentence, run[-1])
        out += [sentence[at:start], mark]
        groups[mark] = tuple(dict.fromkeys(m.thing for m in run))
        surfaces[mark] = sentence[start:end]
        at = end
    out.append(sentence[at:])
    text = pattern("coding", "ticker").sub("", "".join(out))
    return Coded(re.sub(rf"({NAME})' ", r"\1's ", text), groups, surfaces)


def _end(sentence: str, mention: Mention) -> int:
    """Where a name ends with its legal words and what stands in brackets after it."""
    tail = pattern("coding", "tail").match(sentence, mention.end)
    return tail.end() if tail else mention.end


def _listed(sentence: str, mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Mentions by the lists they stand in: `A, B and C`; `A, B` only after `such as`."""
    runs: list[list[Mention]] = []
    commas = closed = False
    for m in sorted(mentions, key=lambda m: m.start):
        if m.thing.cls not in _BASE or (runs and m.start < _end(sentence, runs[-1][-1])):
            continue
        between = sentence[_end(sentence, runs[-1][-1]) : m.start] if runs else ""
        joint = _joint(sentence, runs[-1][-1], m, between) if runs else None
        if joint == "same" or (joint and not closed):
            runs[-1].append(m)
            closed = closed or joint == "and"
            commas = joint == "comma" or (commas and joint == "same")
            continue
        if commas:
            runs[-1:] = _apart(sentence, runs[-1])
        runs.append([m])
        commas = closed = False
    if commas:
        runs[-1:] = _apart(sentence, runs[-1])
    return runs


def _joint(sentence: str, before: Mention, m: Mention, between: str) -> str | None:
    """How a name is joined to the one before it: `and`, `slash`, `comma`, `same`; None: it is not.

    `same` is a name explained, as filings do: Acme Industries, Inc., or Acme.
    """
    if between == ", or " and m.thing.id == before.thing.id:
        return "same"
    if _BASE[before.thing.cls] != _BASE[m.thing.cls]:
        return None
    if pattern("coding", "and").fullmatch(between):
        if between == "/":
            return "slash"
        return None if _begins_clause(sentence, m, between) else "and"
    return "comma" if pattern("coding", "comma").fullmatch(between) else None


def _begins_clause(sentence: str, mention: Mention, between: str) -> bool:
    """Whether `and` joins a clause or a description, no name: a verb in the singular follows
    (`, and ① makes`), or whom it describes (`and ① parent company ②`)."""
    rest = sentence[_end(sentence, mention) :]
    after = re.match(r" ([a-z]+)", rest)
    singular = verbs.third() | {"is", "was", "has"}
    if after is not None and "and" in between and after.group(1) in singular:
        return True
    return pattern("coding", "describes").match(rest) is not None


def _apart(sentence: str, run: list[Mention]) -> list[list[Mention]]:
    """Names with commas between them and no `and`: a list only where something opens one."""
    if (
        len(run) > 2
        or run[0].thing.cls == "Place"
        or pattern("coding", "opens").search(sentence[: run[0].start])
        or pattern("coding", "goes_on").match(sentence, _end(sentence, run[-1]))
    ):
        return [run]
    return [[m] for m in run]
