"""English sentences: what each number measures, from verbs and nouns around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Modality
from loaders.blocks import Text
from loaders.document import Document
from loaders.english import pronouns
from loaders.extract.figures.english.counted import found
from loaders.extract.figures.english.frames import Found
from loaders.extract.figures.english.times import named_period, timeless
from loaders.extract.figures.english.whom import CLAUSE, OURS, Whom, is_pronoun
from loaders.extract.figures.numbers import Quantity, quantities
from loaders.extract.figures.periods import Period, dated, joined, periods
from loaders.extract.figures.periods import period as written
from loaders.extract.figures.time import cue
from loaders.extract.policies.settings import governing
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import ORGS, Number, Thing

_MARKS = re.compile(r"\[\[|\]\]|\*\*|[*_`|]")
_AND = re.compile(r"\s*(?:,|and|, and|/|or)\s*")
_AGO = re.compile(r"[^,.;]{0,24}?\b(?P<p>(?:a|one) (?:year|quarter|month) (?:earlier|ago|before))")
_FRAGMENT, _SPEAKING = 60, 3
# 02 is the number of a model, 2170 that of a format
_MODEL = re.compile(r"0\d|\d{4,5}\s(?:cells?|batter(?:y|ies))\b")
_NAMED = ("label", "level", "growth")


@dataclass
class Told:
    """What the figures before have been about."""

    thing: Thing | None = None
    metric: str = ""
    unit: str = ""
    period: Period | None = None
    before: Period | None = None
    expected: bool = False


class English:
    """Reads the English sentences of one report in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.told = Told()
        # somebody quoted may say `we` once
        ours = sum(bool(OURS.search(s.value)) for s in document.sentences)
        self.speaker = pronouns.speaker(document) if ours >= _SPEAKING else None
        self.topic: Thing | None = None
        self.fragment = False

    def begin(self, sentence: Sentence) -> None:
        """Get ready for a sentence: forget what the block before it was about."""
        if sentence.previous is None:
            self.topic = self._heading(sentence)
        self.told = Told()
        self.fragment = sentence.block.kind == "item" or len(sentence.value) < _FRAGMENT
        self.topic = sentence.topic or self.topic

    def _heading(self, sentence: Sentence) -> Thing | None:
        for heading in reversed(sentence.block.path):
            for m in self.document.gazetteer.find(heading.value):
                if not _leads(m.thing) and (m.thing.cls in ORGS or m.thing.row):
                    return m.thing
        return None

    def figures(self, text: Text) -> Iterator[Number]:
        """The figures of one sentence."""
        line = Line(self, text)
        yield from line.figures()
        self.topic = line.whom.about() or self.topic


def _leads(thing: Thing) -> bool:
    """Whether a thing is a person, or a government that only this report names."""
    return thing.cls == "Person" or (thing.row is None and governing(thing))


class Line:
    """One sentence at work."""

    def __init__(self, english: English, text: Text) -> None:
        self.english, self.told, self.text = english, english.told, text
        document = english.document
        self.clock = document.clock
        self.value = _MARKS.sub(lambda m: " " * len(m.group()), text.value)
        # what a president or his administration levies and pays is no figure of theirs
        named = [m for m in document.gazetteer.find(self.value) if not _leads(m.thing)]
        now = self.clock.now
        self.periods = [dated(p, now, now) for p in periods(self.value)]
        digits = [(m.start, m.end) for m in named if re.search(r"\d", self.value[m.start : m.end])]
        self.numbers = quantities(self.value, [(p.start, p.end) for p in self.periods] + digits)
        self.numbers = [q for q in self.numbers if not _MODEL.match(self.value, q.start)]
        spans = [(q.start, q.end) for q in self.numbers]
        mentions = [m for m in named if not any(a <= m.start < b for a, b in spans)]
        self.whom = Whom(document, self.value, mentions, english.topic, english.speaker)

    def figures(self) -> Iterator[Number]:
        """The figures of the sentence."""
        plain, last = timeless(self.value, self.periods), 0
        for group in self._groups():
            later = [p for p in self.periods if p.start >= group[-1].end][: len(group)]
            dates = later if len(later) == len(group) > 1 else []
            # 57.7%, 57.5% and 59.3% of X in 2023, 2024 and 2025: read as one, dated one by one
            first = replace(group[0], end=group[-1].end) if dates else group[0]
            what = found(plain, first, last)
            for i, q in enumerate(group):
                if i and not dates:
                    what = found(plain, q, last)
                number = self._number(q, what, last, dates[i] if dates else None) if what else None
                if number:
                    yield number
                last = q.end

    def _groups(self) -> Iterator[list[Quantity]]:
        group: list[Quantity] = []
        for q in self.numbers:
            if group and not _AND.fullmatch(self.value[group[-1].end : q.start]):
                yield group
                group = []
            group.append(q)
        if group:
            yield group

    def _number(self, q: Quantity, what: Found, last: int, at: Period | None) -> Number | None:
        told, thing = self.told, self._thing(q, what)
        metric = what.metric or told.metric
        if what.growth and what.again and what.rule == "growth" and told.metric:
            metric = f"{told.metric} {metric}"
        if thing is None or not metric:
            return None
        period = self._period(q, what, last, at)
        forecast = self.clock.forecast(period, self._expected(q, what, period, last))
        told.thing, told.metric = thing, self._base(what) or told.metric
        told.before, told.period = told.period, period or told.period
        unit = q.unit or (told.unit if what.past else "")
        told.unit = unit
        how = modality(self.value, q.start, q.end)
        return Number(
            "forecast" if forecast and not what.past else "observation",
            thing,
            metric,
            q.value,
            unit,
            self.text,
            f"figure:en-{what.rule}",
            period=period.text if period else None,
            region=self.whom.region(q),
            sources=self.whom.sources,
            comparator=q.comparator,
            modality=how if how in (Modality.RUMOURED, Modality.DENIED) else Modality.ASSERTED,
        )

    @staticmethod
    def _base(what: Found) -> str:
        """The metric that a later number may go on with."""
        return what.base or ("" if what.growth else what.metric)

    def _thing(self, q: Quantity, what: Found) -> Thing | None:
        named = self.whom.named(what.thing, what.rule) if what.thing else None
        if named or (what.again and not what.thing):
            return named or self.told.thing
        if what.thing and what.rule in _NAMED and not is_pronoun(what.thing):
            return None
        # a label stands where the subject would
        fragment = self.english.fragment or what.rule == "label"
        return self.whom.subject(q, self.told.thing, fragment=fragment)

    def _period(self, q: Quantity, what: Found, last: int, at: Period | None) -> Period | None:
        ago = _AGO.match(self.value, q.end) if what.past else None
        if ago:
            return written(ago.group("p"))
        found = (
            at or named_period(self.value, self.periods, self.numbers, q, last) or self.told.period
        )
        told = self.told
        if what.rule == "cagr" and at is None and told.before and told.period:
            return joined(told.before, told.period)
        return found

    def _expected(self, q: Quantity, what: Found, period: Period | None, last: int) -> bool:
        starts = [m.end() for m in CLAUSE.finditer(self.value, 0, q.start)]
        words = self.value[(starts[-1] if starts else 0) : q.end]
        if self.english.fragment:
            words += re.split(r"[,.;(]", self.value[q.end : q.end + 30])[0]
        if what.past:
            return False
        hint = cue(words)
        if hint is None and last:
            hint = self.told.expected
        self.told.expected = bool(hint)
        return self.clock.expected("", period, bool(hint))
