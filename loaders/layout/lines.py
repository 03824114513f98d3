"""Lines of a report, and the small things that can be said about one line alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

TERMINAL = "。！？；!?;…"
CLOSERS = "”’」』》）)】］]\"'*"
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something.

    `raw` is the line as it stands from the report's offset `base` on, `text` the same without
    white space around it. `number` counts lines from 0. `page` is true where a page of the
    original begins: a form feed, or the single space that converters leave in its place.
    """

    number: int
    base: int
    raw: str
    text: str
    page: bool = False

    @property
    def start(self) -> int:
        """The report's offset of the first character of `text`."""
        return self.base + len(self.raw) - len(self.raw.lstrip())

    @property
    def end(self) -> int:
        """The report's offset behind the last character of `text`."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """Columns before the text."""
        lead = self.raw[: len(self.raw) - len(self.raw.lstrip())]
        return width(lead.replace("\t", "    "))

    @property
    def width(self) -> int:
        """Columns on a screen: an ideograph takes two."""
        return width(self.text)


def cut(text: str) -> list[Line]:
    """The lines of a text that hold something, in order."""
    lines: list[Line] = []
    base = 0
    page = False
    raws = text.split("\n")
    # where many lines begin with a space, it stands for no page
    spaces = sum(map(_is_set_in, raws)) * 10 <= len(raws)
    for number, raw in enumerate(raws):
        page = page or "\f" in raw or (spaces and _is_set_in(raw))
        if body := raw.strip():
            lines.append(Line(number, base, raw, body, page))
            page = False
        base += len(raw) + 1
    return lines


def _is_set_in(raw: str) -> bool:
    return raw[:1] == " " and raw[1:2] != " "


def width(text: str) -> int:
    """Columns that a text takes on a screen."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def has_cjk(text: str) -> bool:
    """True where a text holds at least one ideograph."""
    return _CJK.search(text) is not None


def is_wide(char: str) -> bool:
    """True for a character that is written without spaces around it."""
    return _WIDE.match(char) is not None


def ends(text: str) -> bool:
    """True where a sentence, or a line that opens a list, comes to its end."""
    body = text.rstrip(CLOSERS) or text
    return body[-1] in TERMINAL + "：:" or (body[-1] == "." and not body.endswith(" ."))


def opens_list(text: str) -> bool:
    """True for a line that ends with a colon."""
    return text.rstrip("*_ ").endswith(("：", ":"))
