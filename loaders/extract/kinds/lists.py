"""Lists with their kind: `A、B等C`, `C（如A、B）`, `C如A、B等`, `以A、B为代表的C`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Document
from loaders.extract.kinds.members import clause_before, ending, kind, members
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import Claim, Thing


def examples(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`A、B等C`, `C（如A、B）`, `C如A、B等`: A and B are kinds of C."""
    for m in pattern("kinds", "such_as").finditer(sentence.value):
        whole = kind(document, sentence.value[m.end() :])
        before = clause_before(sentence.value, m.start())
        if whole is not None:
            found = members(document, before, whole, governed=True)
            yield from _kinds(found, whole, sentence, "kind:such-as")
    for form in ("given", "given_in_clause"):
        for m in pattern("kinds", form).finditer(sentence.value):
            whole = ending(
                document, clause_before(sentence.value, m.start()), loose=form == "given"
            )
            if whole is not None:
                found = members(document, m.group("list"), whole)
                yield from _kinds(found, whole, sentence, "kind:given")


def represented(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`以A、B为代表的C`."""
    for m in pattern("kinds", "represented").finditer(sentence.value):
        whole = ending(document, m.group("kind")) or kind(document, m.group("kind"))
        before = clause_before(sentence.value, m.start())
        listed = before.rpartition("以")[2]
        if whole is not None:
            yield from _kinds(
                members(document, listed, whole, governed=True), whole, sentence, "kind:represented"
            )


def _kinds(found: list[Thing], whole: Thing, sentence: Sentence, method: str) -> Iterator[Claim]:
    for member in found:
        if member.id != whole.id:
            yield Claim(member, "TYPE_OF", whole, sentence.text, method)
