"""What a sentence goes on about where a clause leaves it out: clauses, labels, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.blocks import Block
from loaders.concepts import lexicon, model_like, plausible
from loaders.extract.figures.metrics import is_metric, measure
from loaders.extract.figures.periods import Period, periods
from loaders.extract.figures.phrases import words_of
from loaders.extract.figures.regions import REGION
from loaders.extract.figures.said import MARK
from loaders.extract.figures.subjects import Subjects
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_LABEL = re.compile(r"^\s*[*【\[“]*([^：:，。；\n]{2,28}?)[*】\]”]*\s*[：:](?!\d)")
_WITHIN = re.compile(r"在([^，。；]{2,24}?)(?:中|里|上|方面|领域|场景|市场|架构中|环节)$")
_NUMBERING = re.compile(
    r"^(?:[图表]\s*[\d.\-]+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|"
    r"\d{1,2}(?:\.\d{1,2})*(?:[、.）)]|\s|(?=[\u4e00-\u9fff])(?!年|月|季)))\s*"
)
_REPORTED = re.compile(
    r"[（(]|股份|公司|集团|中报|年报|季报|一季|三季|半年|点评|深度|跟踪|公告|业绩|发布|20\d\d"
)
_GLUED = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_INSIDE = re.compile(r"\s*[（(][^（）()]*[)）]")
_TAGGED = re.compile(r"【[^】]*】|\[[^\]]*\]")
_HEAD = re.compile(r"[：:，,—|（(]|\s[-–/]\s")
_ADVERB = re.compile(
    r"^(?:其中|而|但是?|同时|此外|另外|不过|目前|当前|现在|例如|如|比如|预计|截至|截止|此前|随后|"
    rf"据悉|据了解|{MARK}|\s|，|的|底|末)+"
)
_NOBODY = ("除", "业内", "有机构", "市场")
_ACTS = ("v", "d", "p", "ul", "x")
_NO_LABEL = ("v", "d", "p", "c", "r", "a")
_NAME, _SHORT = 28, 22


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a colon: its thing, its metric, its period, and where it ends."""

    thing: Thing | None = None
    metric: str = ""
    end: int = 0
    period: Period | None = None


