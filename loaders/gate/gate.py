"""The gate: drafts in, what may be kept out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Deal, Figure, Problem, Reading, Report, Statement
from kg.ontology import Ontology
from loaders.blocks import Text
from loaders.gate.cast import Cast
from loaders.gate.confidence import confidence
from loaders.gate.judgement import named, nameless, wrong
from loaders.gate.quotes import Quotes
from loaders.gate.said import Said, in_rounds
from loaders.things import Claim, Decree, Draft, Finance, Number
from loaders.units import base


class Gate:
    """Judges the drafts of one report and keeps what passes."""

    def __init__(self, report: Report, ontology: Ontology) -> None:
        self.report = report
        self.ontology = ontology
        self._quotes = Quotes(report)
        self._cast = Cast()
        self._statements: Said[Statement] = Said()
        self._figures: Said[Figure] = Said()
        self._deals: Said[Deal] = Said()
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
                    self._cast.keep(draft.policy)
        return Reading(
            report=self.report,
            entities=self._cast.entities(),
            statements=in_rounds(self._statements.all()),
            figures=self._figures.all(),
            deals=self._deals.all(),
            problems=tuple(self._problems),
        )

    def _claim(self, claim: Claim) -> None:
        if reason := wrong(claim, self.ontology):
            self._refuse(reason, claim.text)
            return
        relation = self.ontology.relations[claim.predicate]
        self._cast.keep(claim.subject, relation.domains)
        self._cast.keep(claim.object, relation.ranges)
        self._statements.add(
            Statement(
                subject=claim.subject.id,
                predicate=claim.predicate,
                object=claim.object.id,
                qualifiers={k: v for k, v in claim.qualifiers.items() if v},
                modality=claim.modality,
                confidence=confidence(claim.method),
                method=claim.method,
                evidence=(self._quotes.evidence(claim.text),),
            )
        )

    def _number(self, number: Number) -> None:
        if not named(number.subject):
            self._refuse(nameless(number.subject), number.text)
            return
        sources = [s for s in number.sources if named(s)]
        for thing in (number.subject, *sources):
            self._cast.keep(thing)
        base_value, base_unit = base(number.value, number.unit)
        self._figures.add(
            Figure(
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
                evidence=(self._quotes.evidence(number.text),),
            )
        )

    def _finance(self, finance: Finance) -> None:
        if not named(finance.company):
            self._refuse(nameless(finance.company), finance.text)
            return
        investors = [t for t in finance.investors if named(t)]
        leads = [t for t in finance.leads if named(t)]
        for thing in (finance.company, *investors, *leads):
            self._cast.keep(thing)
        self._deals.add(
            Deal(
                company=finance.company.id,
                round=finance.round,
                date=finance.date,
                amount=finance.amount,
                investors=tuple(dict.fromkeys(t.id for t in investors)),
                leads=tuple(dict.fromkeys(t.id for t in leads)),
                valuation=finance.valuation,
                modality=finance.modality,
                confidence=confidence(finance.method),
                method=finance.method,
                evidence=(self._quotes.evidence(finance.text),),
            )
        )

    def _refuse(self, reason: str, text: Text) -> None:
        self._problems.append(self._quotes.refusal(reason, text))
