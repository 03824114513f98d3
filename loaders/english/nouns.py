"""English noun phrases that may name a technology, a product or an industry."""

from __future__ import annotations

import re

from loaders.concepts import Phrase
from loaders.english import verbs
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, singular, words
from loaders.grammar import load

_BRACKET = re.compile(r"\s*\(([^()]{1,40})\)")
# Deep Ultraviolet (DUV) lithography machines: a short form inside of a name
_WITHIN = re.compile(r"\w \([A-Z]{2,6}\) [A-Za-z]")
_ACRONYM = re.compile(r"(?=.{0,2}[A-Z])[A-Z][A-Za-z0-9.+\-]{1,14}")
_QUOTES = " \"“”'‘’"
# of these, `of` is part of the name: Internet of Things
_WITH_OF = ("internet", "system", "bill", "point")
_NO_MODEL = ("business", "operating", "foundry", "pricing", "revenue", "financial")
LONGEST = 7


def nouns(slot: str) -> list[Phrase]:
    """The noun phrases that a slot such as `its LFP cells, packs and 20 carriers for` begins with.

    The list ends at the first part that is no noun phrase.
    """
    out: list[Phrase] = []
    at = 0
    splits = pattern("nouns", "split").finditer(slot)
    for end, after in [*((m.start(), m.end()) for m in splits), (len(slot), len(slot))]:
        piece = slot[at:end]
        found = trimmed(piece)
        if found is None or (out and pattern("nouns", "finite").search(piece)):
            break
        out.append(Phrase(at, end, *found))
        if any(w in lexicon("stop") for w in piece.split()[1:]):
            break
        at = after
    return out


def last(slot: str) -> Phrase | None:
    """The noun phrase that a slot ends in: `which buys LFP battery` → LFP battery."""
    kept: list[str] = []
    for word in reversed(re.split(r"[,;:]| (?=and |or )", slot)[-1].split()):
        low = word.lower()
        verb = low in verbs.finite() and low not in lexicon("things")
        leads = low == word and low in lexicon("lead")
        if verb or leads or low in lexicon("stop") or low in lexicon("nobody"):
            break
        kept.insert(0, word)
    found = trimmed(" ".join(kept)) if kept else None
    return Phrase(0, len(slot), *found) if found else None


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
    while kept and not _format(kept) and _leads(kept[0]):
        kept = kept[1:]
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


def _leads(word: str) -> bool:
    low = word.lower().strip(_QUOTES + ",")
    number = pattern("nouns", "number", re.IGNORECASE).match(low)
    return low in lexicon("lead") or word in load("english")["nations"] or number is not None


def thing_like(name: str, *, strong: bool = False) -> bool:
    """Whether an unknown noun phrase names a technology or product.

    Its head is a word for a thing, or it holds a model number or a name; `strong` (the verb says
    that something is made) also lets through what is not known to be abstract.
    """
    parts = name.split()
    head = singular(parts[-1].strip(".,")) if parts else ""
    if not head or _nothing(parts, head):
        return False
    if head in lexicon("things") or head.split("-")[-1] in lexicon("things"):
        return len(parts) > 1 or head not in lexicon("bare")
    if any(_model(word) or _named(word) for word in parts):
        return True
    loose = strong and len(head) > 2 and head not in lexicon("bare") | lexicon("fields")
    return loose and not pattern("nouns", "abstract").search(head)


def _nothing(parts: list[str], head: str) -> bool:
    """Whether a noun phrase names no thing: a number, something abstract, people, a way to earn."""
    numbered = len(parts) > 1 and _named(parts[-2])  # Ariane 6
    number = pattern("nouns", "number", re.IGNORECASE).match(parts[-1]) and not numbered
    if number or head in lexicon("abstract"):
        return True
    earns = head == "model" and len(parts) > 1 and parts[-2] in _NO_MODEL
    return earns or parts[-1].lower() in words("roles")


def own_name(name: str) -> bool:
    """Whether a noun phrase is a product's name: a proper word, and an end that is one or a thing."""
    end = name.rsplit(maxsplit=1)[-1]
    first, *_ = name.split()
    if first in words("given") or end in words("surnames"):
        return False
    if re.fullmatch(r"[A-Z]\w+ \d{1,4}", name):
        return True
    return product_like(name) and (_model(end) or _named(end) or singular(end) in lexicon("things"))


def product_like(name: str) -> bool:
    """Whether a noun phrase is a product's own name: a model number, or a capitalised word."""
    parts = [w for w in name.split() if w[0].isalnum()]
    return any(
        (_model(w) and not re.fullmatch(r"\d+\w*|\d+-\w+", w))
        or (_named(w) and not re.fullmatch(r"[A-Z0-9]+s?", w) and "-" not in w)
        for w in parts
    )


def _model(word: str) -> bool:
    return pattern("nouns", "model").search(word) is not None


def _named(word: str) -> bool:
    return len(word) > 1 and re.match(r"[A-Z]|[a-z]{1,2}[A-Z]", word) is not None


def field_like(name: str) -> bool:
    """Whether a noun phrase names an industry or a field of application."""
    parts = name.lower().split()
    number = pattern("nouns", "number", re.IGNORECASE)
    if not parts or number.match(parts[0]) or parts[0] in lexicon("abstract"):
        return False
    head = singular(parts[-1])
    alone = len(parts) == 1 and head in lexicon("fields") | lexicon("vague")
    return head not in lexicon("abstract") and not alone


def field(name: str) -> str:
    """The name of a field without the word that says it is one: `the EV market` → EV."""
    parts = name.split()
    while len(parts) > 1 and singular(parts[-1]) in lexicon("fields"):
        parts = parts[:-1]
    return " ".join(parts)
