"""Chapters on a tier: `上游：核心元器件与关键材料`, and the companies that have a part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners, topics
from loaders.blocks import Block
from loaders.concepts import phrases, plausible
from loaders.document import Document
from loaders.extract import tiers
from loaders.things import CONCEPTS, Claim, Thing

_TIER = re.compile(
    r"^(?:产业链)?(?P<tier>上游|中游|下游)(?:环节|产业|企业|端)?\s*(?:[：:]|——|\s[—–-]\s)\s*(?P<what>[^。，；]{2,40})$"
)
# a part is titled by names alone, or labelled: `超导材料：`
_LABEL = re.compile(r"^(?P<name>[^：:，。；？！]{2,24})(?:[：:](?P<rest>.*))?$", re.DOTALL)
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")


def read(document: Document) -> Iterator[Claim]:
    """What the headings of tiers name, and the companies that head a part below them."""
    chapters: dict[int, tuple[str, Thing]] = {}
    for block in document.layout.blocks:
        if block.kind not in ("heading", "item"):
            continue
        found = _TIER.match(block.text.value)
        industry = topics.industry(document, block) if found else None
        if found and industry:
            chapters[block.text.offset(0)] = (found.group("tier"), industry)
            members = list(_named(document, found.group("what")))
            yield from tiers.claims(
                industry, found.group("tier"), members, block.text, "tier:chapter"
            )
            continue
        yield from _company(document, block, chapters)
        if block.path and (above := chapters.get(block.path[-1].offset(0))):
            members = _titled(document, block.text.value)
            yield from tiers.claims(above[1], above[0], members, block.text, "tier:part")


def _company(
    document: Document, block: Block, chapters: dict[int, tuple[str, Thing]]
) -> Iterator[Claim]:
    """A company with a part of its own in the chapter of a tier."""
    above = [chapters[t.offset(0)] for t in block.path if t.offset(0) in chapters]
    for thing in owners.heads(document, block.text.value) if above else ():
        if thing.cls == "Company":
            word, industry = above[-1]
            yield from tiers.claims(industry, word, [thing], block.text, "tier:section")


def _titled(document: Document, text: str) -> list[Thing]:
    """What the title or label of a part names; a label before a text must surely name a thing."""
    m = _LABEL.match(text)
    if m is None:
        return []
    things = list(_named(document, m.group("name")))
    return [t for t in things if not m.group("rest") or t.row or plausible(t.name)]


def _named(document: Document, words: str) -> Iterator[Thing]:
    for phrase in phrases(_BRACKET.sub("", words)):
        if plausible(phrase.name, loose=True):
            yield document.gazetteer.named(phrase.name, "Technology", *CONCEPTS)
