"""What headings and labels name: the company or thing that the text below them is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from loaders.blocks import Block
from loaders.concepts import lexicon, plausible
from loaders.extract.figures.metrics import leading_metric, measure
from loaders.extract.figures.phrases import words_of
from loaders.extract.figures.regions import without_region
from loaders.extract.figures.subjects import Subjects
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

NUMBERING = re.compile(
    r"^(?:[图表]\s*[\d.\-]+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|"
    r"\d{1,2}(?:\.\d{1,2})*(?:[、.）)]|\s|(?=[\u4e00-\u9fff])(?!年|月|季)))\s*"
)
_REPORTED = re.compile(
    r"[（(]|股份|公司|集团|中报|年报|季报|一季|三季|半年|点评|深度|跟踪|公告|业绩|发布|20\d\d"
)
_GLUED = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_TAGGED = re.compile(r"【[^】]*】|\[[^\]]*\]")
_HEAD = re.compile(r"[：:，,—|（(]|\s[-–/]\s")
_NO_LABEL = ("v", "d", "p", "c", "r", "a")
_TRADE = re.compile(r"^(?:市场|行业|产业|板块|的)+(?!规模|份额|空间)")
_AND = ("与", "和", "及", "、", "/")
_SHORT = 22
# what share of all companies told of is the report's own, where its title has it and where not
_TITLED, _UNTITLED = 0.25, 0.45
_FEW = 4
_WORDS = set("nzgx")


class Headings:
    """Finds what the headings of one report are about."""

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        self._headings: dict[str, Thing | None] = {}
        self._report: list[Thing] | None = None

    def mentions(self, text: str) -> list[Mention]:
        found = self.subjects.document.gazetteer.find(text)
        return [m for m in found if m.thing.cls in (*ORGS, *CONCEPTS)]

    def of_report(self) -> Thing | None:
        """The one company that the report is about: most of what it says of companies is of it."""
        if self._report is None:
            document = self.subjects.document
            texts = [document.report.title, *(b.text.value for b in document.layout.blocks)]
            found = [m.thing for t in texts for m in self.mentions(t) if m.thing.cls == "Company"]
            named = Counter(thing.id for thing in found).most_common(1)
            often = [t for t in found if t.id == named[0][0]] if named else []
            titled = any(
                _bounded(texts[0], m) and m.thing in often for m in self.mentions(texts[0])
            )
            least = _TITLED if titled else _UNTITLED
            self._report = often[:1] if len(often) >= max(least * len(found), _FEW) else []
        return self._report[0] if self._report else None

    def of_block(self, block: Block, classes: Sequence[str] = ()) -> Thing | None:
        """What the nearest heading that names a thing (of some classes) is about."""
        for heading in reversed(block.path):
            if heading.value not in self._headings:
                self._headings[heading.value] = self._heading(heading.value)
            thing = self._headings[heading.value]
            if thing and (not classes or thing.cls in classes):
                return thing
        return None

    def _heading(self, heading: str) -> Thing | None:
        """The thing a heading names: a known name, or what it measures."""
        text = _TAGGED.sub("", NUMBERING.sub("", heading.strip())).strip()
        # who stands in brackets is quoted: 市场规模（Omdia）
        mentions = [m for m in self.mentions(text) if _bounded(text, m) and not _quoted(text, m)]
        if found := next((m.thing for m in mentions if m.thing.cls in ORGS), None):
            return found
        label = _HEAD.split(text)[0].strip()
        if "+" in label or "＋" in label:
            return None
        if measured := measure(label):
            return self.subjects.read(measured.rest).thing if measured.rest else None
        first = next((m.thing for m in mentions if m.start == 0), None)
        return first or self.label(label, strict=True) or self._opening(text)

    def _opening(self, heading: str) -> Thing | None:
        """The concept that a heading begins with, where it goes on with what is measured of it.

        光伏|装机数据与趋势 is about 光伏, and so is 光伏|市场规模快速增长.
        """
        text = without_region(heading)
        first = next((m for m in self.mentions(text) if m.start == 0), None)
        if first is None or first.thing.cls not in CONCEPTS:
            return None
        rest = _TRADE.sub("", text[first.end :])
        if rest.startswith(_AND):
            return None
        return first.thing if leading_metric(rest) or (rest and vague(rest)) else None

    def label(self, label: str, *, strict: bool = False, alias: bool = False) -> Thing | None:
        """A label that is a name: known, with a Latin word in it, or ending like a thing."""
        for m in self.mentions(label):
            titled = m.thing.row is None and vague(m.thing.name)
            if m.end - m.start >= len(label) * 0.5 and not titled:
                return m.thing
        if len(label) > _SHORT or vague(label):
            return None
        named = alias or re.search(
            r"[A-Za-z]{2}|[“”]|[一二三四五六七八九十\d]号(?:$|[\u4e00-\u9fff]{2,4}$)", label
        )
        if not named and (strict or not plausible(label)):
            return None
        if any(t.tag in _NO_LABEL and t.word not in words_of("nouns") for t in tokens(label)):
            return None
        return self.subjects.read(label).thing


def _bounded(text: str, m: Mention) -> bool:
    """Whether a name stands for itself in a heading: nothing is glued to it."""
    if m.start and _GLUED.match(text[m.start - 1]):
        return False
    return not _GLUED.match(text, m.end) or bool(_REPORTED.match(text, m.end))


def _quoted(text: str, m: Mention) -> bool:
    return m.thing.cls in ORGS and bool(re.search(r"[（(][^（）()]*$", text[: m.start]))


@cache
def _plain_words() -> frozenset[str]:
    return lexicon("generic") | lexicon("lead") | words_of("plain")


def vague(name: str) -> bool:
    """Whether a name is made of generic words only, or ends like the title of a chapter."""
    words = tokens(name)
    single = [len(t.word) == 1 for t in words]
    # 原|奶: no dictionary has the word, and it is a name for that
    unknown = any(
        a and b and {x.tag[0], y.tag[0]} <= _WORDS
        for a, b, x, y in zip(single, single[1:], words, words[1:], strict=False)
    )
    generic = all(t.word in _plain_words() or len(t.word) == 1 for t in words)
    return (generic and not unknown) or name.endswith(tuple(words_of("chapters")))
