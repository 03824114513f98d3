"""The words that a regular expression cannot do without: a quick look before it is compiled.

Compiling a frame costs a millisecond and looking for a word a microsecond, and most sentences
hold no word of most frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.grammar.kept import kept

Words = frozenset[str]

_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|<?[=!]|:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>(?:[*+?]|\{(?P<least>\d*),?\d*\})[?+]?)"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\.)|(?P<any>[.^$])|(?P<literal>.)",
    re.DOTALL,
)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
# a set of single letters is worth a look only while it is small
_FEW = 12
# how much a letter tells: of Latin ones there are few, of Chinese ones thousands
_LATIN_BITS, _HAN_BITS = 4, 9


def needed(pattern: str) -> Words:
    """Words one of which stands in whatever a pattern matches; empty where none need stand.

    Flags and references to groups are not understood; a pattern may not have them.
    """
    words: Words = kept().value(
        ("needed", pattern), lambda: _alternatives(_TOKEN.finditer(pattern))
    )
    return words


def _alternatives(tokens: Iterator[re.Match[str]]) -> Words:
    """The words of a group's alternatives, up to its end."""
    words: set[str] = set()
    free = False
    sequence = _Sequence()
    for token in tokens:
        kind = token.lastgroup
        if kind == "close":
            break
        if kind == "bar":
            best = sequence.best()
            free, words, sequence = free or not best, words | best, _Sequence()
        elif kind == "open":
            inner = _alternatives(tokens)
            sequence.group(frozenset() if token[0] in _LOOKS else inner)
        else:
            sequence.take(token)
    best = sequence.best()
    return frozenset() if free or not best else frozenset(words | best)


class _Sequence:
    """What must stand one after another: runs of letters, and groups of words one of which must."""

    def __init__(self) -> None:
        self._run = ""
        self._last: Words = frozenset()
        self._found: list[Words] = []

    def take(self, token: re.Match[str]) -> None:
        """Go on with a letter, a set of letters or how often the last one stands."""
        if token.lastgroup == "times":
            self._times(optional=token[0][0] in "*?" or token["least"] in ("0", ""))
            return
        letter = _letter(token)
        if letter:
            self._keep()
            self._run += letter
        else:
            self.group(_letters(token[0]) if token.lastgroup == "set" else frozenset())

    def group(self, words: Words) -> None:
        """Go on with a group."""
        self._end()
        self._last = words

    def best(self) -> Words:
        """The words that a text is least likely to hold by chance."""
        self._end()
        return min(filter(None, self._found), key=_chance, default=frozenset())

    def _times(self, *, optional: bool) -> None:
        """What stands several times ends a run; what may be missing is not needed."""
        if self._last or not self._run:
            self._last = frozenset() if optional else self._last
        elif optional:
            self._run = self._run[:-1]
        self._end()

    def _keep(self) -> None:
        self._found.append(self._last)
        self._last = frozenset()

    def _end(self) -> None:
        self._keep()
        self._found.append(frozenset((self._run,)) if self._run else frozenset())
        self._run = ""


def _chance(words: Words) -> float:
    """About how likely one of the words stands at a place of a text."""
    return sum(0.5 ** sum(_LATIN_BITS if c < "\u0250" else _HAN_BITS for c in w) for w in words)


def _letter(token: re.Match[str]) -> str:
    """The one letter that a token stands for, if it does."""
    if token.lastgroup == "literal":
        return token[0]
    escaped = token[0][1:]
    return escaped if token.lastgroup == "escape" and not escaped.isalnum() else ""


def _letters(chosen: str) -> Words:
    """The letters of a set, if they are written out and few."""
    inside = chosen[1:-1]
    plain = not inside.startswith("^") and "-" not in inside and "\\" not in inside
    return frozenset(inside) if plain and len(inside) <= _FEW else frozenset()
