"""A place right before a company or product: `德国Wieland`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from loaders.sentences import Sentence
from loaders.things import Claim, Mention

_NOWHERE = ("海外", "全球", "世界", "国际", "亚洲", "欧洲", "欧美")
_OF = ("", "的", "公司", "企业", "厂商", "巨头")
_QUOTES = ("", " ", "“", "「", "的", "的“")
# `在德国Wieland…`: the place is where something happens
_AT = ("对", "在", "于", "至", "往", "到")


def placed(sentence: Sentence, mentions: list[Mention]) -> Iterator[Claim]:
    """Where the companies of a sentence are, by the place written before them."""
    for place, org in pairwise(mentions):
        if place.thing.cls != "Place" or place.thing.name in _NOWHERE:
            continue
        between = sentence.value[place.end : org.start].strip()
        before = sentence.value[max(0, place.start - 1) : place.start]
        if org.thing.cls == "Product" and between in _QUOTES and before not in _AT:
            yield Claim(org.thing, "LOCATED_IN", place.thing, sentence.text, "noun:place")
        state = place.thing.row is not None and place.thing.row.kind == "country"
        if org.thing.cls == "Institution" and not between and state and org.thing.row is not None:
            yield Claim(org.thing, "LOCATED_IN", place.thing, sentence.text, "noun:place")
        if org.thing.cls != "Company":
            continue
        if between in ("（", "("):
            yield Claim(org.thing, "LOCATED_IN", place.thing, sentence.text, "noun:place-of")
        elif between in _OF and before not in _AT:
            yield Claim(org.thing, "LOCATED_IN", place.thing, sentence.text, "noun:place")
