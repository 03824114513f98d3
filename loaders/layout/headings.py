"""Which parts are headings."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.layout.contents import key
from loaders.layout.lines import ends, has_cjk, width
from loaders.layout.marks import SECTIONS, Mark
from loaders.layout.notices import is_section
from loaders.layout.parts import Part, is_numbered_title
from loaders.layout.titles import is_field, is_title

_ALONE = re.compile(r"\**(\d{1,2}(?:[.．]\d{1,2}){1,3})\**")
_FIGURE = 60
_RUN = 6
_LIST = 30  # parts between the items of one count
_TAGGED = re.compile(r"【[^】]{2,30}】\s*\S")
_BOLD = re.compile(r"\*\*[^*]{1,90}\*\*(?:\s*\*\*[^*]{1,90}\*\*)*[：:]?")


def find(parts: list[Part], titles: set[str]) -> list[Part]:
    """The parts with headings told from items and paragraphs; `titles` are known ones."""
    parts = _numbered(parts)
    pictures = _pictures(parts)
    for at, part in enumerate(parts):
        if part.kind == "item" and _heads(parts, at):
            part.kind = "heading"
        elif part.kind == "paragraph" and len(part.lines) == 1 and not part.literal:
            raw = part.lines[0].text
            if key(part.text.value) in titles:
                part.kind = "heading"
            elif is_section(part.text.value):
                part.kind, part.weak = "heading", True
            elif _BOLD.fullmatch(raw) and is_title(part.text.value.rstrip("：:"), 90):
                part.kind, part.weak = "heading", True
                part.mark = Mark(style="bold")
            elif _TAGGED.match(raw) and is_title(part.text.value, 120):
                part.kind, part.mark = "heading", Mark(style="tagged")
            elif at in pictures:
                continue
            elif is_title(part.text.value, 64 if at else 110) and _stands_alone(parts, at):
                part.kind, part.weak = "heading", True
                if raw.isupper() and len(raw) > 5 and raw.isascii():
                    part.mark, part.weak = Mark(style="caps"), False
    return parts


def _numbered(parts: list[Part]) -> list[Part]:
    """A number alone on its line belongs to the title on the next."""
    merged: list[Part] = []
    number: tuple[int, ...] = ()
    for part in parts:
        alone = _ALONE.fullmatch(part.text.value) if part.kind == "paragraph" else None
        if alone:
            number = tuple(int(n) for n in re.split("[.．]", alone[1]))
            continue
        if number and part.kind == "paragraph" and is_title(part.text.value, 120):
            part.kind = "heading"
            part.mark = replace(part.mark, style="decimal", numbers=number)
        number = ()
        merged.append(part)
    return merged


def _heads(parts: list[Part], at: int) -> bool:
    """True for a numbered line that is a title and no member of a list."""
    part, mark = parts[at], parts[at].mark
    if mark.bullet not in ("", "»") or not mark.style or len(part.lines) > 2:
        return False
    if mark.style in SECTIONS:
        return is_title(part.text.value, 110)
    if not _names(part) or at + 1 == len(parts) or _is_sibling(parts[at + 1], part, 1):
        return False
    if parts[at + 1].kind == "table":
        return True
    before = (p for p in reversed(parts[max(0, at - _LIST) : at]) if _is_sibling(p, part, -1))
    after = (p for p in parts[at + 1 : at + _LIST] if _is_sibling(p, part, 1))
    last, following = next(before, None), next(after, None)
    return (last is None or last.kind == "heading") and (following is None or _names(following))


def _names(part: Part) -> bool:
    return is_title(part.text.value.rstrip("：: "), 60)


def _is_sibling(other: Part, part: Part, step: int) -> bool:
    """True for the item `step` further in the same count."""
    same = other.mark.style == part.mark.style and other.mark.bullet == part.mark.bullet
    return same and other.mark.numbers[:1] == (part.mark.numbers[0] + step,)


def _stands_alone(parts: list[Part], at: int) -> bool:
    """True for a short line that is set apart from a text below it."""
    if at + 1 >= len(parts) or _short_run(parts, at) > 3:
        return False
    part, below = parts[at], parts[at + 1]
    form = is_field(part.text.value) and is_field(below.text.value)
    if form or (at and parts[at - 1].kind in ("paragraph", "item") and not _closed(parts[at - 1])):
        return False
    match below.kind:
        case "heading" | "table":
            return True
        case "item":
            apart = below.lines[0].number > part.lines[0].number + 1
            return apart or has_cjk(part.text.value)
        case "paragraph":
            words = below.text.value
            return width(words) >= 60 or ends(words) or _short_run(parts, at + 1) <= 3
        case _:
            return at == 0


def _pictures(parts: list[Part]) -> set[int]:
    """Indexes of the parts between the title of a figure and its source note: its words."""
    found: set[int] = set()
    begin: int | None = None
    for at, part in enumerate(parts):
        if part.kind == "caption":
            begin = at
        elif part.kind in ("table", "heading") or is_numbered_title(part):
            begin = None
        elif part.kind == "source" and begin is not None:
            found |= set(range(begin, at)) if at - begin < _FIGURE else set()
            begin = None
    return found


def _short_run(parts: list[Part], at: int) -> int:
    """How many short lines without an end stand together around `at`, some at most."""
    first = last = at
    while first > max(0, at - _RUN) and _is_short(parts[first - 1]):
        first -= 1
    while last + 1 < min(len(parts), at + _RUN) and _is_short(parts[last + 1]):
        last += 1
    return last - first + 1


def _is_short(part: Part) -> bool:
    return part.kind == "paragraph" and part.is_short


def _closed(part: Part) -> bool:
    return ends(part.text.value) or is_title(part.text.value) or width(part.text.value) < 80
