"""What clauses begin with."""

from __future__ import annotations

from loaders.concepts import Phrase, lexicon, phrases, plausible
from loaders.grammar import words
from loaders.tokens import tokens

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