class Topics:
    """Finds what clauses, labels and headings of one report are about."""

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        self._headings: dict[str, Thing | None] = {}
        self._report: list[Thing] | None = None

    def _mentions(self, text: str) -> list[Mention]:
        found = self.subjects.document.gazetteer.find(text)
        return [m for m in found if m.thing.cls in (*ORGS, *CONCEPTS)]

    def of_clause(self, clause: str, *, sure: bool = False) -> Thing | None:
        """The subject of a clause; `sure` takes only what the report or a table knows as a name."""
        text = _bare(clause)
        within = _WITHIN.search(text)
        text = within.group(1) if within else text
        mentions = self._mentions(text)
        first = next((m for m in mentions if m.start <= 1), None)
        end = _predicate(text, {i for m in mentions for i in range(m.start, m.end)})
        speech = tuple(words_of("speech"))
        if text[first.end if first else end :].lstrip().startswith(speech) or text.endswith(speech):
            return None
        if first and (first.thing.cls in ORGS or first.end >= end * 0.6):
            found = self.subjects.read(text[: max(end, first.end)])
            return found.thing if found.thing and not found.several else first.thing
        whole = end >= len(text) and not within
        name = text[:end].strip()
        if whole or name.startswith(_NOBODY) or not 2 <= len(name) <= _NAME:
            return None
        if is_metric(name) or _vague(name) or (sure and not model_like(name)):
            return None
        return self.subjects.named(name)

    def of_report(self) -> Thing | None:
        """The one company that the report's title and headings name; None where they name more."""
        if self._report is None:
            document = self.subjects.document
            headings = [b.text.value for b in document.layout.blocks if b.kind == "heading"]
            found = {
                m.thing.id: m.thing
                for title in (document.report.title, *headings)
                for m in self._mentions(title)
                if m.thing.cls == "Company" and _bounded(title, m)
            }
            self._report = list(found.values()) if len(found) == 1 else []
        return self._report[0] if self._report else None

    def of_label(self, text: str) -> Label:
        """What stands before a sentence's first colon."""
        m = _LABEL.match(text)
        words = _NUMBERING.sub("", m.group(1)).strip() if m else ""
        if not m or words in words_of("labels"):
            return Label(end=m.end() if m else 0)
        when = periods(words)
        for p in reversed(when):
            words = (words[: p.start] + words[p.end :]).strip()
        if found := measure(words):
            thing = self._measured(words, found.rest)
            return Label(thing, found.metric, m.end(), when[0] if when else None)
        bare = _INSIDE.sub("", words).strip()
        thing = self.subjects.document.gazetteer.known(bare) or self._named(bare)
        named = thing is not None and thing.cls not in ("Place", "Person")
        return Label(thing if named else None, "", m.end())

    def _measured(self, words: str, rest: str) -> Thing | None:
        """The thing of a label that is a metric: of 中国智算算力 the label itself."""
        thing = self.subjects.read(rest).thing if rest else None
        place = REGION.match(words)
        if thing is None and place and len(words) - place.end() >= 2:
            gazetteer = self.subjects.document.gazetteer
            return gazetteer.named(words[place.end() :], "Technology", *CONCEPTS)
        return thing

    def _named(self, label: str, *, strict: bool = False) -> Thing | None:
        """A label that is a name: known, with a Latin word in it, or ending like a thing."""
        for m in self._mentions(label):
            if m.end - m.start >= len(label) * 0.5:
                return m.thing
        if len(label) > _SHORT or _vague(label):
            return None
        if not re.search(r"[A-Za-z]{2}|[“”]", label) and (strict or not plausible(label)):
            return None
        if any(t.tag in _NO_LABEL and t.word not in words_of("nouns") for t in tokens(label)):
            return None
        return self.subjects.read(label).thing

    def of_block(self, block: Block) -> Thing | None:
        """What the nearest heading that names a thing is about."""
        for heading in reversed(block.path):
            if heading.value not in self._headings:
                self._headings[heading.value] = self._heading(heading.value)
            if thing := self._headings[heading.value]:
                return thing
        return None

    def _heading(self, heading: str) -> Thing | None:
        """The thing a heading names: a known name, or what it measures."""
        text = _TAGGED.sub("", _NUMBERING.sub("", heading.strip())).strip()
        mentions = [m for m in self._mentions(text) if _bounded(text, m)]
        if found := next((m.thing for m in mentions if m.thing.cls in ORGS), None):
            return found
        label = _HEAD.split(text)[0].strip()
        if "+" in label or "＋" in label:
            return None
        if measured := measure(label):
            return self.subjects.read(measured.rest).thing if measured.rest else None
        first = next((m.thing for m in mentions if m.start == 0), None)
        return first or self._named(label, strict=True)


def _bare(clause: str) -> str:
    """A clause without its periods and the adverbs that it begins with."""
    text = clause
    for p in reversed(periods(clause)):
        text = text[: p.start] + MARK + text[p.end :]
    return _ADVERB.sub("", text)


def _bounded(text: str, m: Mention) -> bool:
    """Whether a name stands for itself in a heading: nothing is glued to it."""
    if m.start and _GLUED.match(text[m.start - 1]):
        return False
    return not _GLUED.match(text, m.end) or bool(_REPORTED.match(text, m.end))


def _predicate(text: str, taken: set[int]) -> int:
    """Where the predicate of a clause begins: at its first verb, adverb or preposition."""
    for i, token in enumerate(tokens(text)):
        if token.start in taken or token.word in words_of("nouns"):
            continue
        if i == 0 and token.tag == "p":
            return 0
        acts = token.tag in _ACTS and token.word.strip(" （）()-—·/")
        if acts or token.word in lexicon("verbs"):
            return token.start
    return len(text)


@cache
def _plain_words() -> frozenset[str]:
    return lexicon("generic") | lexicon("lead") | words_of("plain")


def _vague(name: str) -> bool:
    """Whether a name is made of generic words only, or ends like the title of a chapter."""
    generic = all(t.word in _plain_words() or len(t.word) == 1 for t in tokens(name))
    return generic or name.endswith(tuple(words_of("chapters")))
