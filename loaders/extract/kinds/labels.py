"""Kinds of what a line is labelled with: `树脂方面，…某某树脂…`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract.kinds.members import members
from loaders.grammar.patterns import pattern
from loaders.naming import named_concept
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim


def labelled(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """What ends in the word that the sentence is labelled with is a kind of that."""
    m = pattern("kinds", "label").match(sentence.value)
    if m is None:
        return
    name = m.group("name")
    known = document.gazetteer.known(name)
    if known is None and not plausible(name, loose=True):
        return
    whole = known or document.gazetteer.named(name, "Technology", *CONCEPTS)
    if whole.cls not in CONCEPTS:
        return
    if given := pattern("kinds", "label_given").search(sentence.value, m.end()):
        for member in members(document, given.group("list"), whole):
            if member.id != whole.id:
                yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:label")
    for mention in document.gazetteer.find(sentence.value):
        surface = sentence.value[mention.start : mention.end]
        longer = surface.endswith(name) and surface != name and mention.start >= m.end()
        if longer and mention.thing.cls in CONCEPTS and mention.thing.id != whole.id:
            yield Claim(mention.thing, "TYPE_OF", whole, sentence.text, "kind:label")
    for clause in pattern("kinds", "clause").split(sentence.value[m.end() :]):
        for phrase in phrases(clause):
            if phrase.name.endswith(name) and phrase.name != name and _named(phrase.name):
                member = named_concept(document, phrase.name).called(*phrase.aliases)
                if member.id != whole.id:
                    yield Claim(member, "TYPE_OF", whole, sentence.text, "kind:label")


def _named(name: str) -> bool:
    return plausible(name) and not pattern("kinds", "no_member").search(name)
