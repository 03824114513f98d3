"""A sentence, or a cell that tells a story, with whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from loaders import anaphora
from loaders.blocks import Block, Text
from loaders.coded import Coded, Group, code
from loaders.document import Document
from loaders.extract.deals import naming
from loaders.extract.deals.dates import date, last_date
from loaders.extract.deals.words import LONGEST
from loaders.grammar import load
from loaders.sentences import Sentence
from loaders.things import ORGS, Mention, Thing
from loaders.tokens import tokens

_CLAUSE = re.compile(r"[，。；！？;\n]|, ")
_OPENS = re.compile(
    r"(?:^|[，。；：:！？\n•●■·\-*])\s*(?:截至|自|早在|而|此后|到了?|于|在|至)?\s*"
    r"(?:(?:19|20)\d\d|[今去前明]年|\d{1,2}\s?月)[年\d\s月日号上下半末初底中旬Q/.\-季度第一二三四]*"
)
_NO_SUBJECT = frozenset(load("deals")["companies"]["no_subject"])
# 甲旗下的乙: not 甲
_OF = re.compile(
    r"(?:旗下|的?(?:全资|控股)?子公司|孵化的|投资的|参股的)(?:的)?(?:公司|企业|品牌)?(?=[^，。；]{2})"
)
# no clause is longer
_REACH = 240
_GOVERNED = re.compile(
    r"(?:为|向|给|(?<!参)与|和|对|从|由|被|将|把|自|除|联合|携手|投资方|领投方|股东)$"
)
# and no preposition
_LONGEST = 4
_EXCHANGES = re.compile(r"交易所|^[上深北港]交所$|Nasdaq|NYSE|纳斯达克|纽交所|证监|Exchange$")


@dataclass(frozen=True)
class Passage:
    """Text to read for deals. `topics` is whom it is about where it does not say itself."""

    document: Document
    text: Text
    mentions: tuple[Mention, ...]
    topics: tuple[Thing, ...] = ()
    when: str | None = None
    cell: bool = False

    @property
    def value(self) -> str:
        """The passage as prose."""
        return self.text.value

    @cached_property
    def coded(self) -> Coded:
        """The passage with its names folded."""
        return code(self.value, self.mentions)

    @cached_property
    def orgs(self) -> tuple[Group, ...]:
        """Companies and institutions, listed ones together, in order."""
        return tuple(g for g in self.coded.groups.values() if g.mentions[0].thing.cls in ORGS)

    def clause(self, at: int) -> tuple[int, int]:
        """Start and end of the clause around index `at`."""
        first = max(0, at - _REACH)
        left = max((m.end() for m in _CLAUSE.finditer(self.value, first, at)), default=first)
        last = min(len(self.value), at + _REACH)
        right = _CLAUSE.search(self.value, at, last)
        return left, right.start() if right else last

    def _governed(self, group: Group) -> bool:
        """Whether a preposition right before a group governs it."""
        near = max(0, group.start - _LONGEST)
        return _GOVERNED.search(self.value, near, group.start) is not None

    def subject(self, at: int) -> tuple[Thing, ...]:
        """Whom the verb at index `at` is about: the names before it that nothing governs."""
        left, _ = self.clause(at)
        before = [g for g in self.orgs if g.end <= at and not self._governed(g) and not exchange(g)]
        near = [g for g in before if g.start >= left]
        if near and (of := _OF.match(self.value, near[-1].end)):
            new = naming.before(self.document, self.value[of.end() : at])
            return (new,) if new else ()
        if near:
            return (*near[-1].things, *self._listed(near[-1].end, at))
        # the name begins behind the last known thing: 专注于脑机接口的X科技完成…
        known = max((m.end for m in self.mentions if left <= m.start and m.end < at), default=left)
        for start in dict.fromkeys((left, known)):
            if new := naming.before(self.document, self.value[start:at]):
                return (new,)
        if _has_subject(self.value[left:at]):
            return ()
        if before:
            return before[0].things
        new = naming.opening(self.document, self.value[:at])
        return (new,) if new else self.topics

    def _listed(self, start: int, end: int) -> Iterator[Thing]:
        """Unknown names that a list goes on with: `甲科技、乙聚能也陆续…`."""
        if not self.value[start:end].startswith(("、", "和", "与", "及")):
            return
        for name in re.split(r"、|和|与|及", self.value[start:end])[1:]:
            bare = re.match(
                r"[\u4e00-\u9fffA-Za-z0-9]+?(?=等|也|均|都|已|陆续|先后|相继|分别|$|在|将|宣)", name
            )
            if bare and naming.chinese(bare.group(), listed=True):
                yield self.document.gazetteer.named(bare.group(), *ORGS)

    def date(self, at: int) -> str | None:
        """When what is told at index `at` happened.

        A date in its clause, or one that opens an earlier clause: `2025年6月，X完成…`.
        """
        year = self.document.report.date
        left, right = self.clause(at)
        if self.value[right : right + 1] in ("（", "("):
            right += 40
        if found := last_date(self.value[left:at], year) or date(self.value[at:right], year):
            return found
        opens = list(_OPENS.finditer(self.value, max(0, left - _REACH), left))
        return (date(opens[-1].group(), year) if opens else None) or self.when


def _has_subject(text: str) -> bool:
    """Whether a clause begins with somebody or something of its own that no name is known for."""
    text = _OPENS.sub("", text).lstrip("，：: ")
    for token in tokens(text):
        if (
            token.word in _NO_SUBJECT
            or token.word.startswith("公司")
            or token.tag[0] in "tcd"
            or token.tag in ("uj", "f", "x")
        ):
            continue
        if token.tag[0] == "n" or token.tag == "eng":
            return True
        break
    # what a preposition brings in is no subject: 以现金方式收购
    words = tokens(naming.bare(text))
    return len(words) > 1 and words[-1].tag[0] == "n" and not any(t.tag == "p" for t in words)


def exchange(group: Group) -> bool:
    """Whether a group names a stock exchange or its supervisor."""
    return any(_EXCHANGES.search(t.name) for t in group.things)


def passages(document: Document, words: re.Pattern[str]) -> Iterator[Passage]:
    """The sentences of prose that hold one of `words`, each with its topic."""
    places = {id(block): i for i, block in enumerate(document.layout.blocks)}
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese and len(sentence.value) <= LONGEST and words.search(sentence.value):
            yield _passage(document, sentence, places)


def _passage(document: Document, sentence: Sentence, places: dict[int, int]) -> Passage:
    mentions = [_fund(m) for m in document.gazetteer.find(sentence.value)]
    before = anaphora.earlier(document, sentence)
    everyone = anaphora.resolved(sentence, mentions, before)
    own = (sentence.topic,) if sentence.topic else ()
    topics = own or tuple(m.thing for m in before[:1]) or _above(document, sentence.block, places)
    return Passage(
        document, sentence.text, tuple(everyone), topics, cell=sentence.topic is not None
    )


def _fund(mention: Mention) -> Mention:
    """A state fund is a policy, and here a company that invests."""
    thing = mention.thing
    if thing.cls == "Policy" and re.search(r"基金(?:[一二三四]期)?$", thing.name):
        return replace(mention, thing=Thing("Company", thing.name, thing.aliases))
    return mention


def _above(document: Document, block: Block, places: dict[int, int]) -> tuple[Thing, ...]:
    """The one company that the item above, or the innermost heading, is about."""
    at, level = places[id(block)], block.level
    blocks = document.layout.blocks
    if block.kind == "item":
        for other in reversed(blocks[max(0, at - 40) : at]):
            if other.kind != "item" and other is not block:
                break
            if other.level < level:
                if found := _label(document, other.text.value):
                    return found
                level = other.level
    for text in reversed(block.path):
        if found := _only(document, text.value):
            return found
    return ()


def about(document: Document, block: Block) -> Thing | None:
    """The one company that a table is about, from its caption, its headings or the title."""
    captions = (block.caption.value,) if block.caption else ()
    for text in (*captions, *(t.value for t in reversed(block.path)), document.report.title):
        if found := _only(document, text):
            return found[0]
    return None


def _label(document: Document, text: str) -> tuple[Thing, ...]:
    """The company an item begins with: `蓝舟航天（BlueArk）：…`."""
    head = re.split(r"[：:，。]", text, maxsplit=1)[0][:40]
    return _only(document, head)


def _only(document: Document, text: str) -> tuple[Thing, ...]:
    """The one company of a heading, or the one it begins with."""
    found = [m for m in document.gazetteer.find(text) if m.thing.cls == "Company"]
    if found and (
        len({m.thing.id for m in found}) == 1 or not re.search(r"\w{2}", text[: found[0].start])
    ):
        return (found[0].thing,)
    return ()
