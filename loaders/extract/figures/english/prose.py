"""English sentences: what each number measures, from verbs and nouns around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.blocks import Text
from loaders.concepts import lexicon
from loaders.document import Document
from loaders.english import nouns, pronouns
from loaders.english.coding import prose as plain_prose
from loaders.extract.figures.english.frames import Found, found
from loaders.extract.figures.numbers import Quantity, quantities
from loaders.extract.figures.periods import Period, dated, joined, periods
from loaders.extract.figures.time import cue
from loaders.extract.figures.topics import Topics
from loaders.extract.figures.subjects import Subjects
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Mention, Number, Thing
from kg.model import Modality

_CLAUSE = re.compile(r";\s|,\s(?:while|but|whereas|although)\s|\.\s|,\sand\s(?=[A-Z])")
_SOURCE = re.compile(r"(?:[Aa]ccording to|[Aa]nalysts at|[Dd]ata from|[Rr]esearch from|figures from|estimates from|report from)\s")
_SAYS = re.compile(r"\s(?:\w+\s)?(?:expects?|estimates?|forecasts?|predicts?|projects?|data shows?|data showed|data)\b")
_PRONOUN = re.compile(r"^(?:it|they|he|she|we|the company|the firm|the group|the carmaker|the automaker|the chipmaker|its|their|our|this|that|these)$", re.IGNORECASE)


_REFERS = re.compile(r"\b(?:[Ii]ts?|[Tt]hey|[Tt]heir|[Tt]he (?:company|firm|group|carmaker|automaker|chipmaker|maker|startup|start-up))\b")


@dataclass
class Told:
    """What the figures before have been about."""

    thing: Thing | None = None
    metric: str = ""
    period: Period | None = None
    before: Period | None = None
    expected: bool = False
    sources: tuple[Thing, ...] = ()


class English:
    """Reads the English sentences of one report in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.topics = Topics(Subjects(document))
        self.speaker = pronouns.speaker(document)
        self.told = Told()
        self.topic: Thing | None = None
        self.fragment = False

    def begin(self, sentence: Sentence) -> None:
        """Get ready for a sentence: forget what the block before it was about."""
        if sentence.previous is None:
            self.topic = None
            for heading in reversed(sentence.block.path):
                named = [m.thing for m in self._names(heading.value) if m.thing.cls in ORGS or m.thing.row]
                if named:
                    self.topic = named[0]
                    break
        self.told = Told(thing=None, sources=())
        self.fragment = sentence.block.kind == "item" or len(sentence.value) < 60
        self.topic = sentence.topic or self.topic

    def _names(self, text: str) -> list[Mention]:
        return [m for m in self.document.gazetteer.find(text) if m.thing.cls != "Person"]

    def figures(self, text: Text) -> Iterator[Number]:
        """The figures of one sentence."""
        value = plain(text.value)
        mentions = self._names(value)
        now = self.document.clock.year
        when = [dated(p, now, now) for p in periods(value)]
        names = [(m.start, m.end) for m in mentions if re.search(r"\d", value[m.start : m.end])]
        everything = quantities(value, [(p.start, p.end) for p in when] + names)
        mentions = [m for m in mentions if not any(q.start <= m.start < q.end for q in everything)]
        self.told.sources = self._sources(value, mentions)
        timeless, last = _blanked(value, when), 0
        for group in _rows(value, everything):
            dates = [p for p in when if p.start >= group[-1].end][: len(group)] if len(group) > 1 else []
            if len(dates) != len(group):
                dates = []
            what = found(timeless, replace(group[0], end=group[-1].end) if dates else group[0], last, everything)
            for i, q in enumerate(group):
                if i and not dates:
                    what = found(timeless, q, group[i - 1].end, everything)
                if what and (number := self._number(text, value, q, what, when, mentions, last, everything, dates[i] if dates else None)):
                    yield number
                last = q.end
        first = next((m.thing for m in mentions if m.thing.cls in ORGS and not pronouns.governed(value[: m.start]) and m.thing not in self.told.sources), None)
        self.topic = first or self.topic

    def _number(
        self, text: Text, value: str, q: Quantity, what: Found, when: list[Period], mentions: list[Mention], last: int, all_: list[Quantity],
        at: Period | None = None,
    ) -> Number | None:
        thing = self._thing(what.thing, value, q, mentions, what.rule) if what.thing else (self.told.thing if what.again else self._subject(value, q, mentions))
        metric = what.metric or self.told.metric
        if thing is None or not metric:
            return None
        period = at or self._period(value, q, when, last, all_) or self.told.period
        expected = self._expected(value, q, period, what, last)
        clock = self.document.clock
        if what.rule == "cagr" and self.told.before and self.told.period and not at:
            period = joined(self.told.before, self.told.period)
        if what.base or (what.metric and not what.growth):
            self.told.metric = what.base or what.metric
        self.told.before = self.told.period
        self.told.thing, self.told.period = thing, period or self.told.period
        how = modality(value, q.start, q.end)
        return Number(
            "forecast" if clock.forecast(period, expected) and not (what.past and not (period and period.expected)) else "observation",
            thing, metric, q.value, what.unit or q.unit, text, f"figure:en-{what.rule}", period=period.text if period else None,
            region=self._region(value, q, mentions), sources=self.told.sources, comparator=q.comparator,
            modality=how if how in (Modality.RUMOURED, Modality.DENIED) else Modality.ASSERTED,
        )

    # who ----------------------------------------------------------------

    def _thing(self, words: str, value: str, q: Quantity, mentions: list[Mention], rule: str) -> Thing | None:
        """The thing that a noun phrase names."""
        name = words.strip(" ,.’'\"")
        if _PRONOUN.match(name) or not name:
            return self._subject(value, q, mentions)
        inside = self._names(name)
        exact = [m for m in inside if m.end - m.start >= len(name) * 0.7 and m.end >= len(name) - 1 and not (m.thing.cls == "Place" and rule == "noun")]
        if exact:
            return exact[0].thing
        orgs = [m for m in inside if m.thing.cls in ORGS and m.thing.id not in {s.id for s in self.told.sources}]
        if orgs:
            return orgs[0].thing
        places = [m for m in inside if m.thing.cls == "Place" and m.start == 0]
        low = name.lower()
        if places and len(name.split()) <= 2:
            return places[0].thing if rule != "noun" else self._subject(value, q, mentions)
        if low in lexicon("generic_en") or not re.search(r"[A-Za-z]{2}", name) or len(name.split()) > 6 or name.split()[-1].lower() in ("year", "month", "quarter", "time", "period", "s"):
            return self._subject(value, q, mentions)
        known = self.document.gazetteer.known(name)
        if known:
            return known
        if nouns.thing_like(name) and _fair(name) or re.search(r"\b(?:market|industry|sector)$", name):
            cls = "Industry" if re.search(r"\b(?:market|industry|sector)$", name) else "Product" if nouns.product_like(name) else "Technology"
            return self.document.gazetteer.named(name, cls, *CONCEPTS)
        return self._subject(value, q, mentions)

    def _subject(self, value: str, q: Quantity, mentions: list[Mention]) -> Thing | None:
        """Whom the clause is about: its first name that no preposition governs, or the topic."""
        starts = [m.end() for m in _CLAUSE.finditer(value, 0, q.start)]
        sources = {s.id for s in self.told.sources}
        for start in [*reversed(starts), 0]:
            for m in mentions:
                if start <= m.start and m.end <= q.start and m.thing.cls in (*ORGS, *CONCEPTS) and m.thing.id not in sources and not pronouns.governed(value[: m.start]):
                    return m.thing
        if re.search(r"\b[Ww]e\b|\b[Oo]ur\b", value[: q.start]) and self.speaker:
            return self.speaker
        first = next((m for m in mentions if m.thing.cls == "Place" and m.end <= q.start), None)
        if first and (first.start == 0 or value[: first.start].endswith(("Although ", "While ", "that ", ", "))):
            return first.thing
        if self.told.thing or not (_REFERS.search(value[: q.start]) or self.fragment):
            return self.told.thing
        return self.topic

    # when ---------------------------------------------------------------

    @staticmethod
    def _period(value: str, q: Quantity, when: list[Period], last: int, all_: list[Quantity]) -> Period | None:
        following = min((x.start for x in all_ if x.start > q.start), default=len(value))
        stop = _CLAUSE.search(value, q.end)
        end = min(following, stop.start() if stop else len(value))
        behind = [p for p in when if q.end <= p.start < end and p.start - q.end < 60]
        if behind and not re.search(r"[;]|, (?:up|down|compared|from)\b", value[q.end : behind[0].start]):
            return behind[0]
        before = [p for p in when if last <= p.start < q.start]
        if before:
            return before[-1]
        later = [p for p in when if p.start >= q.end and not re.search(r"[;]|, (?:up|down|compared)\b| from \S+ in", value[q.end : p.start]) and p.start - q.end < 90]
        return later[0] if later and len(later) == 1 else None

    def _expected(self, value: str, q: Quantity, period: Period | None, what: Found, last: int) -> bool:
        starts = [m.end() for m in _CLAUSE.finditer(value, 0, q.start)]
        words = value[(starts[-1] if starts else 0) : q.end]
        if self.fragment:
            words += re.split(r"[,.;(]", value[q.end : q.end + 30])[0]
        hint = cue(words)
        if what.past:
            return False
        if hint is None and last:
            hint = self.told.expected
        self.told.expected = bool(hint)
        return self.document.clock.expected("", period, bool(hint))

    # where and by whom ----------------------------------------------------

    @staticmethod
    def _region(value: str, q: Quantity, mentions: list[Mention]) -> str | None:
        if m := re.search(r"\b([Gg]lobal|[Ww]orldwide|U\.S\.|China|Europe(?:an)?|India|Japan|Korea)\b(?=[^,;.]*$)", value[max(0, q.start - 80) : q.start]):
            return {"global": "global", "worldwide": "global"}.get(m.group(1).lower(), m.group(1))
        places = [m for m in mentions if m.thing.cls == "Place" and abs(m.start - q.end) < 60]
        return places[0].thing.name if places else None

    def _sources(self, value: str, mentions: list[Mention]) -> tuple[Thing, ...]:
        out = []
        for m in _SOURCE.finditer(value):
            hit = next((x.thing for x in mentions if x.start - m.end() in range(0, 5) and x.thing.cls in ORGS), None)
            name = re.match(r"(?:the\s)?([A-Z][\w&.]*(?:\s(?:[A-Z][\w&.]*|of))*)", value[m.end() :])
            if hit:
                out.append(hit)
            elif name and len(name.group(1)) > 2:
                out.append(self.document.gazetteer.named(name.group(1).strip(), "Company", *ORGS))
        for x in mentions:
            if x.thing.cls in ORGS and _SAYS.match(value, x.end):
                out.append(x.thing)
        if not out and (m := re.match(r"([A-Z][\w&]*(?:\s[A-Z][\w&]*){0,3})\s(?:expects|forecasts|predicts|projects|estimates)\b", value)):
            out.append(self.document.gazetteer.named(m.group(1), "Company", *ORGS))
        return tuple(dict.fromkeys(out))


