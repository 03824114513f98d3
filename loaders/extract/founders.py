"""Who founded a company: `由甲、乙联合创立`, `甲公司创始人丙`, and whom it came out of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Modality
from loaders import anaphora, owners
from loaders.coded import Coded, code
from loaders.document import Document
from loaders.extract.clauses.names import named
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.persons import person
from loaders.sentences import Sentence
from loaders.things import ORGS, Claim, Thing

_FORMS = (
    "by",
    "some",
    "act",
    "title",
    "own",
    "later",
    "team",
    "bracket",
    "spun",
    "became",
    "merged",
    "was",
)
# forms whose verb the clause may deny or plan; the others speak of what has been
_TELLING = ("by", "some", "act", "merged")
# forms that a person's name ends, before whatever is said of the person
_OPEN = ("title", "own")
_AND = re.compile(r"、|，|,\s|和|与|及|以及")
_WORDS = re.compile(r"创|立|分|独立|合并|前身|孵化")


def read(document: Document) -> Iterator[Claim]:
    """The founders that Chinese sentences name."""
    for sentence in (*document.sentences, *document.told):
        if sentence.chinese and _WORDS.search(sentence.value):
            yield from _of_sentence(document, sentence)


def _of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    before = anaphora.earlier(document, sentence)
    names = anaphora.resolved(sentence, named(document, sentence.value), before)
    coded = code(sentence.value, names)
    for form in _FORMS:
        for m in pattern("founders", form).finditer(coded.text):
            company = _company(document, sentence, coded, m)
            if company is None and form == "own" and before:
                company = before[0].thing
            verb = coded.index(m.end() - 1)
            told = modality(sentence.value, verb, verb + 1) if form in _TELLING else None
            how = told or Modality.ASSERTED
            for founder in _founders(coded, m, first=form in _OPEN) if company else ():
                if company is not None and founder.id != company.id:
                    yield Claim(
                        company, "FOUNDED_BY", founder, sentence.text, f"founder:{form}", how
                    )


def _company(
    document: Document, sentence: Sentence, coded: Coded, m: re.Match[str]
) -> Thing | None:
    """The company founded: named in the match, or whom the sentence is about."""
    if "o" in m.re.groupindex:
        found = coded.groups[m.group("o")].things
        return found[-1] if found[-1].cls == "Company" else None
    start = coded.index(m.start())
    before = [x for g in coded.groups.values() for x in g.mentions if x.end <= start]
    orgs = sorted((x for x in before if x.thing.cls in ORGS), key=lambda x: x.start)
    about = anaphora.topic(sentence.value, orgs) or sentence.topic
    about = about or owners.organisation(document, sentence.block)
    return about if about is not None and about.cls == "Company" else None


def _founders(coded: Coded, m: re.Match[str], *, first: bool) -> list[Thing]:
    """The persons or companies that found it; none where a name is no person's."""
    who = m.group("who")
    if who in coded.groups:
        return [t for t in coded.groups[who].things if t.cls in (*ORGS, "Person")]
    names = _AND.split(coded.plain_of(m.start("who"), m.end("who")))
    people = [person(name.strip(), first=first) for name in names if name.strip()]
    return [Thing("Person", name) for name in people if name] if all(people) else []
