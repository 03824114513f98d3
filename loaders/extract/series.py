"""Generations: `ADS1.0 … ADS2.0 …`, `HVLP1-5`: who made them, and which follows which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from loaders.document import Document
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Thing

_LABEL = re.compile(
    r"^[“\"]?(?P<name>(?P<stem>[A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff \-]{0,14}?)\s?(?P<number>\d+(?:\.\d+)?))[”\"]?\s*[：:]"
)


def read(document: Document) -> Iterator[Claim]:
    """Labels that share a stem and count up: each follows the one before."""
    sentences = [s for s in (*document.sentences, *document.told) if _LABEL.match(s.value)]
    for _, run in groupby(sentences, key=_family):
        members = [(s, m) for s in run if (m := _LABEL.match(s.value))]
        if len(members) < 2 or not _counts_up([float(m.group("number")) for _, m in members]):
            continue
        named = [
            (s, document.gazetteer.named(m.group("name"), "Product", *CONCEPTS)) for s, m in members
        ]
        yield from _succession(named)


def _family(sentence: Sentence) -> tuple[str, int]:
    m = _LABEL.match(sentence.value)
    return (m.group("stem").strip() if m else "", id(sentence.block))


def _counts_up(numbers: list[float]) -> bool:
    return all(a < b for a, b in pairwise(numbers)) and numbers[-1] < 1900


def _succession(named: list[tuple[Sentence, Thing]]) -> Iterator[Claim]:
    for sentence, thing in named:
        if sentence.topic is not None and sentence.topic.cls == "Company":
            yield Claim(sentence.topic, "PRODUCES", thing, sentence.text, "series:label")
    for (_, old), (sentence, new) in pairwise(named):
        yield Claim(new, "SUCCEEDS", old, sentence.text, "series:next")
