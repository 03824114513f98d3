"""What a sentence goes on about where a clause leaves it out: clauses, labels, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.concepts import lexicon, model_like, plausible
from loaders.extract.figures.headings import NUMBERING, Headings, vague
from loaders.extract.figures.metrics import is_metric, measure
from loaders.extract.figures.periods import Period, periods
from loaders.extract.figures.phrases import unmade, words_of
from loaders.extract.figures.regions import REGION, region_of
from loaders.extract.figures.said import MARK
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_LABEL = re.compile(
    r"^\s*[*【\[“]*([^：:，。；\n]{2,28}?)[*】\]”]*\s*[：:](?!\d(?!\d{3}\s?[年QH\-–—~～至\u4e00-\u9fff]))"
)
_WITHIN = re.compile(r"(?<!正)在([^，。；]{2,24}?)(?:中|里|上|方面|领域|场景|市场|架构中|环节)$")
_ALIAS = re.compile(r"[（(][A-Z]")
_INSIDE = re.compile(r"(?:(?<!\s)\s+)?[（(][^（）()]*[)）]")
_ADVERB = re.compile(
    r"^(?:其中|(?:特别|尤其)是|尤其|而|但是?|同时|此外|另外|不过|目前|当前|现在|例如|如|比如|预计|截至|截止|此前|随后|"
    rf"据悉|据了解|{MARK}|\s|，|的|底|末)+"
)
_QUOTES = ("“", "《", "「", "该", "‘")
_NOBODY = ("该", "这", "此", "除", "他", "她", "我", "据", "业内", "有机构", "市场")
_ANNOUNCES = re.compile(
    rf"(?P<who>[A-Z][A-Za-z&]+(?: [A-Z][A-Za-z&]*){{1,3}})\s?(?:早在|于|在|已|近日|{MARK})*(?:宣布|公布|披露)$"
)
_FIRST = re.compile(
    r"^(?:我国|中国|全球|国内|世界|业内)?[“\"]?(?:首|第一)[个条款颗台座艘枚家][”\"]?的?(?=[^，]{3})"
)
_TRADED = re.compile(r"(?:价格?|[销产]量|规模|需求|库存|收入)$")
_QUOTED = re.compile(r"“[^“”]{2,16}”")
_WHOLE = re.compile(r"全[系线](?=搭载|采用|配备|标配|支持|升级)")
_OPENED = re.compile(r"[（(][^（）()]*$")
_PERSON = re.compile(r"(?:负责人|人士|专家|分析师|记者|董事长|总裁|首席|CEO|创始人|高管)$")
_MOOD = re.compile(r"(?<=[率量额润入模])(?:强劲|稳健|亮眼|承压|向好|分化|改善|领先|高增)$")
_OF = re.compile(r"[\u4e00-\u9fff]{3}的$")
_ACTS = ("v", "d", "p", "ul", "x")
_NAME = 28


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a colon: its thing, metric, period and region, and where it ends."""

    thing: Thing | None = None
    metric: str = ""
    end: int = 0
    period: Period | None = None
    region: str | None = None


