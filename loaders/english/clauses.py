"""Simple clauses made of a coded English sentence: a subject right before its verb.

`①, which makes chips, buys gas from ② and sells to ③` gives `① makes chips`, `① buys gas from ②`
and `① sells to ③`, so that frames need not know what may stand in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.english import verbs
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, words
from loaders.grammar import load

_O = re.compile("[\ue000-\ue3ff]")
_ARTICLES = ("a", "an", "the", "fellow")
_ASIDES = 6
_NEAR = 16


def clauses(text: str) -> Iterator[str]:
    """The clauses of a coded sentence, each beginning with its subject where it has one."""
    seen: set[str] = set()
    for whole in _unwrapped(text, _ASIDES):
        for segment in _segments(whole):
            for clause in (segment, *_predicates(segment)):
                if clause not in seen:
                    seen.add(clause)
                    yield clause


def described(text: str) -> str:
    """A sentence without the words that describe a name before it: `Swedish truck maker ①` → ①."""
    for m in reversed(list(_O.finditer(text))):
        text = text[: _description(text, m.start())] + text[m.start() :]
    return text


def _description(text: str, at: int) -> int:
    """Where the description of the name at `at` begins."""
    tokens = list(re.finditer(r"\S+", text[:at]))
    if not tokens or text[at - 1 : at] != " ":
        return at
    last = tokens[-1].group()
    if _origin(last):
        return tokens[-1].start()
    if last.lower().split("-")[-1] not in words("roles"):
        return at
    start = tokens[-1].start()
    for token in reversed(tokens[:-1]):
        word = token.group()
        if word.lower() in _ARTICLES or pattern("clauses", "org").fullmatch(word):
            return token.start()
        if not _origin(word) and not _describes(word):
            break
        start = token.start()
    town = pattern("clauses", "town").search(text[:start])
    return town.start() if town else start


def _origin(word: str) -> bool:
    """Whether a word says where something is from: Swedish, Germany's, U.S.-based."""
    return word in load("english")["nations"] or bool(pattern("clauses", "origin").fullmatch(word))


def _describes(word: str) -> bool:
    """Whether a word before `maker ①` may still belong to it: no verb, no preposition."""
    low = word.lower()
    if low in lexicon("stop") or low in lexicon("function"):
        return False
    if low in verbs.finite() and low not in lexicon("things"):
        return False
    return pattern("clauses", "describing").fullmatch(word) is not None


def _unwrapped(text: str, deep: int) -> Iterator[str]:
    """The sentence without its asides, and each aside as a clause of its own."""
    rest = text = pattern("clauses", "dashes").sub(r", \1, ", text)
    titled = pattern("clauses", "titled").match(text)
    if titled and not re.search(r", | and ", titled.group("aside")):
        yield f"{titled.group('name')} is {titled.group('aside')}"
        rest = f"{titled.group('name')} {text[titled.end() :]}"
    for _ in range(_ASIDES):
        m = pattern("clauses", "aside").search(rest)
        if m is None:
            break
        if (aside := _aside(m.group(1), m.group(2))) is not None:
            yield aside
        elif not (m.group(3) and pattern("clauses", "predicate").match(rest, m.end())):
            tail = rest[m.end(1) + 2 :]
            if deep and _O.search(tail):
                yield from _unwrapped(tail, deep - 1)
            break
        follows = pattern("clauses", "predicate").match(rest, m.end()) is not None
        tail = f"{' ' if follows else ', '}{rest[m.end() :]}" if m.group(3) else ""
        rest = rest[: m.end(1)] + tail
    yield rest
    yield from _embedded(text, rest)


def _aside(name: str, aside: str) -> str | None:
    """An aside as a clause about the name before it; None where it is no such thing."""
    if relative := pattern("clauses", "relative").match(aside):
        return f"{name} {relative.group('verb')}"
    nominal = pattern("clauses", "nominal", re.IGNORECASE).match(aside)
    if nominal or pattern("clauses", "participle").match(aside):
        return f"{name} is {aside}"
    return None


def _embedded(text: str, rest: str) -> Iterator[str]:
    """Clauses inside others: `① that makes …`, `expects ① to make …`, `Based in ②, ① …`."""
    for m in pattern("clauses", "restrictive").finditer(rest):
        yield f"{m.group(1)} {rest[m.end() :]}"
    for m in pattern("clauses", "thing_aside").finditer(text):
        if m.group("name").split()[0].lower() not in words("common"):
            yield f"{m.group('name')} is {m.group('aside')}"
            if pattern("clauses", "predicate").match(text, m.end() + 2):
                yield f"{m.group('name')} {text[m.end() + 2 :]}"
    for m in pattern("clauses", "dashed").finditer(text):
        yield f"{m.group('name')} is {m.group('aside')}"
    for m in pattern("clauses", "which_thing").finditer(text):
        yield f"{m.group('name')} {m.group('verb')}"
        if pattern("clauses", "predicate").match(text, m.end()):
            yield f"{m.group('name')} {text[m.end() :]}"
    for m in pattern("clauses", "wanted").finditer(text):
        yield f"{m.group('name')} is expected to {text[m.end() :]}"
    for m in pattern("clauses", "of_thing").finditer(text):
        yield f"{m.group('thing')} {m.group('verb')}"
    if opening := pattern("clauses", "opening").match(text):
        yield f"{opening.group('name')} is {opening.group('what')}"


def _segments(text: str) -> Iterator[str]:
    """The coordinated clauses of a sentence, without what opens them (In 2024, …)."""
    at = 0
    pieces = []
    for m in pattern("clauses", "break").finditer(text):
        pieces.append(text[at : m.start()])
        at = m.end()
    for piece in (*pieces, text[at:]):
        bare = piece.strip(" ,.“”\"'")
        bare = pattern("clauses", "subordinate", re.IGNORECASE).sub("", bare)
        for _ in range(2):
            if opens := pattern("clauses", "adverbial", re.IGNORECASE).match(bare):
                yield bare[: opens.end() - 2]
                bare = bare[opens.end() :]
        if bare:
            yield bare


def _predicates(segment: str) -> Iterator[str]:
    """`① counts ② among its customers and buys …` → `① buys …`: further verbs of one subject."""
    subject = pattern("clauses", "subject").search(segment)
    thing = pattern("clauses", "thing").match(segment)
    # `The V9 is made by ① and carries …`: it is the V9 that does
    if thing is not None and (subject is None or thing.end() <= subject.start()):
        subject = thing
    if subject is None:
        return
    for m in pattern("clauses", "further").finditer(segment, subject.end()):
        # `to design and build` has no second predicate, but a second infinitive
        modal = None
        if m.group("verb") in _bases():
            modal = pattern("clauses", "modal").search(segment, subject.end(), m.start())
        if modal is None:
            yield f"{subject.group()} {segment[m.end() :]}"
        elif modal.start() - subject.end() < _NEAR:
            # `will cut its stake and buy cells from ②`: what coloured the first colours the second
            yield f"{segment[subject.start() : modal.end()]}{segment[m.end() :]}"


@cache
def _bases() -> frozenset[str]:
    found = (f for f in verbs.finite() if verbs.forms(f)[0] == f)
    return frozenset(f for f in found if not f.endswith(("s", "ed")))
