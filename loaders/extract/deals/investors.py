"""Who invests, read from a list such as `甲资本、乙创投联合领投，老股东丙跟投`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.concepts import lexicon
from loaders.document import Document
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.things import ORGS, Thing
from loaders.tokens import tokens

_ROUND = pattern("deals", "investors_round")
_ROLE = pattern("deals", "investors_role")
_SPLIT = pattern("deals", "investors_split")
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")
_PLACE_TAIL = pattern("deals", "investors_place_tail")
LONGEST = 40


@dataclass(frozen=True)
class Investor:
    """One investor; `lead` where it leads the round, `round` where a label names one."""

    thing: Thing
    lead: bool = False
    round: str | None = None


def investors(document: Document, text: str) -> list[Investor]:
    """The investors that a list names, in order; words like 公开发售 or 老股东 are none."""
    out: dict[str, Investor] = {}
    for part in re.split(r"[;；。\n]|<p>|</p>", text):
        label = _ROUND.match(part)
        body = part[label.end() :] if label else part
        for name, lead in _names(body):
            if thing := _investor(document, name):
                known = out.get(thing.id)
                out[thing.id] = Investor(
                    thing, lead or bool(known and known.lead), label["round"] if label else None
                )
    return list(out.values())


def sure(thing: Thing) -> bool:
    """Whether prose may name it as an investor: a known name, or one that reads like one."""
    name = thing.name
    if thing.row is not None or not re.search(r"[\u4e00-\u9fff]", name):
        return thing.row is not None or name[:1].isupper() or name[:1].isdigit()
    if name.endswith(tuple(load("deals")["investors"]["tails"])):
        return len(name) >= 3
    if len(name) > 10 or name in lexicon("generic"):
        return False
    return not any(
        t.word in lexicon("verbs")
        or t.tag[0] in "pcuryw"
        or (t.tag[0] in "vdmqf" and len(name) > 5 and len(t.word) > 1)
        for t in tokens(name)
    )


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Names with whether the role word behind their run says that they lead."""
    at = 0
    text = _BRACKET.sub("", text)
    for m in _ROLE.finditer(text):
        # 金石投资 ends in a role word and is a name: the word counts where the run ends
        if m["role"] in ("投资", "战投") and not _run_ends(text, m):
            continue
        for name in _SPLIT.split(text[at : m.start()]):
            yield name, m["role"] == "领投"
        at = m.end()
    for name in _SPLIT.split(text[at:]):
        yield name, False


def _run_ends(text: str, m: re.Match[str]) -> bool:
    """Whether `投资` says what all before it did: `甲、乙等投资`, `甲独家投资`."""
    before = text[: m.start("role")]
    return (
        before.endswith(("等", "独家", "共同", "联合", "机构", "战略")) or m.end("role") < m.end()
    )


def _investor(document: Document, raw: str) -> Thing | None:
    name = _bare(raw)
    if not 2 <= len(name) <= LONGEST or _said_of_nobody(name):
        return None
    known = document.gazetteer.named(name, *ORGS)
    if known.row is None and any(
        m.thing.cls == "Place" and _PLACE_TAIL.match(name[m.end :])
        for m in document.gazetteer.find(name)
        if m.start == 0
    ):
        return None
    return known


def _bare(raw: str) -> str:
    """A name without the words around it: `老股东丙等` → 丙."""
    name, before = raw.strip(" \t“”\"'‘’·•-—:：."), None
    while name != before:
        before = name
        name = _before().sub("", name)
        name = _after().sub("", name).strip(" \t“”\"'‘’·•-—:：.")
    return name


def _said_of_nobody(name: str) -> bool:
    return (
        bool(_not_one().search(name))
        or name.isdigit()
        or not re.search(r"[A-Za-z\u4e00-\u9fff]", name)
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(load('deals')['investors']['before'])})")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(load('deals')['investors']['after'])})$")


@cache
def _not_one() -> re.Pattern[str]:
    return re.compile("|".join(load("deals")["investors"]["nobody"]))
