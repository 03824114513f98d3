"""Where a company has its plants and offices: `在杭州设有工厂`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Modality
from loaders.extract.applied.subjects import Subjects
from loaders.extract.sites.view import View
from loaders.grammar.patterns import pattern
from loaders.things import Claim


def claims(view: View) -> Iterator[Claim]:
    """The places of the company that a clause is about."""
    if pattern("sites", "plural").search(view.sentence.value):
        return
    subjects = Subjects(view.document, view.sentence)
    for form in ("has", "of", "largest", "seated", "one_of"):
        for m in view.matches(form):
            for company in subjects.company(view.span(m)[0]):
                # `甲在乙的工厂计划扩产`: what is planned there stands there already
                how = Modality.ASSERTED if form == "of" else view.meant(m)
                yield from view.stands(company, view.places(m), "seat", how)
