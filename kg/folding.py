"""Folding: what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SHORTEST = 2
# Two-letter forms (AG, SA, SE, NV) stay: iPhone SE and a company called SE would meet.
# PLC in capitals is a controller, plc a public limited company.
_LATIN_TAIL = re.compile(
    r"[\s,.]+(?:(?i:inc|incorporated|corp|corporation|company|co|ltd|limited|llc|gmbh|group)"
    r"|[Pp]lc)\.?$"
)
_HAN_TAIL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团股份|集团公司|集团|公司)$")
# 1.6T is not 16T: a point between two digits means something. So do the signs of C++ and C#.
_NOISE = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.+#]|_")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The key of a name: width, case, spaces, punctuation and a company's legal tail dropped.

    Idempotent. A tail is dropped only where two characters or more are left of the name.
    """
    key = _fold_once(name)
    while (again := _fold_once(key)) != key:
        key = again
    return key


def entity_id(cls: str, name: str) -> str:
    """The id under which a name of that class is known: `company/比亚迪`."""
    return f"{cls.lower()}/{fold(name) or name.strip().lower()}"


def _fold_once(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).strip()
    while (tail := _LATIN_TAIL.search(text)) and _long_enough(text[: tail.start()]):
        text = text[: tail.start()]
    key = _NOISE.sub("", text.lower())
    while (tail := _HAN_TAIL.search(key)) and tail.start() >= _SHORTEST:
        key = key[: tail.start()]
    return key


def _long_enough(rest: str) -> bool:
    return len(_NOISE.sub("", rest)) >= _SHORTEST
