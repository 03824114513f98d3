"""Relations that clauses state: frames of verbs with roles and direction, from grammar/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.model import Modality
from loaders import anaphora
from loaders.coded import MACROS, Coded, Group, code
from loaders.concepts import Phrase, lexicon, model_like, opening, phrases, plausible
from loaders.document import Document
from loaders.grammar import load
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import CONCEPTS, ORGS, Claim, Mention, Thing
from loaders.tokens import tokens

SYMMETRIC = ("PARTNERS_WITH", "COMPETES_WITH")
_LISTED = re.compile(r"[、和与及/]|以及")
_ROLE_BEFORE = re.compile(r"(?:为|向|给|由|从|被|获|与|和|自|传闻|打入|进入|切入|导入|采用|，|、|^)$")
_ROLE_AFTER = re.compile(r"(?:[等的]|将|已|已经|供应|供货|采购|批量|独家|公司|集团|量产|生产|代工|提供|定点|供应链|，|。|、|在|于|推出|发布|采用|计划|宣布|和|与)")
_GOES_ON = re.compile(r"(?:其|它|该|这|按|主要|可|分|由|用于|适用于|应用于|是|通常|一般|广泛)")
_MADE = re.compile(r"量产|生产|制造|代工|研发|开发|打造")
_EXCEPT = re.compile(r"(?<!包括|分别)除(?:了)?([\ue000-\ue3ff])[^，]*?(?:外|以外|之外)")
_LED = re.compile(r"^[^，。；]{0,18}[:：]")


@dataclass(frozen=True)
class Frame:
    """One way of saying a relation.

    `inherit` names the role that the topic may fill, `item_must` wants an item, `strict` takes
    noun phrases that surely name a technology only, `loose` any that may; what `holds` stays
    asserted however the clause around it is meant.
    """

    name: str
    predicate: str
    pattern: re.Pattern[str]
    inherit: str | None
    item_must: bool
    strict: bool
    loose: bool
    holds: bool

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"clause:{self.name}"


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """The frames of grammar/frames_<language>.toml, compiled."""
    grammar = load(f"frames_{language}")
    macros = {**MACROS, **grammar["macros"]}

    def expand(pattern: str) -> str:
        for _ in range(3):
            pattern = re.sub(r"\{([a-z_]+|[A-Z])\}", lambda m: macros[m.group(1)], pattern)
        return pattern

    return tuple(
        Frame(f["name"], f["predicate"], re.compile(expand(f["pattern"])), f.get("inherit"),
              f.get("item_must", False), f.get("strict", False), f.get("loose", False),
              f.get("holds", False))
        for f in grammar["frame"]
    )


def read(document: Document) -> Iterator[Claim]:
    """The claims of all Chinese sentences of prose."""
    last: list[Mention] = []
    for sentence in (*document.sentences, *document.told):
        if not sentence.chinese:
            continue
        before = last if sentence.previous else []
        if sentence.topic and not before:
            before = [Mention(0, 0, sentence.topic)]
        mentions = named(document, sentence.value)
        everyone = anaphora.resolved(sentence, mentions, before)
        yield from Clauses(document, sentence, everyone, before).claims()
        last = _topics(sentence, everyone) or before


def named(document: Document, text: str) -> list[Mention]:
    """The names of a sentence, those too that only their place in it shows to be names."""
    mentions = document.gazetteer.find(text)
    for doubtful in document.gazetteer.weak(text):
        if any(m.start < doubtful.end and doubtful.start < m.end for m in mentions):
            continue
        if doubtful.thing.cls in ORGS and _in_role(document, text, doubtful, mentions):
            mentions.append(doubtful)
    return sorted(mentions, key=lambda m: m.start)


def _in_role(document: Document, text: str, m: Mention, mentions: list[Mention]) -> bool:
    """Whether a doubtful name stands where only a company's can."""
    name = text[m.start : m.end]
    if len(parts := tokens(name)) == 1 and parts[0].tag[0] in "vda":
        return False
    ordinary = not name.isascii() and plausible(name)
    if ordinary or (known := document.gazetteer.known(name)) and known.cls in CONCEPTS:
        return False
    if any(_LISTED.fullmatch(text[a.end : m.start]) or _LISTED.fullmatch(text[m.end : a.start])
           for a in mentions if a.thing.cls in ORGS):
        return True
    return bool(_ROLE_BEFORE.search(text[: m.start]) and _ROLE_AFTER.match(text, m.end))