def _fair(name: str) -> bool:
    """Whether an unknown phrase is a noun phrase with a name, not a piece of a clause."""
    return not re.search(r"\b(?:by|of|out|that|who|this|all|any|none)\b|[’']|^\w+ing\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b", name)


def _blanked(value: str, when: list[Period]) -> str:
    """The text with its periods, and the prepositions before them, blanked out."""
    out = value
    for p in when:
        m = re.search(r"\b(?:(?:as|end) of|in|by|from|during|since|for|between|of|over|through|until|on|to)\s(?:the\s)?$", out[: p.start])
        start = m.start() if m and not (m.group().startswith("to") and "from" not in out[max(0, p.start - 40) : p.start]) else p.start
        out = out[:start] + " " * (p.end - start) + out[p.end :]
    return out


def _rows(value: str, all_: list[Quantity]) -> Iterator[list[Quantity]]:
    """The numbers, those together that a list joins: 57.7%, 57.5% and 59.3%."""
    group: list[Quantity] = []
    for q in all_:
        if group and not re.fullmatch(r"\s*(?:,|and|, and|/|or)\s*", value[group[-1].end : q.start]):
            yield group
            group = []
        group.append(q)
    if group:
        yield group


def plain(value: str) -> str:
    """The text with marks of links and emphasis blanked out, as long as before."""
    return re.sub(r"\[\[|\]\]|\*\*|[*_`|]", lambda m: " " * len(m.group()), value)


__all__ = ["English", "plain", "plain_prose"]
