"""Finding known names in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.nametable import Line, cls, forms, strong, weak

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


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as a line has it."""

    text: str
    line: int
    sure: bool
    concept: bool

    def fits(self, surface: str) -> bool:
        """Whether it may be written like this: names keep their capitals, words need not."""
        if surface == self.text:
            return True
        if not self.sure:
            return False
        if self.concept:
            return len(surface) >= _ALL_CAPITALS and not self.text.isupper()
        if len(surface) >= _ANY_CASE:
            return surface[0].isupper() or surface[0].isdigit()
        return len(surface) >= _ALL_CAPITALS and surface.isupper()


class Finder:
    """An index of all forms by their first two characters, or their first word if it is Latin.

    Forms in Han characters are found anywhere, unless the text goes on to one of the longer
    words that `guards` lists for them; Latin ones at the boundaries of words.
    """

    def __init__(self, lines: list[Line], guards: dict[str, tuple[str, ...]]) -> None:
        self._lines = lines
        self._guards = guards
        self._owners = index(filter(None, _written(forms(line)).split("|")) for line in lines)
        self._forms: dict[str, list[_Form]] = {}
        # The lengths of all forms that begin alike, as the bits of a number.
        self._lengths: dict[str, int] = {}
        for key in self._owners:
            if len(key) < _HEAD:
                continue
            word = _WORD.match(key)
            head = word[0] if word else key[:_HEAD]
            self._lengths[head] = self._lengths.get(head, 0) | 1 << len(key)

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

    def _scan(self, plain: str, low: str) -> list[Place]:
        places: list[Place] = []
        i = 0
        while i < len(low):
            word = _WORD.match(low, i) if low[i] < _HAN_STARTS else None
            lengths = self._of_word(word[0]) if word else self._lengths.get(low[i : i + _HEAD])
            if not lengths:
                i = word.end() if word else i + 1
                continue
            place = self._longest(plain, low, i, lengths)
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

    def _of_word(self, word: str) -> int | None:
        """The lengths of the forms that begin with a Latin word, or with what it is the plural of."""
        lengths = self._lengths.get(word)
        return self._lengths.get(word[:-1]) if not lengths and word.endswith("s") else lengths

    def _longest(self, plain: str, low: str, i: int, lengths: int) -> Place | None:
        while lengths:
            length = lengths.bit_length() - 1
            lengths ^= 1 << length
            key = low[i : i + length]
            if key in self._owners and (place := self._place(plain, low, i, key)):
                return place
        return None

    def _place(self, plain: str, low: str, i: int, key: str) -> Place | None:
        """The best of the lines that have this form, if it may stand there."""
        end = i + len(key)
        plural = end < len(low) and _in_word(low[end - 1]) and _in_word(low[end])
        if plural and not (low[end] == "s" and len(key) >= _PLURAL and _word_ends(low, end + 1)):
            return None
        if key in self._guards and self._guarded(low, i, key):
            return None
        surface = plain[i:end]
        fitting = [f for f in self._known(key) if f.fits(surface) and (f.concept or not plural)]
        best = max(fitting, key=lambda form: form.sure, default=None)
        return (i, end, best.line, best.sure) if best else None

    def _known(self, key: str) -> list[_Form]:
        """The forms that are written like this but for capitals, by their lines."""
        if key not in self._forms:
            self._forms[key] = [
                _Form(_closed(form), n, sure, cls(self._lines[n]) in _CONCEPTS)
                for n in self._owners[key]
                for sure, of in ((True, strong), (False, weak))
                for form in of(self._lines[n])
                if _written(form) == key
            ]
        return self._forms[key]

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
    gaps = [m.start() for m in _GAP.finditer(narrow)] if " " in narrow else []
    return _GAP.sub("", narrow) if gaps else narrow, [g - k for k, g in enumerate(gaps)]


def index(forms: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """For each form the numbers of the lists that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for n, line in enumerate(forms):
        here = (n,)
        for form in line:
            if form in found:
                if found[form][-1] != n:
                    found[form] += here
            else:
                found[form] = here
    return found


def _written(form: str) -> str:
    """The form as it is looked for: in small letters, no space where scripts meet."""
    return _lower(_closed(form))


def _closed(form: str) -> str:
    return form if " " not in form or form.isascii() else _GAP.sub("", form)


def _in_word(c: str) -> bool:
    return c.isalnum() and c < _HAN_STARTS


def _word_ends(low: str, at: int) -> bool:
    return at >= len(low) or not _in_word(low[at])


def _lower(text: str) -> str:
    """Lower case, character by character: İ becomes two where it may, and offsets would shift."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] for c in text)
