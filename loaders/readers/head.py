"""What the head of a report says about it: title, date, publisher."""

from __future__ import annotations

import re
from collections import Counter

_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*[.\-/年]\s*(1[0-2]|0?[1-9])(?!\d)(?:\s*[.\-/月]\s*(3[01]|[12]\d|0?[1-9])(?!\d)|\s*月)"
    r"|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?!\d))"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_ENGLISH = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}}),?\s+((?:19|20)\d\d)\b|\b(\d{{1,2}})\s+{_MONTH},?\s+((?:19|20)\d\d)\b")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_LABEL = re.compile(r"(?:发布|报告|更新|出版|发表|撰写)?(?:时间|日期)|date|published|updated|dated", re.IGNORECASE)
_MARKS = re.compile(r"^[#>\s*_\-•·]+|[\s*_#]+$")
_BRACKETS = re.compile(r"[【\[「《]([^【\[「《】\]」》]+)[】\]」》]")
_GENERIC = re.compile(
    r"(?:主要|核心)?(?:观点|结论)|摘要|投资要点|要点|目录.*|contents|abstract|summary|executive summary|正文|前言|引言|原创",
    re.IGNORECASE,
)
_STRONG = re.compile(r"报告|研报|专题|周报|月报|点评|深度|行业观察|纪要|白皮书|蓝皮书|复盘|全景")
_SENTENCE = re.compile(r"[。；;]|[，,、：:]$")
_STOP = re.compile(r"[。！？!?；;]|\.\s")
_PUBLISHER = re.compile(
    r"(?:本(?:材料|报告|文)由|出品(?:方|机构)?[:：]|发布(?:机构|方|人)[:：]|研究机构[:：]|^来源[:：]|Publisher:)\s*-?"
    r"([^\s，。,；;|（(]{2,30}?)(?:提供|撰写|编写|发布|制作|出品)?(?:[\s，。,；;|（(]|$)"
)
_HOUSE = re.compile(r"[\w]{2,12}?(?:证券研究所|证券研究院|证券研究部|基金研究部|研究院|研究所|证券|基金|资本研究部)$")
_NAME = re.compile(r"(?!.*(?:时间|日期))[\u4e00-\u9fff]{3,12}|[A-Z][A-Za-z .]{2,20}")
_SOURCE = re.compile(r"^\s*(?:资料|数据)?来源[：:]\s*(.+?)\s*$", re.MULTILINE)
_CJK = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_HEAD = 30


def head(text: str) -> list[str]:
    """The first lines of a text that hold something."""
    lines = []
    for line in text[:20_000].split("\n"):
        if line.strip():
            lines.append(line.strip())
        if len(lines) == _HEAD:
            break
    return lines


def title(text: str, fallback: str) -> str:
    """The report's title: its first heading, else its first strong line, else `fallback`."""
    lines = head(text)
    for line in lines:
        if line.startswith("# ") and (found := _bare(line)):
            return found
    plain = [bare for line in lines[:12] if (bare := _bare(line)) and not _GENERIC.fullmatch(bare)]
    short = [line for line in plain[:4] if len(line) <= 90 and not _SENTENCE.search(line)]
    if short and short[0] == plain[0]:
        return next((line for line in short if _STRONG.search(line)), short[0])
    first = _STOP.split(plain[0])[0] if plain else ""
    return first if 2 < len(first) <= 90 else fallback


def date(text: str) -> str | None:
    """The report's date as YYYY, YYYY-MM or YYYY-MM-DD; None where its head says none."""
    lines = head(text)
    for at, line in enumerate(lines):
        match = _DATE.search(line) or _ENGLISH.search(line)
        if not match or len(line) > 80:
            continue
        label = _LABEL.search(line[: match.start()])
        if label or (at < 4 and len(line) <= 80) or (match.start() < 3 and len(line) < 30):
            return _iso(match)
    for line in lines[:3]:
        if len(line) <= 50 and (year := _YEAR.search(line)):
            return year[1]
    return None


def publisher(text: str) -> str | None:
    """Who published the report, where a line says so or most source notes name one house."""
    lines = head(text)
    for line in lines:
        if match := _PUBLISHER.search(line):
            return match[1].strip("-—")
    for at, line in enumerate(lines[:6]):
        match = _DATE.search(line)
        if at and match and len(line) <= 50 and _NAME.fullmatch(name := line[: match.start()].strip()):
            return name
    for at, line in enumerate(lines[:-2]):
        if line == "原创":
            return lines[at + 2] if len(lines[at + 2]) <= 20 else None
    sources = _SOURCE.findall(text)
    houses = Counter(
        found[0]
        for note in sources
        if (found := _HOUSE.search(re.split(r"[，,、；;\s]", note)[-1]))
    )
    name, count = houses.most_common(1)[0] if houses else ("", 0)
    return name if count >= 3 and count * 2 > len(sources) else None


def is_chinese(text: str) -> bool:
    """True where ideographs carry the text: one stands for about five Latin letters."""
    return len(_CJK.findall(text)) * 5 > len(_LATIN.findall(text))


def _bare(line: str) -> str:
    """A line without its marks, and without the date that some titles begin with."""
    bare = _MARKS.sub("", line.replace("**", "").replace("\\", ""))
    if whole := _BRACKETS.fullmatch(bare):
        bare = whole[1]
    match = _DATE.match(bare)
    return bare[match.end() :].strip("日 ：:-—") if match else bare


def _iso(match: re.Match[str]) -> str:
    groups = match.groups()
    if match.re is _ENGLISH:
        month, day, year = (groups[0], groups[1], groups[2]) if groups[0] else (groups[4], groups[3], groups[5])
        return f"{year}-{_MONTHS.index(month.lower()[:3]) + 1:02d}-{int(day):02d}"
    year, month, day = groups[0], groups[1] or groups[3], groups[2] or groups[4]
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
