"""Who works in a field: `特斯拉人形机器人…`, `跨界巨头（小米、华为）` under its heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from loaders import topics
from loaders.document import Document
from loaders.extract.labels.about import label
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import Claim, Mention


def fields(document: Document, sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """The fields of the companies of a sentence."""
    companies = [m for m in mentions if m.thing.cls == "Company"]
    if not companies:
        return
    for org, field in pairwise(mentions):
        known = org.thing.cls == "Company" and org.thing.row is not None
        if known and field.thing.cls == "Industry" and org.end == field.start:
            yield Claim(org.thing, "ACTIVE_IN", field.thing, sentence.text, "noun:field")
    yield from _players(document, sentence, companies)


def _players(document: Document, sentence: Sentence, companies: list[Mention]) -> Iterator[Claim]:
    players = [
        m
        for form in ("players", "include")
        for m in pattern("nouns", form).finditer(sentence.value)
    ]
    if not players:
        return
    about = label(document, sentence.block) or topics.industry(document, sentence.block)
    if about is None or about.cls != "Industry":
        return
    for m in players:
        for org in companies:
            if m.start("list") <= org.start and org.end <= m.end("list"):
                yield Claim(org.thing, "ACTIVE_IN", about, sentence.text, "noun:players")
