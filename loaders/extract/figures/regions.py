"""Regions of figures: what a text says they hold for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.things import Mention
from loaders.tokens import tokens

REGION = re.compile(
    r"(全球|全世界|世界|国内|中国大陆|中国|我国|全国|海外|国外|国际市场|本土|北美|欧洲|亚太|亚洲|欧美|"
    r"(?<![A-Za-z])(?:[Gg]lobal|[Ww]orldwide|China|[Dd]omestic)(?![A-Za-z]))"
)
_HOME = {
    "国内": "中国",
    "我国": "中国",
    "全国": "中国",
    "本土": "中国",
    "全世界": "全球",
    "世界": "全球",
    "国际市场": "海外",
    "国外": "海外",
}
_ELSEWHERE = re.compile(r"(?:占|从|自|来自|来源于|源自|产自)$")
_JOINS = ("、", "和", "与", "及", "/")


def region_of(said: str, mentions: Sequence[Mention]) -> str | None:
    """The region that some words name last; None where they list several."""
    edges = {0, *(t.end for t in tokens(said))}
    places = [m for m in mentions if m.thing.cls == "Place" and m.start in edges]
    if any(
        b.end <= len(said) and said[a.end : b.start].strip() in _JOINS for a, b in pairwise(places)
    ):
        return None
    named = [m for m in mentions if m.thing.cls != "Place"]
    found = [(m.start(), m.group()) for m in REGION.finditer(said)]
    # 中国生物制药 is a company, and no China
    found = [f for f in found if not any(m.start <= f[0] < m.end for m in named)]
    found += [(m.start, m.thing.name) for m in places]
    # 占全球24%: what it is a share of is not where it is; 从柬埔寨进口: nor is where it comes from
    found = [f for f in found if not _ELSEWHERE.search(said[: f[0]])]
    last = max(found, default=None)
    return _HOME.get(last[1], last[1]) if last else None


def without_region(text: str) -> str:
    """Words without the region that they begin with."""
    return REGION.sub("", text, count=1) if REGION.match(text) else text
