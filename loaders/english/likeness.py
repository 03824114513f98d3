"""What an English noun phrase reads like: a thing, a product's own name, a field."""

from __future__ import annotations

import re

from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, singular, words

# where people work, and what for: factory automation, security robots
_WORKED_IN = ("factory", "warehouse", "plant", "office", "security", "safety", "capital")
_NO_MODEL = ("business", "operating", "foundry", "pricing", "revenue", "financial")


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


def proper(name: str) -> bool:
    """Whether a noun phrase is a name of its own: that of a product, or an acronym."""
    return own_name(name) or re.fullmatch(r"[A-Z][A-Z0-9\-]{2,}", name) is not None


def without_class(name: str) -> str:
    """A proper name without the word for what it is: `CoWoS technology`, `HBM4 stacks`."""
    rest, _, end = name.rpartition(" ")
    named = rest and (own_name(rest) or re.fullmatch(r"[A-Z][A-Z0-9\-]{2,}|\S*\d\S*", rest))
    plain = singular(end) in lexicon("classes") and not re.fullmatch(r"[\d.,]+", rest)
    return rest if named and plain and not rest.isdigit() else name


def own_name(name: str) -> bool:
    """Whether a noun phrase is a product's name: a proper word, and an end that is one or a thing."""
    end = name.rsplit(maxsplit=1)[-1]
    first, *_ = name.split()
    if first in words("given") or end in words("surnames"):
        return False
    if re.fullmatch(r"[A-Z]\w+ (?:\d{1,4}|[A-Z])", name):
        return first.lower() not in words("lettered")
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
    if not parts or number.match(parts[0]):
        return False
    if parts[0] in lexicon("abstract") and (len(parts) == 1 or parts[0] not in _WORKED_IN):
        return False
    head = singular(parts[-1])
    alone = len(parts) == 1 and head in lexicon("fields") | lexicon("vague")
    return head not in lexicon("abstract") and not alone


def activity(name: str) -> bool:
    """Whether a noun phrase names what people do rather than a thing: warehouse logistics."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    doing = last.endswith("ing") and last not in lexicon("things")
    return doing or last in lexicon("activities")


def field(name: str) -> str:
    """The name of a field without the word that says it is one: `the EV market` → EV."""
    parts = name.split()
    while len(parts) > 1 and singular(parts[-1]) in lexicon("fields"):
        parts = parts[:-1]
    return " ".join(parts)
