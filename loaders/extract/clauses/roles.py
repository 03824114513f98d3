"""Who and what stands in the roles of one match of a frame."""

from __future__ import annotations

import re

from kg.model import Modality
from loaders.concepts import Phrase, lexicon, model_like, opening, plausible
from loaders.extract.clauses import slots, topic
from loaders.extract.clauses.frames import Frame
from loaders.extract.clauses.scene import Scene
from loaders.modality import modality
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

# what is said of it is named, not the thing itself
_OF = re.compile(r"\s*[的之]")
# of a list behind these verbs, only the first item may be doubtful: the rest may be a clause
_STRICT_LISTS = ("PRODUCES", "USES")
# 青岚70, 飞轮三号: a name of its own with a number
# Mate 80系列, 骁龙8
_MODEL = re.compile(r"[\u4e00-\u9fff]{0,4}[A-Za-z0-9]")
_NUMBERED = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:[A-Z]{0,2}-?\d{1,4}[A-Za-z]{0,2}|\d{1,2}号|[一二三四五六七八九十]{1,2}号[甲乙丙]?)"
)


class Roles:
    """A match of a frame in a scene."""

    def __init__(self, scene: Scene, frame: Frame, match: re.Match[str]) -> None:
        self.scene = scene
        self.frame = frame
        self.match = match

    def group(self, name: str) -> str:
        """The text in a role; empty where the frame has none or nothing stands there."""
        return (self.match.group(name) or "") if name in self.match.re.groupindex else ""

    def subjects(self) -> list[Thing]:
        """Who or what the relation is said of."""
        if names := self.group("g"):
            return self.scene.sides(names)[0]
        return self._things("s")

    def objects(self) -> list[Thing]:
        """What it is in relation to."""
        if names := self.group("g"):
            return self.scene.sides(names)[1]
        if self.frame.listed:
            return self.scene.listed(self.group("o"))
        return self._things("o")

    def items(self) -> list[str]:
        """What is sold."""
        return [p.name for p in self.sold() if len(p.name) > 1 and p.name not in lexicon("generic")]

    def sold(self) -> list[Phrase]:
        """The noun phrases of the item slot."""
        return slots.items(self._plain("i")) if self.group("i") else []

    def meant(self) -> Modality:
        """How the clause means the relation."""
        verb = self.scene.coded.index(self._verb())
        how = modality(self.scene.sentence.value, verb, verb + 1)
        return (
            Modality.ASSERTED
            if self.frame.holds and how not in (Modality.DENIED, Modality.PAST)
            else how
        )

    def respective(self) -> bool:
        """Whether the first goes with the first, and so on: 分别."""
        near = max(0, self.match.start() - 4)
        said = self.scene.coded.text[near : self.match.end()]
        return "分别" in said or "依次" in said

    def concept(self, phrase: Phrase, cls: str = "Technology") -> Thing:
        """The thing a phrase names, of a class if nobody knows it; a model is a product."""
        if cls == "Technology" and (model_like(phrase.name) or phrase.quoted):
            cls = "Product"
        return self.scene.document.gazetteer.named(phrase.name, cls, *CONCEPTS)

    def _plain(self, slot: str) -> str:
        return self.scene.coded.plain_of(self.match.start(slot), self.match.end(slot))

    def _verb(self) -> int:
        """Where the verb of a match is: before its last slot, or at its end."""
        last = max((self.match.start(g) for g in ("ox", "sx", "i") if self.group(g)), default=0)
        names = max((self.match.end(g) for g in ("s", "o") if self.group(g)), default=0)
        return max(last - 1, 0) if last > names else self.match.end() - 1

    def _things(self, role: str) -> list[Thing]:
        """The things in a role: of its names or noun phrases, else what the clause is about."""
        roles, slot, inherits = self.match.re.groupindex, role + "x", self.frame.inherit == role
        if self.group(slot):
            found = self._concepts(role)
            if found or not (inherits and self._another(slot)):
                return found
            return self.scene.concepts_at(self.match.end(slot))
        if names := self.group(role):
            return self.scene.names(names)
        if inherits and self.frame.told:
            return self.scene.seat(self.match.start())
        if slot in roles:
            return self.scene.concepts_at(self.match.start()) if inherits else []
        return self.scene.topic(self.match.start()) if role in roles or inherits else []

    def _another(self, slot: str) -> bool:
        """Whether what fills a slot is a clause of its own, before the comma: no subject."""
        end = self.match.end(slot)
        return self.scene.coded.text[end : end + 1] == "，"

    def _called(self, phrase: Phrase) -> bool:
        """Whether what somebody makes stands in quotation marks: that is its name."""
        name = phrase.name
        made = phrase.quoted and self.frame.predicate == "PRODUCES"
        # 「性价比」 is a word of the language, 悟空芯 is none
        return made and plausible(name, loose=True) and len(tokens(name)) > 1

    def _numbered(self, phrase: Phrase) -> bool:
        """Whether what somebody makes or uses is called by a name of its own with a number."""
        known = self.scene.document.gazetteer.known(phrase.name)
        made = known is None and self.frame.predicate in _STRICT_LISTS
        words = {token.word for token in tokens(phrase.name)}
        own = _NUMBERED.fullmatch(phrase.name) and not words & lexicon("generic")
        return made and bool(own)

    def _other(self, phrase: Phrase) -> bool:
        """Whether the report itself names something else than a concept by a phrase."""
        known = self.scene.document.gazetteer.known(phrase.name)
        return known is not None and known.row is None and known.cls not in CONCEPTS

    def _unowned(self, slot: str) -> str:
        """The words of a slot without the maker before a model: 甲N3工艺, unless it is called so."""
        text, start = self._plain(slot), self.match.start(slot)
        group = self.scene.coded.groups.get(self.scene.coded.text[start])
        if group is None or self.scene.document.gazetteer.known(text.strip()):
            return text
        own = text[group.end - group.start :].lstrip(" 的")
        return own if _MODEL.match(own) else text

    def _concepts(self, role: str) -> list[Thing]:
        """The concepts in the slot of a role."""
        slot, frame = self._unowned(role + "x"), self.frame
        found = slots.items(slot)
        good = [self.scene.sure(p) or self._called(p) or self._numbered(p) for p in found]
        if role in frame.front and not any(good):
            found = topic.bare([p for p in opening(slot)[:1] if not _OF.match(slot, p.end)])
            good = [self.scene.sure(p) for p in found]
        known = any(good) or (frame.terms and any(map(self.scene.term, found)))
        trusted = frame.loose in (True, role) or (known and not frame.strict)
        first_only = role == "o" and frame.predicate in _STRICT_LISTS
        cls = "Industry" if frame.predicate == "ACTIVE_IN" and role == "o" else "Technology"
        out = []
        for i, (phrase, sure) in enumerate(zip(found, good, strict=True)):
            doubtful = not trusted or (first_only and i) or not plausible(phrase.name, loose=True)
            doubtful = doubtful or self._other(phrase)
            if sure or not doubtful:
                out += [self.concept(p, cls).called(*p.aliases) for p in slots.each(phrase)]
        return out
