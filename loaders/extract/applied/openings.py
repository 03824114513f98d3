"""What clauses begin with."""

from __future__ import annotations

import re

from loaders.concepts import Phrase, lexicon, phrases, plausible
from loaders.document import Document
from loaders.grammar import words
from loaders.things import ORGS, Thing
from loaders.tokens import tokens

_MADE = re.compile(
    r"(.{2,24}?)(?:公司|旗下)?的?(?:主要|核心)?(?:产品|设备|方案|解决方案|技术)(?:终端|下游)?$"
)
_REACH = 40


def bare(clause: str) -> bool:
    """Whether a clause has no verb: it only says how something is (`低噪低耗`)."""
    return not any(t.tag == "v" or t.word in lexicon("verbs") for t in tokens(clause))


def aspect(name: str) -> bool:
    """Whether a phrase is but an aspect of what the text speaks of: 市场空间."""
    return name.startswith(tuple(words("applied", "aspects"))) and not plausible(name)


def qualified(clause: str) -> list[Phrase]:
    """What a clause begins with where 的 leads to it: `四级的物流车将…`."""
    end = 0
    for token in tokens(clause[:_REACH]):
        if token.start and (token.word in lexicon("verbs") or token.tag[0] in "vdp"):
            break
        end = token.end
    return phrases(clause[:end])


def maker(document: Document, name: str) -> Thing | None:
    """The company that works wherever its products, whatever they are, do: `远图的产品`."""
    m = _MADE.match(name)
    known = document.gazetteer.known(m.group(1)) if m is not None else None
    return known if known is not None and known.cls in ORGS else None
