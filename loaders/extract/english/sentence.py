"""The English frames at work on one sentence."""

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
from loaders.english.nouns import field, field_like, last, lexicon, nouns, own_name, product_like, thing_like
from loaders.english.runs import words
from loaders.grammar import load
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, Claim, Mention, Thing

_BUT = re.compile(r",? but not (?P<n>[\ue000-\ue3ff]),?")
_RESPECTIVELY = re.compile(r",? respectively\b")
_UNTIL = re.compile(r"(?:Until|Up to|Previously|Formerly|In the past|Once)\b[^,]{0,40},", re.IGNORECASE)
_TO_DO = re.compile(r"^.* to (?:make|build|produce|supply|manufacture|provide|assemble) ")
_OUR = re.compile(r"\b[Oo]ur\b")
_ORG = "[\ue000-\ue3ff]"
_PARTS = frozenset("industry industries market markets sector sectors field fields application applications space economy".split())


class Reader:
    """One coded sentence. `before` is what the text is about so far, `speaker` who says `we`."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: list[Mention],
        before: Thing | None, speaker: Thing | None,
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.coded: Coded = encode(prose(sentence.value), mentions)
        self.topic = pronouns.topic(self.coded)
        self.before = before
        self.speaker = speaker
        self.denied = {
            t.id for m in _BUT.finditer(self.coded.text) for t in self.coded.groups[m.group("n")]
        }

    def claims(self) -> Iterator[Claim]:
        """What the frames read in this sentence."""
        yield from self._from_places()
        whole = _BUT.sub("", self.coded.text)
        for frame in frames():
            if frame.whole:
                yield from self._of(frame, whole)
        for clause in clauses(described(whole)):
            for frame in frames():
                if not frame.whole:
                    yield from self._of(frame, clause)

    def _of(self, frame: Frame, clause: str) -> Iterator[Claim]:
        for m in frame.pattern.finditer(clause):
            yield from self._read(frame, m, clause)

    def _from_places(self) -> Iterator[Claim]:
        """`Germany's ①`, `Swedish truck maker ①`: where a company is from."""
        for m in _nation().finditer(self.coded.text):
            if m.group("p") and not (m.group("by") or _adjective(self.coded.surfaces[m.group("p")])):
                continue
            places = self.coded.groups[m.group("p")] if m.group("p") else (self._place(m.group("n")),)
            things = self.coded.groups[m.group("s")]
            role = m.group("role") or ""
            for thing in things if role.endswith("s") else things[:1]:
                if thing.cls == "Company":
                    yield from (
                        Claim(thing, "LOCATED_IN", place, self.sentence.text, "english:nation")
                        for place in places
                    )

    def _place(self, nation: str) -> Thing:
        return self.document.gazetteer.named(load("english")["nations"][nation], "Place")

    def _read(self, frame: Frame, m: re.Match[str], clause: str) -> Iterator[Claim]:
        subjects, objects = self._role(frame, m, "s"), self._role(frame, m, "o")
        if frame.inherit == "s":
            subjects = subjects or self._inherited(m, objects)
        elif frame.inherit == "o":
            objects = objects or self._inherited(m, subjects)
        if "g" in m.re.groupindex:
            things = self.coded.groups[m.group("g")]
            subjects, objects = list(things[:-1]), list(things[1:])
        items = self._items(m)
        if not subjects or not objects or (frame.must and not items):
            return
        if frame.predicate == "SUPPLIES" and any(i.split()[-1].lower() in lexicon("stakes") for i in items):
            return
        how = self._modality(frame, m, clause)
        if how is Modality.DENIED and frame.predicate == "PRODUCES" and re.search(rf" (?:to|for) .*{_ORG}", clause[m.start() :]):
            return
        respectively = bool(_RESPECTIVELY.search(clause, m.start()))
        for subject, object_, item in _pairs(subjects, objects, items, respectively):
            if subject.id == object_.id or subject.id in self.denied:
                continue
            yield Claim(
                subject, _predicate(frame, m, object_), object_, self.sentence.text, frame.method,
                how, {"item": item} if item else {},
            )

    def _modality(self, frame: Frame, m: re.Match[str], clause: str) -> Modality:
        """What colours the clause; for a noun phrase (Apple supplier Foxconn) only its own words."""
        near = modality(m.group(), 0, 1) if frame.whole else modality(clause, m.start(), m.end() - 1)
        wide = modality(self.sentence.value, 0, 0)
        if near is Modality.ASSERTED and not frame.whole and wide in (Modality.DENIED, Modality.RUMOURED):
            return wide
        if near is Modality.ASSERTED and _UNTIL.match(self.coded.text):
            return Modality.PAST
        return Modality(frame.modality) if near is Modality.ASSERTED else near

    def _role(self, frame: Frame, m: re.Match[str], name: str) -> list[Thing]:
        """The things in a role: noun phrases of its slot, names, or what the text is about."""
        roles = m.re.groupindex
        if f"{name}x" in roles and m.group(f"{name}x"):
            return self._concepts(frame, nouns(self._plain(m.group(f"{name}x"))), name)
        if f"{name}b" in roles and m.group(f"{name}b"):
            found = last(m.group(f"{name}b"))
            return self._concepts(frame, [found] if found else [], name)
        for group in (name, name + "2"):
            if group in roles and m.group(group):
                return list(self.coded.groups[m.group(group)])
        return []

    def _inherited(self, m: re.Match[str], others: list[Thing]) -> list[Thing]:
        """What `its` and `our` stand for: what the sentence, or the text before it, is about."""
        if _OUR.search(m.group()):
            return [self.speaker] if self.speaker else []
        taken = {t.id for t in others}
        return next(([t] for t in (self.topic, self.before) if t and t.id not in taken), [])

    def _items(self, m: re.Match[str]) -> list[str]:
        out: list[str] = []
        for group in ("i", "i2"):
            if group in m.re.groupindex and m.group(group):
                out += [
                    p.name for p in nouns(self._plain(_TO_DO.sub("", m.group(group))))
                    if p.name.split()[-1].lower() not in lexicon("abstract")
                ]
        return out

    def _plain(self, slot: str) -> str:
        """A slot up to the next name of a company that is not part of a product's name."""
        joined = re.sub(
            rf"{_ORG}(?= [A-Z0-9])|(?!{_ORG}){NAME}", lambda m: self.coded.surfaces[m.group()], slot
        )
        bare = re.sub(rf"^(?:the )?{_ORG}'s? ", "", joined.lstrip(" "))
        return re.split(NAME, bare)[0]

    def _concepts(self, frame: Frame, found: list[Phrase], role: str) -> list[Thing]:
        out = []
        for phrase in found:
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
        if frame.proper and not own_name(name):
            return None
        cls = "Product" if product_like(name) else "Technology"
        return self.document.gazetteer.named(name, cls, *CONCEPTS).called(*phrase.aliases)


def _predicate(frame: Frame, m: re.Match[str], object_: Thing) -> str:
    """`used in` says PART_OF of a thing and ACTIVE_IN of a field."""
    if frame.name == "used-in" and (object_.cls == "Industry" or _PARTS & set(m.group("ox").lower().split())):
        return "ACTIVE_IN"
    return frame.predicate


def _adjective(place: str) -> bool:
    """Whether a place is named as a company's origin: Swedish, but not Sweden."""
    return place in load("english")["nations"] or place in ("US", "UK", "EU")


@cache
def _nation() -> re.Pattern[str]:
    roles = "|".join(sorted(words("roles"), key=len, reverse=True))
    nations = "|".join(map(re.escape, load("english")["nations"]))
    return re.compile(
        rf"(?:(?P<p>[\ue400-\ue7ff])(?P<by>'s|-based)?|\b(?P<n>{nations})(?:-based)?) (?:(?:[a-z][\w\-]* ){{0,4}}?(?P<role>{roles}),? (?:such as |including |like )?)?"
        rf"(?P<s>[\ue000-\ue3ff])(?!-|(?:'s)? (?:(?!will |to |would |can |may |and )[\w\-]+ )?(?:{roles})\b)"
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
