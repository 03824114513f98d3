"""Whom an English figure is about, who says it, and where it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.english import likeness, pronouns, verbs
from loaders.english.runs import words as common
from loaders.extract.figures.english.words import head_at_start, noun_phrase
from loaders.extract.figures.numbers import Quantity
from loaders.things import CONCEPTS, ORGS, Mention, Thing

CLAUSE = re.compile(r";\s|,\s(?:while|but|whereas|although)\s|\.\s|,\sand\s(?=[A-Z])")
_SOURCE = re.compile(
    r"(?:[Aa]ccording to|[Aa]nalysts at|[Dd]ata from|[Rr]esearch from|figures from|estimates from|"
    r"report from)\s(?:the\s)?"
)
_NAME = re.compile(r"[A-Z][\w&.]*(?:\s(?:[A-Z][\w&.]*|of)){0,5}")
_SAYS = re.compile(
    r"\s(?:\w+\s)?(?:expects?|estimates?|forecasts?|predicts?|projects?|data shows?|data showed|data)\b"
)
_FIRST_SAYS = re.compile(
    r"([A-Z][\w&]*(?:\s[A-Z][\w&]*){0,3})\s(?:expects|forecasts|predicts|projects|estimates)\b"
)
_PRONOUN = re.compile(
    r"(?:it|they|he|she|we|the company|the firm|the group|the carmaker|the automaker|the chipmaker|"
    r"its|their|our|this|that|these)",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Tt]he (?:company|firm|group|carmaker|automaker|chipmaker|maker|"
    r"startup|start-up))\b"
)
OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
_FIELD = re.compile(r"\b(?:market|industry|sector|economy)$")
_REGION = re.compile(
    r"\b([Gg]lobal|[Ww]orldwide|U\.S\.|China|Europe(?:an)?|India|Japan|Korea)\b(?=[^,;.]*$)"
)
_CLAUSE_LIKE = re.compile(
    r"\b(?:by|of|in|out|that|who|this|all|any|none)\b|[’']|^\w+ing\b|"
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_RELATIVE = re.compile(
    r"(?:^|[,;]\s)(?P<ante>(?:[^,;–—]|,(?=\d)){2,80}?)(?:,|\s[-–—])\swhich\s(?:has|have|had|is|was|are|were)\b[^,;]*$"
)
_PROPER = re.compile(r"[A-Z][\w\-]*(?:\s(?:[A-Z][\w\-]*|\d+)){0,4}$")
_COMPANY = re.compile(
    r"\b(?:the company|company|the firm|the group|its|their)(?:[’']s)?$", re.IGNORECASE
)
_TIMES = ("year", "month", "quarter", "time", "period", "s")
_OPENS = ("Although ", "While ", "that ", ", ")
# a maker's product: Unitree's G1
_OWN = re.compile(r".{2,40}?[’']s?\s(?P<name>[A-Za-z]?[A-Z0-9][\w\-]*(?:\s[A-Z0-9][\w\-]*){0,3})")
# the makers of a country stand for it
_LANDS = re.compile(
    r"\s(?:makers|companies|firms|brands|manufacturers|producers|suppliers|shipbuilders|groups)$"
)
_BEFORE, _BESIDE = 80, 60


def is_pronoun(words: str) -> bool:
    """Whether some words stand for a thing named before: it, the company."""
    text = words.strip(" ,.’'\"")
    return bool(_PRONOUN.fullmatch(text) or _COMPANY.search(text))


def _first_of(name: str) -> str:
    """Of a phrase that a verb cuts, what does it: `X succeeds Y and` → X."""
    parts = name.split()
    acts = verbs.third() - {"is", "has"}
    cut = next((i for i, w in enumerate(parts) if i and w in acts), None)
    joined = cut is not None and parts[-1] in ("and", "but")
    return " ".join(parts[:cut]) if joined else name


class Whom:
    """Finds the things of one sentence's figures."""

    def __init__(
        self,
        document: Document,
        value: str,
        mentions: Sequence[Mention],
        topic: Thing | None,
        speaker: Thing | None,
    ) -> None:
        self.document, self.value, self.mentions, self.topic = document, value, mentions, topic
        self.speaker = speaker
        self.sources = self._sources()
        self.quoted = {s.id for s in self.sources}

    def named(self, words: str, rule: str) -> Thing | None:
        """The thing that a noun phrase names; None where it reads like no name."""
        name = _first_of(words.strip(" ,.’'\""))
        if not name or _PRONOUN.fullmatch(name):
            return None
        if (own := _OWN.fullmatch(name)) and likeness.own_name(own.group("name")):
            return self._unknown(own.group("name"))
        found = [m for m in self.document.gazetteer.find(name) if m.thing.cls != "Person"]
        countries = rule != "noun"
        for m in found:
            whole = m.end >= len(name) - 1 and m.end - m.start >= len(name) * 0.7
            if whole and (countries or m.thing.cls != "Place"):
                return m.thing
        orgs = [m.thing for m in found if m.thing.cls in ORGS and m.thing.id not in self.quoted]
        if orgs:
            return orgs[0]
        land = found and found[0].thing.cls == "Place" and found[0].start == 0
        if land and (name.count(" ") < 2 or _LANDS.search(name)):
            return found[0].thing if countries else None
        return self._unknown(name)

    def _unknown(self, name: str) -> Thing | None:
        words = name.split()
        if (
            name.lower() in lexicon("generic_en") | common("common")
            or len(words) > 6
            or words[-1].lower() in _TIMES
        ):
            return None
        if known := self.document.gazetteer.known(name):
            return known
        if field := _FIELD.search(name):
            bare = self.document.gazetteer.known(name[: field.start()].strip())
            if bare is not None and bare.cls in CONCEPTS:
                return bare
            return self.document.gazetteer.named(name, "Industry", *CONCEPTS)
        if not likeness.thing_like(name) or _CLAUSE_LIKE.search(name):
            return None
        cls = "Product" if likeness.product_like(name) else "Technology"
        return self.document.gazetteer.named(name, cls, *CONCEPTS)

    def subject(self, q: Quantity, told: Thing | None, *, fragment: bool) -> Thing | None:
        """Whom the clause is about: its first name that no preposition governs, or the topic.

        `told` is what the last figure was about; a fragment goes on with the topic.
        """
        before = self.value[: q.start]
        if relative := _RELATIVE.search(before):
            return self._antecedent(relative)
        if named := self._clause(q):
            return named
        if self.speaker and (OURS.search(before) or head_at_start().match(self.value)):
            return self.speaker
        first = next(
            (m for m in self.mentions if m.thing.cls == "Place" and m.end <= q.start), None
        )
        if first and (first.start == 0 or before[: first.start].endswith(_OPENS)):
            return first.thing
        if told or not (fragment or _REFERS.search(before)):
            return told
        return self.topic

    def _antecedent(self, m: re.Match[str]) -> Thing | None:
        """What `which has` goes on about: the name or noun phrase before it."""
        end = m.end("ante")
        told = next((x.thing for x in self.mentions if x.end == end), None)
        name = _PROPER.search(m.group("ante"))
        return told or self.named(name.group() if name else noun_phrase(m.group("ante")), "noun")

    def _clause(self, q: Quantity) -> Thing | None:
        starts = [m.end() for m in CLAUSE.finditer(self.value, 0, q.start)]
        for start in (*reversed(starts), 0):
            for m in self.mentions:
                inside = start <= m.start and m.end <= q.start
                opens = m.start == start > 0 and not self._listed(start)
                if inside and (opens or self._acts(m)) and m.thing.cls in (*ORGS, *CONCEPTS):
                    return m.thing
        return None

    def _listed(self, start: int) -> bool:
        """Whether a clause seems to begin where a list of names only ends: `A, B, and C`."""
        cut = self.value[:start].rstrip().removesuffix("and").rstrip(" ,")
        return any(m.end == len(cut) for m in self.mentions)

    def _acts(self, m: Mention) -> bool:
        """Whether a name may be who a clause is about: it is quoted or governed by nothing."""
        before = self.value[max(0, m.start - _BEFORE) : m.start]
        return m.thing.id not in self.quoted and not pronouns.governed(before)

    def about(self) -> Thing | None:
        """The company that the next sentence may go on about."""
        return next((m.thing for m in self.mentions if m.thing.cls in ORGS and self._acts(m)), None)

    def region(self, q: Quantity) -> str | None:
        """Where a figure holds."""
        if m := _REGION.search(self.value[max(0, q.start - _BEFORE) : q.start]):
            place = self.document.gazetteer.known(m.group(1))
            wide = m.group(1).lower() in ("global", "worldwide")
            return "全球" if wide else place.name if place else m.group(1)
        places = (m for m in self.mentions if m.thing.cls == "Place")
        return next((m.thing.name for m in places if abs(m.start - q.end) < _BESIDE), None)

    def _sources(self) -> tuple[Thing, ...]:
        """Who says it: `according to X`, `X expects`."""
        gazetteer, out = self.document.gazetteer, []
        for m in _SOURCE.finditer(self.value):
            known = [x.thing for x in self.mentions if x.start == m.end() and x.thing.cls in ORGS]
            name = _NAME.match(self.value, m.end())
            if known:
                out.append(known[0])
            elif name and len(name.group()) > 2:
                out.append(gazetteer.named(name.group().strip(), "Company", *ORGS))
        out += [
            x.thing for x in self.mentions if x.thing.cls in ORGS and _SAYS.match(self.value, x.end)
        ]
        if not out and (first := _FIRST_SAYS.match(self.value)):
            out.append(gazetteer.named(first.group(1), "Company", *ORGS))
        return tuple(dict.fromkeys(out))
