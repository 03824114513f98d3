"""Capitalised runs of English sentences: names that nobody knows yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.english import verbs
from loaders.grammar import load
from loaders.things import Mention

_TOKEN = (
    r"(?:[A-Z](?![a-z]*-(?:based|listed|backed|made|owned|led)\b)[A-Za-z0-9]*|[a-z]{1,2}[A-Z][A-Za-z0-9]*|\d+[A-Z][A-Za-z]*)"
    r"(?:[-&+][A-Za-z0-9]+|\.(?:com|ai|io|net|org)\b|'(?!s\b)[A-Za-z]+)*"
)
_BODY_OF = "University|Institute|Ministry|Bank|Department|Academy|Bureau|College|School|Commission|Office|Agency|Chamber"
_LOWER = "|".join(load("english")["names"]["lower"].split())
_RUN = re.compile(rf"(?<![A-Za-z0-9.$]){_TOKEN}(?:(?: & | de | [A-Z]\. | ){_TOKEN}){{0,7}}(?: (?:{_LOWER})\b)?")
_LEGAL_END = re.compile(rf"(?<=\w)(?:,? (?:{'|'.join(load('english')['names']['legal'].split())})\.?)+$")
_OF = re.compile(rf" (?:of|for) (?:the )?{_TOKEN}(?: (?:and )?{_TOKEN}){{0,4}}")
_HEADED = re.compile(rf"(?:{_BODY_OF})$")


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


def runs(text: str, mentions: list[Mention]) -> Iterator[Run]:
    """The capitalised runs of a sentence that hold more than names already known."""
    known = [(m.start, m.end) for m in mentions]
    places = [(m.start, m.end) for m in mentions if m.thing.cls == "Place"]
    for m in _RUN.finditer(text):
        end = m.end()
        if _HEADED.search(m.group()) and (of := _OF.match(text, end)):
            end = of.end()
        for start, stop in _pieces(text, m.start(), end):
            yield from _run(text, _after_noise(text, start, stop, places), stop, known)


def _run(text: str, start: int, end: int, known: list[tuple[int, int]]) -> Iterator[Run]:
    name = _LEGAL_END.sub("", text[start:end].strip(" .&"))
    if not name or legal_only(name) or re.fullmatch(r"[A-Z]{2,6}s|[A-Z]|[A-Z]{1,2}\d+", name):
        return
    if any(a <= start and end <= b for a, b in known) or not _begins(text, start, name):
        return
    crossing = [(a, b) for a, b in known if a < end and start < b]
    if any(a < start or b > end for a, b in crossing):
        return
    rest = name
    for a, b in crossing:
        rest = rest.replace(text[a:b], "")
    if crossing and legal_only(rest):
        return
    yield Run(start, start + len(name), name)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut at words of title: `Largan Precision Chief Executive Adam Lin` is a firm and a man."""
    at = start
    for token in re.finditer(r"\S+", text[start:end]):
        if token.group() in words("titles") and token.start():
            yield at, start + token.start() - 1
            at = start + token.end() + 1
        elif token.group() in words("titles"):
            at = start + token.end() + 1
    if at < end:
        yield at, end


def _after_noise(text: str, start: int, end: int, places: list[tuple[int, int]]) -> int:
    """Where the name in a run begins: behind words that name nobody, and behind a dateline."""
    while start < end:
        token = re.match(r"\S+", text[start:end])
        if token is None:
            return end
        rest = text[start + token.end() : end].strip()
        word = token.group()
        dateline = next((b for a, b in places if a == start and text[a:b].isupper() and b - a > 3 and b < end and not text[b:end].lstrip()[:5].isupper()), None)
        if dateline:
            start = dateline
        elif word in load("english")["nations"]:
            if not rest or (" " not in rest and rest in words("tails")):
                return start
            start += token.end()
        elif word.lower().rstrip(".") in words("common") and not (rest in words("tails") and start):
            start += token.end()
        else:
            return start
        start += len(text[start:end]) - len(text[start:end].lstrip(" &"))
    return start


def legal_only(text: str) -> bool:
    """Whether nothing but legal words is there: Co., Ltd."""
    return all(w.strip(".,") in words("legal") for w in text.split())


def _begins(text: str, start: int, name: str) -> bool:
    """Whether a word at the start of a sentence is a name: it is no plural, a singular verb follows."""
    if text[:start].strip("“\"'( ") or " " in name or not name[1:].islower():
        return True
    if name.lower() in _nouns() or singular(name) in _nouns() or name.endswith(("ing", "ly", "ers", "ors")):
        return False
    rest = text[start + len(name) :]
    after = re.match(r"(?:'s|,)? ([\w']+)", rest)
    listed = re.match(r"(?:,| and|,? which|,? (?:un)?like|, [a-z]{2,5} )? [A-Z]\w+", rest)
    return rest.startswith("'s ") or bool(listed) or bool(after and after.group(1) in _singular())


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
    lists = load("english")["nouns"]
    return words("common") | frozenset(w for key in ("things", "abstract", "lead", "stop") for w in lists[key].split())


@cache
def _singular() -> frozenset[str]:
    past = {verbs.forms(v)[2] for g in load("english")["verbs"] for v in verbs.lemmas(g)}
    return frozenset(verbs.third() | past | {"stopped", "began", "started", "ceased", "failed", "agreed", "ended"} | {"is", "has", "was", "also", "will", "denied", "denies", "closed", "now", "plans", "expects"})
