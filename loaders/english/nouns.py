"""English noun phrases that may name a technology, a product or an industry."""

from __future__ import annotations

import re
from functools import cache

from loaders.concepts import Phrase
from loaders.english import runs, verbs
from loaders.english.runs import singular
from loaders.grammar import load

_SPLIT = re.compile(r",? (?:and|or|plus|as well as|and/or|along with) |, |; | & (?=[a-z])")
_ETC = re.compile(r"\s*\(([^()]{1,40})\)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9.+\-]{1,14}")
_WORD = re.compile(r"[A-Za-z0-9\ue000-\uf3ff][\w.+/\-&’']*")
_KIND_OF = re.compile(
    r"^(?:about |some |around |roughly |nearly |over |up to |at least )?[\d.,]+ (?:(?:thousand|million|billion) )?(?:[a-z/]+ )?of (?:the |its )?|^(?:(?:a|an|the|its|their|new|wide|broad|full|whole|complete|latest)\s+)*(?:range|variety|series|line|line-up|lineup|family|portfolio|set|"
    r"number|suite|generation|batch|selection|pair|fleet|some|most|many|all|one|part|types?|kinds?|forms?|tons?|tonnes?|units?|pieces|stacks?|sheets) of (?:the |its |their )?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[$€£¥~<>≈]?\d[\d,.]*(?:%|\+|x|k|m|bn|°|-fold|-plus)?$", re.IGNORECASE)
_MODEL = re.compile(r"[A-Za-z][A-Za-z0-9\-+./]*\d|\d+[A-Za-z]")
_ABSTRACT = re.compile(r"(?:ness|ment|ship|ism|ance|ence|ancy|ency|ability|ibility|ward|wards|ly)$")
# a further part with a verb of its own is a clause, no item: `Blackwell, and Rubin will follow`
_FINITE = re.compile(r"\w (?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should) ")
LONGEST = 7


@cache
def lexicon(key: str) -> frozenset[str]:
    """One of the word lists under [nouns] of grammar/english.toml."""
    return frozenset(load("english")["nouns"][key].split())


def nouns(slot: str) -> list[Phrase]:
    """The noun phrases that a slot such as `its LFP cells, packs and 20 carriers for` begins with.

    The list ends at the first part that is no noun phrase.
    """
    out: list[Phrase] = []
    at = 0
    ends = [*((m.start(), m.end()) for m in _SPLIT.finditer(slot)), (len(slot), len(slot))]
    for end, after in ends:
        piece = slot[at:end]
        found = trimmed(piece)
        if found is None or (out and _FINITE.search(piece)):
            break
        out.append(Phrase(at, end, *found))
        if _cut(piece) and out:
            break
        at = after
    return out


def trimmed(piece: str) -> tuple[str, tuple[str, ...]] | None:
    """The noun phrase that a piece of text begins with, and its short form in brackets."""
    text = _KIND_OF.sub("", piece.strip(" \"“”'‘’-–—"))
    aliases: tuple[str, ...] = ()
    if (m := _ETC.search(text)) and m.start() > 1:
        inside = m.group(1).strip("\"“” ")
        if _ACRONYM.fullmatch(inside) and any(c.isupper() for c in inside[:3]):
            aliases = (inside,)
        text = text[: m.start()]
    words = re.split(r"[(\[]", text)[0].split()
    for i, word in enumerate(words):
        low = word.lower().strip(",.")
        if low in lexicon("stop") and i and word == low or low == "of" and i == 0:
            words = words[:i]
            break
        if word == "of" and i and words[i - 1].lower() not in ("internet", "system", "bill", "point"):
            words = words[:i]
            break
    while words and not _format(words) and (_leads(words[0]) or words[0] in load("english")["nations"]):
        words = words[1:]
    if not words or len(words) > LONGEST or words[0].lower() in lexicon("stop") or words[0].lower() in lexicon("nobody"):
        return None
    if any(w in verbs.finite() and w not in lexicon("things") and w.endswith("s") for w in words[1:-1]):
        return None
    if any("\ue000" <= c <= "\uf3ff" for w in words for c in w):
        return None
    name = " ".join(words).strip(" ,.;:\"“”'‘’()[]*")
    return (name, aliases) if len(name) > 1 and re.search(r"[A-Za-z]", name) else None


