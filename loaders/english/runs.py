"""Capitalised runs of English sentences: names that nobody knows yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.english import verbs
from loaders.english.patterns import pattern
from loaders.grammar import load
from loaders.things import Mention

# lower-case words that show that a name at the start of a sentence is the subject of a verb
_VERBAL = (
    "is has was also will denied denies closed now plans expects "
    "stopped began started ceased failed agreed ended"
)
Span = tuple[int, int]


@dataclass(frozen=True)
class Run:
    """A capitalised run at start…end-1 of a sentence."""

    start: int
    end: int
    name: str


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists under [names] of grammar/english.toml."""
    return frozenset(load("english")["names"][key].split())


@cache
def lexicon(key: str) -> frozenset[str]:
    """One of the word lists under [nouns] of grammar/english.toml."""
    return frozenset(load("english")["nouns"][key].split())


def runs(text: str, mentions: list[Mention]) -> Iterator[Run]:
    """The capitalised runs of a sentence that hold more than names already known."""
    known = [(m.start, m.end) for m in mentions]
    places = [(m.start, m.end) for m in mentions if m.thing.cls == "Place"]
    for m in pattern("names", "run").finditer(text):
        end = m.end()
        if pattern("names", "headed").search(m.group()):
            of = pattern("names", "of").match(text, end)
            end = of.end() if of else end
        for start, stop in _pieces(text, m.start(), end):
            yield from _run(text, _after_noise(text, start, stop, places), stop, known)


def _run(text: str, start: int, end: int, known: list[Span]) -> Iterator[Run]:
    name = pattern("names", "legal_end").sub("", text[start:end].strip(" .&"))
    if not name or legal_only(name) or pattern("names", "unnamed").fullmatch(name):
        return
    crossing = [(a, b) for a, b in known if a < end and start < b]
    if any(a < start or b > end or (a, b) == (start, end) for a, b in crossing):
        return
    rest = name
    for a, b in crossing:
        rest = rest.replace(text[a:b], "")
    if _begins(text, start, name) and not (crossing and legal_only(rest)):
        yield Run(start, start + len(name), name)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A run cut at words of title: `Largan Chief Executive Adam Lin` is a firm and a man."""
    at = start
    for token in re.finditer(r"\S+", text[start:end]):
        if token.group() not in words("titles"):
            continue
        if token.start():
            yield at, start + token.start() - 1
        at = start + token.end() + 1
    if at < end:
        yield at, end


def _after_noise(text: str, start: int, end: int, places: list[Span]) -> int:
    """Where the name in a run begins: behind words that name nobody, and behind a dateline."""
    while start < end and (token := re.match(r"\S+", text[start:end])):
        rest = text[start + token.end() : end].strip()
        if dateline := _dateline(text, start, end, places):
            start = dateline
        elif _noise(token.group(), rest, first=start == 0):
            start += token.end()
        else:
            return start
        start += len(text[start:end]) - len(text[start:end].lstrip(" &"))
    return start


def _dateline(text: str, start: int, end: int, places: list[Span]) -> int:
    """Where a place in capitals ends that a report begins with (SAN FRANCISCO Tesla …); 0: none."""
    for a, b in places:
        if a == start and b - a > 3 and b < end and text[a:b].isupper():
            return 0 if text[b:end].lstrip()[:5].isupper() else b
    return 0


def _noise(word: str, rest: str, *, first: bool) -> bool:
    """Whether the first word of a run names nobody: The, Monday, Swedish (but Korean Air)."""
    if word in load("english")["nations"]:
        return bool(rest) and (" " in rest or rest not in words("tails"))
    return word.lower().rstrip(".") in words("common") and (first or rest not in words("tails"))


def legal_only(text: str) -> bool:
    """Whether nothing but legal words is there: Co., Ltd."""
    return all(w.strip(".,") in words("legal") for w in text.split())


def _begins(text: str, start: int, name: str) -> bool:
    """Whether a word at the start of a sentence is a name: no plural, and a verb follows."""
    if text[:start].strip("“\"'( ") or " " in name or not name[1:].islower():
        return True
    common = name.lower() in _nouns() or singular(name) in _nouns()
    if common or name.endswith(("ing", "ly", "ers", "ors")):
        return False
    rest = text[start + len(name) :]
    after = re.match(r"(?:'s|,)? ([\w']+)", rest)
    if pattern("names", "after_first").match(rest):
        return True
    return after is not None and (
        after.group(1) in _verbal() or re.fullmatch(r"[a-z]{3,}ed", after.group(1)) is not None
    )


def singular(word: str) -> str:
    """The singular of a noun, as far as its ending tells."""
    low = word.lower()
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if re.search(r"(?:ches|shes|sses|xes)$", low):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


@cache
def _nouns() -> frozenset[str]:
    return words("common").union(*map(lexicon, ("things", "abstract", "lead", "stop")))


@cache
def _verbal() -> frozenset[str]:
    return verbs.third() | verbs.past() | frozenset(_VERBAL.split())
