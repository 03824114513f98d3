"""Words of English that stand for a company named before: the company, it, we, the former."""

from __future__ import annotations

import re
from functools import cache

from loaders.document import Document
from loaders.english import verbs
from loaders.english.coding import NAME, Coded, prose
from loaders.things import ORGS, Mention, Thing

_WORD = re.compile(
    r"(?P<company>\b[Tt]he (?:company|firm|group|chipmaker|automaker|carmaker|manufacturer|start-?up|supplier|retailer|shipbuilder)\b(?! (?:of|to|that|which|for)\b))"
    r"|(?P<it>\b[Ii]t\b(?= (?:(?:also|now|still|already|first|currently|later|has|had|will|would|plans to|expects to|is|was) )*(?:suppl|ship|sell|sold|sourc|buy|bought|made (?!up)|makes? (?!sense|it|the point)|produc|build|built|"
    r"manufactur|develop|launch|unveil|uses?\b|using|licens|own|operat|compet|partner|assembl|deliver|provid|raised|acquir|design|based|headquartered|founded|counts)))"
    r"|(?P<we>\b[Ww]e\b)|(?P<former>\bthe former\b)|(?P<latter>\bthe latter\b)"
)
_GOVERNED = re.compile(r"\b(?:for|to|from|by|with|of|in|at|on|against|than|like|unlike|and|or) (?:the )?(?:[a-z]+ ){0,2}$")
_BREAK = re.compile(r", while |, whereas |; |, but |, and (?=[A-Z])")
_FILING = re.compile(r"\b(?:10-K|10-Q|20-F|annual report|prospectus|filing|form)\b|10k|20f", re.IGNORECASE)


def resolved(
    text: str, mentions: list[Mention], topic: Thing | None, speaker: Thing | None = None
) -> list[Mention]:
    """`mentions` with those added that a pronoun makes; `topic` is what the text is about so far."""
    out = list(mentions)
    for m in _WORD.finditer(text):
        if any(x.start < m.end() and m.start() < x.end for x in mentions):
            continue
        if thing := _antecedent(m, text, mentions, topic, speaker):
            out.append(Mention(m.start(), m.end(), thing))
    return sorted(out, key=lambda x: x.start)


def _antecedent(
    word: re.Match[str], text: str, mentions: list[Mention], topic: Thing | None, speaker: Thing | None
) -> Thing | None:
    if word.lastgroup == "we":
        return speaker
    earlier = [x for x in mentions if x.end <= word.start() and x.thing.cls in ORGS]
    if word.lastgroup in ("former", "latter"):
        if len({x.thing.id for x in earlier}) != 2:
            return None
        return earlier[0].thing if word.lastgroup == "former" else earlier[-1].thing
    starts = [b.end() for b in _BREAK.finditer(text, 0, word.start())]
    subjects = [x for x in earlier if not _GOVERNED.search(text[: x.start])]
    near = [x for x in subjects if starts and x.start >= starts[-1]] or subjects
    return near[0].thing if near else topic


def topic(coded: Coded) -> Thing | None:
    """What a sentence is about: the first company in it that no preposition governs."""
    for m in re.finditer(NAME, coded.text):
        things = coded.groups[m.group()]
        if things[0].cls in ORGS and not _GOVERNED.search(coded.text[: m.start()]) and _subject().match(coded.text, m.end()):
            return things[0] if len(things) == 1 else None
    return None


@cache
def _subject() -> re.Pattern[str]:
    """What follows a name that a clause is about: its verb, what it has, or an aside."""
    return re.compile(rf"'s?\b|'|,|$|:| (?:{verbs.ADVERB} )*(?:{verbs.starts()}|[a-z]+(?:ed|es))\b| (?:suppliers?|customers?)\b")


def speaker(document: Document) -> Thing | None:
    """Who says `we`: the company that a filing's title or file name tells."""
    for text in (document.report.title, document.layout.title, document.report.file):
        words = re.sub(r"[_\-.]", " ", prose(text)) if _FILING.search(text) or text == document.report.file else prose(text)
        if text == document.report.file and not _FILING.search(text):
            continue
        found = {m.thing.id: m.thing for m in document.gazetteer.find(words.title() if words.islower() else words) if m.thing.cls == "Company"}
        if not found and text == document.report.file:
            known = [document.gazetteer.known(w.capitalize()) or document.gazetteer.known(w.upper()) for w in words.split() if w.isalpha()]
            found = {t.id: t for t in known if t is not None and t.cls == "Company"}
        if len(found) == 1:
            return next(iter(found.values()))
    return None
