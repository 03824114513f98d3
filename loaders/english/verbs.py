"""Forms of English verbs, and the patterns that frames need of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.grammar import load

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")


def _any(words: Iterable[str]) -> str:
    found = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, found)) + ")"


def _colour(key: str) -> str:
    return _any(load("english")["colour"][key].split())


# what may stand between a subject and its verb: adverbs, auxiliaries, and verbs that only
# colour the next one ("plans to", "is in talks to", "has begun")
ADVERB = (
    rf"(?:\w+ly|{_colour('adverb')}|in turn|so far|to date|no longer|"
    r"(?:on|in|this|last|next|earlier this|late last) "
    rf"(?:\d{{4}}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\w+day|week|month|quarter|year|{_colour('months')})(?: \d{{4}})?)"
)
BE = _colour("be")
_HAVE, _BEGAN = _colour("have"), _colour("began")
_TALKS = r"in (?:advanced |early |final )?(?:talks|negotiations)(?: with [\ue000-\uf3ff])?"
_TOWARD = rf"(?:(?:has |have |had )?(?:also |now |now also )?(?:{_colour('toward')}|{_TALKS}) to)"
_BEFORE = rf"(?:{ADVERB}|{_colour('modal')}|{_HAVE}|(?:{BE} (?:{ADVERB} )?)?{_TOWARD})"


@cache
def forms(lemma: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and -ing form of a verb."""
    past, participle = _past(lemma)
    return lemma, _third(lemma), past, participle, _ing(lemma)


@cache
def lemmas(key: str) -> tuple[str, ...]:
    """The verbs of a group, such as `supply`; a group may hold the names of others."""
    return tuple(load("english")["verbs"][key].split())


@cache
def active(keys: str) -> str:
    """A pattern of the verbs as what a subject does, with what colours them before it."""
    every = [forms(v) for key in keys.split("|") for v in lemmas(key)]
    finite = _any(f for base, third, past, _, _ in every for f in (base, third, past))
    perfect = _any(f[3] for f in every)
    going = _any(f[4] for f in every)
    return (
        rf"(?:{_BEFORE} ){{0,5}}(?:{finite}|(?:(?:{_HAVE}|{ADVERB}) ){{1,2}}{perfect}|"
        rf"(?:{BE}|{_BEGAN}) (?:(?:{ADVERB}|{_BEGAN}) ){{0,2}}{going})\b"
    )


@cache
def passive(keys: str) -> str:
    """A pattern of the verbs as what is done to a subject."""
    done = _any(forms(v)[3] for key in keys.split("|") for v in lemmas(key))
    return rf"(?:{_BEFORE} ){{0,5}}{BE} (?:{ADVERB} ){{0,2}}{done}\b"


@cache
def bare(keys: str) -> str:
    """A pattern of all forms of the verbs, without what colours them."""
    return _any(f for key in keys.split("|") for v in lemmas(key) for f in forms(v))


@cache
def going(keys: str) -> str:
    """The -ing forms of the verbs."""
    return _any(forms(v)[4] for key in keys.split("|") for v in lemmas(key))


@cache
def done(keys: str) -> str:
    """The participles of the verbs."""
    return _any(forms(v)[3] for key in keys.split("|") for v in lemmas(key))


@cache
def finite() -> frozenset[str]:
    """All finite forms of the verbs that the grammar knows."""
    return frozenset(
        f for group in load("english")["verbs"] for v in lemmas(group) for f in forms(v)[:3]
    )


@cache
def past() -> frozenset[str]:
    """The past tense of all verbs that the grammar knows."""
    return frozenset(forms(v)[2] for group in load("english")["verbs"] for v in lemmas(group))


@cache
def third() -> frozenset[str]:
    """The third person singular of all verbs that the grammar knows."""
    return frozenset(forms(v)[1] for group in load("english")["verbs"] for v in lemmas(group))


@cache
def starts() -> str:
    """What a predicate begins with, as alternatives of a pattern."""
    more = load("english")["colour"]["starts"].split()
    return "|".join(map(re.escape, sorted(finite().union(more), key=len, reverse=True)))


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if _doubles(verb) else verb) + "ing"


def _past(verb: str) -> tuple[str, str]:
    if verb in load("english")["irregular"]:
        past, participle = load("english")["irregular"][verb].split()
        return past, participle
    if verb.endswith("e"):
        past = verb + "d"
    elif re.search(r"[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
    else:
        past = (verb + verb[-1] if _doubles(verb) else verb) + "ed"
    return past, past


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled: one syllable, one vowel before it."""
    irregular = load("english")["irregular"].get(verb, "")
    if irregular.startswith(verb + verb[-1]):
        return True
    return bool(_DOUBLED.search(verb)) and len(re.findall(r"[aeiou]+", verb)) == 1
