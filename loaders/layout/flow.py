"""Whether a line goes on where the line before it broke off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.blocks import Text
from loaders.layout.lines import Line, ends, has_cjk, is_wide, width
from loaders.layout.titles import is_field, is_source

_CONTINUERS = "，。、；：！？）)】］》」』”’％%,;!?…"
# words that a converter set far apart are no running text
_GAPS = re.compile(r"\S {3,}\S")
_OPEN, _CLOSED = "（(【《「『“[", "）)】》」』”]"


class Flow:
    """Joins lines; knows how wide a text's lines are, where it breaks them at a width."""

    def __init__(self, lines: list[Line]) -> None:
        self.measure = _measure(lines)

    def goes_on(self, lines: Sequence[Line], line: Line) -> bool:
        """True where `line` goes on with the sentence, or the paragraph, that `lines` are."""
        last = lines[-1]
        gap = line.number - last.number - 1
        before, after = last.text, line.text
        if _GAPS.search(before) or _GAPS.search(after):
            return False
        if after[0] in _CONTINUERS:
            return gap <= 3
        if ends(before):
            filled = gap == 0 and self._fills(last, 0.8) and line.indent <= last.indent + 1
            return filled and before[-1] not in "：:"
        if before[-1] in "，、（(“《/" or after[0] == "的" or _open(before):
            return gap <= 2
        if gap == 0:
            filled = self._fills(last, 0.7) if self.measure else last.width >= 60
            return filled or after[0].islower() or _same_column(lines, line)
        long = self._fills(last, 0.8) if self.measure else last.width >= 80 or _is_prose(before)
        return long and (self.measure > 0 or _carries_on(before, after))

    def breaks(self, last: Line, line: Line) -> bool:
        """True where a full line breaks off in the middle and `line` stands right below it."""
        below = line.number == last.number + 1
        broken = not (ends(last.text) or _GAPS.search(last.text))
        return below and broken and self._fills(last, 0.85)

    def _fills(self, line: Line, share: float) -> bool:
        return self.measure > 0 and line.width >= share * self.measure


def joined(texts: Sequence[Text]) -> Text:
    """Lines put one after another: Latin words need a space between, ideographs none."""
    pieces: list[Text] = []
    for text in texts:
        if text.value:
            apart = pieces and _apart(pieces[-1].value[-1], text.value[0])
            pieces.append(_spaced(text) if apart else text)
    return Text.join(pieces)


def _apart(before: str, after: str) -> bool:
    if is_wide(before) or is_wide(after):
        return False
    return before not in "-/“‘（—" and after not in _CONTINUERS + "”’—"


def _spaced(text: Text) -> Text:
    shifted = tuple((here + 1, there) for here, there in text.pieces)
    return Text(" " + text.value, ((0, text.offset(0)), *shifted))


def _is_prose(text: str) -> bool:
    """True for a text that runs: a sentence ends in it, or a clause and it is long."""
    return "。" in text[:-1] or (width(text) >= 64 and ("，" in text or ", " in text))


def _same_column(lines: Sequence[Line], line: Line) -> bool:
    """True in a narrow column: its lines are equally wide but for the last."""
    columns = lines[-1].width
    if columns < 20 or not has_cjk(line.text) or is_field(line.text):
        return False
    if len(lines) > 1 and abs(lines[-2].width - columns) <= 4:
        return line.width <= columns + 4
    return abs(line.width - columns) <= 4


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
        if len(line.text) >= 20
        and "\t" not in line.raw
        and line.text[0] != "|"
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
