"""Relations that English clauses state: frames of verbs with roles and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.model import Modality
from loaders.concepts import Phrase
from loaders.document import Document
from loaders.english import pronouns
from loaders.english.clauses import clauses, described
from loaders.english.coding import NAME, Coded, encode, prose
from loaders.english.frames import Frame, frames
from loaders.english.runs import words
from loaders.english.nouns import field, field_like, lexicon, nouns, product_like, thing_like
from loaders.grammar import load
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Mention, Thing

_BUT = re.compile(r",? but not (?P<n>[\ue000-\ue3ff]),?")
_RESPECTIVELY = re.compile(r",? respectively\b")


def read(document: Document) -> Iterator[Claim]:
    """The claims of all English sentences of prose."""
    topic: Thing | None = None
    path: tuple[object, ...] = ()
    for sentence in document.sentences:
        if sentence.chinese:
            continue
        if sentence.block.path != path:
            topic, path = None, sentence.block.path
        text = prose(sentence.value)
        everyone = pronouns.resolved(text, document.gazetteer.find(text), topic)
        reader = Sentences(document, sentence, everyone, topic)
        yield from reader.claims()
        topic = reader.topic or topic


class Sentences:
    """The frames at work on one sentence."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: list[Mention], before: Thing | None
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.coded: Coded = encode(prose(sentence.value), mentions)
        self.topic = pronouns.topic(self.coded) or None
        self.before = before
        self.denied = {
            t.id for m in _BUT.finditer(self.coded.text) for t in self.coded.groups[m.group("n")]
        }

    def claims(self) -> Iterator[Claim]:
        """What the frames read in this sentence."""
        yield from self._described()
        text = described(_BUT.sub("", self.coded.text))
        for clause in clauses(text):
            for frame in frames():
                for m in frame.pattern.finditer(clause):
                    yield from self._read(frame, m, clause)

    def _described(self) -> Iterator[Claim]:
        """`Germany's ①`, `Swedish truck maker ①`: where a company is from."""
        for m in _described().finditer(self.coded.text):
            places = self.coded.groups[m.group("p")] if m.group("p") else (self._place(m.group("n")),)
            things = self.coded.groups[m.group("s")]
            role = m.group("role") or ""
            for thing in things if role.endswith("s") else things[:1]:
                for place in places:
                    if thing.cls == "Company":
                        yield Claim(thing, "LOCATED_IN", place, self.sentence.text, "english:nation")

    def _place(self, nation: str) -> Thing:
        return self.document.gazetteer.named(load("english")["nations"][nation], "Place")

    def _read(self, frame: Frame, m: re.Match[str], clause: str) -> Iterator[Claim]:
        subjects = self._role(frame, m, "s", "sx")
        objects = self._role(frame, m, "o", "ox")
        if "g" in m.re.groupindex:
            things = self.coded.groups[m.group("g")]
            subjects, objects = list(things[:-1]), list(things[1:])
        items = self._items(m)
        if frame.must and not items:
            return
        how = self._modality(frame, m, clause)
        respectively = bool(_RESPECTIVELY.search(clause, m.start()))
        for subject, object_, item in _pairs(subjects, objects, items, respectively):
            if subject.id == object_.id or subject.id in self.denied:
                continue
            yield Claim(
                subject, self._predicate(frame, object_), object_, self.sentence.text, frame.method,
                how, {"item": item} if item else {},
            )

    def _modality(self, frame: Frame, m: re.Match[str], clause: str) -> Modality:
        if frame.modality:
            return Modality(frame.modality)
        # a comma inside a list ends no clause
        near = modality(clause, m.start(), m.end() - 1)
        wide = modality(self.sentence.value, 0, 0)
        return wide if near is Modality.ASSERTED and wide in (Modality.DENIED, Modality.RUMOURED) else near

    def _role(self, frame: Frame, m: re.Match[str], name: str, slot: str) -> list[Thing]:
        roles = m.re.groupindex
        if slot in roles and m.group(slot):
            return self._concepts(frame, m.group(slot), name)
        for group in (name, name + "2"):
            if group in roles and m.group(group):
                return list(self.coded.groups[m.group(group)])
        if frame.inherit == name:
            about = self.topic or self.before
            return [about] if about else []
        return []

    def _items(self, m: re.Match[str]) -> list[str]:
        out: list[str] = []
        for group in ("i", "i2"):
            if group in m.re.groupindex and m.group(group):
                out += [p.name for p in nouns(self._plain(m.group(group))) if p.name.split()[-1].lower() not in lexicon("abstract")]
        return out

    def _plain(self, slot: str) -> str:
        """A slot up to the next name of a company that is not part of a product's name."""
        joined = re.sub(rf"{NAME}(?= [A-Z0-9])", lambda m: self.coded.surfaces[m.group()], slot)
        return re.split(NAME, joined.lstrip(" "))[0]

    def _concepts(self, frame: Frame, slot: str, role: str) -> list[Thing]:
        out = []
        for phrase in nouns(self._plain(slot)):
            thing = self._concept(frame, phrase, role)
            if thing is None:
                break
            out.append(thing)
        return out

    def _concept(self, frame: Frame, phrase: Phrase, role: str) -> Thing | None:
        name = phrase.name
        known = self.document.gazetteer.known(name)
        if known is not None and known.cls not in CONCEPTS:
            return None
        if frame.predicate == "ACTIVE_IN" and role == "o":
            name = field(name)
            if known is None and not field_like(name):
                return None
            return self.document.gazetteer.named(name, "Industry", *CONCEPTS).called(*phrase.aliases)
        if known is None and not thing_like(name, strong=frame.strong):
            return None
        cls = "Product" if product_like(name) else "Technology"
        return self.document.gazetteer.named(name, cls, *CONCEPTS).called(*phrase.aliases)

    def _predicate(self, frame: Frame, object_: Thing) -> str:
        return frame.predicate


@cache
def _described() -> re.Pattern[str]:
    roles = "|".join(sorted(words("roles"), key=len, reverse=True))
    nations = "|".join(map(re.escape, load("english")["nations"]))
    return re.compile(
        rf"(?:(?P<p>[\ue400-\ue7ff])(?:'s|-based)?|\b(?P<n>{nations})(?:-based)?) (?:(?:[a-z][\w\-]* ){{0,4}}?(?P<role>{roles}),? (?:such as |including |like )?)?"
        rf"(?P<s>[\ue000-\ue3ff])(?!(?:'s)? (?:[\w\-]+ )?(?:{roles})\b)"
    )


def _pairs(
    subjects: list[Thing], objects: list[Thing], items: list[str], respectively: bool
) -> Iterator[tuple[Thing, Thing, str]]:
    """Who with whom and what: in order where the sentence says respectively, else all with all."""
    item = ", ".join(items)
    if respectively and len(subjects) == len(objects) > 1:
        each = items if len(items) == len(subjects) else [item] * len(subjects)
        yield from zip(subjects, objects, each, strict=True)
    elif respectively and len(items) == len(subjects) > 1 and len(objects) == 1:
        yield from ((s, objects[0], i) for s, i in zip(subjects, items, strict=True))
    elif respectively and len(items) == len(objects) > 1 and len(subjects) == 1:
        yield from ((subjects[0], o, i) for o, i in zip(objects, items, strict=True))
    else:
        yield from ((s, o, item) for s in subjects for o in objects)
