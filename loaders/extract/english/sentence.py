"""The English frames at work on one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from kg.model import Modality
from loaders.document import Document
from loaders.english import nations, nouns, pronouns, verbs
from loaders.english.clauses import clauses, described
from loaders.english.coding import NAME, Coded, encode
from loaders.english.frames import Frame, frames
from loaders.english.patterns import pattern
from loaders.english.runs import lexicon, words
from loaders.extract.english.pairs import ORG, pairs, predicate, says_less
from loaders.extract.english.slots import concepts, named_of
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import ORGS, Claim, Mention, Thing

_CELL, _JOINT = "\ue3ff", "\ue3fe"
_OUR = re.compile(r"\b[Oo]ur\b")


@dataclass(frozen=True)
class About:
    """Whom a sentence may speak of without a name.

    `subject` is whom a cell or a labelled item tells of, `before` what the text is about so far,
    `speaker` who says `we`.
    """

    subject: Thing | None = None
    before: Thing | None = None
    speaker: Thing | None = None


class Reader:
    """One coded sentence; `text` is what it says (of an item, without its label)."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        text: str,
        mentions: list[Mention],
        about: About,
    ) -> None:
        self.gazetteer = document.gazetteer
        self.sentence = sentence
        self.text, self.mentions = text, mentions
        self.coded: Coded = encode(text, mentions)
        self.topic = pronouns.topic(self.coded)
        self.about = about

    def claims(self) -> Iterator[Claim]:
        """What the frames read in this sentence."""
        yield from self._origins()
        but = pattern("sentence", "but")
        denied = {
            t.id for m in but.finditer(self.coded.text) for t in self.coded.groups[m.group("n")]
        }
        whole = but.sub("", self.coded.text)
        for text, kind in ((whole, True), *((c, False) for c in self._clauses(whole))):
            for frame in frames():
                if frame.whole is kind and frame.may_match(text):
                    for m in frame.pattern.finditer(text):
                        found = self._read(frame, m, text)
                        yield from (c for c in found if c.subject.id not in denied)

    def _clauses(self, whole: str) -> Iterator[str]:
        """The clauses of the sentence; a cell (`Makes lenses`, `a maker of lenses`) gets a subject."""
        yield from clauses(self._joined(described(whole), whole))
        subject = self.about.subject or self._left_out(whole)
        if subject is None or subject.cls not in ORGS or re.match(NAME, whole):
            return
        self.coded.groups[_CELL] = (subject,)
        self.coded.surfaces[_CELL] = subject.name
        low = whole if whole[1:2].isupper() else whole[:1].lower() + whole[1:]
        first = low.split(" ")[0]
        passive = pattern("sentence", "done").match(low) is not None
        verb, owned = (
            not passive and first in verbs.third() | verbs.past(),
            first in words("roles") and f"{first} of " not in low,
        )
        link = " " if verb else "'s " if owned else " is "
        yield from clauses(f"{_CELL}{link}{low}")

    def _left_out(self, whole: str) -> Thing | None:
        """Who does what a sentence tells that begins with its verb: `Backed by ①.`, `Makes lenses.`"""
        first = whole.split(" ", maxsplit=1)[0]
        acts = first.istitle() and first.lower() in verbs.third() - lexicon("things")
        done = pattern("sentence", "done").match(whole[:1].lower() + whole[1:])
        return self.about.before if acts or done else None

    def _joined(self, bare: str, whole: str) -> str:
        """Names that only a description kept apart, as one: `Norvik and Denmark's Sorby`."""
        m = re.search(rf"({ORG}) and ({ORG})(?![' ]s? ?{ORG})", bare)
        if m is None or m.group() in whole or _JOINT in self.coded.groups:
            return bare
        self.coded.groups[_JOINT] = (*self.coded.groups[m[1]], *self.coded.groups[m[2]])
        self.coded.surfaces[_JOINT] = self.coded.plain(m.group())
        return bare[: m.start()] + _JOINT + bare[m.end() :]

    def _origins(self) -> Iterator[Claim]:
        """`Germany's ①`, `Swedish truck maker ①`: where a company is from."""
        for first, second in pairwise(self.mentions):
            beside = f" ({self.text[second.start : second.end]})"
            placed = self.text[first.end : second.end + 1] == beside
            if placed and first.thing.cls == "Company" and second.thing.cls == "Place":
                yield self._located(first.thing, second.thing, "english:bracket")
        for m in pattern("sentence", "nation").finditer(self.coded.text):
            place = m.group("p")
            if place is None:
                places: tuple[Thing, ...] = (nations.place(self.gazetteer, m.group("n")),)
            elif m.group("by") or nations.adjective(self.coded.surfaces[place]):
                places = self.coded.groups[place]
            else:
                continue
            companies = [t for t in self.coded.groups[m.group("s")] if t.cls == "Company"]
            several = (m.group("role") or "").endswith("s")
            for company in companies if several else companies[:1]:
                for thing in places:
                    yield self._located(company, thing, "english:nation")

    def _located(self, company: Thing, place: Thing, method: str) -> Claim:
        return Claim(company, "LOCATED_IN", place, self.sentence.text, method)

    def _read(self, frame: Frame, m: re.Match[str], clause: str) -> Iterator[Claim]:
        subjects, objects = self._roles(frame, m)
        goods = self._goods(m)
        objects = objects[:1] if frame.one else objects
        items = [i for i in goods if i.split()[-1].lower() not in lexicon("abstract")]
        if not subjects or not objects or (frame.must and not items):
            return
        how = self._modality(frame, m, clause)
        if says_less(frame, goods, how, clause[m.start() :]):
            return
        respectively = pattern("sentence", "respectively").search(clause, m.start()) is not None
        if self._governed(frame, m, clause):
            return
        told = pairs(subjects, objects, items, respectively)
        if "g" in m.re.groupindex:
            told = ((a, b, "") for a, b in combinations(subjects, 2))
        for subject, object_, item in told:
            if subject.id != object_.id:
                yield Claim(
                    subject,
                    predicate(frame, m, subject, object_),
                    object_,
                    self.sentence.text,
                    frame.method,
                    how,
                    {"item": item} if item else {},
                )

    def _governed(self, frame: Frame, m: re.Match[str], clause: str) -> bool:
        """Whether a preposition governs what would be the subject: `its venture with ① won …`."""
        if frame.whole or clause[m.start() : m.start() + 1] not in self.coded.groups:
            return False
        return pattern("clauses", "governed").search(clause[: m.start()]) is not None

    def _modality(self, frame: Frame, m: re.Match[str], clause: str) -> Modality:
        """What colours the clause; for a noun phrase (Apple supplier Foxconn) only its own words."""
        if frame.whole:
            near = modality(m.group(), 0, 1)
        else:
            end = _end_of_predicate(m, clause)
            near = modality(clause[:end], m.start(), min(m.end(), end) - 1)
            wide = modality(self.sentence.value, 0, 0)
            if near is Modality.ASSERTED and wide in (Modality.DENIED, Modality.RUMOURED):
                return wide
        if near is Modality.POTENTIAL and pattern("sentence", "said_would").search(self.coded.text):
            will = modality(re.sub(r"\bwould\b", "will", clause), m.start(), m.end() - 1)
            near = Modality.PLANNED if will is Modality.PLANNED else near
        if near is not Modality.ASSERTED:
            return near
        if pattern("sentence", "until", re.IGNORECASE).match(self.coded.text):
            return Modality.PAST
        return Modality(frame.modality)

    def _roles(self, frame: Frame, m: re.Match[str]) -> tuple[list[Thing], list[Thing]]:
        """Subjects and objects of a match, what `its` stands for among them."""
        if "g" in m.re.groupindex:
            # pairs of a group are told apart where they are made
            things = list(self.coded.groups[m.group("g")])
            return things, things
        subjects, objects = self._role(frame, m, "s"), self._role(frame, m, "o")
        if frame.inherit == "s":
            subjects = subjects or self._inherited(m, objects)
        elif frame.inherit == "o":
            objects = objects or self._inherited(m, subjects)
        return subjects, objects

    def _role(self, frame: Frame, m: re.Match[str], name: str) -> list[Thing]:
        """The things in a role: noun phrases of its slot, or names."""
        found = m.groupdict()
        if slot := found.get(f"{name}x"):
            bare = pattern("sentence", "doing").sub("", self._plain(slot))
            return [
                *concepts(self.gazetteer, frame, nouns.nouns(bare), name),
                *named_of(self.gazetteer, frame, bare, name),
            ]
        if slot := found.get(f"{name}b"):
            phrase = nouns.last(slot)
            return concepts(self.gazetteer, frame, [phrase] if phrase else [], name)
        mark = found.get(name) or found.get(f"{name}2")
        return list(self.coded.groups[mark]) if mark else []

    def _inherited(self, m: re.Match[str], others: list[Thing]) -> list[Thing]:
        """What `its` and `our` stand for: what the sentence, or the text before it, is about."""
        if _OUR.search(m.group()):
            return [self.about.speaker] if self.about.speaker else []
        taken = {t.id for t in others}
        return next(([t] for t in (self.topic, self.about.before) if t and t.id not in taken), [])

    def _goods(self, m: re.Match[str]) -> list[str]:
        """What a match says is sold."""
        slots = [m.groupdict().get(group) for group in ("i", "i2")]
        bare = [pattern("sentence", "to_do").sub("", slot) for slot in slots if slot]
        return [p.name for slot in bare for p in nouns.nouns(self._plain(slot))]

    def _plain(self, slot: str) -> str:
        """A slot up to the next name of a company that is not part of a product's name."""
        joined = re.sub(
            rf"{ORG}(?= [A-Z0-9])|(?!{ORG}){NAME}",
            lambda m: self.coded.surfaces[m.group()],
            slot,
        )
        bare = re.sub(rf"^(?:the )?{ORG}'s? ", "", joined.lstrip(" "))
        return re.split(NAME, bare)[0]


def _end_of_predicate(m: re.Match[str], clause: str) -> int:
    """Where the next predicate of a clause begins: `supplies ② and is expected to grow`."""
    groups = {g: m.start(g) for g in m.re.groupindex if m.group(g)}
    behind = max((at + 1 for at in groups.values()), default=m.start())
    further = pattern("clauses", "further").search(clause, behind)
    return further.start() if further else len(clause)
