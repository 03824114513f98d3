"""Places where an industry gathers: `杭州集聚了凌渊、砚山`, `形成杭州、苏州等产业集群`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders import themes
from loaders.document import Document
from loaders.extract.applied.subjects import Subjects
from loaders.extract.sites.plants import plant
from loaders.extract.sites.regions import things
from loaders.extract.sites.view import View, is_somewhere
from loaders.grammar.patterns import pattern
from loaders.things import CONCEPTS, ORGS, Claim, Thing

# what may stand before the place that a heading begins with
_OPENS = re.compile(r"(?:^|年|[：:，、.\s）)])$")


def claims(view: View) -> Iterator[Claim]:
    """Who and what gathers in the places of a sentence."""
    label = next((m for m in view.matches("label")), None)
    above = view.places(label) if label is not None else []
    for m in (*view.matches("gathers"), *view.matches("home_of")):
        places = view.places(m)
        start, end = view.coded.index(m.start("rest")), view.span(m)[1]
        for found in view.mentions:
            if start <= found.start < end and found.thing.cls in (*ORGS, "Product"):
                yield from view.stands(found.thing, [*places, *above], "gathers")
        yield from _industry(view, places, "gathers")
    for m in (*view.matches("clusters"), *view.matches("gathered")):
        yield from _industry(view, view.places(m), "clusters")
    for m in view.matches("core"):
        # `以杭州为支点` below the label of a company speaks of that one
        firms = Subjects(view.document, view.sentence).company(view.span(m)[0])
        for firm in firms:
            yield from view.stands(firm, view.places(m), "seat", view.meant(m))
        if not firms:
            yield from _industry(view, view.places(m), "clusters")
    for m in (*view.matches("clustered"), *view.matches("hub")):
        fields = list(things(view, view.plain(m, "what"), "Industry"))[-1:]
        for field in fields:
            yield from view.stands(field, view.places(m), "clusters", view.meant(m))
        if not fields:
            yield from _industry(view, view.places(m), "clusters")
    for m in view.matches("own") if above else ():
        yield from view.stands(plant(view, m.group("name")), above, "label")
    path = view.sentence.block.path
    if above and path and pattern("sites", "regional").search(path[-1].value):
        yield from _industry(view, above, "label")


def titled(document: Document) -> Iterator[Claim]:
    """The industry of a place that a heading is about: `## 杭州低空经济一览`."""
    for block in document.layout.blocks:
        if block.kind != "heading":
            continue
        for place, field in pairwise(document.gazetteer.find(block.text.value)):
            opens = _OPENS.search(block.text.value[: place.start])
            beside = not block.text.value[place.end : field.start].strip()
            if (place.thing.cls, field.thing.cls) != ("Place", "Industry") or not beside:
                continue
            if opens and is_somewhere(place.thing):
                yield Claim(field.thing, "LOCATED_IN", place.thing, block.text, "site:heading")


def _industry(view: View, places: list[Thing], rule: str) -> Iterator[Claim]:
    """That the industry which a part of the report is about stands in places."""
    field = themes.spoken(view.document, view.sentence)
    if field is not None and field.cls in CONCEPTS:
        yield from view.stands(field, places, rule)
