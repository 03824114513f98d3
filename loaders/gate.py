"""What may leave a loader: the gate is small and merciless, and says what it refused."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from kg.model import Deal, Entity, Evidence, Figure, Problem, Reading, Report, Statement
from kg.ontology import Ontology
from loaders.blocks import Text
from loaders.concepts import lexicon
from loaders.grammar import load
from loaders.things import CONCEPTS, Claim, Decree, Draft, Finance, Number, Thing
from loaders.units import base

_NAME = re.compile(r"[\w“”\"'‘’]", re.UNICODE)
_NO_NAME = re.compile(r"[。；！？\n\t|]|^[\d\s.,%~\-–—+/]+$")
_S = TypeVar("_S", Statement, Figure, Deal)
LONGEST_NAME = 80


class Gate:
    """Judges the drafts of one report and keeps what passes."""

    def __init__(self, report: Report, ontology: Ontology) -> None:
        self.report = report
        self.ontology = ontology
        self._things: dict[str, Thing] = {}
        self._facets: dict[str, set[str]] = {}
        self._statements: dict[str, Statement] = {}
        self._figures: dict[str, Figure] = {}
        self._deals: dict[str, Deal] = {}
        self._problems: list[Problem] = []

    def judge(self, drafts: Iterable[Draft]) -> Reading:
        """A reading of all drafts that pass; the rest are its problems."""
        for draft in drafts:
            match draft:
                case Claim():
                    self._claim(draft)
                case Number():
                    self._number(draft)
                case Finance():
                    self._finance(draft)
                case Decree():
                    self._keep(draft.policy)
        return Reading(
            report=self.report,
            entities=tuple(self._entity(i) for i in sorted(self._things)),
            statements=tuple(self._statements.values()),
            figures=tuple(self._figures.values()),
            deals=tuple(self._deals.values()),
            problems=tuple(self._problems),
        )

    def _claim(self, claim: Claim) -> None:
        if reason := self._wrong(claim):
            self._refuse(reason, claim.text)
            return
        relation = self.ontology.relations[claim.predicate]
        for thing, wanted in ((claim.subject, relation.domains), (claim.object, relation.ranges)):
            self._keep(thing, wanted)
        statement = Statement(
            subject=claim.subject.id,
            predicate=claim.predicate,
            object=claim.object.id,
            qualifiers={k: v for k, v in claim.qualifiers.items() if v},
            modality=claim.modality,
            confidence=confidence(claim.method),
            method=claim.method,
            evidence=(self._evidence(claim.text),),
        )
        known = self._statements.get(statement.id)
        self._statements[statement.id] = _joined(known, statement) if known else statement

    def _wrong(self, claim: Claim) -> str | None:
        relation = self.ontology.relations.get(claim.predicate)
        if relation is None:
            return f"the ontology has no relation {claim.predicate}"
        for thing in (claim.subject, claim.object):
            if not named(thing):
                return f"{thing.name!r} names nothing"
        if claim.subject.id == claim.object.id:
            return f"{claim.subject.name} stands on both sides of {claim.predicate}"
        for thing, wanted in ((claim.subject, relation.domains), (claim.object, relation.ranges)):
            if not _fits(thing.cls, wanted):
                return f"{claim.predicate} does not take the {thing.cls} {thing.name}"
        return None if claim.text.value.strip() else "no evidence"

    def _number(self, number: Number) -> None:
        if not named(number.subject):
            self._refuse(f"{number.subject.name!r} names nothing", number.text)
            return
        self._keep(number.subject)
        sources = [s for s in number.sources if named(s)]
        for source in sources:
            self._keep(source)
        base_value, base_unit = base(number.value, number.unit)
        figure = Figure(
            kind="forecast" if number.kind == "forecast" else "observation",
            subject=number.subject.id,
            metric=number.metric,
            period=number.period,
            value=number.value,
            unit=number.unit,
            region=number.region,
            sources=tuple(dict.fromkeys(s.id for s in sources)),
            comparator=number.comparator,
            base_value=base_value,
            base_unit=base_unit,
            modality=number.modality,
            confidence=confidence(number.method),
            method=number.method,
            evidence=(self._evidence(number.text),),
        )
        known = self._figures.get(figure.id)
        self._figures[figure.id] = _joined(known, figure) if known else figure

    def _finance(self, finance: Finance) -> None:
        if not named(finance.company):
            self._refuse(f"{finance.company.name!r} names nothing", finance.text)
            return
        investors = [t for t in finance.investors if named(t)]
        for thing in (finance.company, *investors, *finance.leads):
            self._keep(thing)
        deal = Deal(
            company=finance.company.id,
            round=finance.round,
            date=finance.date,
            amount=finance.amount,
            investors=tuple(dict.fromkeys(t.id for t in investors)),
            leads=tuple(dict.fromkeys(t.id for t in finance.leads if named(t))),
            valuation=finance.valuation,
            modality=finance.modality,
            confidence=confidence(finance.method),
            method=finance.method,
            evidence=(self._evidence(finance.text),),
        )
        known = self._deals.get(deal.id)
        self._deals[deal.id] = _joined(known, deal) if known else deal

    def _keep(self, thing: Thing, wanted: Iterable[str] = ()) -> None:
        known = self._things.get(thing.id)
        self._things[thing.id] = known.called(thing.name, *thing.aliases) if known else thing
        if thing.cls in CONCEPTS and wanted and thing.cls not in wanted:
            self._facets.setdefault(thing.id, set()).update(
                c for c in CONCEPTS if c in set(wanted)
            )

    def _entity(self, id_: str) -> Entity:
        thing = self._things[id_]
        return Entity(
            id=id_,
            cls=thing.cls,
            name=thing.name if not thing.row else thing.row.name,
            names=tuple(dict.fromkeys((thing.row.name if thing.row else thing.name, thing.name, *thing.aliases))),
            facets=tuple(sorted(self._facets.get(id_, ()))),
            date=thing.date,
            issuer=thing.issuer,
        )

    def _refuse(self, reason: str, text: Text) -> None:
        place = self._evidence(text) if text.value.strip() else None
        self._problems.append(
            Problem(
                kind="refused",
                message=reason,
                line=place.line if place else None,
                quote=place.quote[:200] if place else None,
            )
        )

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.report.text) if c == "\n")]

    def _evidence(self, text: Text) -> Evidence:
        trimmed = text.strip()
        start, end = trimmed.span(0, len(trimmed))
        return Evidence(
            report=self.report.id,
            line=bisect_right(self._lines, start),
            start=start,
            end=end,
            quote=self.report.text[start:end],
        )


def named(thing: Thing) -> bool:
    """Whether a thing has a name: not empty, not a generic noun, not a number or a clause."""
    name = thing.name.strip()
    if thing.row is not None:
        return True
    if not 2 <= len(name) <= LONGEST_NAME or _NO_NAME.search(name) or not _NAME.search(name):
        return False
    if thing.cls in ("Tier", "Policy"):
        return True
    return name not in lexicon("generic") and name.lower() not in lexicon("generic_en")


def confidence(method: str) -> float:
    """The measured share of right statements among those that a rule makes."""
    shares = load("confidence")
    family = method.partition(":")[0]
    value = shares.get("rule", {}).get(method, shares["family"].get(family, shares["default"]))
    return float(value)


def _fits(cls: str, wanted: Iterable[str]) -> bool:
    allowed = set(wanted)
    return cls in allowed or (cls in CONCEPTS and any(c in allowed for c in CONCEPTS))


def _joined(first: _S, second: _S) -> _S:
    """The same thing said again: more evidence, and the more certain of the two rules."""
    better = first if first.confidence >= second.confidence else second
    evidence = tuple(dict.fromkeys((*first.evidence, *second.evidence)))
    changes: dict[str, object] = {"evidence": evidence}
    if isinstance(first, Statement) and isinstance(second, Statement):
        changes["qualifiers"] = {**second.qualifiers, **first.qualifiers}
    if isinstance(first, Deal) and isinstance(second, Deal):
        changes["investors"] = tuple(dict.fromkeys((*first.investors, *second.investors)))
        changes["leads"] = tuple(dict.fromkeys((*first.leads, *second.leads)))
        changes["valuation"] = first.valuation or second.valuation
    return better.model_copy(update=changes)
