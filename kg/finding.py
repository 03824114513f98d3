"""Finding known names in a text."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.nametable import Line, cls, strong, weak

Place = tuple[int, int, int, bool]

_CONCEPTS = {"Technology", "Product", "Industry"}
_HEAD = 2
_ANY_CASE, _ALL_CAPITALS, _PLURAL = 6, 4, 3
_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}
_HAN = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_HAN_STARTS = "\u2e80"
_WORD = re.compile(rf"[^\W_{_HAN_STARTS}-\U0010ffff]+")
# 800G 光模块 and 800G光模块 are one name: typesetters put a space where scripts meet.
_GAP = re.compile(rf"(?<=[{_HAN}]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[{_HAN}])")


class Finder:
    """An index of all forms by their first two characters, or their first word if it is Latin.

    Forms in Han characters are found anywhere, unless the text goes on to one of the longer
    words that `guards` lists for them; Latin ones at the boundaries of words.
    """

    def __init__(self, lines: list[Line], guards: dict[str, tuple[str, ...]]) -> None:
        self._guards = guards
        self._concepts = {n for n, line in enumerate(lines) if cls(line) in _CONCEPTS}
        self._forms: dict[str, list[tuple[str, int, bool]]] = {}
        for n, line in enumerate(lines):
            for form in strong(line):
                self._add(form, n, True)
            for form in weak(line):
                self._add(form, n, False)
        lengths: dict[str, set[int]] = {}
        for key in self._forms:
            word = _WORD.match(key)
            lengths.setdefault(word[0] if word else key[:_HEAD], set()).add(len(key))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}

    def find(self, text: str) -> list[Place]:
        """(start, end, number of the line, whether the form is strong), in order and apart."""
        plain, gaps = squeezed(text)
        places = self._scan(plain, _lower(plain))
        if not gaps:
            return places
        return [
            (a + bisect_right(gaps, a), b + bisect_right(gaps, b - 1), n, sure)
            for a, b, n, sure in places
        ]

    def _add(self, form: str, n: int, sure: bool) -> None:
        if " " in form and not form.isascii():
            form = _GAP.sub("", form)
        self._forms.setdefault(_lower(form), []).append((form, n, sure))

    def _scan(self, plain: str, low: str) -> list[Place]:
        places: list[Place] = []
        i = 0
        while i < len(low):
            word = _WORD.match(low, i) if low[i] < _HAN_STARTS else None
            place = self._longest(plain, low, i, word[0] if word else low[i : i + _HEAD])
            # Only a weak one is still open here: scanning goes on inside it.
            if place and places and places[-1][1] > i:
                if place[3] and place[1] > places[-1][1]:
                    places.pop()
                else:
                    place = None
            if place:
                places.append(place)
            i = place[1] if place and place[3] else word.end() if word else i + 1
        return places

    def _longest(self, plain: str, low: str, i: int, head: str) -> Place | None:
        lengths = self._lengths.get(head)
        if lengths is None and head[-1:] == "s":
            lengths = self._lengths.get(head[:-1])
        for length in lengths or ():
            forms = self._forms.get(low[i : i + length])
            if forms and (place := self._place(plain, low, i, i + length, forms)):
                return place
        return None

    def _place(
        self, plain: str, low: str, i: int, end: int, forms: list[tuple[str, int, bool]]
    ) -> Place | None:
        """The best of the lines that have the form at `low[i:end]`, if it may stand there."""
        plural = end < len(low) and _in_word(low[end - 1]) and _in_word(low[end])
        if plural and not (low[end] == "s" and end - i >= _PLURAL and _word_ends(low, end + 1)):
            return None
        best: Place | None = None
        for form, n, sure in forms:
            concept = n in self._concepts
            if (plural and not concept) or (best and best[3] >= sure):
                continue
            if _cased(plain[i:end], form, sure, concept):
                best = (i, end, n, sure)
        if best and low[i:end] in self._guards and self._guarded(low, i, low[i:end]):
            return None
        return best

    def _guarded(self, low: str, i: int, form: str) -> bool:
        """Whether the form at `i` is cut out of one of its longer words."""
        return any(
            low.startswith(word, i - word.index(form))
            for word in self._guards[form]
            if word.index(form) <= i
        )


def squeezed(text: str) -> tuple[str, list[int]]:
    """The text with narrow letters and no space between scripts, and where spaces were.

    An offset `i` there is `i + bisect_right(gaps, i)` in the text.
    """
    narrow = text if text.isascii() else text.translate(_WIDE)
    gaps = [m.start() for m in _GAP.finditer(narrow)]
    return _GAP.sub("", narrow) if gaps else narrow, [g - k for k, g in enumerate(gaps)]


def _cased(surface: str, form: str, sure: bool, concept: bool) -> bool:
    """Whether a form may be written like this: names keep their capitals, words need not."""
    if surface == form:
        return True
    if not sure or form.lower() == form.upper():
        return False
    if concept:
        return len(form) >= _ALL_CAPITALS and not form.isupper()
    if len(form) >= _ANY_CASE:
        return surface[0].isupper() or surface[0].isdigit()
    return len(form) >= _ALL_CAPITALS and surface.isupper()


def _in_word(c: str) -> bool:
    return c.isalnum() and c < _HAN_STARTS


def _word_ends(low: str, at: int) -> bool:
    return at >= len(low) or not _in_word(low[at])


def _lower(text: str) -> str:
    """Lower case, character by character: İ becomes two where it may, and offsets would shift."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] for c in text)
