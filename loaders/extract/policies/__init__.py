"""Policies: laws, plans, standards, lists and state funds, who issues them and what they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.document import Document
from loaders.extract.policies import english, english_curbs
from loaders.extract.policies.curbs import curbs
from loaders.extract.policies.effects import effects
from loaders.extract.policies.grants import grants
from loaders.extract.policies.sanctions import sanctions
from loaders.extract.policies.subjects import titled
from loaders.extract.policies.survey import introduce, names, scenes, survey
from loaders.things import Claim, Decree, Draft

__all__ = ["introduce", "names", "read"]


def read(document: Document) -> Iterator[Draft]:
    """The policies of a report, and what its prose says of them."""
    for named in survey(document):
        yield Decree(named.thing, named.text, "policy:name")
        for issuer in named.issuers:
            yield Claim(named.thing, "ISSUED_BY", issuer, named.text, "policy:issued", named.how)
        for claim in titled(document, named.thing, named.text):
            yield replace(claim, modality=named.how)
    for scene in scenes(document):
        yield from effects(scene)
        yield from sanctions(scene)
    yield from curbs(document)
    yield from grants(document)
    yield from english.read(document)
    yield from english_curbs.curbs(document)
