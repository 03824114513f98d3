"""What the head of a report says about it: its title and its date."""

from __future__ import annotations

import re

YEAR = r"(?<!\d)((?:19|20)\d\d)"
DATE = re.compile(
    YEAR + r"(?:"
    r"\s*[.\-/年]\s*(1[0-2]|0?[1-9])(?!\d)(?:\s*[.\-/月]\s*(3[01]|[12]\d|0?[1-9])(?!\d)|\s*月)"
    r"|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?!\d))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(" + "|".join(_MONTHS) + r")[a-z]*\.?"
_AMERICAN = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}}),?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_BRITISH = re.compile(rf"\b(\d{{1,2}})\s+{_MONTH},?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR_ALONE = re.compile(YEAR + r"\s*年")
_LABEL = re.compile(r"时间|日期|\bdate|published|updated", re.IGNORECASE)
_MARKS = re.compile(r"^[#>\s*_\-•·]+|(?<![\s*_#])[\s*_#]+$")
_BRACKETS = re.compile(r"[【\[「《]([^【\[「《】\]」》]+)[】\]」》]")
_GENERIC = re.compile(
    r"(?:主要|核心)?(?:观点|结论)|摘要|投资要点|要点|目\s*录.*|正文|前言|引言|原创"
    r"|(?:证券|行业|公司|宏观|策略|深度|专题|研究|报告|点评|\s)+|请务必阅读.*"
    r"|contents|abstract|(?:executive )?summary",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){0,3}[.、]?\s+\D|[一二三四五六七八九十]+、|第.{1,3}[章节]"
)
_NAMES_A_REPORT = re.compile(
    r"报告|研报|专题|周报|月报|点评|深度|观察|纪要|白皮书|蓝皮书|复盘|全景"
)
_SENTENCE = re.compile(r"[。；;]|[，,、：:]$")
_PROSE = re.compile(r"[。；;]|[，,].*[，,].*[，,]")
_STOP = re.compile(r"[。！？!?；;]|\.\s")
_LINES = 30
_LONGEST_TITLE = 90
_LONGEST_DATELINE = 80


def lines(text: str) -> list[str]:
    """The first lines of a text that hold something."""
    return [line.strip() for line in text[:20_000].split("\n") if line.strip()][:_LINES]


def title(head: list[str], fallback: str) -> str:
    """The report's title: its first heading, else its first strong line, else `fallback`."""
    for line in head:
        if line.startswith("# ") and (found := _bare(line)):
            return found
    bares = (_bare(line) for line in head[:12] if not _NUMBERED.match(line))
    plain = [bare for bare in bares if bare and not _GENERIC.fullmatch(bare)]
    if not plain:
        return fallback
    short = [bare for bare in plain[:4] if _is_short(bare)]
    if short and short[0] == plain[0]:
        return next((bare for bare in short if _NAMES_A_REPORT.search(bare)), short[0])
    first, *rest = _STOP.split(plain[0], maxsplit=1)
    return first if rest and 1 < len(first) <= _LONGEST_TITLE else fallback


def date(head: list[str]) -> str | None:
    """The report's date as YYYY, YYYY-MM or YYYY-MM-DD; None where its head says none."""
    for at, line in enumerate(head):
        if len(line) > _LONGEST_DATELINE or _PROSE.search(line):
            continue
        start, found = _find(line)
        if found and (at < 4 or _LABEL.search(line[:start]) or (start < 3 and len(line) < 30)):
            return found
    years = (_YEAR_ALONE.search(line) for line in head[:3] if len(line) <= 50)
    return next((year[1] for year in years if year), None)


def _find(line: str) -> tuple[int, str | None]:
    """Where the first date of a line stands, and the date."""
    if match := DATE.search(line):
        year, month, day = match[1], match[2] or match[4], match[3] or match[5]
        return match.start(), f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    if match := _AMERICAN.search(line):
        return match.start(), _iso(match[3], match[1], match[2])
    if match := _BRITISH.search(line):
        return match.start(), _iso(match[3], match[2], match[1])
    return 0, None


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{_MONTHS.index(month.lower()[:3]) + 1:02d}-{int(day):02d}"


def _bare(line: str) -> str:
    """A line without its marks, and without the date that some titles begin with."""
    bare = _MARKS.sub("", line.replace("**", "").replace("\\", ""))
    if whole := _BRACKETS.fullmatch(bare):
        bare = whole[1]
    match = DATE.match(bare)
    return bare[match.end() :].strip("日 ：:-—") if match else bare


def _is_short(bare: str) -> bool:
    return 1 < len(bare) <= _LONGEST_TITLE and not _SENTENCE.search(bare)
