"""Captions, source notes, and what makes a line look like a title."""

from __future__ import annotations

import re

from loaders.layout.lines import CLOSERS, TERMINAL, width

_CAPTION = re.compile(
    r"\**(?:图表|图|表格|表|附表|附图|专栏)(?:\s*\d{1,3}(?:[-.–—]\d{1,3})?\s*[：:.、\s]|\s*[：:]|\s+)\s*\S"
    r"|\**(?:Figure|Fig\.|Table|Exhibit|Chart)\s+[\dA-Z]{1,3}(?:[.\-]\d{1,3})?\s*[:.：—–-]\s*\S",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"[*（(【\[]{0,3}(?:(?:资料|数据|图片|信息|图表|内容|文章)?来源|图源|资料|Sources?)[\*]*\s*[：:]",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[|｜]\s*(?:图片|图|数据|资料)?(?:来)?源(?:于|自)?\s*[：:]")
_PIPED = re.compile(r"[^|｜]{1,60}\s?[|｜]\s?[^|｜]{1,40}$")
_LETTERS = re.compile(r"[^\W\d_]")
_STARTER = re.compile(r"(?:根据|随着|由于|因此|同时|此外|另外|其中|目前|但是|不过|然而|而且|并且)")
_COLUMNS = re.compile(r"(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff])")
_FIELD = re.compile(
    r"(?:会议)?(?:地点|时间|日期|参会人员?|出席人员?|主持人?|记录人?|联系人|联系电话|电话|邮箱|网址|官网"
    r"|地址|股票代码|证券代码|评级|目标价|作者)\s*[：:]"
)
_ENTRY = re.compile(r"[^，。；：:]{2,10}[：:]")
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Corp|Co|LLC|plc|S\.A|N\.V|S\.p\.A)\.\W*$")
_FIGURES = re.compile(r"\d[\d,.]*%|\d{1,3},\d{3}|\s{2,}\d")
_TORN = re.compile(r"\t| {3}")
_SENTENCE = re.compile(r"[。；;！!]|[，,].*[，,].*[，,]|[a-z]\.\s")


def is_caption(text: str) -> bool:
    """True for the title line of a figure or a table."""
    return len(text) <= 160 and _CAPTION.match(text) is not None and text[-1] != "。"


def is_source(text: str) -> bool:
    """True for a note that says where a figure or a table comes from."""
    return _SOURCE.match(text) is not None or (len(text) <= 160 and bool(_CREDIT.search(text)))


def is_credit(text: str) -> bool:
    """True for a picture's line such as `name | owner`, which is no heading."""
    return len(text) <= 90 and text.count("|") + text.count("｜") == 1 and bool(_PIPED.match(text))


def is_field(text: str) -> bool:
    """True for a line `name: value`, of which forms have several."""
    return _ENTRY.match(text) is not None


def is_title(text: str, columns: int = 64) -> bool:
    """True for a short line without the end of a sentence: it may name what follows."""
    if width(text) > columns or _TORN.search(text) or not _LETTERS.search(text):
        return False
    last = text.rstrip(CLOSERS)[-1:] or text[-1]
    if last == "." and _COMPANY.search(text):
        last = ""
    if last in TERMINAL + "，,、：:．." and not text.endswith(("？", "?")):
        return False
    if _SENTENCE.search(text) or _STARTER.match(text) or len(_FIGURES.findall(text)) > 1:
        return False
    if len(_COLUMNS.findall(text)) > 1 or _FIELD.match(text):
        return False
    return not (text[0].islower() or text[0] in "，。、；：）)”:;,.")
