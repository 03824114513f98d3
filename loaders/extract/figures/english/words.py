"""English words of figures as patterns, and noun phrases cut into metric and thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.grammar import load

_LEAD = re.compile(
    r"^(?:(?:although|notably|the|a|an|its|their|his|our|this|that|these|those|such|some|total|overall|combined|average|annual|quarterly|monthly|yearly|global|worldwide|worldwide’s|domestic|new|current|initial|roughly|about|around|more|nearly|over|estimated|likely|and|or|but|also|while|when|where|as|for|with|by|in|at|of|on|from|so|then|each|every|all|both|another|only|even|already|just|now|meanwhile|however|still|yet|overall,|currently|one|unique|different|additional|further|latest|reported|international|overseas|(?:first|second|third|fourth|full|last|this|next)[\s-](?:quarter|half|year|month)(?:’s|'s)?|fiscal|expected|planned|lower|higher|year|prior|previous|whopping|record|staggering|massive)\s+)+",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[;:—–]\s|,\s(?!Inc|Ltd|LLC|Co\b|Corp)|[()“”\"]|\s-\s|\b(?:that|which|who|whose|where|said|says|saying|expects?|expected|forecasts?|estimates?|estimated|predicts?|projects?|sees|thinks|believes|shows?|showed|show|told|while|but|whereas|because|although|though|after|before|since|until|if|when|as|than|is|are|was|were|has|have|had|will|would|could|may|might|can|to)\b"
)
_AUX = re.compile(
    r"(?:\s|^)(?:will|would|could|may|might|can|should|has|have|had|be|been|is|are|was|were|being|also|now|already|currently|still|likely|expected|projected|forecast|set|estimated|anticipated|to|reportedly|roughly|about|it|only|just|then|further|that|so|far|year-to-date|recently|alone|planned|plans|plan|aims|continue|continues|typically|generally|again|each|together|both|not)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: what it measures and of what; `thing` may be empty."""

    metric: str
    thing: str


@cache
def heads() -> re.Pattern[str]:
    """The words that measure something, at the end of a text."""
    words = sorted({w.strip() for w in load("figures_en")["metric"]["heads"].split("|") if w.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})$", re.IGNORECASE)


@cache
def head_at_start() -> re.Pattern[str]:
    """The words that measure something, with up to three words before them, at a text's start."""
    words = sorted({w.strip() for w in load("figures_en")["metric"]["heads"].split("|") if w.strip()}, key=len, reverse=True)
    return re.compile(rf"(?P<before>(?:[\w’'&.\-/]+\s){{0,4}}?)(?P<head>{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


@cache
def verb(kind: str) -> re.Pattern[str]:
    """The verbs of one kind at the end of a text."""
    words = sorted(load("figures_en")["verbs"][kind], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?P<verb>{'|'.join(map(re.escape, words))})(?:\s(?:by|to|at|only|as|an?|the|roughly|about))*\s*$", re.IGNORECASE)


@cache
def flow() -> re.Pattern[str]:
    """Verbs of doing so much or so many, at the end of a text."""
    words = sorted({w for ws in load("figures_en")["forms"].values() for w in ws}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?P<verb>{'|'.join(words)})(?:\s(?:a|an|another|some|the|its|their|over|in))*\s*$", re.IGNORECASE)


def flow_of(verb_: str) -> str:
    """What a verb of doing measures: shipped → shipments."""
    grammar = load("figures_en")
    return next(str(grammar["flows"][k]) for k, forms in grammar["forms"].items() if verb_.lower() in forms)


def noun_phrase(left: str) -> str:
    """The noun phrase that stands before a verb at the end of `left`."""
    text = left.rstrip()
    if text.endswith(",") and text.count(",") > 1:
        text = text.rstrip(", ").rpartition(",")[0]
    text = text.rstrip(" ,")
    while m := _AUX.search(text):
        text = text[: m.start()].rstrip(" ,")
    text = re.sub(r"\s*\([^()]*\)\s*$", "", text)
    pieces = [p for p in _CUT.split(text) if p.strip()]
    return lead(_after_verb(pieces[-1])) if pieces else ""


def _after_verb(text: str) -> str:
    """What stands behind the last verb of a clause: `Korea secured global orders` → global orders."""
    ends = [m.end() for m in _finite().finditer(text) if text[m.end() :].strip()]
    return text[ends[-1] :] if ends else text


@cache
def _finite() -> re.Pattern[str]:
    """Verbs that take what is measured as their object."""
    grammar = load("figures_en")
    words = {w for ws in grammar["forms"].values() for w in ws}
    words |= {w for kind in ("own", "share") for w in grammar["verbs"][kind] if " " not in w} - {"with", "support", "order", "own"}
    words |= {"exceeding", "exceeds", "expected", "caps", "promised", "requires", "including", "excluding", "citing", "announced", "disclosed", "increased", "raised", "cut", "boosted", "lifted", "marking", "landing", "surpassing", "reclaim", "increasing"}
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![\w-])")


def lead(words: str) -> str:
    """Words without what begins a noun phrase and names nothing."""
    return _LEAD.sub("", words.strip(" ,.“”\"'’*") + " ").strip(" ,.")


def phrase(words: str) -> Phrase | None:
    """Cut a noun phrase into metric and thing; None where it measures nothing."""
    text = words.strip()
    owner = re.match(r"(?P<x>.+?)(?:[’']s|(?<=s)[’'])\s(?P<rest>.+)$", text)
    if owner and not re.search(r"\s(?:of|for|at|in)\s", owner.group("x")):
        rest = _measured(owner.group("rest"))
        if rest:
            return Phrase(rest.metric if not rest.thing else f"{rest.thing} {rest.metric}", owner.group("x").strip())
    return _measured(text)


def _measured(text: str) -> Phrase | None:
    if m := re.match(r"(?P<m>.+?)\s(?:of|at|for|from|by|in)\s(?P<x>.+)$", text):
        before = m.group("m").strip()
        if (h := heads().search(before)) and len(before) - len(h.group()) < 40:
            name = re.sub(r"\s(?:in|for|at|from|during|since|between|that|which)\s.*$", "", m.group("x"))
            return Phrase(lead(before), lead(name))
    if h := heads().search(text):
        start = h.start()
        while h.group().lower() not in ("market", "industry") and (more := heads().search(text[:start].rstrip())):
            start = more.start()
        return Phrase(text[start:], lead(text[:start]))
    return None
