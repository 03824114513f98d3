"""Parts of a report: lines that belong together, before anything is known of their place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from loaders.blocks import Kind, Table, Text
from loaders.layout import aligned, tables
from loaders.layout.flow import Flow, joined
from loaders.layout.inline import clean
from loaders.layout.lines import Line, ends
from loaders.layout.marks import SECTIONS, Mark, Marks
from loaders.layout.titles import is_caption, is_credit, is_source, is_title


@dataclass
class Part:
    """Lines that make one block.

    `weak` tells a heading known by its looks alone, `literal` a line of a fenced block.
    """

    kind: Kind
    lines: list[Line]
    mark: Mark = field(default_factory=Mark)
    table: Table | None = None
    text: Text = field(default_factory=lambda: Text(""))
    weak: bool = False
    literal: bool = False
    level: int = 0

    @cached_property
    def is_short(self) -> bool:
        """True for one short line without an end."""
        return len(self.lines) == 1 and is_title(self.text.value)

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


def split(text: str, lines: list[Line], marks: Marks) -> list[Part]:
    """The parts of a text, given its lines without the furniture."""
    flow = Flow(lines)
    parts: list[Part] = []
    at = dull = 0
    while at < len(lines):
        fence = _fenced(lines, at)
        if fence > at:
            parts += [Part("paragraph", [line], literal=True) for line in lines[at + 1 : fence - 1]]
            at = fence
            continue
        end, found = tables.run(lines, at) if at >= dull else (dull, False)
        if not found:
            dull = end
        else:
            parts.append(Part("table", lines[at:end], table=tables.read(text, lines[at:end])))
            at = end
            continue
        grid = aligned.read(text, lines, at, marks)
        if grid:
            parts.append(Part("table", lines[at : grid.end], table=grid.table))
            at = grid.end
            continue
        _take(parts, lines[at], flow, marks)
        at += 1
    for part in parts:
        part.text = _text(text, part)
    return [part for part in parts if part.text.value]


def _take(parts: list[Part], line: Line, flow: Flow, marks: Marks) -> None:
    """Add one line: to the part before it where the sentence goes on, else as a new part."""
    mark = marks.read(line.text)
    if mark.hashes:
        parts.append(Part("heading", [line], mark))
    elif is_caption(line.text):
        parts.append(Part("caption", [line]))
    elif is_source(line.text):
        parts.append(Part("source", [line]))
    elif (mark.bullet or mark.style) and not (parts and _counts_on(parts[-1], line, mark, flow)):
        parts.append(Part("item", [line], mark))
    elif parts and _open(parts[-1]) and _goes_on(parts, line, flow):
        parts[-1].lines.append(line)
    elif is_credit(line.text):
        parts.append(Part("caption", [line]))
    else:
        parts.append(Part("paragraph", [line]))


def _open(part: Part) -> bool:
    return part.kind in ("paragraph", "item", "caption", "source") and not part.literal


def _counts_on(part: Part, line: Line, mark: Mark, flow: Flow) -> bool:
    """True for a number at the beginning of a line that goes on with a broken sentence."""
    if mark.bullet or (mark.style in SECTIONS and mark.style != "decimal"):
        return False
    return _open(part) and flow.breaks(part.lines[-1], line)


def _goes_on(parts: list[Part], line: Line, flow: Flow) -> bool:
    part = parts[-1]
    last = part.lines[-1]
    below = line.number == last.number + 1
    if is_numbered_title(part) and not flow.breaks(last, line):
        return False
    if part.kind == "paragraph" and below and line.indent > last.indent + 1:
        return False  # the first line of a paragraph is set in
    if not flow.goes_on(part.lines, line):
        return below and part.kind == "item" and line.indent > part.lines[0].indent
    if below:
        return True
    return part.kind in ("paragraph", "item") and (flow.measure > 0 or not _ends_bare(parts))


def is_numbered_title(part: Part) -> bool:
    """True for one line with a section's number and a title's looks."""
    text = part.lines[0].text[part.mark.length :]
    return part.mark.style in SECTIONS and len(part.lines) == 1 and is_title(text, 110)


def _ends_bare(parts: list[Part]) -> bool:
    """True in a list whose items have no full stops."""
    if len(parts) < 2 or parts[-1].kind != "item" or parts[-2].kind != "item":
        return False
    same = sign(parts[-1]) == sign(parts[-2])
    return same and not ends(parts[-2].lines[-1].text)


def sign(part: Part) -> str:
    """What tells the items of one list from those of another."""
    return part.mark.bullet or part.mark.style


def _fenced(lines: list[Line], at: int) -> int:
    """The index behind a fenced block that begins at `at`; `at` where none does."""
    if lines[at].text.startswith("```"):
        for end in range(at + 1, min(len(lines), at + 400)):
            if lines[end].text.startswith("```"):
                return end + 1
        return at + 1
    return at


def _text(text: str, part: Part) -> Text:
    first = part.lines[0]
    if part.kind == "table":
        return Text.join((Text(line.raw, ((0, line.base),)) for line in part.lines), "\n")
    skip = part.mark.length if part.kind in ("item", "heading") else 0
    lines = [clean(text, line.start, line.end) for line in part.lines[1:]]
    return joined([clean(text, first.start + skip, first.end), *lines])
