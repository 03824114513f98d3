"""Words of a Chinese text with their part of speech, from a dictionary (no model)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z0-9²³⁻⁺µμ₀-₉]+(?:[-.+/&_'][A-Za-z0-9²³⁻⁺µμ₀-₉]+)*\+?")


class Token(NamedTuple):
    """A word at `start` of its text; `tag` is its part of speech (n, v, d, m, x, eng …)."""

    word: str
    tag: str
    start: int

    @property
    def end(self) -> int:
        """Index behind the last character."""
        return self.start + len(self.word)

    @property
    def noun(self) -> bool:
        """Whether it can end a noun phrase."""
        return self.tag[0] in "njlgiz" or self.tag in ("vn", "an", "eng", "nz")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`, in order. Latin words and model numbers stay whole (M9, GB300-A)."""
    import rjieba

    tagged = rjieba.tag(text, False)
    latin = {m.start(): m for m in _WORD.finditer(text)}
    if not latin:
        return tuple(_placed(tagged))
    out: list[Token] = []
    at = skip = 0
    for word, tag in tagged:
        if at in latin and at >= skip:
            found = latin[at]
            out.append(Token(found.group(), "m" if found.group().isdigit() else "eng", at))
            skip = found.end()
        elif at >= skip:
            out.append(Token(word, tag, at))
        elif at + len(word) > skip:
            rest = word[skip - at :]
            out.append(Token(rest, tag, skip))
            skip = at + len(word)
        at += len(word)
    return tuple(out)


def _placed(tagged: Iterable[tuple[str, str]]) -> Iterator[Token]:
    at = 0
    for word, tag in tagged:
        yield Token(word, tag, at)
        at += len(word)
