"""What a clause without a subject of its own is about."""

from __future__ import annotations

import re

from loaders import anaphora, owners, themes
from loaders.concepts import Phrase, definition, opening, phrases, plausible
from loaders.concepts.words import CJK
from loaders.document import Document
from loaders.extract.applied import doers, openings
from loaders.extract.applied.objects import listed
from loaders.grammar import words
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Mention, Thing
from loaders.tokens import tokens

_MARK = re.compile(r"[，,；;：:。！？]")
_ASIDE = re.compile(r"[（(][^（）()]{0,120}[)）]")
_VERBAL = re.compile(
    r"^(?:等同于|接近|[具含带]有|如|以|分(?![布子析辨])|为|是|由|含)|融合|搭载|采用"
)
_MEASURE = re.compile(r"\s?\d[\d.]*\s?[A-Za-zμ%]{1,4}$")
# a clause about the company that the text speaks of, or what is that one's
_ITS = re.compile(r"\s*(?:该|本)?公司|其(?![中他它余次实间一])")
# `消费级：…`: a label in front of a sentence
_TITLED = re.compile(r"^[^：:，。的是它]{2,12}[：:]")
# how many sentences back the one may be that names what is spoken of
_BACK = 2
_MOST = 3
# how many words behind a name may say what of it is spoken of
_ASPECT = 2


class Subjects:
    """What the clauses of one sentence are about; `value` is it without asides in brackets."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.document = document
        self.sentence = sentence
        self.value = _ASIDE.sub("", sentence.value)

    def named(self, text: str) -> list[Thing]:
        """The things that a piece of text names; none where it is doubtful whether it does."""
        return self._things(listed(text))

    def before(self, at: int) -> list[Thing]:
        """What the words before `at` are about: its clause, one before it, or the theme."""
        *clauses, last = _MARK.split(self.value[:at])
        if last.strip() and (found := self._ending(last)):
            return found
        for clause in (last, *reversed(clauses[1:])):
            if _ITS.match(clause):
                return self.company(at)
            if names := self._speaking(clause):
                things = self._things(names)
                if things or clause is last or not openings.bare(clause):
                    return things
        first = clauses[0] if clauses else ""
        if _ITS.match(first):
            return self.company(at)
        defined = definition(self.sentence.value)
        if names := [defined] if defined else self._speaking(first):
            things = self._things(names)
            if things or not openings.bare(first):
                return things
        return self.earlier()

    def company(self, at: int) -> list[Thing]:
        """The company that the words before `at` are about, or whose part of the report it is."""
        # `远图旗下，最大的雷达厂商`: in a cell, a clause of its own is about the row
        marks = _MARK.finditer(self.value, 0, at) if self.sentence.topic is not None else ()
        clause = max((m.end() for m in marks), default=0)
        before = [m for m in self._names(self.value) if clause <= m.start <= at]
        found = anaphora.topic(self.value, before)
        if found is None and self.sentence.topic is not None:
            found = self.sentence.topic
        if found is None and not before and self.sentence.previous is not None:
            last = self.sentence.previous.value
            found = anaphora.topic(last, self._names(last))
        found = found or owners.organisation(self.document, self.sentence.block)
        if found is None or found.cls not in ORGS:
            return []
        row = (r for r in doers.rows(self.value, before) if any(m.thing is found for m in r))
        return [m.thing for m in next(row, ())] or [found]

    def _names(self, text: str) -> list[Mention]:
        return [m for m in self.document.gazetteer.find(text) if m.thing.cls in ORGS]

    def _ending(self, clause: str) -> list[Thing]:
        """What the last words of a clause name."""
        if clause.strip().isascii() and (found := self._exactly(clause.strip())):
            return [found]
        names = phrases(clause)
        if not names or names[-1].end < len(clause.rstrip(" ”」")):
            return []
        if names[0].start and len(names) > 1:
            names = names[-1:]
        return self._things(names)

    def _things(self, names: list[Phrase]) -> list[Thing]:
        """The things of some phrases; none where one of them is no name."""
        things = [self._thing(p.name) for p in names]
        named = [t for t in things if t is not None]
        return named if len(named) == len(names) <= _MOST else []

    def _speaking(self, clause: str) -> list[Phrase]:
        """What a clause begins with, unless that is but an aspect of what the text speaks of."""
        found = opening(clause)
        if found and clause[found[-1].end : found[-1].end + 1] == "的":
            led = openings.qualified(clause)
            found = led if self._things(led) else found
        return [p for p in found if not openings.aspect(p.name)]

    def earlier(self) -> list[Thing]:
        """The thing of a cell's row, what the sentence before began with, or the theme."""
        if self.sentence.topic is not None:
            return [self.sentence.topic]
        before = self.sentence.previous
        for _ in range(_BACK):
            if before is None:
                break
            if names := self._speaking(_TITLED.sub("", before.value)):
                return self._things(names)
            before = before.previous
        return self.section()

    def section(self) -> list[Thing]:
        """What the part of the report is about."""
        document, block = self.document, self.sentence.block
        theme = owners.owner(document, block) or themes.theme(document, block)
        return [theme] if theme is not None else []

    def _thing(self, name: str) -> Thing | None:
        """What a phrase names, without the aspect it may end in: `减速器体积`."""
        name = _MEASURE.sub("", name) if CJK.search(name) else name
        if (maker := openings.maker(self.document, name)) is not None:
            return maker
        ends = [t.end for t in tokens(name)][-1 - _ASPECT :]
        for end in reversed(ends):
            if (found := self._exactly(name[:end].rstrip())) is not None:
                return found
        return None

    def _exactly(self, name: str) -> Thing | None:
        known = self.document.gazetteer.known(name)
        if known is not None:
            return known if known.cls in (*CONCEPTS, *ORGS) else None
        if name.endswith(tuple(words("applied", "no_ends"))) or _VERBAL.search(name):
            return None
        if plausible(name):
            return self.document.gazetteer.named(name, "Technology", *CONCEPTS)
        return None
