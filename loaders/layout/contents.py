"""The table of contents of a report: left out, but what it lists are headings."""

from __future__ import annotations

import re

from loaders.layout.lines import Line

_OPENER = re.compile(
    r"(?:目\s*录|目\s*次)(?:\s*CONTENTS)?|(?:TABLE OF )?CONTENTS|图表目录|插图目录", re.IGNORECASE
)
_ENTRY = re.compile(r"(\S.*?)(?:\t+\s*|\s*[.．…·‥]{3,}\s*|\s{2,})(\d{1,4})")
_LEADER = re.compile(r"[.．…·‥]{4,}\s*\d{1,4}$")
_NUMBERED = re.compile(
    r"\d{1,2}(?:[.．]\d{1,2}){0,4}\s|\d{1,2}[.．]\d|[一二三四五六七八九十]+、|第.{1,3}[章节]|[图表]"
)
_GAP = 6
_NOT_KEY = re.compile(r"[\W_]+")


def key(title: str) -> str:
    """A title reduced to its letters and digits, to find it again where it stands."""
    return _NOT_KEY.sub("", title).lower()


def contents(lines: list[Line]) -> tuple[set[int], set[str]]:
    """Indexes of the lines of contents pages, and the keys of the titles listed there."""
    drop: set[int] = set()
    titles: set[str] = set()
    at = 0
    while at < len(lines):
        opened = _OPENER.fullmatch(lines[at].text.strip("*#[]【】 ")) is not None
        if opened or _entry(lines[at]):
            found = _run(lines, at + opened)
            if _convincing(lines, found, opened):
                drop |= set(range(at, found[-1] + 1))
                titles |= {key(m[1]) for i in found if (m := _entry(lines[i]))}
                at = found[-1]
            elif opened:
                drop.add(at)
            elif found:
                at = found[-1]
        at += 1
    return drop, titles - {""}


def _entry(line: Line) -> re.Match[str] | None:
    text = line.text
    return _ENTRY.fullmatch(text) if text[-1].isdigit() and text.count("\t") <= 2 else None


def _run(lines: list[Line], at: int) -> list[int]:
    """Indexes of the entries from `at` on that stand close together, pages never going back."""
    found: list[int] = []
    page = 0
    for i in range(at, len(lines)):
        if i > (found[-1] if found else at) + _GAP:
            break
        if (match := _entry(lines[i])) and int(match[2]) >= page:
            page = int(match[2])
            found.append(i)
    return found


def _convincing(lines: list[Line], found: list[int], opened: bool) -> bool:
    if len(found) < (2 if opened else 4):
        return False
    if opened or all(_LEADER.search(lines[i].text) for i in found):
        return True
    numbered = sum(_NUMBERED.match(lines[i].text) is not None for i in found)
    return numbered * 2 > len(found)
