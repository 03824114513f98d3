"""Lines that pages have and a text would not: page numbers, bylines, heads that repeat."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from loaders.layout.lines import Line, ends
from loaders.layout.marks import SECTIONS, Marks
from loaders.layout.notices import is_notice_line
from loaders.layout.titles import is_caption, is_source

_PAGE = re.compile(
    r"[-–—·|*\s]*\d{1,4}[-–—·|*\s]*|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|第\s*\d{1,4}\s*页(?:\s*[/，,]?\s*共\s*\d{1,4}\s*页)?"
    r"|(?:Page|P\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\**\s*(?:作者|编辑|责编|责任编辑|记者|撰文|文|排版|校对|发布人|发布时间)\s*[|｜/:：／]"
    r"|(?:本报|每经)?(?:记者|编辑)\s[^，。,;；]*$"
)
_DATELINE = re.compile(
    r"(?:\S{2,16}[\s：:]+)?(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?"
    r"(?:\s*星期.|\s+\d{1,2}:\d\d(?::\d\d)?)?"
)
_ORIGIN = re.compile(r"(?:文章)?(?:来源|出处)\s*[：:]\s*[^\s，,、；;。]{2,16}(?:\s.{0,40})?")
_PERSONS = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2}")
_BARE = re.compile(r"[\W_]+")
_HEAD = 10
_FRONT_MATTER = 40
_LONGEST_BYLINE, _LONGEST_RULE, _LONGEST_HEAD = 60, 200, 60
_TIMES, _APART = 3, 4


def furniture(lines: list[Line], marks: Marks, title: str) -> tuple[set[int], dict[int, int]]:
    """Indexes of the lines to leave out, and where the headings that pages repeat begin.

    The second maps the index of the first line of each running head to the index of the line
    that its section begins with, which may stand above it on the first page.
    """
    drop = {at for at, line in enumerate(lines) if _is_bare(line) or _is_page_number(lines, at)}
    drop |= set(_front_matter(lines)) | set(_letterhead(lines))
    # the report's own name, again on a later page
    drop |= {at for at, line in enumerate(lines[_HEAD:], start=_HEAD) if line.text == title}
    heads = _running_heads(lines, marks, drop)
    apart = drop | {at for places in heads for at in places}
    starts = {places[0]: _page_begin(lines, places[0], apart) for places in heads}
    return drop | {at for places in heads for at in places[1:]}, starts


def _is_bare(line: Line) -> bool:
    """True for a rule, a lone sign, a warning on each page, a byline."""
    text = line.text
    if text.upper() in ("VS", "[TOC]") or is_notice_line(text):
        return True
    rule = len(text) <= _LONGEST_RULE and "\t" not in line.raw and text[0] not in "`#"
    if "|" not in text and rule and (len(text.strip("*_ ")) < 2 or not _BARE.sub("", text)):
        return True
    return len(text) <= _LONGEST_BYLINE and _BYLINE.match(text) is not None


def _is_page_number(lines: list[Line], at: int) -> bool:
    """True for a number alone, with a blank line, or nothing, above or below."""
    if not _PAGE.fullmatch(lines[at].text):
        return False
    above = lines[at].number - lines[at - 1].number if at else 2
    below = lines[at + 1].number - lines[at].number if at + 1 < len(lines) else 2
    return above > 1 or below > 1 or lines[at].page


def _front_matter(lines: list[Line]) -> Iterator[int]:
    """The lines of a YAML head between two `---`."""
    if not lines or lines[0].raw.strip() != "---":
        return
    for at, line in enumerate(lines[1:_FRONT_MATTER], start=1):
        if line.text == "---":
            yield from range(at + 1)
            return
        if ":" not in line.text and not line.text.startswith("-"):
            return


def _letterhead(lines: list[Line]) -> Iterator[int]:
    """What stands between a post's title and its text: the date, the author, the account."""
    for at, line in enumerate(lines[: _HEAD + 2]):
        dated = line.text[0] != "#" and _DATELINE.fullmatch(line.text)
        dated = dated or (at < _HEAD and _ORIGIN.fullmatch(line.text))
        named = _PERSONS.fullmatch(line.text) and _BYLINE.match(lines[at - 1].text)
        if at and (dated or named):
            yield at
        elif line.text == "原创":
            names = (i for i in range(at + 1, min(at + 3, len(lines))) if len(lines[i].text) <= 20)
            yield from (at, *(i for i in names if not ends(lines[i].text)))
            return


def _running_heads(lines: list[Line], marks: Marks, drop: set[int]) -> list[list[int]]:
    """Places of the lines that stand on many pages: numbered heads, and names of the report."""
    places: dict[str, list[int]] = defaultdict(list)
    sections: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        plain = len(line.text) <= _LONGEST_HEAD and "\t" not in line.raw
        if plain and at not in drop and line.text[0] not in "#|" and not ends(line.text):
            places[line.text].append(at)
            if (style := marks.read(line.text).style) in SECTIONS:
                sections[style].append(at)
    found = []
    for text, where in places.items():
        if len(where) < _TIMES or min(b - a for a, b in pairwise(where)) < _APART:
            continue
        mark = marks.read(text)
        if mark.bullet or is_caption(text) or is_source(text):
            continue
        edges = sum(_at_page_edge(lines, at, drop) for at in where)
        if _in_a_row(where, sections[mark.style]) or edges * 2 > len(where):
            found.append(where)
    return found


def _in_a_row(where: list[int], sections: list[int]) -> bool:
    """True where no other section of the style begins between: 一 一 二 二, not 一 二 一 二."""
    if not sections:
        return False
    return bisect_right(sections, where[-1]) - bisect_left(sections, where[0]) == len(where)


def _at_page_edge(lines: list[Line], at: int, drop: set[int]) -> bool:
    below = at + 1 < len(lines) and lines[at + 1].page
    return lines[at].page or below or at - 1 in drop or at + 1 in drop


def _page_begin(lines: list[Line], at: int, apart: set[int]) -> int:
    """The first line of the text above a head that stands at the end of its page."""
    while at and not lines[at].page and at - 1 not in apart:
        before = lines[at - 1].text
        if is_source(before) or is_caption(before):
            break
        at -= 1
    return at
