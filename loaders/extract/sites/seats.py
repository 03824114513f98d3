"""Where a company has its plants and offices: `在杭州设有工厂`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Modality
from loaders.extract.applied.subjects import Subjects
from loaders.extract.sites.view import View
from loaders.grammar.patterns import pattern
from loaders.things import ORGS, Claim, Thing


def claims(view: View) -> Iterator[Claim]:
    """The places of the company that a clause is about."""
    if pattern("sites", "plural").search(view.sentence.value):
        return
    subjects = Subjects(view.document, view.sentence)
    for form in ("has", "of", "largest", "seated", "one_of"):
        for m in view.matches(form):
            for company in _companies(view, subjects, form, view.span(m)[0]):
                # `甲在乙的工厂计划扩产`: what is planned there stands there already
                how = Modality.ASSERTED if form == "of" else view.meant(m)
                yield from view.stands(company, view.places(m), "seat", how)


def _companies(view: View, subjects: Subjects, form: str, at: int) -> list[Thing]:
    """Whom a clause places; in a cell, what a clause without a name calls is the row's."""
    row = view.sentence.topic
    if row is not None and row.cls in ORGS and form in ("largest", "one_of"):
        return [row]
    return subjects.company(at)
