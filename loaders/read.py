"""The pipeline: bytes of a report in, statements with evidence out."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Reading
from kg.names import Names
from kg.ontology import Ontology
from loaders import funds, introduce
from loaders.document import Document
from loaders.english import names as english_names
from loaders.extract import (
    applied,
    chapters,
    clauses,
    deals,
    english,
    entries,
    figures,
    founders,
    heads,
    kinds,
    labels,
    lists,
    nouns,
    parts,
    policies,
    products,
    profiles,
    rivals,
    seating,
    series,
    sites,
    tables,
    tiers,
)
from loaders.extract.deals import names as deal_names
from loaders.gate import Gate
from loaders.layout import layout
from loaders.mentions import Gazetteer
from loaders.readers import open_report
from loaders.things import Draft


def read(
    name: str, data: bytes, names: Names | None = None, ontology: Ontology | None = None
) -> Reading:
    """Read one report: a pure function of its bytes, the names tables and the ontology.

    `name` is the file's name. Raises UnreadableReport, EmptyReport or ReportTooLarge.
    """
    report = open_report(name, data)
    document = Document(report, layout(report), Gazetteer(names or Names.shipped()))
    introduce.all_names(document)
    policies.introduce(document)
    english_names.introduce(document)
    deal_names.introduce(document)
    return Gate(report, ontology or Ontology.shipped()).judge(
        funds.unified(
            applied.concluded(document, heads.kinds(document.gazetteer, _drafts(document)))
        )
    )


def _drafts(document: Document) -> Iterator[Draft]:
    for extractor in (
        tables,
        lists,
        profiles,
        entries,
        tiers,
        seating,
        chapters,
        series,
        nouns,
        kinds,
        parts,
        labels,
        products,
        clauses,
        founders,
        applied,
        rivals,
        sites,
        english,
        figures,
        deals,
        policies,
    ):
        yield from extractor.read(document)
