"""Readings made by hand: a report a sentence at a time, with what a loader would read in it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from kg.folding import entity_id
from kg.model import Deal, Entity, Evidence, Figure, Problem, Reading, Report, Statement
from kg.store import Store
from kg.store.writing import Added, add

METHOD = "test"


class Book:
    """A report in the making.

    A thing is written "Class name|alias|alias"; it has the names of every place that names it.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.text = ""
        self.things: dict[str, tuple[str, list[str], dict[str, Any]]] = {}
        self.stated: list[tuple[type[Statement | Figure | Deal], dict[str, Any]]] = []
        self.problems: list[Problem] = []

    def thing(self, words: str, **more: Any) -> str:
        """Name a thing; its id."""
        cls, _, names = words.partition(" ")
        first, *others = names.split("|")
        id = entity_id(cls, first)
        _, known, details = self.things.setdefault(id, (cls, [first], {}))
        known += [name for name in others if name not in known]
        details |= more
        return id

    def says(self, sentence: str, subject: str, predicate: str, object: str, **more: Any) -> Book:
        """A sentence that states a relation."""
        ends = {"subject": self.thing(subject), "object": self.thing(object)}
        return self._states(Statement, sentence, predicate=predicate, **ends, **more)

    def counts(self, sentence: str, subject: str, metric: str, value: Any, **more: Any) -> Book:
        """A sentence that states a figure; a forecast if no kind is given."""
        sources = [self.thing(source) for source in more.pop("sources", ())]
        fields = {"kind": "forecast", "unit": "亿元", "sources": sources, **more}
        about = self.thing(subject)
        return self._states(Figure, sentence, subject=about, metric=metric, value=value, **fields)

    def finances(self, sentence: str, company: str, **more: Any) -> Book:
        """A sentence that states a deal."""
        for role in ("investors", "leads"):
            more[role] = [self.thing(who) for who in more.get(role, ())]
        return self._states(Deal, sentence, company=self.thing(company), **more)

    def _states(
        self, what: type[Statement | Figure | Deal], sentence: str, /, **fields: Any
    ) -> Book:
        start = len(self.text)
        line = self.text.count("\n") + 1
        place = {"line": line, "start": start, "end": start + len(sentence), "quote": sentence}
        self.text += f"{sentence}\n"
        self.stated.append((what, {"method": METHOD, **fields, "evidence": place}))
        return self

    def reading(self) -> Reading:
        """The finished reading."""
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        report = Report(
            id=f"report/{sha256[:16]}", file=self.file, title=self.file, sha256=sha256,
            text=self.text,
        )  # fmt: skip
        made: dict[type, list[Any]] = {Statement: [], Figure: [], Deal: []}
        for kind, fields in self.stated:
            place = Evidence(report=report.id, **fields["evidence"])
            made[kind].append(kind(**{**fields, "evidence": (place,)}))
        return Reading(
            report=report,
            entities=tuple(
                Entity(id=id, cls=cls, name=names[0], names=tuple(names), **more)
                for id, (cls, names, more) in self.things.items()
            ),
            statements=tuple(made[Statement]),
            figures=tuple(made[Figure]),
            deals=tuple(made[Deal]),
            problems=tuple(self.problems),
        )


def keep(store: Store, *books: Book, listed: tuple[str, ...] = ()) -> list[Added]:
    """Keep books in a store; `listed` are the ids that are rows of a names table."""
    return [add(store, book.reading(), lambda entity: entity.id in listed) for book in books]


def writable(folder: Path) -> Store:
    """A new store in a folder."""
    return Store(folder / "atlas.db", write=True)


def battery() -> Book:
    """A report on batteries."""
    return (
        Book("battery.txt")
        .says("甲电池为乙汽车供应电芯。", "Company 甲电池|Jia Battery", "SUPPLIES", "Company 乙汽车",
              qualifiers={"item": "电芯"}, confidence=0.9)
        .says("甲电池采用丙材料。", "Company 甲电池", "USES", "Technology 丙材料", confidence=0.8)
        .says("丁化工生产丙材料。", "Company 丁化工", "PRODUCES", "Technology 丙材料", confidence=0.7)
        .counts("研究院预计2030年丙材料规模为2600亿元。", "Technology 丙材料", "规模", 2600.0,
                period="2030", region="中国", sources=["Institution 研究院"],
                base_value=2.6e11, base_unit="CNY")
        .finances("丁化工完成近一亿元A轮融资，由戊资本领投。", "Company 丁化工", round="A轮",
                  date="2024-02", amount="近一亿元", leads=["Company 戊资本"],
                  investors=["Company 戊资本"])
    )  # fmt: skip


def cars() -> Book:
    """A report on cars that says some of the same, and names the battery maker differently."""
    return (
        Book("cars.txt")
        .says("Jia Battery向乙汽车供货模组。", "Company Jia Battery", "SUPPLIES", "Company 乙汽车",
              qualifiers={"item": "模组"}, confidence=0.6)
        .says("乙汽车或向己座椅采购。", "Company 己座椅", "SUPPLIES", "Company 乙汽车",
              modality="rumoured", confidence=0.5)
        .says("庚皮革是己座椅的供应商。", "Company 庚皮革", "SUPPLIES", "Company 己座椅")
    )  # fmt: skip
