"""How deep each heading stands, and which headings stand above each part."""

from __future__ import annotations

from loaders.layout.contents import key
from loaders.layout.marks import RANK, Mark
from loaders.layout.parts import Part


def rank(parts: list[Part], titles: set[str], starts: dict[int, int]) -> list[tuple[Part, ...]]:
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
        return [h for h in stack if h.mark.hashes > 0 and _outranks(h.mark, mark)]
    base = [h for h in stack if h.mark.hashes]
    return base + _cut_unmarked(stack[len(base) :], part, adjacent, opens)


def _cut_unmarked(stack: list[Part], part: Part, adjacent: bool, opens: bool) -> list[Part]:
    """The same below the Markdown headings, for a heading without #."""
    mark = part.mark
    if opens and not adjacent:
        decimal = next((i for i, h in enumerate(stack) if h.mark.style == "decimal"), len(stack))
        return [h for h in stack[:decimal] if not h.weak and h.mark.style]
    if mark.style in ("", "bold"):
        # a title right below another stands under it; a fourth one takes the third's place
        return stack[: len(_strong(stack)) + 2] if adjacent else _strong(stack)
    if mark.style == "decimal":
        deeper = (
            i for i, h in enumerate(stack)
            if h.mark.style == "decimal" and len(h.mark.numbers) >= len(mark.numbers)
        )  # fmt: skip
        return stack[: next(deeper, len(stack))]
    if mark.style in ("chapter", "part"):
        return [h for h in stack if RANK[h.mark.style] < RANK[mark.style]]
    for at, heading in enumerate(stack):
        if heading.mark.style == mark.style:
            return stack[:at]
    return stack if adjacent else _strong(stack)


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
    return above.style not in ("", below.style) and RANK[above.style] < RANK[below.style]
