"""Forms of English verbs, and the patterns that frames need of them."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar import load

_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")
# what may stand between a subject and its verb: adverbs, auxiliaries, and verbs that only
# colour the next one ("plans to", "is in talks to", "has begun")
ADVERB = (
    r"(?:\w+ly|also|now|still|already|once|often|even|just|both|then|soon|never|not|long|since|first|"
    r"in turn|each|all|itself|alone|so far|to date|no longer|in-house|"
    r"(?:on|in|this|last|next|earlier this|late last) (?:\d{4}|\w+day|week|month|quarter|year|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)"
)
_MODAL = r"(?:will|would|can|could|may|might|must|should|shall|cannot|can't|won't|does|do|did|doesn't|don't|didn't)"
_HAVE = r"(?:has|have|had|having|hasn't|haven't)"
_TOWARD = (
    r"(?:(?:has |have |had )?(?:also |now |now also )?(?:plan|plans|planned|planning|expects?|expected|intends?|aims?|hopes?|seeks?|wants?|continues?|"
    r"continued|agreed|began|begun|starts?|started|begins?|prepares?|preparing|prepared|set|due|scheduled|"
    r"slated|likely|reported|said|rumou?red|able|ready|moved|pledged|vowed|declined|refused|stopped|ceased|failed|fails|opted|helps?|"
    r"negotiating|looking|considering|in (?:advanced |early |final )?talks(?: with [\ue000-\uf3ff])?|in negotiations|bidding|"
    r"working|used|decided|managed|going) to)"
)
BE = r"(?:is|are|was|were|be|been|being|'s|get|gets|got|isn't|aren't|wasn't|weren't)"
_BEGAN = r"(?:began|begun|begins|started|starts|stopped|stops|halted|resumed|considers?|considering|considered|finished|avoids?|ended)"
_BEFORE = rf"(?:{ADVERB}|{_MODAL}|{_HAVE}|(?:{BE} (?:{ADVERB} )?)?{_TOWARD})"


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
def third() -> frozenset[str]:
    """The third person singular of all verbs that the grammar knows."""
    return frozenset(forms(v)[1] for group in load("english")["verbs"] for v in lemmas(group))


@cache
def starts() -> str:
    """What a predicate begins with, as alternatives of a pattern."""
    known = sorted(finite(), key=len, reverse=True)
    more = "is are was were has have had will would may could can plans expects aims saw declined denied".split()
    return "|".join([*map(re.escape, known), *more])


def _any(words: object) -> str:
    found = sorted({str(w) for w in words}, key=len, reverse=True)  # type: ignore[attr-defined]
    return "(?:" + "|".join(map(re.escape, found)) + ")"


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
