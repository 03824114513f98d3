"""Words of English that stand for a company named before: the company, it, we, the former."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.document import Document
from loaders.english.coding import NAME, Coded, prose
from loaders.english.patterns import pattern
from loaders.things import ORGS, Mention, Thing

# how many sentences tell who speaks, and where in one its name begins at the latest
_EARLY, _AT_START = 8, 4


def resolved(
    text: str, mentions: list[Mention], topic: Thing | None, speaker: Thing | None
) -> list[Mention]:
    """`mentions` with those added that a pronoun makes.

    `topic` is what the text is about so far, `speaker` who says `we`.
    """
    out = list(mentions)
    for m in pattern("pronouns", "word").finditer(text):
        if any(x.start < m.end() and m.start() < x.end for x in mentions):
            continue
        thing = speaker if m.lastgroup == "we" else _antecedent(m, text, mentions, topic)
        if thing:
            out.append(Mention(m.start(), m.end(), thing))
    return sorted(out, key=lambda x: x.start)


def _antecedent(
    word: re.Match[str], text: str, mentions: list[Mention], topic: Thing | None
) -> Thing | None:
    earlier = [x for x in mentions if x.end <= word.start() and x.thing.cls in ORGS]
    if word.lastgroup in ("former", "latter"):
        if len({x.thing.id for x in earlier}) != 2:
            return None
        return earlier[0].thing if word.lastgroup == "former" else earlier[-1].thing
    breaks = [b.end() for b in pattern("pronouns", "break").finditer(text, 0, word.start())]
    subjects = [x for x in earlier if not governed(text[: x.start])]
    near = [x for x in subjects if breaks and x.start >= breaks[-1]] or subjects
    return near[0].thing if near else topic


def governed(before: str) -> bool:
    """Whether a preposition governs what follows."""
    return pattern("pronouns", "governed").search(before) is not None


def topic(coded: Coded) -> Thing | None:
    """What a sentence is about: the first company that no preposition governs, as its subject."""
    for m in re.finditer(NAME, coded.text):
        things = coded.groups[m.group()]
        if things[0].cls not in ORGS or governed(coded.text[: m.start()]):
            continue
        if pattern("pronouns", "subject").match(coded.text, m.end()):
            return things[0] if len(things) == 1 else None
    return None


def speaker(document: Document) -> Thing | None:
    """Who says `we`: the company that the title of a filing, or its file name, tells."""
    filing = pattern("pronouns", "filing", re.IGNORECASE)
    file = (
        re.sub(r"[_\-.]", " ", document.report.file) if filing.search(document.report.file) else ""
    )
    for text in (document.report.title, document.layout.title, file.title(), file.upper()):
        found = {m.thing.id: m.thing for m in document.gazetteer.find(prose(text))}
        companies = [t for t in found.values() if t.cls == "Company"]
        if len(companies) == 1:
            return companies[0]
    return _introduced(document)


def _introduced(document: Document) -> Thing | None:
    """Who a text begins with before it goes on with We: `Acme Corp. designs hubs. We were …`."""
    texts = [prose(s.value) for s in document.sentences[:_EARLY] if not s.chinese]
    for first, second in pairwise(texts):
        opening = next(iter(document.gazetteer.find(first)), None)
        if opening is None or opening.thing.cls != "Company" or opening.start > _AT_START:
            continue
        if pattern("pronouns", "ours").match(second):
            return opening.thing
    return None
