"""Simple clauses made of a coded English sentence: a subject right before its verb.

`①, which makes chips, buys gas from ② and sells to ③` gives `① makes chips`, `① buys gas from ②`
and `① sells to ③`, so that frames need not know what may stand in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.english import verbs
from loaders.english.coding import NAME
from loaders.english.nouns import lexicon
from loaders.english.runs import words
from loaders.grammar import load

_O = "[\ue000-\ue3ff]"
_BREAK = re.compile(
    r"; |, (?:while|whereas|although|though|because|but(?! (?:not|also)\b)|so|as|since|with) | (?:while|whereas|although|because) "
    rf"| [—–-] |: |, and (?=[^,;]{{1,70}}? (?:is|are|was|were|has|have|will|would|can|could|may)\b|(?:its|their|the|{_O}'s) [\w\- ]{{2,30}}? (?:uses|runs|makes|has)\b)|(?<=[”\"]) "
)
_SUBORDINATE = re.compile(r"^(?:while|although|though|as|since|because|when|after|before|whereas|if|and|but|yet|so|meanwhile|separately),? ", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"^(?:in|on|at|by|under|during|since|after|before|for|with|from|to|as|earlier|last|late|notably|separately|meanwhile|today|currently|internationally|among|for example|for instance|"
    rf"according|despite|unlike|like|of)\b[^,;]{{0,90}}, (?=(?:{NAME}|[A-Za-z]))",
    re.IGNORECASE,
)
_ASIDE = re.compile(rf"({_O}(?:'s [\w\- ]{{2,40}}?)?), (?!{_O}(?!'s)|and |but |or )([^;:]{{2,220}}?)(, (?!and {_O}|{_O})|$)")
_RELATIVE = re.compile(r"^(?:which|who|that) (?P<verb>.+)$")
_NOMINAL = re.compile(
    r"^(?:(?:formerly|once|now|currently|itself|previously) )?(?:a|an|the|another|one of|its|part of|formerly|once|long) ", re.IGNORECASE
)
_PARTICIPLE = re.compile(r"^(?:(?:\w+ly|better|best|also|both|all|each) )?(?:based|headquartered|founded|co-founded|owned|backed|known|controlled|supplied|made|located|listed|\w{3,}ing)\b")
_TO = re.compile(r" (?:to|will|would|may|might|can|could|should|must) ")
_THAT = re.compile(rf"({_O}) (?:that|which) ")
_OF_THING = re.compile(rf"(?P<thing>(?:[Ii]ts|[Tt]heir|[Tt]he|{_O}'s) (?:[\w\-]+ ){{0,5}}[\w\-]+), which (?P<verb>[^;:]{{3,120}}?)(?:, (?=[a-z]+ )|$)")
_TITLED = re.compile(rf"^(?P<name>(?:(?:The|{_O}'s) )?[A-Z0-9][\w\- ]{{1,40}}), (?P<aside>(?:a|an|the|its|{_O}'s) [^;:]{{2,100}}?), (?=(?:{verbs.ADVERB} )?(?:{verbs.starts()})\b)")
_WANTED = re.compile(rf"\b(?:expects?|expected|wants?|wanted|asked|predicts?|forecasts?) (?P<name>{_O}) to ")
_OPENING = re.compile(rf"^(?P<what>(?:[Ff]ounded|[Bb]ased|[Hh]eadquartered|[Oo]wned|[Bb]acked|[Cc]o-founded|[Cc]ontrolled) [^,;]{{2,60}}), (?P<name>{_O})")


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(rf"(?:{verbs.ADVERB} )*(?:{verbs.starts()})\b")


def clauses(text: str) -> Iterator[str]:
    """The clauses of a coded sentence, each beginning with its subject where it has one."""
    seen: set[str] = set()
    for whole in _unwrapped(text):
        for segment in _segments(whole):
            for clause in (segment, *_predicates(segment)):
                if clause not in seen:
                    seen.add(clause)
                    yield clause


def described(text: str) -> str:
    """A sentence without the words that describe a name before it: `Swedish truck maker ①` → ①."""
    for m in reversed(list(re.finditer(_O, text))):
        start = _description(text, m.start())
        text = text[:start] + text[m.start() :]
    return text


def _description(text: str, at: int) -> int:
    """Where the description of the name at `at` begins."""
    tokens = list(re.finditer(r"\S+", text[:at]))
    if not tokens or text[at - 1 : at] != " ":
        return at
    last = tokens[-1].group()
    if re.fullmatch(r"[\ue400-\ue7ff](?:'s?|-based)?|U\.S\.-based", last) or _nation(last):
        return tokens[-1].start()
    if last.lower().split("-")[-1] not in words("roles"):
        return at
    start = tokens[-1].start()
    for token in reversed(tokens[:-1]):
        word = token.group()
        low = word.lower()
        if low in ("a", "an", "the", "fellow", "its", "their"):
            return token.start() if low not in ("its", "their") else start
        if re.fullmatch(r"[\ue400-\ue7ff](?:'s?|-based)?", word) or _nation(word):
            start = token.start()
            continue
        if not re.fullmatch(r"[a-z][\w\-]*|[A-Z0-9]{2,6}|\d?[A-Z]\w*", word) or low in lexicon("stop") or low in _function() or low in verbs.finite() and low not in lexicon("things"):
            return start
        start = token.start()
    return start


def _nation(word: str) -> bool:
    return word in load("english")["nations"]


@cache
def _function() -> frozenset[str]:
    return frozenset("and or but of to not also has have had is are was were will would than both either neither between among".split())


def _unwrapped(text: str) -> Iterator[str]:
    """The sentence without its asides, and each aside as a clause of its own."""
    rest = text
    if (m := _TITLED.match(text)) and not re.search(r", | and ", m.group("aside")):
        yield f"{m.group('name')} is {m.group('aside')}"
        rest = f"{m.group('name')} {text[m.end():]}"
    for _ in range(6):
        m = _ASIDE.search(rest)
        if m is None:
            break
        name, aside = m.group(1), m.group(2)
        if relative := _RELATIVE.match(aside):
            yield f"{name} {relative.group('verb')}"
        elif _NOMINAL.match(aside) or _PARTICIPLE.match(aside) or re.match(rf"{_O}'s ", aside):
            yield f"{name} is {aside}"
        elif not (m.group(3) and _predicate().match(rest, m.end())):
            rest_tail = rest[m.end(1) + 2 :]
            yield from _unwrapped(rest_tail) if re.search(_O, rest_tail) else ()
            break
        rest = f"{rest[: m.end(1)]} {rest[m.end():]}" if m.group(3) else rest[: m.end(1)]
    yield rest
    for m in _THAT.finditer(rest):
        yield f"{m.group(1)} {rest[m.end():]}"
    for m in _WANTED.finditer(text):
        yield f"{m.group('name')} is expected to {text[m.end():]}"
    for m in _OF_THING.finditer(text):
        yield f"{m.group('thing')} {m.group('verb')}"
    if m := _OPENING.match(text):
        yield f"{m.group('name')} is {m.group('what')}"


def _segments(text: str) -> Iterator[str]:
    at = 0
    pieces = []
    for m in _BREAK.finditer(text):
        pieces.append(text[at : m.start()])
        at = m.end()
    pieces.append(text[at:])
    for piece in pieces:
        bare = piece.strip(" ,.“”\"'")
        bare = _SUBORDINATE.sub("", bare)
        for _ in range(2):
            if m := _ADVERBIAL.match(bare):
                yield bare[: m.end() - 2]
                bare = bare[m.end() :]
        if bare:
            yield bare


def _predicates(segment: str) -> Iterator[str]:
    """`① counts ② among its customers and buys …` → `① buys …`: further verbs of one subject."""
    subject = re.search(rf"{_O}(?=(?:'s [\w\- ]{{2,40}})? (?:{verbs.ADVERB} )*(?:{verbs.starts()})\b)", segment)
    if subject is None:
        return
    for m in re.finditer(rf"(?:, and|,? then|,? but| and|,) (?=(?:{verbs.ADVERB} )?(?P<verb>{verbs.starts()})\b)", segment):
        base = m.group("verb") in _bases()
        if m.start() > subject.end() and not (base and _TO.search(segment, subject.end(), m.start())):
            yield f"{subject.group()} {segment[m.end():]}"


@cache
def _bases() -> frozenset[str]:
    return frozenset(f for f in verbs.finite() if verbs.forms(f)[0] == f and not f.endswith(("s", "ed")))
