"""What a sentence is about where its clauses name no subject of their own."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.concepts import Phrase, definition, lexicon, opening, phrases, plausible
from loaders.concepts.words import endings
from loaders.document import Document
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

# what opens a sentence that goes on about the thing of the one before
_GOES_ON = re.compile(
    r"(?:其|它|该|这|按|主要|可|分|由|用于|适用于|应用于|是|通常|一般|广泛|通过|采用|利用|结合|因)"
)
# `偏滤器：…`, and `进展：…`, which says of what kind the rest is
_LABEL = re.compile(r"(?P<name>[^：:，。；]{2,8})[：:](?=.)")
_NUMBER = re.compile(r"^(?:[\d.、）)（(\s»·•#]|[一二三四五六七八九十]+[、）)])+")
_MORE = re.compile(r"[，。；：:！？、—]|.{21}")
_ASIDE = re.compile(r"[（(][^（）()]{1,40}[)）]")
_SAID = re.compile(
    r"\s*(?:是|为|在|由|可|能|具|有|将|已|通过|采用|利用|也|则|因|凭|正|适用|应用|用于|，|：)"
)
_MAINLY = re.compile(r"以(?P<what>[^，。；以为]{2,16})为主$")
MOST = 3
_AGAIN = 3


def of_sentence(document: Document, here: Sentence, owner: Thing | None = None) -> list[Thing]:
    """What a sentence begins with, or what a cell tells of.

    `碳氢树脂介电性能优异，用于…`; a sentence that begins with a verb or a pronoun goes on about
    what the one before it did, and the first one of a paragraph about its `owner`, whose part of
    the report it stands in, or what its heading names.
    """
    if here.topic is not None:
        return [here.topic] if here.topic.cls in CONCEPTS else []
    if defined := definition(here.value):
        return [named(document, defined).called(*defined.aliases)]
    label = _LABEL.match(here.value)
    for text in (label.group("name"), here.value[label.end() :]) if label else (here.value,):
        found = bare(opening(text))
        if 1 <= len(found) <= MOST and all(sure(document, p) for p in found):
            return [named(document, p) for p in found]
        if len(found) == 1 and _spoken_of(text, found[0]) and term(document, found[0]):
            return [named(document, found[0])]
    return [] if found else _before(document, here, owner)


def _before(document: Document, here: Sentence, owner: Thing | None) -> list[Thing]:
    """What the words before a sentence are about."""
    if here.previous is not None:
        return of_sentence(document, here.previous, owner) if goes_on(here.value) else []
    if owner is not None:
        return [owner] if owner.cls in CONCEPTS else []
    return _headed(document, here.block)


def _headed(document: Document, block: Block) -> list[Thing]:
    """What the nearest heading names, where it is a name and no more."""
    title = document.run_in(block) or (block.path[-1] if block.path else None)
    text = _NUMBER.sub("", title.value).strip(" ：:") if title is not None else ""
    if _MORE.search(_ASIDE.sub("", text)):
        return []
    found = phrases(text)
    if len(found) != 1 or not sure(document, found[0]):
        return []
    return [named(document, found[0]).called(*found[0].aliases)]


def bare(found: list[Phrase]) -> list[Phrase]:
    """Phrases without the aspect of a thing that the last of them speaks of: 硅光技术优势."""
    if not found or plausible(found[-1].name):
        return found
    last, words = found[-1], tokens(found[-1].name)
    while len(words) > 1 and (words[-1].word in lexicon("generic") or words[-1].tag == "a"):
        words = words[:-1]
    name = last.name[: words[-1].end]
    return [*found[:-1], Phrase(last.start, last.start + len(name), name, last.aliases)]


def aspect(name: str) -> bool:
    """Whether a phrase names but an aspect of what is spoken of: 竞争优势."""
    return name in lexicon("generic") or name.endswith(endings("bad_ends"))


def mainly(document: Document, clause: str) -> list[Thing]:
    """What a clause says is the main thing: `主流的装置以托卡马克为主`."""
    m = _MAINLY.search(clause)
    found = phrases(m["what"]) if m else []
    return [named(document, p) for p in found] if all(sure(document, p) for p in found) else []


def goes_on(clause: str) -> bool:
    """Whether a clause goes on about what was spoken of before it."""
    return _GOES_ON.match(clause) is not None


def sure(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase reads like a technology, or is known to be a concept."""
    thing = document.gazetteer.known(phrase.name)
    return thing.cls in CONCEPTS if thing is not None else plausible(phrase.name)


def _spoken_of(text: str, phrase: Phrase) -> bool:
    """Whether something is said of a phrase right behind it: it is whole."""
    return _SAID.match(_ASIDE.sub("", text), phrase.end) is not None


def term(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase may be a term, as the report speaks of it again and again."""
    if not plausible(phrase.name, loose=True) or document.gazetteer.known(phrase.name):
        return False
    return document.report.text.count(phrase.name) >= _AGAIN


def named(document: Document, phrase: Phrase) -> Thing:
    """The thing of a phrase, a technology where nobody knows it."""
    return document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
