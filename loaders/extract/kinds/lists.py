"""Lists with their kind: `A、B等C`, `C（如A、B）`, `C如A、B等`, `以A、B为代表的C`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.extract.kinds.members import clause_before, members
from loaders.extract.kinds.wholes import ending, kind
from loaders.grammar.patterns import pattern
from loaders.sentences import Sentence
from loaders.things import Claim, Thing

_NUMBERS = "两三四五六七八九"


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
                found = members(document, m.group("list"), whole, trusted=form == "given")
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


def counted(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """`A、B与C三类D`, `A、B两个方向成为…的D`: as many as the text counts."""
    for m in pattern("kinds", "counted_list").finditer(sentence.value):
        rest = sentence.value[m.end() :]
        if becomes := pattern("kinds", "becomes").match(rest):
            whole = ending(document, becomes.group("kind"))
        else:
            whole = kind(document, rest)
        if whole is None:
            continue
        before = clause_before(sentence.value, m.start())
        found = members(document, before, whole, governed=True, trusted=True)
        if len(found) == _NUMBERS.find(m.group("number")) + 2:
            yield from _kinds(found, whole, sentence, "kind:counted")


def _kinds(found: list[Thing], whole: Thing, sentence: Sentence, method: str) -> Iterator[Claim]:
    if whole.name in lexicon("platitudes"):
        return  # 甲、乙等模块
    for member in found:
        if member.id != whole.id:
            yield Claim(member, "TYPE_OF", whole, sentence.text, method)
