"""Words of English that stand for a company named before: the company, it, the former."""

from __future__ import annotations

import re

from loaders.english.coding import NAME, Coded
from loaders.things import ORGS, Mention, Thing

_WORD = re.compile(
    r"(?P<company>\b[Tt]he (?:company|firm|group|chipmaker|automaker|carmaker|manufacturer|start-?up|supplier|retailer|shipbuilder|group)\b(?! of\b))"
    r"|(?P<it>\b[Ii]t\b(?= (?:also |now |still |already |has |had |will |plans to |expects to |currently )*(?:suppl|ship|sell|sold|sourc|buy|bought|make|made|produc|build|built|"
    r"manufactur|develop|launch|unveil|use|licens|own|operat|compet|partner|assembl|deliver|provid|raised|acquir|design|is (?:based|developing|building|supplying|working))))"
    r"|(?P<former>\bthe former\b)|(?P<latter>\bthe latter\b)",
)
_GOVERNED = re.compile(r"\b(?:for|to|from|by|with|of|in|at|on|against|than|like|unlike|and|or) (?:the )?$")


def resolved(text: str, mentions: list[Mention], topic: Thing | None) -> list[Mention]:
    """`mentions` with those added that a pronoun makes; `topic` is what the text is about so far."""
    out = list(mentions)
    for m in _WORD.finditer(text):
        if any(x.start < m.end() and m.start() < x.end for x in mentions):
            continue
        earlier = [x for x in mentions if x.end <= m.start() and x.thing.cls in ORGS]
        if m.lastgroup == "former":
            thing = earlier[0].thing if len({x.thing.id for x in earlier}) == 2 else None
        elif m.lastgroup == "latter":
            thing = earlier[-1].thing if len({x.thing.id for x in earlier}) == 2 else None
        else:
            subjects = [x for x in earlier if not _GOVERNED.search(text[: x.start])]
            thing = subjects[0].thing if subjects else topic
        if thing:
            out.append(Mention(m.start(), m.end(), thing))
    return sorted(out, key=lambda x: x.start)


def topic(coded: Coded) -> Thing | None:
    """What a sentence is about: the first company in it that no preposition governs."""
    for m in re.finditer(NAME, coded.text):
        things = coded.groups[m.group()]
        if things[0].cls in ORGS and not _GOVERNED.search(coded.text[: m.start()]):
            return things[0] if len(things) == 1 else None
    return None
