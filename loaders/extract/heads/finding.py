"""The word for a kind of thing that a compound name ends in, or the name that it goes on from."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.names import fold
from loaders.concepts import lexicon
from loaders.mentions import Gazetteer
from loaders.things import CONCEPTS, Thing
from loaders.tokens import tokens

_VERSION = re.compile(r"^[\d.\-]+[A-Za-z]?$")
# `Lumo-S`: a variant of Lumo
_VARIANT = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9]{2,})-[A-Z]{1,2}")
# 非侵入式 is not 侵入式, and 单双面板 are not all 双面板
_NOT = ("非", "半", "反", "免", "单")
# 某某眼镜Pro: which of them it is
_SUFFIX = re.compile(r"(?<=[\u4e00-\u9fff])\s?[A-Za-z][A-Za-z0-9]{0,5}$")
SHORTEST = 2


def told(thing: Thing, names: Collection[str]) -> str | None:
    """The key among `names` that a thing's name ends in, or goes on from."""
    return _head(thing.key, names) or _last_word(thing.name, names) or _variant(thing.name, names)


def known(gazetteer: Gazetteer, name: str) -> Thing | None:
    """The longest word for a kind of thing that a name ends in: 600公斤级无人机 → 无人机."""
    last = _SUFFIX.search(name)
    if last is not None and gazetteer.known(last.group().strip()) is None:
        name = name[: last.start()]
    found = gazetteer.find(name)
    if found and found[0].start == 0 and found[0].thing.cls == "Place":
        return None  # 盐城产风机: where it comes from
    words = tokens(name)
    for i, word in enumerate(words[1:], 1):
        tail = name[word.start :]
        if len(tail) < SHORTEST or tail in lexicon("generic") or tail in lexicon("broad"):
            continue
        if name[: word.start].strip() in lexicon("praise"):
            continue
        if words[i - 1].word in _NOT or all(_says_nothing(w.word) for w in words[:i]):
            continue
        row = gazetteer.known(tail)
        if (row is not None and row.cls == "Technology") or tail in lexicon("heads"):
            whole = gazetteer.named(tail.strip(), "Technology", *CONCEPTS)
            other = gazetteer.known(name[: word.start].strip())
            # 覆铜板 CCL: called twice
            return whole if other is None or other.id != whole.id else None
    return None


def _says_nothing(word: str) -> bool:
    return word in lexicon("generic") or word in lexicon("lead") or word in lexicon("vague")


def _head(key: str, names: Collection[str]) -> str | None:
    """The longest other name that this one ends in, or that it numbers (HVLP3 → HVLP)."""
    for at in range(1, len(key) - SHORTEST + 1):
        tail = key[at:]
        if key[at - 1] in _NOT:
            continue
        if tail in names and tail not in lexicon("generic") and not _cuts_latin(key, at):
            return tail
    for end in range(len(key) - 1, 2, -1):
        if key[:end] in names and _VERSION.match(key[end:]) and key[:end].isalpha():
            return key[:end]
    return None


def _last_word(name: str, names: Collection[str]) -> str | None:
    """The last words of a latin name, where they are stated too: Blackwell GPU → GPU."""
    words = name.split()
    tails = (fold("".join(words[i:])) for i in range(1, len(words)))
    return next((tail for tail in tails if len(tail) > 1 and tail in names), None)


def _cuts_latin(key: str, at: int) -> bool:
    return key[at - 1].isascii() and key[at].isascii()


def _variant(name: str, names: Collection[str]) -> str | None:
    m = _VARIANT.fullmatch(name)
    return fold(m.group("name")) if m and fold(m.group("name")) in names else None