class Topics(Headings):
    """Finds what clauses, labels and headings of one report are about."""

    def of_clause(
        self, clause: str, *, sure: bool = False, more: bool = False, alone: bool = False
    ) -> Thing | None:
        """The subject of a clause; `sure` takes only what the report or a table knows as a name.

        `alone` takes a noun phrase without a predicate for what the clauses behind it tell of.
        With `more`, a noun phrase alone says more of what was named before it, and is no subject.
        """
        text = _bare(clause)
        within = _WITHIN.search(text)
        mentions = self.mentions(text)
        # 远图在电池领域 is about 远图
        whose = mentions and mentions[0].start == 0 and mentions[0].thing.cls in ORGS
        if within and not whose:
            text = within.group(1)
            mentions = self.mentions(text)
        first = next((m for m in mentions if not m.start or text[: m.start] in _QUOTES), None)
        end = _predicate(text, {i for m in mentions for i in range(m.start, m.end)})
        speech = tuple(words_of("speech"))
        if text[first.end if first else end :].lstrip().startswith(speech) or text.endswith(speech):
            return self._speaker(text) if first is None else None
        whole = end >= len(text) and not within
        last = mentions[-1] if mentions else None
        if (
            last
            and last.thing.cls in ORGS
            and last.end == len(text)
            and _OF.search(text[: last.start])
        ):
            # 排名靠前的远图，产能在…
            return last.thing
        if more and whole and first and first.end == len(text):
            return None
        if first and (first.thing.cls in ORGS or first.end >= end * 0.6):
            found = self.subjects.read(text[: max(end, first.end)])
            return found.thing if found.thing and not found.several else first.thing
        described = first is not None and tokens(text)[-1].tag == "a"
        return (
            first.thing
            if first and described
            else self._unknown(
                text,
                end,
                whole=whole and not ((alone and _named(text, mentions)) or _QUOTED.fullmatch(text)),
                sure=sure,
            )
        )

    def _speaker(self, text: str) -> Thing | None:
        """Who announces what follows, where no list of names has it: Acme Networks宣布."""
        m = _ANNOUNCES.match(text)
        return (
            self.subjects.document.gazetteer.named(m.group("who"), "Company", *ORGS) if m else None
        )

    def _unknown(self, text: str, end: int, *, whole: bool, sure: bool) -> Thing | None:
        """The thing that the words before a predicate name, though no list of names has it."""
        name = text[:end].strip(' “”"')
        if whole or name.startswith(_NOBODY) or not 2 <= len(name) <= _NAME:
            return None
        if _PERSON.search(name):
            return None
        measured = measure(name)
        # what is measured is named, whoever knows the name: 钢材|价格 rises
        known = model_like(name) or (measured and _TRADED.search(measured.metric))
        if is_metric(name) or vague(name) or (sure and not known):
            return None
        return self.subjects.read(measured.rest).thing if measured else self.subjects.named(name)

    def of_label(self, text: str) -> Label:
        """What stands before a sentence's first colon."""
        m = _LABEL.match(text)
        words = NUMBERING.sub("", m.group(1)).strip() if m else ""
        if not m or words in words_of("labels"):
            return Label(end=m.end() if m else 0)
        when = [p for p in periods(words) if not _OPENED.search(words[: p.start])]
        for p in reversed(when):
            words = (words[: p.start] + words[p.end :]).strip()
        words = _MOOD.sub("", words)
        if found := measure(words):
            thing = self._measured(words, found.rest)
            region = region_of(words, self.subjects.document.gazetteer.find(words))
            return Label(thing, found.metric, m.end(), when[0] if when else None, region)
        bare = _INSIDE.sub("", words).strip()
        thing = self._known(bare) or self.label(bare, alias=bool(_ALIAS.search(words)))
        named = thing is not None and thing.cls not in ("Place", "Person")
        return Label(thing if named else None, "", m.end(), when[0] if when else None)

    def _known(self, label: str) -> Thing | None:
        """What a label names that a list of names has, or that is no title of a chapter."""
        known = self.subjects.document.gazetteer.known(label)
        return known if known and (known.row or not vague(label)) else None

    def _measured(self, words: str, rest: str) -> Thing | None:
        """The thing of a label that is a metric: of 中国智算算力 the label itself."""
        thing = self.subjects.read(rest).thing if rest else None
        place = REGION.match(words)
        if thing is None and place and len(words) - place.end() >= 2:
            gazetteer = self.subjects.document.gazetteer
            return gazetteer.named(words[place.end() :], "Technology", *CONCEPTS)
        return thing


def says_more(clause: str) -> bool:
    """Whether a clause says more than when: not so 在2024年, 如今."""
    return len(re.sub(rf"[{MARK}\s]|^在|如今|近日|日前", "", _bare(clause))) > 1


def _bare(clause: str) -> str:
    """A clause without its periods and the adverbs that it begins with."""
    text = _INSIDE.sub("", clause)
    for p in reversed(periods(text)):
        text = text[: p.start] + MARK + text[p.end :]
    return unmade(_FIRST.sub("", _ADVERB.sub("", _WHOLE.sub("", text))))


def _predicate(text: str, taken: set[int]) -> int:
    """Where the predicate of a clause begins: at its first verb, adverb or preposition."""
    for i, token in enumerate(tokens(text)):
        if token.start in taken or token.word in words_of("nouns"):
            continue
        if i == 0 and token.tag == "p":
            return 0
        acts = token.tag in _ACTS and token.word.strip(' （）()-—·/“”"「」《》+')
        if acts or token.word in lexicon("verbs"):
            return token.start
    return len(text)


def _named(text: str, mentions: list[Mention]) -> bool:
    """Whether a clause is a name by itself: by its form, or for a name in it."""
    return plausible(text) or (bool(mentions) and plausible(text, loose=True))
