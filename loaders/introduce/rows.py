"""Names in a row with known ones: `A、B和C等企业`, `西门子、庞巴迪、阿尔斯通`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.concepts import lexicon, plausible
from loaders.document import Document
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.introduce.odd import name_like, odd
from loaders.things import Thing

_JOINS = re.compile(r"、|和|与|及|以及")
_ETC = re.compile(r"等.*$")
_LEADS = re.compile(r"以|由|为|包括|如|是|有")
LONGEST = 14
FEWEST = 3


def enumerated(document: Document, text: str) -> Iterator[Thing]:
    """`A、B和C等企业`, `企业包括A、B`: where some are known companies, the others are too."""
    for form in _lists():
        for m in form.finditer(text):
            yield from _listed(document, m.group(1))


def beside_known(document: Document, text: str) -> Iterator[Thing]:
    """`西门子、庞巴迪、阿尔斯通`: names that mean nothing else, in a row with a known company."""
    for m in document.gazetteer.find(text):
        end = m.end if m.thing.cls == "Company" else None
        while end is not None and (found := pattern("names", "next").match(text, end)):
            name = found.group("name")
            known = document.gazetteer.known(name)
            if known is None and not odd(name):
                break
            if known is None:
                yield document.gazetteer.named(name, "Company")
            end = found.end("name")


@cache
def _lists() -> tuple[re.Pattern[str], ...]:
    heads = "|".join(load("names")["company_list"])
    return (
        re.compile(rf"([^，。；：！？的]{{4,80}}?)等(?:[\u4e00-\u9fff]{{0,6}}?)(?:{heads})"),
        re.compile(
            rf"(?:{heads})(?:主要|名单|目前)*(?:包括|有|如|包含|涵盖|为|：)([^，。；：！？]{{4,90}})"
        ),
    )


def _listed(document: Document, piece: str) -> Iterator[Thing]:
    parts = [p.strip() for p in _JOINS.split(_ETC.sub("", piece)) if p.strip()]
    if len(parts) < 2:
        return
    parts[0] = _LEADS.split(parts[0])[-1]
    known = [document.gazetteer.known(p) for p in parts]
    if not any(k is not None and k.cls == "Company" for k in known) and not _all_odd(parts):
        return
    for part, thing in zip(parts, known, strict=True):
        if thing is None and _unknown_name(part):
            yield document.gazetteer.named(part, "Company")


def _all_odd(parts: list[str]) -> bool:
    """Whether none of several parts is ordinary language: `玩家包括澄光、朗曜、思远图`."""
    return len(parts) >= FEWEST and all(odd(p) and not plausible(p) for p in parts)


def _unknown_name(part: str) -> bool:
    """Whether a part of a list may be a name: no 公司已, which speaks of one."""
    if part.startswith(("公司", "集团", "企业")) or part in lexicon("generic"):
        return False
    return 2 <= len(part) <= LONGEST and name_like(part)
