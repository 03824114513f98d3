"""What a compound name says by itself: 涂层钻针 is a kind of 钻针, where the report uses both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.names import fold
from loaders.concepts import lexicon
from loaders.concepts.words import CJK
from loaders.mentions import Gazetteer
from loaders.things import CONCEPTS, ORGS, Claim, Draft, Thing
from loaders.tokens import tokens

# relations whose members are things that have kinds
_TELLING = ("PRODUCES", "USES", "PART_OF", "TYPE_OF", "SUCCEEDS", "SUBSTITUTES", "LAYER_OF")
# those that show that it matters what kind of thing it is: of a part, its whole matters
_SORTING = ("PRODUCES", "TYPE_OF", "SUCCEEDS", "SUBSTITUTES")
_VERSION = re.compile(r"^[\d.\-]+[A-Za-z]?$")
# H200, Gen5: a model's own name; whatever stands before it, it stays that model
_MODEL = re.compile(r"(?=.*\d)[A-Za-z][A-Za-z0-9. \-]*")
# 非侵入式 is not 侵入式, and 单双面板 are not all 双面板
_NOT = ("非", "半", "反", "免", "单")
# 16GB, 50TOPS
_AMOUNT = re.compile(r"[\d.]+(?:gb|tb|mb|tops|tflops|pflops|ghz|mhz|英寸|寸|nm|颗|个)")
# 某某眼镜Pro: which of them it is
_SUFFIX = re.compile(r"(?<=[\u4e00-\u9fff])\s?[A-Za-z][A-Za-z0-9]{0,5}$")
_SUM = re.compile(r"[+＋]|[^平同相对均优高中此]等")
# 业界首个某某方案: how it is praised
_FIRST = ("业界", "首", "全球首", "国内首")
SHORTEST = 2


def kinds(gazetteer: Gazetteer, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, and after them a TYPE_OF for every compound whose head is stated too."""
    places: dict[str, tuple[Thing, Claim]] = {}
    for draft in drafts:
        yield draft
        if isinstance(draft, Claim) and draft.predicate in _TELLING:
            for thing in (draft.subject, draft.object):
                if thing.cls in ("Technology", "Product"):
                    before = places.get(thing.key)
                    if before is None or _sorts(draft) > _sorts(before[1]):
                        places[thing.key] = (thing, draft)
    yield from _compounds(gazetteer, places)


def _sorts(claim: Claim) -> bool:
    return claim.predicate in _SORTING


def _compounds(gazetteer: Gazetteer, places: dict[str, tuple[Thing, Claim]]) -> Iterator[Claim]:
    for key, (thing, place) in sorted(places.items()):
        head = _head(key, places) or _last_word(thing.name, places)
        if head is None:
            whole = _known_head(gazetteer, thing.name) if _sorts(place) else None
            if whole is not None and whole.id != thing.id:
                yield Claim(thing, "TYPE_OF", whole, place.text, "head:word")
            continue
        whole = places[head][0]
        told = whole.id != thing.id and whole.cls in CONCEPTS and not _broad(head, place)
        if (
            told
            and not _same(thing.name, whole.name, own=whole.cls == "Product")
            and _tells(gazetteer, thing, whole, head)
        ):
            yield Claim(thing, "TYPE_OF", whole, place.text, "head:compound")


def _broad(head: str, place: Claim) -> bool:
    """Whether it says nothing to be a kind of a head, or little where a thing is but a part."""
    if head in lexicon("platitudes"):
        return True
    return head in lexicon("broad") and not _sorts(place)


def _tells(gazetteer: Gazetteer, thing: Thing, whole: Thing, head: str) -> bool:
    """Whether what stands before a head makes a kind of it.

    Whose it is or where makes none (海光DCU), nor how much of it there is (16GB RAM), nor its other name
    (光电共封装CPO), nor praise (先进PCB).
    """
    modifier = thing.key.removesuffix(head)
    if modifier == thing.key:
        return True
    if _AMOUNT.fullmatch(modifier) or modifier in lexicon("praise"):
        return False
    known = gazetteer.known(modifier)
    if known is None:
        return not modifier.startswith(_FIRST)
    return known.cls not in (*ORGS, "Place") and known.id != whole.id


def _known_head(gazetteer: Gazetteer, name: str) -> Thing | None:
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


def _same(name: str, head: str, *, own: bool) -> bool:
    """Whether the longer name only says more of the same thing, or adds things up.

    `某公司 H200` is the H200, 东方某某EAST is the EAST, and 煤油+两台发动机 is no engine.
    """
    if _SUM.search(name):
        return True
    bare = name.removesuffix(head)
    both = own and head.isascii() and bare != name and CJK.match(bare[-1:]) is not None
    return both or (fold(name).endswith(fold(head)) and bool(_MODEL.fullmatch(head)))


def _head(key: str, places: dict[str, tuple[Thing, Claim]]) -> str | None:
    """The longest other name that this one ends in, or that it numbers (HVLP3 → HVLP)."""
    for at in range(1, len(key) - SHORTEST + 1):
        tail = key[at:]
        if key[at - 1] in _NOT:
            continue
        if tail in places and tail not in lexicon("generic") and not _cuts_latin(key, at):
            return tail
    for end in range(len(key) - 1, 2, -1):
        if key[:end] in places and _VERSION.match(key[end:]) and key[:end].isalpha():
            return key[:end]
    return None


def _last_word(name: str, places: dict[str, tuple[Thing, Claim]]) -> str | None:
    """The last words of a latin name, where they are stated too: Blackwell GPU → GPU."""
    words = name.split()
    tails = (fold("".join(words[i:])) for i in range(1, len(words)))
    return next((tail for tail in tails if len(tail) > 1 and tail in places), None)


def _cuts_latin(key: str, at: int) -> bool:
    return key[at - 1].isascii() and key[at].isascii()
