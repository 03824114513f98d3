"""Lines that are no content: page furniture, contents pages, advertising, disclaimers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from loaders.layout.lines import Line, ends, has_cjk
from loaders.layout.marks import Marks
from loaders.layout.titles import is_caption, is_source

_PAGE = re.compile(
    r"[-–—·|*\s]*\d{1,4}[-–—·|*\s]*|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"|第\s*\d{1,4}\s*页(?:\s*[/，,]?\s*共\s*\d{1,4}\s*页)?"
    r"|(?:Page|P\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"仅供内部(?:参考|使用)|请勿外传|不构成(?:任何|对任何)?[^。，]{0,12}投资(?:的)?建议|投资需谨慎|入市需谨慎"
    r"|据此(?:操作|投资)|风险自(?:担|负)|请务必阅读.{0,20}(?:免责|声明|条款)|版权所有|未经.{0,12}(?:许可|授权).{0,20}(?:转载|复制)"
    r"|All rights reserved|not (?:constitute|intended as) investment advice",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"扫(?:描|码)|二维码|点击(?:关注|上方|下方|阅读|蓝字)|(?:长按|识别).{0,8}(?:关注|下载|识别)|关注(?:我们|公众号)|阅读原文"
    r"|^[←→↑]\s*(?:Back|Next|Return|返回|下一)|点(?:个)?(?:赞|在看)|(?:加入|扫码).{0,6}(?:知识星球|交流群)|更多精彩"
)
_BYLINE = re.compile(
    r"\**\s*(?:作者|编辑|责编|责任编辑|记者|撰文|文|排版|校对|编辑团队|发布人|发布时间)\s*[|｜/:：／]"
    r"|(?:本报|每经)?(?:记者|编辑)\s[^，。,;；]*$"
)
_DATELINE = re.compile(r".{0,20}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?.{0,10}")
_HEAD = 10
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2}")
_SECTION = re.compile(
    r"(?:.{0,14}的)?(?:风险提示|风险因素|风险揭示|投资风险|免责声明|免责条款|法律声明|重要声明|特别声明|分析师声明|分析师承诺"
    r"|评级说明|投资评级(?:说明|定义)|Disclaimers?|Legal notice|Important disclosures?)"
    r"(?:及免责声明|与免责声明)?",
    re.IGNORECASE,
)
_INLINE_SECTION = re.compile(r"(?:风险提示|风险因素|免责声明|风险揭示|投资风险)\s*[：:]")
_BARE = re.compile(r"[\W_]+")


def furniture(lines: list[Line], marks: Marks, title: str) -> tuple[set[int], dict[int, int]]:
    """Indexes of the lines to leave out, and where the headings that pages repeat begin.

    The second maps the index of the first line of each running head to the index of the line
    that its section begins with, which may stand above it on the first page.
    """
    drop = {at for at, line in enumerate(lines) if _is_furniture(line)}
    drop |= {at for at, line in enumerate(lines) if _PAGE.fullmatch(line.text) and _apart(lines, at)}
    drop |= set(_front_matter(lines)) | set(_letterhead(lines))
    # the report's own name, again on a later page
    drop |= {at for at, line in enumerate(lines[_HEAD:], start=_HEAD) if line.text == title}
    starts: dict[int, int] = {}
    heads = _running_heads(lines, marks, drop)
    repeated = {at for places in heads for at in places}
    for places in heads:
        drop |= set(places[1:])
        first = places[0]
        start = first
        while start and _same_page(lines, start, drop | repeated):
            start -= 1
        starts[first] = start
    return drop, starts


def is_section(title: str) -> bool:
    """True for the title of a section that only warns or disclaims."""
    return _SECTION.fullmatch(title.strip("【】[]（）()：: *")) is not None


def is_notice(text: str) -> bool:
    """True for a paragraph that only warns, disclaims or advertises."""
    if _INLINE_SECTION.match(text.strip("【*")):
        return True
    found = len(_NOTICE.findall(text)) + (len(_ADVERT.findall(text)) if len(text) <= 120 else 0)
    return found > 1 or (found == 1 and len(text) <= 160)


def _is_furniture(line: Line) -> bool:
    text = line.text
    if text.upper() in ("VS", "[TOC]"):
        return True
    if len(text) <= 200 and "\t" not in line.raw and text[0] not in "|`#":
        if len(_BARE.sub("", text)) < 2:
            return True
    if len(text) <= 40 and _NOTICE.search(text):
        return True
    return len(text) <= 60 and _BYLINE.match(text) is not None


def _apart(lines: list[Line], at: int) -> bool:
    """True where a line has a blank line, or nothing, above or below."""
    above = lines[at].number - lines[at - 1].number if at else 2
    below = lines[at + 1].number - lines[at].number if at + 1 < len(lines) else 2
    return above > 1 or below > 1 or lines[at].page


def _front_matter(lines: list[Line]) -> Iterator[int]:
    """The lines of a YAML head between two `---`."""
    if not lines or lines[0].raw.strip() != "---":
        return
    for at, line in enumerate(lines[1:40], start=1):
        if line.text == "---":
            yield from range(at + 1)
            return
        if ":" not in line.text and not line.text.startswith("-"):
            return


def _letterhead(lines: list[Line]) -> Iterator[int]:
    """What stands between a post's title and its text: 原创, the author, the account."""
    for at, line in enumerate(lines[:12]):
        if 0 < at < 6 and _DATELINE.fullmatch(line.text) and line.text[0] != "#":
            yield at
        if at and _NAME.fullmatch(line.text) and _BYLINE.match(lines[at - 1].text):
            yield at
        if line.text == "原创":
            yield at
            for after in (at + 1, at + 2):
                if after < len(lines) and len(lines[after].text) <= 20 and not ends(lines[after].text):
                    yield after
            return


def _running_heads(lines: list[Line], marks: Marks, drop: set[int]) -> list[list[int]]:
    """Places of the lines that stand on many pages: numbered heads, and names of the report."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if at not in drop and len(line.text) <= 60 and "\t" not in line.raw and line.text[0] not in "#|":
            places[line.text].append(at)
    found = []
    for text, where in places.items():
        if len(where) < 3 or ends(text) or is_caption(text) or is_source(text):
            continue
        mark = marks.read(text)
        if mark.bullet or min(b - a for a, b in zip(where, where[1:], strict=False)) < 4:
            continue
        if (mark.style and has_cjk(text)) or sum(_at_page_edge(lines, at, drop) for at in where) * 2 > len(where):
            found.append(where)
    return found


def _at_page_edge(lines: list[Line], at: int, drop: set[int]) -> bool:
    near = [i for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    return lines[at].page or any(i in drop or (i > at and lines[i].page) for i in near)


def _same_page(lines: list[Line], at: int, apart: set[int]) -> bool:
    """True where the line before `at` stands on the same page and is text, not a figure's."""
    before = lines[at - 1].text
    return not (lines[at].page or at - 1 in apart or is_source(before) or is_caption(before))
