"""What the words around a capitalised name show: a company, a person, a body or a product."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.english.patterns import pattern
from loaders.english.runs import Run, lexicon, singular, words
from loaders.things import Mention

# how far before a name the words stand that speak of it
_NEAR = 160


@dataclass
class Candidate:
    """A capitalised name that the report uses, and how much speaks for each class.

    `capital` counts capitals in the middle of a sentence: enough where a table knows the name.
    """

    name: str
    company: int = 0
    person: int = 0
    body: int = 0
    other: int = 0
    capital: int = 0
    aliases: set[str] = field(default_factory=set)


def judge(text: str, run: Run, mentions: list[Mention], candidate: Candidate) -> None:
    """Add to a candidate what the words in and around one of its runs show."""
    before, after = text[max(0, run.start - _NEAR) : run.start], text[run.end :]
    parts = run.name.split()
    if parts[-1] in words("bodies") or (parts[0] in words("bodies") and len(parts) > 2):
        candidate.body += 2
        return
    candidate.company += _in_name(run, mentions, after)
    if pattern("names", "ticker").match(after):
        candidate.company += 3
    elif gloss := pattern("names", "gloss").match(after):
        candidate.aliases.add(gloss.group(1))
    if _person(before, after, run.name):
        candidate.person += 3
        return
    candidate.company += 2 * bool(pattern("names", "company_before").search(before))
    candidate.company += 2 * bool(pattern("names", "company_after").match(after))
    candidate.company += bool(pattern("names", "nation_before").search(before))
    candidate.company += bool(pattern("names", "said").match(after))
    inside = bool(before.strip("\"'( ")) or re.match(r" [a-z]{3,}ed\b", after) is not None
    candidate.capital += inside and not _titled(text)
    candidate.other += 2 * bool(pattern("names", "product_after").match(after))
    candidate.other += 2 * run.name[0].islower()
    candidate.other += 2 * _called_a_thing(after)
    if parts[-1] not in words("tails"):
        candidate.other += bool(pattern("names", "owned").search(before))


def _in_name(run: Run, mentions: list[Mention], after: str) -> int:
    """What the words of the name itself say: a tail, a legal word, a known name it begins with."""
    last = run.name.split()[-1].strip(".,")
    # Halden Turbines: firms are called after what they make, products are not
    goods = " " in run.name and last.endswith("s") and singular(last) in lexicon("things")
    tail = last in words("tails") or goods
    score = 3 * ((" " in run.name and tail) or bool(pattern("names", "legal_after").match(after)))
    longer = any(
        m.thing.cls == "Company" and m.start == run.start and m.end < run.end for m in mentions
    )
    return score + 2 * (longer and (tail or last in words("empty_tails")))


def _called_a_thing(after: str) -> bool:
    """Whether what follows a name says that it is a thing: `is a four-legged robot for …`."""
    said = pattern("names", "is_a").match(after)
    return said is not None and singular(said.group("what")) in lexicon("things")


def _titled(text: str) -> bool:
    """Whether a sentence is written like a title, where capitals show nothing."""
    long = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return sum(w[0].isupper() for w in long) * 2 > len(long)


def _person(before: str, after: str, name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    if not pattern("names", "person").match(name):
        return False
    spoken = first in words("surnames") and pattern("names", "speaker_before").search(before)
    return bool(
        first in words("given")
        or spoken
        or pattern("names", "person_before").search(before)
        or pattern("names", "person_after").match(after)
    )
