"""What names no thing that could be measured: persons, measures, words of any text."""

from __future__ import annotations

import re

from loaders.concepts import lexicon
from loaders.extract.figures.phrases import drug, words_of
from loaders.tokens import tokens

_MEASURED = re.compile(r"营收|收入|利润|销量|价格|纪录|新高|涨幅|增速|占比|同比|环比")
_SHORTEST_PERSON = 3
_COMPANY = ("公司", "企业", "本公司")


def person(name: str) -> bool:
    """Whether a name is that of a person by the dictionary: no thing is meant then."""
    tags = [t.tag for t in tokens(name)]
    alone = len(name) >= _SHORTEST_PERSON and len(tags) == 1 and tags[0].startswith("nr")
    return alone and not drug(name)


def names_nothing(name: str) -> bool:
    """Whether words name nothing whatever else they are."""
    return (
        len(name) < 2
        or name.endswith(("性", "Inc", "Ltd"))
        or name.startswith((*_COMPANY, "个"))
        or name in lexicon("generic") | words_of("labels")
        or bool(_MEASURED.search(name))
    )
