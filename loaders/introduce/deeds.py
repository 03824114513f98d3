"""Companies that only what they do shows to be companies: `岚汐智能成立于2019年`, `岚汐智能：主营…`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon, plausible
from loaders.document import Document
from loaders.grammar import load
from loaders.grammar.patterns import pattern, patterns
from loaders.introduce.odd import odd
from loaders.things import ORGS, Thing
from loaders.tokens import tokens

# particles, pronouns, numbers: a longer word of these is a clause's, a syllable may be a name's
_CLAUSAL = "mrpudqcv"
# a person's name is no longer, and persons announce things too
_PERSON = 3


def doing(document: Document, text: str) -> Iterator[Thing]:
    """The names of a sentence that do what a company does.

    Where others do it too, the name itself must be no ordinary language.
    """
    for key, sure in (("firm_deeds", True), ("deeds", False)):
        for deed in patterns("names", key):
            for m in deed.finditer(text):
                name = m.group("name")
                if _name(name, sure=sure) and not _told(document, name):
                    yield document.gazetteer.named(name, "Company")


def _told(document: Document, name: str) -> bool:
    """Whether a name is known, or holds that of a company: 甲与乙, 甲等八家."""
    gazetteer = document.gazetteer
    inside = any(m.thing.cls in ORGS for m in gazetteer.find(name))
    return inside or gazetteer.known(name) is not None


def _name(name: str, *, sure: bool) -> bool:
    words = tokens(name)
    if all(t.tag == "ns" or t.word in "与和及" for t in words):
        return False  # 北京与上海
    generic = words[-1].word in lexicon("generic") and not odd(name[: words[-1].start])
    if generic or pattern("names", "body").search(name):
        return False
    if not sure and len(name) <= _PERSON and words[0].tag in ("nr", "nrt"):
        return False
    if any(t.tag[0] in _CLAUSAL and len(t.word) > 1 for t in words):
        return False
    tailed = words[-1].word in load("names")["company_tail"].split()
    return odd(name) or ((sure or tailed) and len(words) > 1 and not plausible(name))
