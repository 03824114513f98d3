"""What a text of our own says, read as a report about companies that do not exist."""

from __future__ import annotations

from kg.model import Reading
from kg.names import Names
from loaders.blocks import Text
from loaders.document import Document
from loaders.layout import layout
from loaders.mentions import Gazetteer
from loaders.read import read
from loaders.readers import open_report
from loaders.sentences import Sentence
from loaders.things import Claim

LEGAL = "股份有限公司"
COMPANIES = ("凌渊精密", "赫星汽车", "砚山材料")
INTRODUCED = "\n".join(f"{name}{LEGAL}（简称“{name}”）成立多年。" for name in COMPANIES)
Said = tuple[str, str, str]


def reading(text: str) -> Reading:
    """A report that introduces the three companies and then says `text`."""
    return read("note.txt", f"{INTRODUCED}\n\n{text}\n".encode())


def said(text: str) -> dict[Said, tuple[str, dict[str, str]]]:
    """Modality and qualifiers of all that a text states, by (subject, relation, object)."""
    found = reading(text)
    names = {e.id: e.name.removesuffix(LEGAL) for e in found.entities}
    return {
        (names[s.subject], s.predicate, names[s.object]): (str(s.modality), s.qualifiers)
        for s in found.statements
    }


def document(text: str) -> Document:
    """A report on its way, before any name is introduced."""
    report = open_report("note.txt", text.encode())
    return Document(report, layout(report), Gazetteer(Names.shipped()))


def sentence(text: str) -> Sentence:
    """The first sentence of a report."""
    return document(text).sentences[0]


def place(text: str) -> Text:
    """A text that stands at the start of its report."""
    return Text(text)


def triple(claim: Claim) -> Said:
    """A claim by the names of its things."""
    return claim.subject.name, claim.predicate, claim.object.name
