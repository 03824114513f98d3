"""What the labelled lines under a company's or product's heading say of it.

`远图航天 (FarSpace) —— 液体火箭厂商` over `朱鹮一号 (Ibis-1)：…` over `技术路线：液氧甲烷 + 不锈钢箭体`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders import owners, topics
from loaders.blocks import Block, Text
from loaders.concepts import model_like, phrases, plausible
from loaders.document import Document
from loaders.extract import attributes
from loaders.extract.attributes import Attribute
from loaders.grammar.patterns import pattern
from loaders.introduce import labels
from loaders.naming import named_concept
from loaders.things import Claim, Thing


def read(document: Document) -> Iterator[Claim]:
    """The claims of all headings and items that stand in somebody's part of the report."""
    for block in document.layout.blocks:
        if block.kind in ("heading", "item"):
            yield from _billed(document, block)
            yield from _working(document, block)
        owner = owners.owner(document, block)
        if owner is None:
            continue
        if block.kind in ("item", "heading"):
            yield from _made(document, block)
            yield from _attribute(document, block, owner)
        elif block.kind == "paragraph":
            yield from _headed(document, block, owner)


def _billed(document: Document, block: Block) -> Iterator[Claim]:
    """`远图航天 —— 液体火箭之王`: what a heading calls a company the maker of, or a product."""
    thing = owners.head(document, block.text.value)
    m = pattern("labels", "billed").search(block.text.value)
    if thing is None or thing.cls not in ("Company", "Product") or m is None:
        return
    predicate = "PRODUCES" if thing.cls == "Company" else "TYPE_OF"
    for phrase in phrases(m.group("what")):
        if plausible(phrase.name):
            called = named_concept(document, phrase.name)
            yield Claim(thing, predicate, called, block.text, "profile:billed")


def _working(document: Document, block: Block) -> Iterator[Claim]:
    """`远图航天：…` below `重点公司`: a company listed as one of an industry's works in that."""
    titles = [t.value for t in (block.intro, *block.path[-2:]) if t is not None]
    if not any(pattern("labels", "players").search(title) for title in titles):
        return
    industry = topics.industry(document, block)
    for company in owners.heads(document, _label(block.text.value)) if industry else ():
        if company.cls == "Company" and industry is not None and industry.cls == "Industry":
            yield Claim(company, "ACTIVE_IN", industry, _first(block.text), "profile:industry")


def _made(document: Document, block: Block) -> Iterator[Claim]:
    """A product whose label stands under the heading of a company, and what kind of thing it is."""
    maker, product = owners.organisation(document, block), labels.label(document, block)
    if product is None or maker is None:
        return
    text = _first(block.text)
    yield Claim(maker, "PRODUCES", product, text, "profile:product")
    if (kind := _kind(document, block)) is not None and kind.id != product.id:
        yield Claim(product, "TYPE_OF", kind, text, "profile:kind")


def _kind(document: Document, block: Block) -> Thing | None:
    """`朱鹮一号：国内首款可回收的民营火箭，…` is a 民营火箭."""
    m = pattern("labels", "defined").match(block.text.value)
    found = phrases(m.group("kind")) if m else []
    if len(found) != 1 or not plausible(found[0].name) or model_like(found[0].name):
        return None
    return named_concept(document, found[0].name)


def _attribute(document: Document, block: Block, owner: Thing) -> Iterator[Claim]:
    """`核心产品：…` under the heading of a company."""
    if m := pattern("labels", "attribute").match(block.text.value):
        told = Attribute(m.group("name"), m.group("value"), _first(block.text))
        yield from attributes.claims(document, block, owner, told)


def _headed(document: Document, block: Block, owner: Thing) -> Iterator[Claim]:
    """A paragraph of names under a heading that says what they are: `合作伙伴`."""
    title, m = block.path[-1].value, pattern("labels", "listing").match(block.text.value)
    if m and owners.head(document, title) is None:
        told = Attribute(title, m.group("value"), block.text)
        yield from attributes.claims(document, block, owner, told)


def _label(text: str) -> str:
    """A block's text up to what it says of what it is labelled with."""
    return re.split(r"[：:]|——", text, maxsplit=1)[0].strip()


def _first(text: Text) -> Text:
    """The first sentence of a block."""
    end = text.value.find("。")
    return text.part(0, end + 1) if end > 0 else text