def _topics(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    orgs = [m for m in mentions if m.thing.cls in ORGS]
    about = anaphora.topic(sentence.value, orgs)
    return sorted(orgs, key=lambda m: m.thing is not about) if about else orgs


class Clauses:
    """The frames at work on one sentence."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: list[Mention], before: list[Mention]
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.mentions = mentions
        self.before = before
        self.coded: Coded = code(sentence.value, mentions)
        self.excepted = {
            t.id
            for m in _EXCEPT.finditer(self.coded.text)
            for t in self.coded.groups[m.group(1)].things
        }

    def claims(self) -> Iterator[Claim]:
        """What the frames read in this sentence."""
        for frame in frames("zh"):
            at = 0
            while m := frame.pattern.search(self.coded.text, at):
                yield from self._read(frame, m)
                at = self._resume(m)

    @staticmethod
    def _resume(m: re.Match[str]) -> int:
        """Where the next match may begin: at the last name, which may be a subject again."""
        starts = [m.start(g) for g in ("o", "s") if g in m.re.groupindex and m.group(g)]
        return max(m.start() + 1, max(starts) if len(starts) > 1 else m.end())

    def _read(self, frame: Frame, m: re.Match[str]) -> Iterator[Claim]:
        if frame.name.startswith("told-") and self.sentence.topic is None:
            return
        roles = m.re.groupindex
        subjects = self._role(frame, m, "s", "sx")
        objects = self._role(frame, m, "o", "ox")
        if "g" in roles:
            things = self._names(m.group("g"))
            subjects, objects = things[:-1], things[1:]
        items = self._items(m) if "i" in roles else []
        if frame.name == "subsidiary":
            objects = self._listed(m.group("o"))
        if frame.item_must and not items:
            return
        verb = self.coded.index(self._verb(m))
        how = modality(self.sentence.value, verb, verb + 1)
        if frame.holds and how != Modality.DENIED:
            how = Modality.ASSERTED
        for subject, object_, item in self._pairs(m, subjects, objects, items):
            if subject.id == object_.id or {subject.id, object_.id} & self.excepted:
                continue
            qualifiers = {"item": item} if item else {}
            for extra in ("stake", "position"):
                if extra in roles and m.group(extra):
                    qualifiers[extra] = m.group(extra)
            yield Claim(
                subject, self._predicate(frame, object_), object_, self.sentence.text,
                frame.method, how, qualifiers,
            )
            if frame.name == "supply-to" and item and _MADE.search(m.group()):
                yield from self._made(subject, m, how)

    @staticmethod
    def _verb(m: re.Match[str]) -> int:
        """Where the verb of a match is: before its last slot, or at its end."""
        slots = [m.start(g) for g in ("ox", "i") if g in m.re.groupindex and m.group(g)]
        names = [m.end(g) for g in ("s", "o") if g in m.re.groupindex and m.group(g)]
        last = max(slots, default=0)
        return max(last - 1, 0) if last > max(names, default=0) else m.end() - 1

    def _predicate(self, frame: Frame, object_: Thing) -> str:
        """`用于` says PART_OF of a thing with parts and ACTIVE_IN of a field."""
        if frame.name == "used-in" and object_.row is None and _is_thing(object_.name):
            return "PART_OF"
        return frame.predicate

    def _role(self, frame: Frame, m: re.Match[str], name: str, slot: str) -> list[Thing]:
        roles = m.re.groupindex
        if slot in roles and m.group(slot):
            return self._concepts(frame, m.start(slot), m.end(slot), name)
        if name in roles and m.group(name):
            return self._names(m.group(name))
        if slot in roles:
            return self._concept_topic() if frame.inherit == name else []
        if name in roles or frame.inherit == name:
            return self._topic(m.start())
        return []

    def _concept_topic(self, sentence: Sentence | None = None) -> list[Thing]:
        """The technologies a sentence is about: what it begins with, or what a cell tells of.

        `碳氢树脂介电性能优异，用于…`; a sentence that begins with a verb or a pronoun goes on
        about what the one before it did.
        """
        here = sentence or self.sentence
        if here.topic is not None:
            return [here.topic] if here.topic.cls in CONCEPTS else []
        found = opening(here.value)
        if 1 <= len(found) <= 3 and all(plausible(p.name) or self._known(p) for p in found):
            return [self.document.gazetteer.named(p.name, "Technology", *CONCEPTS) for p in found]
        if not found and here.previous is not None and _GOES_ON.match(here.value):
            return self._concept_topic(here.previous)
        return []

    def _listed(self, mark: str) -> list[Thing]:
        """The names of a group up to one that 与 joins: that is somebody else."""
        group = self.coded.groups[mark]
        out = [group.mentions[0].thing]
        for before, after in zip(group.mentions, group.mentions[1:], strict=False):
            if "、" not in self.sentence.value[before.end : after.start]:
                break
            out.append(after.thing)
        return out

    def _made(self, maker: Thing, m: re.Match[str], how: Modality) -> Iterator[Claim]:
        """Who makes something for another makes it: `为苹果量产A19芯片`."""
        for phrase in phrases(_cut(self.coded.plain_of(m.start("i"), m.end("i")))):
            if plausible(phrase.name):
                cls = "Product" if model_like(phrase.name) else "Technology"
                what = self.document.gazetteer.named(phrase.name, cls, *CONCEPTS)
                yield Claim(maker, "PRODUCES", what, self.sentence.text, "clause:made-for", how)

    def _names(self, mark: str) -> list[Thing]:
        group: Group = self.coded.groups[mark]
        return list(group.things)

    def _topic(self, at: int) -> list[Thing]:
        """Who a clause without a subject is about: the sentence's, or the last one's."""
        here = self.coded.index(at)
        earlier = [m for m in self.mentions if m.start <= here and m.thing.cls in ORGS]
        about = anaphora.topic(self.sentence.value, earlier)
        if about is None and self.before and (at == 0 or self.sentence.topic):
            about = self.before[0].thing
        return [about] if about else []

    def _items(self, m: re.Match[str]) -> list[str]:
        if not m.group("i"):
            return []
        slot = self.coded.plain_of(m.start("i"), m.end("i"))
        return [p.name for p in phrases(_cut(slot)) if p.name not in lexicon("generic")]

    def _concepts(self, frame: Frame, start: int, end: int, role: str) -> list[Thing]:
        slot = _cut(self.coded.plain_of(start, end))
        out = []
        found = phrases(slot)
        if frame.name in ("types", "splits-into", "types-such") and role == "s":
            found = _with_head(found)
            if len(found) < 2:
                return []
        good = [plausible(p.name) or self._known(p) for p in found]
        for phrase, sure in zip(found, good, strict=True):
            allowed = frame.loose or (any(good) and not frame.strict)
            if not sure and not (allowed and plausible(phrase.name, loose=True)):
                continue
            if role == "o" and frame.predicate in ("PRODUCES", "USES") and phrase is not found[0] and not sure:
                continue
            out.append(self._thing(frame, phrase, role))
        return out

    def _known(self, phrase: Phrase) -> bool:
        thing = self.document.gazetteer.known(phrase.name)
        return thing is not None and thing.cls in CONCEPTS

    def _thing(self, frame: Frame, phrase: Phrase, role: str) -> Thing:
        wanted = "Industry" if frame.predicate == "ACTIVE_IN" and role == "o" else "Technology"
        if wanted == "Technology" and model_like(phrase.name):
            wanted = "Product"
        return self.document.gazetteer.named(phrase.name, wanted, *CONCEPTS).called(*phrase.aliases)

    def _pairs(
        self, m: re.Match[str], subjects: list[Thing], objects: list[Thing], items: list[str]
    ) -> Iterator[tuple[Thing, Thing, str]]:
        item = "、".join(items)
        if "分别" in self.coded.text[max(0, m.start() - 4) : m.end()]:
            if len(subjects) == len(objects) > 1:
                each = items if len(items) == len(subjects) else [item] * len(subjects)
                yield from zip(subjects, objects, each, strict=True)
                return
            if len(items) == len(subjects) > 1 and len(objects) == 1:
                yield from ((s, objects[0], i) for s, i in zip(subjects, items, strict=True))
                return
            if len(items) == len(objects) > 1 and len(subjects) == 1:
                yield from ((subjects[0], o, i) for o, i in zip(objects, items, strict=True))
                return
        for subject in subjects:
            for object_ in objects:
                yield subject, object_, item


def _cut(slot: str) -> str:
    """A slot up to where its clause ends: the first comma after which no list goes on."""
    for m in re.finditer(r"[，,]", slot):
        item = re.split(r"[，,、]", slot[m.end() :])[0]
        if "、" not in slot[: m.start()] or len(item) > 14 or _clausal(item):
            return slot[: m.start()]
    return slot


def _clausal(text: str) -> bool:
    """Whether a piece between commas has a verb of its own."""
    return any(t.word in lexicon("verbs") or t.tag in ("v", "d", "p", "r") for t in tokens(text))


def _with_head(found: list[Phrase]) -> list[Phrase]:
    """`单面和双面覆铜板`: the head of the last item belongs to all of them."""
    if len(found) < 2 or all(plausible(p.name) for p in found):
        return found
    last = found[-1].name
    head = next((h for n in range(2, len(last) - 1) if plausible(h := last[-n:])), "")
    if not head or len(last) - len(head) < 2:
        return found
    return [
        p if plausible(p.name) else Phrase(p.start, p.end, p.name + head, p.aliases) for p in found
    ]


def _is_thing(name: str) -> bool:
    """Whether a name ends like a thing that has parts."""
    split = load("concepts")["split"]
    return name.endswith(tuple(split["has_parts"])) and not name.endswith(tuple(split["fields"]))
