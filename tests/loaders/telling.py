"""What a text of our own says, read as a report about companies that do not exist."""

from __future__ import annotations

import time
from collections.abc import Callable

from kg.model import Reading
from kg.names import Names
from loaders import introduce
from loaders.document import Document
from loaders.extract.clauses.frames import likely
from loaders.extract.clauses.names import named
from loaders.extract.clauses.scene import Scene
from loaders.layout import layout
from loaders.mentions import Gazetteer
from loaders.read import read
from loaders.readers import open_report

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


def matching(text: str) -> set[str]:
    """The frames of Chinese clauses that match the last sentence of a text."""
    about = document(f"{INTRODUCED}\n\n{text}\n")
    introduce.all_names(about)
    last = about.sentences[-1]
    coded = Scene(about, last, named(about, last.value), []).coded
    return {frame.name for frame in likely(coded.text) if frame.pattern.search(coded.text)}


def seconds_of(told: Callable[[str], object], piece: str, length: int) -> float:
    """How much time of the processor it takes to read a line of so many characters."""
    text = (piece * length)[:length]
    start = time.process_time()
    told(text)
    return time.process_time() - start
