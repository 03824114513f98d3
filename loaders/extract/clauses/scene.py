"""A sentence as the frames see it: coded, with who it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from loaders import anaphora
from loaders.coded import Coded, code
from loaders.concepts import Phrase, opening, phrases
from loaders.document import Document
from loaders.extract.clauses import topic
from loaders.sentences import Sentence
from loaders.things import ORGS, Mention, Thing

_EXCEPT = re.compile(r"(?<!包括|分别)除(?:了)?([\ue000-\ue3ff])[^，]*?(?:外|以外|之外)")
_WITH = ("与", "和")
_CLAUSE = re.compile(r"[^，；：。]+")
# `远图科技的`, `远图科技生产的`
_OWNED = re.compile(r"(?P<owner>[^的]{2,24})的(?P<own>[^的]{2,30})$")
# what shows that a clause says something of what it begins with
_SAYS = re.compile(
    r"是|为|系|指|由|具|有|可|能|已|将|采用|作为|因|凭|正|通过|在|属|需|按|分|进入|实现|处于|达到"
)


@dataclass(frozen=True)
class Scene:
    """A sentence, its names (pronouns resolved), and those of the sentence before it.

    `owner` is the company or product whose part of the report it stands in.
    """

    document: Document
    sentence: Sentence
    mentions: list[Mention]
    before: list[Mention]
    owner: Thing | None = None

    @cached_property
    def coded(self) -> Coded:
        """The sentence with its names folded."""
        return code(self.sentence.value, self.mentions)

    @cached_property
    def named(self) -> bool:
        """Whether a company or institution is named, or a pronoun stands for one."""
        return any(m.thing.cls in ORGS for m in self.mentions)

    @cached_property
    def excepted(self) -> frozenset[str]:
        """Ids of whom the sentence leaves out: `除甲外`."""
        marks = (m.group(1) for m in _EXCEPT.finditer(self.coded.text))
        return frozenset(t.id for mark in marks for t in self.coded.groups[mark].things)

    def names(self, mark: str) -> list[Thing]:
        """The things of a group."""
        return list(self.coded.groups[mark].things)

    def listed(self, mark: str) -> list[Thing]:
        """The things of a group up to one that 与 joins: that is somebody else."""
        group = self.coded.groups[mark]
        out = [group.mentions[0].thing]
        for before, after in pairwise(group.mentions):
            if "、" not in self.sentence.value[before.end : after.start]:
                break
            out.append(after.thing)
        return out

    def sides(self, mark: str) -> tuple[list[Thing], list[Thing]]:
        """Who of a group stands with whom: the first with the others where 与 or 和 joins only
        it (甲与乙、丙), else each with each after it."""
        mentions = self.coded.groups[mark].mentions
        joints = [self.sentence.value[a.end : b.start].strip() for a, b in pairwise(mentions)]
        apart = bool(joints) and joints[0] in _WITH and "、" in joints
        things = [m.thing for m in mentions]
        return (things[:1], things[1:]) if apart else (things[:-1], things[1:])

    def topic(self, at: int) -> list[Thing]:
        """Who a clause without a subject is about: the sentence's, or the last one's."""
        here = self.coded.index(at)
        earlier = [m for m in self.mentions if m.start <= here and m.thing.cls in ORGS]
        about = anaphora.topic(self.sentence.value, earlier)
        if about is None and self.before and (at == 0 or self.sentence.topic):
            about = self.before[0].thing
        if about is None and self.owner and self.owner.cls in ORGS:
            about = self.owner
        return [about] if about else []

    def seat(self, at: int) -> list[Thing]:
        """Whom a cell tells of, unless a company that stands before `at` is what it speaks of."""
        here, seat = self.coded.index(at), self.sentence.topic
        earlier = [m for m in self.mentions if m.end <= here and m.thing.cls in ORGS]
        about = anaphora.topic(self.sentence.value, earlier)
        return [seat] if seat and (about is None or about.id == seat.id) else []

    @cached_property
    def concepts(self) -> list[Thing]:
        """The technologies the sentence is about."""
        return topic.of_sentence(self.document, self.sentence, self.owner)

    def concepts_at(self, at: int) -> list[Thing]:
        """The technologies a clause without a subject goes on about.

        Those that the nearest clause with a subject begins with; where that one's are doubtful,
        those of the sentence.
        """
        if self.sentence.topic is None:
            here = self.coded.index(at)
            for clause in reversed(_CLAUSE.findall(self.sentence.value[:here])):
                if main := topic.mainly(self.document, clause) or self._owned(clause):
                    return main
                found = [] if topic.goes_on(clause) else topic.bare(opening(clause))
                if (
                    1 <= len(found) <= topic.MOST
                    and all(map(self.sure, found))
                    and _SAYS.search(clause)
                ):
                    return [topic.named(self.document, p) for p in found]
                if found and not topic.aspect(found[-1].name):
                    break
        return self.concepts

    def _owned(self, clause: str) -> list[Thing]:
        """What of somebody's a clause begins with: `远图科技的高速树脂性能稳定`."""
        m = _OWNED.match(clause)
        if m is None or not any(
            x.thing.cls in ORGS for x in self.document.gazetteer.find(m["owner"])
        ):
            return []
        found = topic.bare(opening(m["own"])[:1] or phrases(m["own"])[-1:])
        return [topic.named(self.document, p) for p in found if self.sure(p)]

    def sure(self, phrase: Phrase) -> bool:
        """Whether a phrase reads like a technology, or is known to be a concept."""
        return topic.sure(self.document, phrase)

    def term(self, phrase: Phrase) -> bool:
        """Whether the report speaks of a phrase again: it has it for a term."""
        return topic.term(self.document, phrase)
