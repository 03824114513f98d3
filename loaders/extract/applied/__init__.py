"""Where technologies, products and companies are applied: `A 应用于 B、C 等领域`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.document import Document
from loaders.extract.applied import doers, firms, labels, makers, rows, wares
from loaders.extract.applied.forms import Form, likely
from loaders.extract.applied.objects import objects, own
from loaders.extract.applied.subjects import Subjects
from loaders.extract.clauses.wholes import goes_into, whole
from loaders.modality import modality
from loaders.sentences import Sentence
from loaders.things import ORGS, Claim, Draft, Thing


def read(document: Document) -> Iterator[Claim]:
    """The fields of application that Chinese sentences and captions state."""
    prose = (*document.sentences, *document.told, *document.opened)
    for sentence in (*prose, *document.headings):
        if sentence.chinese:
            yield from _of_sentence(document, sentence)
            yield from doers.claims(document, sentence)
            yield from firms.claims(document, sentence)
    yield from labels.claims(document)
    yield from rows.claims(document)


def concluded(document: Document, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """All drafts of a report, with the fields that follow from who makes what where."""
    return makers.added(document, wares.added(drafts))


def _who(subjects: Subjects, form: Form, m: re.Match[str]) -> list[Thing]:
    """Who or what is at work in the fields of a match."""
    if form.behind:
        return subjects.named(m.group("s"))
    if form.section:
        return subjects.section()
    return subjects.company(m.start()) if form.company else subjects.before(m.start())


def _of_sentence(document: Document, sentence: Sentence) -> Iterator[Claim]:
    subjects = Subjects(document, sentence)
    # without its brackets a sentence holds words that they had parted
    for form in likely(f"{sentence.value}\n{subjects.value}"):
        value = sentence.value if form.aside else subjects.value
        for m in form.pattern.finditer(value):
            found = objects(document, m.group("o"), form)
            if not found:
                continue
            names = [field.name for field in found]
            how = modality(value, m.start("o") - 1, m.start("o"))
            for subject in _who(subjects, form, m):
                if form.things and subject.cls in ORGS and not all(own(document, n) for n in names):
                    continue
                predicate = _predicate(form, subject, found)
                into = predicate == "PART_OF"
                for field in (whole(document, f) for f in found) if into else found:
                    method = f"applied:{form.name}"
                    yield Claim(subject, predicate, field, sentence.text, method, how)


def _predicate(form: Form, subject: Thing, found: list[Thing]) -> str:
    """PART_OF where things go into things, ACTIVE_IN where somebody or something is at work."""
    fields = form.own or form.section or subject.cls in ORGS
    return "PART_OF" if not fields and goes_into(subject, found) else "ACTIVE_IN"
