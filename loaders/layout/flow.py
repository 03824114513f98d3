"""Whether a line goes on where the line before it broke off."""

from __future__ import annotations

from loaders.layout.lines import Line, ends, has_cjk, is_wide, width
from loaders.layout.titles import is_source

_CONTINUERS = "，。、；：！？）)】］》」』”’％%,;!?…"
_OPEN, _CLOSED = "（(【《「『“[", "）)】》」』”]"


class Flow:
    """Joins lines; knows how wide a text's lines are, where it breaks them at a width."""

    def __init__(self, lines: list[Line]) -> None:
        self.measure = _measure(lines)

    def joins(self, last: Line, line: Line) -> bool:
        """True where `line` goes on with the sentence, or the paragraph, of `last`."""
        gap = line.number - last.number - 1
        before, after = last.text, line.text
        if after[0] in _CONTINUERS and not (after[0] == "“" or before[-1] in "。！？"):
            return gap <= 3
        if ends(before):
            return gap == 0 and self._fills(last, 0.8) and before[-1] not in "：:"
        if before[-1] in "，、（(“《/" or _open(before):
            return gap <= 2
        if gap == 0:
            if self.measure:
                return self._fills(last, 0.7) or after[0].islower()
            return last.width >= 60 or after[0].islower()
        if self.measure:
            return self._fills(last, 0.8)
        return last.width >= 80 and _carries_on(before, after)

    def _fills(self, line: Line, share: float) -> bool:
        return self.measure > 0 and line.width >= share * self.measure


def glue(before: str, after: str) -> str:
    """What stands between two lines when they are joined: Latin words need a space."""
    if is_wide(before[-1]) or is_wide(after[0]) or before[-1] in "-/" or after[0] in _CONTINUERS:
        return ""
    return " "


def _carries_on(before: str, after: str) -> bool:
    if before[-1] in "）)”\"'》」":
        return False
    if has_cjk(before):
        return width(after) >= 20 and not after[0].isdigit()
    return after[0].islower()


def _open(text: str) -> bool:
    tail = text[-300:]
    return sum(map(tail.count, _OPEN)) > sum(map(tail.count, _CLOSED))


def _measure(lines: list[Line]) -> int:
    """The width at which a text's lines are broken; 0 where each paragraph is one line."""
    found = [
        (line.width, line)
        for line in lines
        if len(line.text) >= 20 and "\t" not in line.raw and line.text[0] != "|"
        and not is_source(line.text)
    ]
    if len(found) < 6:
        return 0
    widths = sorted(columns for columns, _ in found)
    measure = widths[int(len(widths) * 0.9)]
    full = [line for columns, line in found if columns >= 0.8 * measure]
    broken = sum(not ends(line.text) for line in full)
    wraps = measure <= 200 and len(full) >= 0.3 * len(found) and broken >= 0.4 * len(full)
    return measure if wraps else 0
