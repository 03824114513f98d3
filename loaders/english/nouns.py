"""English noun phrases: where they begin and end, and what they are called beside."""

from __future__ import annotations

import re

from loaders.concepts import Phrase
from loaders.english import verbs
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, singular
from loaders.grammar import load

_BRACKET = re.compile(r"\s*\(([^()]{1,40})\)")
# Deep Ultraviolet (DUV) lithography machines: a short form inside of a name
_WITHIN = re.compile(r"\w \([A-Z]{2,6}\) [A-Za-z]")
_ACRONYM = re.compile(r"(?=.{0,2}[A-Z])[A-Z][A-Za-z0-9.+\-]{1,14}")
_QUOTES = " \"“”'‘’"
# of these, `of` is part of the name: Internet of Things
_WITH_OF = ("internet", "system", "bill", "point")
LONGEST = 7


def nouns(slot: str) -> list[Phrase]:
    """The noun phrases that a slot such as `its LFP cells, packs and 20 carriers for` begins with.

    The list ends at the first part that is no noun phrase.
    """
    out: list[Phrase] = []
    at = 0
    splits = [m.span() for m in pattern("nouns", "split").finditer(slot)]
    named = [m.span("and") for m in pattern("nouns", "double").finditer(slot)]
    for end, after in [*(s for s in splits if s not in named), (len(slot), len(slot))]:
        piece = slot[at:end]
        found = trimmed(piece)
        if found is None or (out and _clausal(piece)):
            break
        if len(out) == 1 and _explains(slot, at, end):
            break
        out.append(Phrase(at, end, *found))
        # of `the ingredient of X and Y`, Y is no part of the list
        if any(w in lexicon("stop") for w in piece.split()[1:]) or _of_more(piece, found[0]):
            break
        at = after
    return out


def _of_more(piece: str, name: str) -> bool:
    """Whether a part of a list is cut at `of`, so that what follows belongs to that."""
    rest = pattern("nouns", "kind_of", re.IGNORECASE).sub("", piece.strip())
    return " of " in rest and " of " not in name


def _explains(slot: str, start: int, end: int) -> bool:
    """Whether a second part only says what the first is: `semaglutide, the ingredient of …`."""
    article = r"(?:the|a|an|its|one of) "
    piece = slot[start:end]
    bare = slot[max(0, start - 4) : start].endswith(", ") and "and" not in slot[start - 5 : start]
    said = bare and re.match(article + "(?![A-Z])", piece) and not re.match(article, slot)
    return bool(said) and (end == len(slot) or " of " in piece)


def _clausal(piece: str) -> bool:
    """Whether a further part of a list is a clause of its own: `and offers 288 GB`."""
    first = piece.split(maxsplit=1)[0]
    verb = first in verbs.third() | verbs.past() and singular(first) not in lexicon("things")
    return verb or pattern("nouns", "finite").search(piece) is not None


def last(slot: str) -> Phrase | None:
    """The noun phrase that a slot ends in: `which buys LFP battery` → LFP battery."""
    kept: list[str] = []
    every = re.split(r"[,;:]| (?=and |or )", slot)[-1].split()
    for at, word in reversed(list(enumerate(every))):
        low = word.lower()
        verb = _acts(low, every[at - 1].lower() if at else "")
        leads = low == word and low in lexicon("lead")
        if verb or leads or low in lexicon("stop") or low in lexicon("nobody"):
            break
        kept.insert(0, word)
    found = trimmed(" ".join(kept)) if kept else None
    return Phrase(0, len(slot), *found) if found else None


def _acts(word: str, before: str) -> bool:
    """Whether a word is a verb: `suppliers include`, but not `reusable launch vehicle`."""
    if word in lexicon("things") or word not in verbs.finite():
        return False
    inflected = word in verbs.third() | verbs.past()
    return inflected or not before or before.endswith("s") or before in lexicon("function")


def trimmed(piece: str) -> tuple[str, tuple[str, ...]] | None:
    """The noun phrase that a piece of text begins with, and its short form in brackets."""
    bare = pattern("nouns", "amount", re.IGNORECASE).sub("", piece.strip(_QUOTES + "-–—"))
    text = pattern("nouns", "kind_of", re.IGNORECASE).sub("", bare)
    aliases: tuple[str, ...] = ()
    text = _BRACKET.sub("", text, count=1) if _WITHIN.search(text) else text
    if (m := _BRACKET.search(text)) and m.start() > 1:
        inside = m.group(1).strip(_QUOTES)
        aliases = (inside,) if _ACRONYM.fullmatch(inside) else ()
        text = text[: m.start()]
    kept = _before_stop(re.split(r"[(\[]", text)[0].split())
    while kept and not _format(kept) and not _new_name(kept) and _leads(kept[0]):
        kept = kept[1:]
    while len(kept) > 1 and (kept[-1] == "very" or _grades(kept[-1])):
        kept = kept[:-1]
    if not kept or len(kept) > LONGEST or _no_phrase(kept):
        return None
    name = " ".join(kept).strip(_QUOTES + ",.;:()[]*")
    return (name, aliases) if len(name) > 1 and re.search(r"[A-Za-z]", name) else None


def _before_stop(kept: list[str]) -> list[str]:
    """The words up to where the noun phrase ends: `chips that go` → chips."""
    for i, word in enumerate(kept):
        low = word.strip(",.")
        if word == "of" and (i == 0 or kept[i - 1].lower() not in _WITH_OF):
            return kept[:i]
        if i and low in lexicon("stop"):
            return kept[:i]
        if i and _verb_like(kept[i : i + 2]):
            return kept[:i]
        # `Gorilla Glass covers the screens`: the verb before the article ends the phrase too
        if i > 1 and low in ("the", "a", "an"):
            return kept[: i - 1]
    return kept


def _verb_like(two: list[str]) -> bool:
    """Whether a word is a verb by what follows: `the H100 draws 700 W`."""
    word, *following = two
    if not following or not re.match(r"[\d$€£]|(?:the|a|an)$", following[0]):
        return False
    return word.islower() and word.endswith("s") and singular(word) not in lexicon("things")


def _no_phrase(kept: list[str]) -> bool:
    """Whether words make no noun phrase: a pronoun, a verb among them, the name of a company."""
    first = kept[0].lower()
    if len(kept) == 1 and re.search(r"-\w+ed$", first):
        return True
    if first in lexicon("stop") or first in lexicon("nobody"):
        return True
    if any(
        w.endswith("s") and w in verbs.finite() and w not in lexicon("things") for w in kept[1:-1]
    ):
        return True
    return any("\ue000" <= c <= "\uf3ff" for word in kept for c in word)


def _format(kept: list[str]) -> bool:
    """Whether a number is the name of a format: 4680 cells."""
    number = re.fullmatch(r"\d{4,5}", kept[0])
    return number is not None and len(kept) > 1 and singular(kept[1]) in ("cell", "battery")


def _new_name(kept: list[str]) -> bool:
    """Whether `New` belongs to a name: New Glenn."""
    return kept[0] == "New" and len(kept) > 1 and kept[1][0].isupper()


def _leads(word: str) -> bool:
    low = word.lower().strip(_QUOTES + ",")
    number = pattern("nouns", "number", re.IGNORECASE).match(low)
    lead = low in lexicon("lead") or word in load("english")["nations"] or _grades(word)
    return lead or number is not None


def _grades(word: str) -> bool:
    """Whether a word is an adverb: partially, but not assembly."""
    return (
        word.islower()
        and word.endswith("ly")
        and word not in lexicon("things") | lexicon("abstract")
    )
