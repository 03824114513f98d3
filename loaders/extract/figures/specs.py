"""Numbers whose unit tells what they measure, behind a verb: 内置 50 TOPS NPU, 量产 70mW 激光器."""

from __future__ import annotations

import re

from loaders.concepts import lexicon, phrases
from loaders.extract.figures import fit
from loaders.extract.figures.beside import Beside
from loaders.extract.figures.phrases import words_of
from loaders.extract.figures.scene import Meaning
from loaders.things import Thing
from loaders.tokens import tokens

_BEHIND = re.compile(r"\s?(?:级别?)?(?P<of>的)?\s?(?P<words>[^，。；、（）()：,]{2,24})")
_QUOTES = '“”"「」 '
_PART = 10


class Specs(Beside):
    """Finds whose capacity, power or speed it is: that of who carries it, or of what is made."""

    def _spec(self) -> Meaning | None:
        """What a unit measures of the thing that the verb before the number is about."""
        metric = fit.default_metric(self.q)
        verb = self._verb() if metric and not self.subject.several else ""
        if not verb:
            return None
        m = _BEHIND.match(self.line.value, self.q.until)
        words = m.group("words") if m else ""
        if verb in words_of("makes"):
            return self.made(self._made_thing(words), metric)
        if verb not in words_of("carries"):
            return None
        part = "" if m and m.group("of") else self._part(words)
        return self.made(self._carrier(), metric if metric in part else f"{part}{metric}")

    def _carrier(self) -> Thing | None:
        """Who carries it: a clause without a subject goes on about the nearest product named.

        `甲芯片性能提升6倍，并配备16GB内存`: what the figure before was about may be a part of it.
        """
        if self.subject.thing or not self.told.thing:
            return self.doer()
        topics, line = self.prose.topics, self.line
        for clause in line.clauses(line.label, self.q.start)[1:]:
            if (thing := topics.of_clause(clause)) and thing.cls == "Product":
                return thing
        return self.doer()

    def _verb(self) -> str:
        """The verb that stands before the number."""
        if self.what.kind == "verb":
            return self.what.metric
        last = tokens(self.what.words)[-1:] if self.what.kind == "thing" else ()
        made = (v for v in words_of("makes") if last and self.what.words.endswith(v))
        return next(made, last[0].word if last else "")

    def _made_thing(self, words: str) -> Thing | None:
        """What is made: the phrase behind the number."""
        text = words.strip(_QUOTES)
        found = next((m for m in self.prose.topics.mentions(text) if m.start <= 1), None)
        name = phrases(text.replace("”", "").replace("“", ""))[:1]
        if found and not name:
            return found.thing
        return self.prose.subjects.named(name[0].name) if name and name[0].start <= 1 else None

    @staticmethod
    def _part(words: str) -> str:
        """What of the thing has that capacity: 50 TOPS |NPU."""
        name = phrases(words)[:1]
        if not name or name[0].start > 1 or len(name[0].name) > _PART:
            return ""
        return "" if name[0].name in lexicon("generic") else name[0].name
