"""Which parts are headings, and how deep each of them stands."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.layout.contents import key
from loaders.layout.lines import ends, has_cjk, width
from loaders.layout.marks import RANK, SECTIONS, Mark
from loaders.layout.parts import Part
from loaders.layout.titles import is_title

_ALONE = re.compile(r"\**(\d{1,2}(?:[.．]\d{1,2}){1,3})\**")
_FIGURE = 60
_TAGGED = re.compile(r"【[^】]{2,30}】\s*\S")
_BOLD = re.compile(r"\*\*[^*]{1,90}\*\*(?:\s*\*\*[^*]{1,90}\*\*)*[：:]?")


def find(parts: list[Part], titles: set[str]) -> list[Part]:
    """The parts with headings told from items and paragraphs; `titles` are known ones."""
    parts = _numbered(parts)
    for at, part in enumerate(parts):
        if part.kind == "item" and _heads(parts, at):
            part.kind = "heading"
        elif part.kind == "paragraph" and len(part.lines) == 1 and not part.literal:
            raw = part.lines[0].text
            if key(part.text.value) in titles:
                part.kind = "heading"
            elif _BOLD.fullmatch(raw) and is_title(part.text.value.rstrip("：:"), 90):
                part.kind, part.weak = "heading", True
                part.mark = Mark(style="bold")
            elif _TAGGED.match(raw) and is_title(part.text.value, 120):
                part.kind, part.mark = "heading", Mark(style="tagged")
            elif is_title(part.text.value, 64 if at else 110) and _stands_alone(parts, at):
                part.kind, part.weak = "heading", True
                if raw.isupper() and len(raw) > 5 and raw.isascii():
                    part.mark, part.weak = Mark(style="caps"), False
    return parts


def rank(
    parts: list[Part], titles: set[str], starts: dict[int, int]
) -> list[tuple[Part, ...]]:
    """For each part the headings above it, outermost first; sets each heading's level.

    `starts` tells, by a heading's offset, where its section begins when that is above it.
    """
    stack: list[Part] = []
    above: list[tuple[Part, ...]] = [()] * len(parts)
    last = -1
    for at in _order(parts, starts):
        part = parts[at]
        if part.kind == "item" and part.lines[0].page:
            # a title known by its looks alone was that of a box on the page before
            stack = _strong(stack)
        if part.kind == "heading":
            listed = key(part.text.value) in titles
            adjacent = not listed and at == last + 1 and parts[last] in stack[-1:]
            stack = _cut(stack, part, adjacent, _opens_chapter(parts, at, titles))
            above[at] = tuple(stack)
            stack.append(part)
            part.level = len(stack)
        else:
            above[at] = tuple(stack)
        last = at
    return above


def _order(parts: list[Part], starts: dict[int, int]) -> list[int]:
    """Indexes of the parts, a heading before all that stands under it."""
    begin = [starts.get(part.start, part.start) for part in parts]
    return sorted(range(len(parts)), key=lambda at: (begin[at], begin[at] == parts[at].start))


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
    if not is_title(part.text.value, 60):
        return False
    return not (_next_number(parts, at, 1) or _next_number(parts, at, -1)) and at + 1 < len(parts)


def _next_number(parts: list[Part], at: int, step: int) -> bool:
    """True where the neighbour is the same list's next (or last) item."""
    if not 0 <= at + step < len(parts):
        return False
    mark, other = parts[at].mark, parts[at + step].mark
    if parts[at + step].kind != "item" or other.style != mark.style:
        return False
    return other.numbers[:1] == (mark.numbers[0] + step,)


def _stands_alone(parts: list[Part], at: int) -> bool:
    """True for a short line that is set apart from a text below it."""
    if at + 1 >= len(parts) or _short_run(parts, at) > 3:
        return False
    part, below = parts[at], parts[at + 1]
    if at and parts[at - 1].kind in ("paragraph", "item") and not _closed(parts[at - 1]):
        return False
    if _in_figure(parts, at):
        return False
    if below.kind in ("heading", "table"):
        return True
    if below.kind == "item":
        return below.lines[0].number > part.lines[0].number + 1 or has_cjk(part.text.value)
    if below.kind != "paragraph":
        return False
    return width(below.text.value) >= 60 or ends(below.text.value) or _short_run(parts, at + 1) <= 3


