"""What a product has or uses, by the words that name it: without what is done with it."""

from __future__ import annotations

import re

from loaders.concepts import plausible
from loaders.concepts.words import endings
from loaders.grammar import words
from loaders.grammar.patterns import pattern
from loaders.tokens import tokens

# 手术方式植入电极: how something is done, and what
_MANNER = re.compile(r"(?:方式|方法|手段)(?=[^的，])")
# what a faculty is called has a word before its verb
SYLLABLES = 4
# a verb and one word behind it make a noun
_ONE_MORE = 2


def means_of(slot: str) -> str:
    """What is used, without what is done with it and to what: `磁场约束环中的等离子体`."""
    if m := _MANNER.search(slot):
        return slot[: m.end()]
    of = slot.rfind("的")
    found = tokens(slot[: of + 1])
    verb = next((t for t in found[1:] if t.tag == "v" and len(t.word) > 1), None)
    return slot[: verb.start] if verb else slot


def noun(name: str) -> str:
    """What an item names: up to its verb, but `追踪` in `视觉追踪算法` is none."""
    found = tokens(name)
    verb = next((i for i, t in enumerate(found) if i and t.tag in ("v", "vn")), None)
    joined = verb and found[verb].word == "连接"  # 蓝牙连接手机
    goes_on = joined or (verb and len(found) - verb > _ONE_MORE)
    if verb is None or faculty(name) or (not goes_on and _thing_like(name)):
        return name
    parts = [name[: t.end].strip() for t in found[:verb]]
    return next((part for part in reversed(parts) if _thing_like(part)), parts[-1])


def faculty(name: str) -> bool:
    """Whether a name is one of what a thing can do: 语音交互."""
    able = name.endswith(tuple(words("products", "faculties"))) and "&" not in name
    return able and len(name) >= SYLLABLES and plausible(name, loose=True)


def _thing_like(name: str) -> bool:
    return name.endswith(endings("heads"))


def unmeasured(name: str) -> str:
    """A name without how much of it there is: 16GB内存, 50 TOPS NPU."""
    return pattern("products", "measure").sub("", name)
