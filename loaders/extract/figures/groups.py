"""Companies told of by their number, as one: 22家样本企业的研发费用率, 十家轮胎公司共实现收入."""

from __future__ import annotations

import re

from loaders.grammar import load

_COUNT = r"(?:[AH]股|全国|国内|全球)?\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,3})\s?[多余]?\s?家\s?"
_KINDS = "|".join(load("figures")["words"]["groups"])
_BOARD = "(?:(?:科创|创业|主|中小|新三)板|[AH]股|北交所|沪深(?:两市)?|两市)"
_GROUP = re.compile(
    rf"{_BOARD}[^，。；：、\d家]{{0,8}}?(?:公司|企业)(?![\u4e00-\u9fff]?(?:家|内部))|{_COUNT}[^，。；：、\d家]{{0,16}}?(?:{_KINDS})(?![\u4e00-\u9fff]?(?:家|内部))"
)
_SUMMED = re.compile(r"^(?:合计|总计|共计|一共|共|平均)+")
_SPACE = re.compile(r"\s+")


def group(text: str, at: int = 0) -> re.Match[str] | None:
    """The group of companies that stands at a place: 17家创新药企业."""
    return _GROUP.match(text, at)


def beside(m: re.Match[str]) -> str:
    """What words say behind a group, without that they sum it up: 共, 合计."""
    return _SUMMED.sub("", m.string[m.end() :].strip())


def called(m: re.Match[str]) -> str:
    """How a group is named, whatever spaces it is written with."""
    return _SPACE.sub("", m.group())