def _in_figure(parts: list[Part], at: int) -> bool:
    """True between the title of a figure and its source note: the words of a picture."""
    before = next((p for p in parts[max(0, at - _FIGURE) : at][::-1] if _is_edge(p)), None)
    after = next((p for p in parts[at + 1 : at + _FIGURE] if _is_edge(p)), None)
    return bool(before and after and before.kind == "caption" and after.kind == "source")


def _is_edge(part: Part) -> bool:
    return part.kind in ("caption", "source", "table") or (part.kind == "heading" and not part.weak)


def _short_run(parts: list[Part], at: int) -> int:
    """How many short lines without an end stand together around `at`."""
    first = last = at
    while first and _is_short(parts[first - 1]):
        first -= 1
    while last + 1 < len(parts) and _is_short(parts[last + 1]):
        last += 1
    return last - first + 1


def _is_short(part: Part) -> bool:
    return part.kind == "paragraph" and len(part.lines) == 1 and is_title(part.text.value)


def _closed(part: Part) -> bool:
    return ends(part.text.value) or is_title(part.text.value) or width(part.text.value) < 80


def _opens_chapter(parts: list[Part], at: int, titles: set[str]) -> bool:
    """True for a title without number above a `3.1` that begins a new count."""
    part = parts[at]
    if part.mark.style not in ("", "bold") or part.mark.hashes:
        return False
    if key(part.text.value) in titles:
        return True
    body = False
    for below in parts[at + 1 : at + 12]:
        if below.kind == "heading":
            if below.mark.style == "decimal":
                return below.mark.numbers[1:] == (1,) * (len(below.mark.numbers) - 1)
            if body or below.mark.style not in ("", "bold"):
                return False
        else:
            body = True
    return False


def _cut(stack: list[Part], part: Part, adjacent: bool, opens: bool) -> list[Part]:
    """The headings that `part` stands under."""
    mark = part.mark
    if mark.hashes:
        return [h for h in stack if 0 < h.mark.hashes and _outranks(h.mark, mark)]
    base = [h for h in stack if h.mark.hashes]
    return base + _cut_unmarked(stack[len(base) :], part, adjacent, opens)


def _cut_unmarked(
    stack: list[Part], part: Part, adjacent: bool, opens: bool
) -> list[Part]:
    """The same below the Markdown headings, for a heading without #."""
    mark = part.mark
    if opens and not adjacent:
        decimal = next((i for i, h in enumerate(stack) if h.mark.style == "decimal"), len(stack))
        return [h for h in stack[:decimal] if not h.weak and h.mark.style]
    if mark.style in ("", "bold"):
        return stack if adjacent else _strong(stack)
    if mark.style == "decimal":
        deeper = (
            i for i, h in enumerate(stack)
            if h.mark.style == "decimal" and len(h.mark.numbers) >= len(mark.numbers)
        )  # fmt: skip
        return stack[: next(deeper, len(stack))]
    same = (i for i, h in enumerate(stack) if h.mark.style == mark.style)
    cut = stack[: next(same, len(stack))]
    return cut if adjacent else _strong(cut)


def _strong(stack: list[Part]) -> list[Part]:
    """The stack without the weak headings on top of it."""
    while stack and stack[-1].weak:
        stack = stack[:-1]
    return stack


def _outranks(above: Mark, below: Mark) -> bool:
    """True where a Markdown heading stands over another: fewer #, or the weightier number."""
    if above.hashes != below.hashes:
        return above.hashes < below.hashes
    if above.style == below.style == "decimal":
        return len(above.numbers) < len(below.numbers)
    return bool(above.style) and above.style != below.style and RANK[above.style] < RANK[below.style]
