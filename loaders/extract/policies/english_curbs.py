"""Restrictions without a title in English: `X banned exports of chips to Y`, `Z was sanctioned by X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.deals.said import Said, sentences
from loaders.extract.policies.english import objects
from loaders.extract.policies.settings import authority
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import ORGS, Claim, Thing

METHOD = "policy:curb-en"
_LIFTED = pattern("policies", "english_lifted")
_TRADE = pattern("policies", "english_trade")
_TARGET = re.compile(r"(?:^| (?:to|against|on|in) )(?:the )?(?P<p>[\ue400-\ue7ff])(?!'s)")
_ORG = re.compile("[\ue000-\ue3ff]")
_HIT = re.compile("(?:[a-z-]+ )?[\ue000-\ue3ff]")
# the verb before a company that a restriction hits, and the trade behind what it curbs
_LAST = re.compile(r"\s?[a-z]+\s*$")
_FLOW = re.compile(r" (?:exports|imports|sales|shipments)(?= |$).*")
_NOUN = re.compile(r"(?:bans?|curbs|controls|restrictions|sanctions|tariffs|duties|embargo)$")
# what a restriction is called, by its verb
_MEASURES = (
    (re.compile("sanction|blacklist"), "sanctions"),
    (re.compile("tariff|dut"), "tariffs"),
    (re.compile("ban|bar|block|prohib|forb|outlaw|phase"), "ban"),
)
_EXPORT = re.compile(r"export|sell|sale|suppl|ship|licen")


def curbs(document: Document) -> Iterator[Claim]:
    """The restrictions that English sentences tell of."""
    for said in sentences(document, pattern("policies", "english_curb_words")):
        for way in patterns("policies", "english_curbs"):
            for m in way.finditer(said.unbroken):
                yield from _told(said, m)


def _told(said: Said, m: re.Match[str]) -> Iterator[Claim]:
    mark = m.groupdict().get("who")
    who = authority(said.coded.groups[mark]) if mark else None
    before = said.coded.text[max(0, m.start() - 30) : m.end("verb")]
    if (mark and who is None) or _LIFTED.search(before) or _policies(said, m):
        return
    curbed = [thing for thing in _curbed(said, m) if who is None or thing.id != who.id]
    if not curbed or (all(thing.cls == "Place" for thing in curbed) and not _noun(m)):
        return
    policy = _policy(said, m, mark, curbed)
    how = modality(said.coded.text, m.start(), m.end("verb"))
    if who is not None:
        yield Claim(policy, "ISSUED_BY", who, said.sentence.text, METHOD, how)
    for thing in curbed:
        yield Claim(policy, "RESTRICTS", thing, said.sentence.text, METHOD, how)


def _policies(said: Said, m: re.Match[str]) -> bool:
    """Whether the clause names a policy: other readers say what that does."""
    return any(t.cls == "Policy" for c in m.group() for t in said.coded.groups.get(c, ()))


def _curbed(said: Said, m: re.Match[str]) -> list[Thing]:
    """Whom and what the slots of a match name; each company of a list, and what it may not sell."""
    found: dict[str, Thing] = {}
    if not m.group("x"):
        return [said.topic] if said.topic is not None and said.topic.cls in ORGS else []
    for said_of in (m.group("x"), m.groupdict().get("rest") or ""):
        # curbs on gallium hit X: X is no object of theirs
        far = _noun(m) and not _HIT.match(said_of)
        head, org, _ = (
            said_of.partition(mark[0])
            if far and (mark := _ORG.search(said_of))
            else (said_of, "", "")
        )
        slot = _LAST.sub("", head) if org else head
        for part in _TRADE.split(slot):
            found |= {t.id: t for t in objects(said, _FLOW.sub("", part.strip()))}
        for target in _TARGET.finditer(slot):
            found |= {t.id: t for t in said.coded.groups[target["p"]]}
    return list(found.values())


def _noun(m: re.Match[str]) -> bool:
    """Whether a restriction is spoken of by a noun: US curbs on chips."""
    return bool(_NOUN.search(m.group("verb")))


def _policy(said: Said, m: re.Match[str], mark: str | None, curbed: list[Thing]) -> Thing:
    """`US export ban on lithography tools`: the restriction, called after what it hits."""
    verb = m.group("verb").lower()
    measure = next((name for words, name in _MEASURES if words.search(verb)), "restrictions")
    first = next((t for t in curbed if t.cls != "Place"), curbed[0])
    trade = "export " if first.cls not in ORGS and _EXPORT.search(m.group().lower()) else ""
    forms = (first.name, *first.aliases, *(first.row.names if first.row else ()))
    called = next((name for name in forms if name.isascii()), first.name)
    name = f"{trade if measure in ('ban', 'restrictions') else ''}{measure} on {called}"
    whose = said.coded.surfaces[mark].removeprefix("The ").removeprefix("the ") if mark else ""
    return Thing("Policy", f"{whose} {name}".strip(), (name,) if whose else ())
