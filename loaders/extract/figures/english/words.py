"""English words of figures as patterns, and noun phrases cut into metric and thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.grammar import load

_BREAK = re.compile(r"[;:—–]\s|,\s(?!Inc|Ltd|LLC|Co\b|Corp)|[()“”\"]|\s-\s")
_OWNER = re.compile(r"(?P<x>.+?)(?:[’']s|(?<=s)[’'])\s(?P<rest>.+)$")
_OF = re.compile(r"(?P<m>.+?)\s(?:of|at|for|from|by|in)\s(?P<x>.+)$")
_TAIL = re.compile(r"\s(?:in|for|at|from|during|since|between|that|which)\s.*$")
_UNTIL = re.compile(
    r"\s(?:in|by|for|and|from|to|as|with|at|but|while|is|are|was|were|which|that|has|have|had|during|"
    r"despite|this|immediately|following|between|on)\b"
)
_PART = re.compile(
    r"^(?:half|most|part|much|all|a third|a quarter|two thirds) of (?:the )?", re.IGNORECASE
)
# of `cells promise an energy density`, the cells
_VERB_AND_ARTICLE = re.compile(r"\s[a-z]+\s(?:an?|the|its|their)$")
_MARKETS = ("market", "industry", "economy")
_METRIC = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: what it measures and of what; `thing` may be empty."""

    metric: str
    thing: str


def words(key: str) -> frozenset[str]:
    """One of the word lists of [words] in grammar/figures_en.toml."""
    return frozenset(load("figures_en")["words"][key])


def _any(every: set[str] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(every, key=len, reverse=True))


@cache
def _heads() -> str:
    listed = load("figures_en")["metric"]["heads"].split("|")
    return _any({w.strip() for w in listed if w.strip()})


@cache
def head_at_end() -> re.Pattern[str]:
    """The words that measure something, at the end of a text."""
    return re.compile(rf"(?<![\w-])(?:{_heads()})$", re.IGNORECASE)


def measures(label: str) -> bool:
    """Whether an English label, of a row or a column, measures something."""
    return label.isascii() and bool(head_at_end().search(label.strip(" *:")))


@cache
def head_at_start() -> re.Pattern[str]:
    """The words that measure something at a text's start, with up to four words before them."""
    before = r"(?P<before>(?:[\w’'&.\-/]{1,30}\s){0,4}?)"
    return re.compile(rf"{before}(?P<head>{_heads()})(?![\w-])", re.IGNORECASE)


@cache
def verb(kind: str) -> re.Pattern[str]:
    """The verbs of one kind at the end of a text."""
    verbs = _any(load("figures_en")["verbs"][kind])
    after = r"(?:\s(?:by|to|at|only|as|an?|the|roughly|about)){0,3}\s*$"
    return re.compile(rf"(?<![\w-])(?P<verb>{verbs}){after}", re.IGNORECASE)


@cache
def flow() -> re.Pattern[str]:
    """Verbs of doing so much or so many, at the end of a text."""
    verbs = _any({w for ws in load("figures_en")["forms"].values() for w in ws})
    after = r"(?:\s(?:a|an|another|some|the|its|their|over|in)){0,3}\s*$"
    return re.compile(rf"(?<![\w-])(?P<verb>{verbs}){after}", re.IGNORECASE)


def flow_of(verb_: str) -> str:
    """What a verb of doing measures: shipped → shipments."""
    grammar = load("figures_en")
    lemma = next(k for k, forms in grammar["forms"].items() if verb_.lower() in forms)
    return str(grammar["flows"][lemma])


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf"{_BREAK.pattern}|\b(?:{'|'.join(load('figures_en')['words']['cut'])})\b")


@cache
def _auxiliary() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s|^)(?:{_any(load('figures_en')['words']['auxiliary'])})$", re.IGNORECASE
    )


@cache
def _lead() -> re.Pattern[str]:
    listed = "|".join(load("figures_en")["words"]["lead"])
    return re.compile(rf"^(?:(?:{listed})\s+)+", re.IGNORECASE)


@cache
def _finite() -> re.Pattern[str]:
    """Verbs that take what is measured as their object."""
    grammar = load("figures_en")
    every = {w for ws in grammar["forms"].values() for w in ws} | set(grammar["words"]["takes"])
    every |= {w for kind in ("own", "share") for w in grammar["verbs"][kind] if " " not in w}
    return re.compile(
        rf"(?<![\w-])(?:{_any(every - {'with', 'support', 'order', 'own'})})(?![\w-])"
    )


def noun_phrase(left: str) -> str:
    """The noun phrase that stands before a verb at the end of `left`."""
    text = left.rstrip()
    if text.endswith(",") and text.count(",") > 1:
        # an aside between commas is no part of the subject
        text = text.rstrip(", ").rpartition(",")[0]
    text = text.rstrip(" ,")
    while m := _auxiliary().search(text):
        text = text[: m.start()].rstrip(" ,")
    text = re.sub(r"\s*\([^()]*\)\s*$", "", text)
    pieces = [p for p in _cut().split(text) if p.strip()]
    return lead(_after_verb(pieces[-1])) if pieces else ""


def _after_verb(text: str) -> str:
    """What stands behind the last verb of a clause: `Korea secured global orders`."""
    ends = [m.end() for m in _finite().finditer(text) if text[m.end() :].strip()]
    return text[ends[-1] :] if ends else text


def lead(said: str) -> str:
    """Words without what begins a noun phrase and names nothing."""
    return _lead().sub("", said.strip(" ,.“”\"'’*") + " ").strip(" ,.")


def until(said: str) -> str:
    """A noun phrase up to where it ends: `HBM output in 2026` → HBM output."""
    return _UNTIL.split(said)[0].strip()


def phrase(said: str) -> Phrase | None:
    """Cut a noun phrase into metric and thing; None where it measures nothing."""
    text = _PART.sub("", said.strip())
    owner = _OWNER.match(text)
    if owner and not re.search(r"\s(?:of|for|at|in)\s", owner.group("x")):
        rest = _measured(owner.group("rest"))
        if rest:
            metric = f"{rest.thing} {rest.metric}" if rest.thing else rest.metric
            return Phrase(metric, owner.group("x").strip())
    return _measured(text)


def _measured(text: str) -> Phrase | None:
    if m := _OF.match(text):
        before = m.group("m").strip()
        head = head_at_end().search(before)
        if head and len(before) - len(head.group()) < _METRIC:
            return Phrase(lead(before), lead(_TAIL.sub("", m.group("x"))))
    head = head_at_end().search(text)
    if head is None:
        return None
    start = head.start()
    while head.group().lower() not in _MARKETS:
        more = head_at_end().search(text[:start].rstrip())
        if more is None:
            break
        start = more.start()
    return Phrase(text[start:], lead(_VERB_AND_ARTICLE.sub("", text[:start].strip())))


def is_market(metric: str) -> bool:
    """Whether a metric is a market, which keeps its name and is measured in money."""
    return metric.lower().split()[-1] in _MARKETS
