"""Stakes told in Chinese: who puts money into whom, or holds shares of it, without taking over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.deals.money import sums
from loaders.extract.deals.passage import Passage
from loaders.grammar.patterns import pattern, patterns
from loaders.modality import modality
from loaders.things import Claim, Draft, Finance, Thing

METHOD = "deal:stake"
# the pattern in which whoever gets the money may be left out, but not who gives it
_PASSIVE = 1
_FOUNDING = pattern("deals", "stakes_founding")
_JOINED = pattern("deals", "stakes_joined")
_KIND = re.compile(r"战略(?:投资|入股|增资)|战投")
_STAKE = re.compile(r"\d+(?:\.\d+)?\s?%")


def stakes(passage: Passage) -> Iterator[Draft]:
    """Who invests in whom; a deal too where money or a strategic stake is told."""
    seen: set[tuple[str, str]] = set()
    for m, subjects, objects in _matches(passage):
        start, end = passage.coded.index(m.start()), passage.coded.index(m.end() - 1) + 1
        how = modality(passage.value, start, end)
        said = _said(passage, start, end)
        for object_ in objects:
            new = [s for s in subjects if s.id != object_.id and (s.id, object_.id) not in seen]
            if object_.cls != "Company" or not new:
                continue
            seen.update((s.id, object_.id) for s in new)
            for subject in new:
                yield Claim(subject, "INVESTS_IN", object_, passage.text, METHOD, how, said)
            kind = _KIND.search(passage.value, start, end)
            if kind or "amount" in said:
                yield Finance(
                    object_,
                    passage.text,
                    METHOD,
                    round="战略投资" if kind else None,
                    date=said.get("date"),
                    amount=said.get("amount"),
                    investors=tuple(new),
                    modality=how,
                )


def _matches(
    passage: Passage,
) -> Iterator[tuple[re.Match[str], tuple[Thing, ...], tuple[Thing, ...]]]:
    groups = passage.coded.groups
    for number, way in enumerate(patterns("deals", "stakes")):
        for m in way.finditer(passage.coded.text):
            at = passage.coded.index(m.start())
            about = passage.subject(at) if not (m["s"] and m["o"]) else ()
            subjects = _subjects(passage, m) if m["s"] else about
            objects = groups[m["o"]].things if m["o"] else about
            if number != _PASSIVE or subjects:
                yield m, subjects, objects
    if passage.cell:
        # a cell need not name whose row it is: `某大学孵化，甲集团投资`
        for m in pattern("deals", "stakes_cell").finditer(passage.coded.text):
            yield m, groups[m["s"]].things, passage.topics
    for m in _FOUNDING.finditer(passage.coded.text):
        yield m, passage.subject(passage.coded.index(m.start())), groups[m["o"]].things


def _subjects(passage: Passage, m: re.Match[str]) -> tuple[Thing, ...]:
    """Who invests: who is named, with whom, unless a comma stands before the verb."""
    named, together = passage.coded.groups[m["s"]].things, _together(passage, m)
    comma = passage.coded.text.find("，", m.end("s"), m.end())
    if together or comma < 0 or m.end("s") > comma:
        return (*together, *named)
    # 甲供货乙，并参股丙: it is 甲 who does
    return passage.subject(passage.coded.index(comma + 1)) or named


def _together(passage: Passage, m: re.Match[str]) -> tuple[Thing, ...]:
    """Who joins the investor: `甲联手乙投资了…`."""
    before = _JOINED.search(passage.coded.text[: m.start("s")])
    return passage.coded.groups[before["with"]].things if before else ()


def _said(passage: Passage, start: int, end: int) -> dict[str, str]:
    _, right = passage.clause(end - 1)
    left, _ = passage.clause(start)
    money = sums(passage.value[left:right])
    stake = _STAKE.search(passage.value, start, right)
    said = {
        "date": passage.date(start),
        "amount": money[0][2] if money else None,
        "stake": stake.group().replace(" ", "") if stake else None,
    }
    return {k: v for k, v in said.items() if v}