def _format(words: list[str]) -> bool:
    """Whether a number is the name of a format: 4680 cells."""
    return bool(re.fullmatch(r"\d{4,5}", words[0])) and len(words) > 1 and singular(words[1]) in ("cell", "battery")


def last(slot: str) -> Phrase | None:
    """The noun phrase that a slot ends in: `which buys LFP battery` → LFP battery."""
    words = re.split(r"[,;:]| (?=and |or )", slot)[-1].split()
    kept: list[str] = []
    for word in reversed(words):
        low = word.lower()
        if low in lexicon("stop") or low in lexicon("nobody") or (low in lexicon("lead") and low == word) or (low in verbs.finite() and low not in lexicon("things")):
            break
        kept.insert(0, word)
    found = trimmed(" ".join(kept)) if kept else None
    return Phrase(0, len(slot), *found) if found else None


def _cut(piece: str) -> bool:
    """Whether something follows the noun phrase in its piece: the list ends there."""
    return any(w in lexicon("stop") for w in piece.split()[1:] if w.islower())


def _leads(word: str) -> bool:
    low = word.lower().strip("“”\"'‘’,")
    return low in lexicon("lead") or bool(_NUMBER.match(low)) or low.endswith(("’s", "'s")) and low in lexicon("lead")


def thing_like(name: str, *, strong: bool = False) -> bool:
    """Whether an unknown noun phrase names a technology or product.

    Its head is a word for a thing, or it holds a model number or a name; `strong` (the verb says
    that something is made) also lets through what is not known to be abstract.
    """
    words = name.split()
    head = singular(words[-1].strip(".,"))
    if not words or head in lexicon("abstract") or _NUMBER.match(words[-1]) or words[-1].lower() in runs.words("roles"):
        return False
    if head == "model" and len(words) > 1 and words[-2] in ("business", "operating", "foundry", "pricing", "revenue", "financial"):
        return False
    if head in lexicon("things") or head.split("-")[-1] in lexicon("things"):
        return len(words) > 1 or head not in _bare()
    if any(_MODEL.search(w) or _named(w) for w in words):
        return True
    return strong and not _ABSTRACT.search(head) and head not in lexicon("fields").union(_bare()) and len(head) > 2


def own_name(name: str) -> bool:
    """Whether a noun phrase is a product's name: a proper word, and an end that is one or a thing."""
    end = name.split()[-1]
    return product_like(name) and (bool(_MODEL.search(end)) or _named(end) or singular(end) in lexicon("things"))


def product_like(name: str) -> bool:
    """Whether a noun phrase is a product's own name: a model number, or a capitalised word."""
    words = [w for w in name.split() if w[0].isalnum()]
    return any(
        _MODEL.search(w) and not re.fullmatch(r"\d+\w*|\d+-\w+", w)
        or (_named(w) and not w.isupper() and not re.fullmatch(r"[A-Z]+s", w) and "-" not in w)
        for w in words
    )


def _named(word: str) -> bool:
    return bool(re.match(r"(?:[A-Z]|[a-z]{1,2}[A-Z])", word)) and len(word) > 1


@cache
def _bare() -> frozenset[str]:
    return lexicon("abstract") | frozenset(
        "product technology system platform component part equipment material model device machine tool line "
        "application library package process solution item feature assembly subsystem unit car vehicle truck ship hardware software "
        "app phone bus train drug electronics network agent assistant line lighting imaging storage terminal kit press".split()
    )


def field_like(name: str) -> bool:
    """Whether a noun phrase names an industry or a field of application."""
    words = name.lower().split()
    return bool(words) and not _NUMBER.match(words[0]) and words[0] not in lexicon("abstract")


def field(name: str) -> str:
    """The name of a field without the word that says it is one: `the EV market` → EV."""
    words = name.split()
    while len(words) > 1 and singular(words[-1]) in lexicon("fields"):
        words = words[:-1]
    return " ".join(words)
