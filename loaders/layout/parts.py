"""Parts of a report: lines that belong together, before anything is known of their place."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.blocks import Kind, Table, Text
from loaders.layout import aligned, tables
from loaders.layout.flow import Flow, glue
from loaders.layout.inline import clean
from loaders.layout.lines import Line
from loaders.layout.marks import Mark, Marks
from loaders.layout.titles import is_caption, is_credit, is_source


@dataclass
class Part:
    """Lines that make one block. `weak` tells a heading known by its looks alone."""

    kind: Kind
    lines: list[Line]
    mark: Mark = field(default_factory=Mark)
    table: Table | None = None
    text: Text = field(default_factory=lambda: Text(""))
    weak: bool = False
    level: int = 0

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
    at = 0
    while at < len(lines):
        fence = _fenced(lines, at)
        if fence > at:
            parts += [Part("paragraph", [line]) for line in lines[at + 1 : fence - 1]]
            at = fence
            continue
        end = tables.run(lines, at)
        if end > at:
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
    elif mark.bullet or mark.style:
        parts.append(Part("item", [line], mark))
    elif parts and _open(parts[-1]) and _goes_on(parts[-1], line, flow):
        parts[-1].lines.append(line)
    elif is_credit(line.text):
        parts.append(Part("caption", [line]))
    else:
        parts.append(Part("paragraph", [line]))


def _open(part: Part) -> bool:
    return part.kind in ("paragraph", "item", "caption", "source")


def _goes_on(part: Part, line: Line, flow: Flow) -> bool:
    last = part.lines[-1]
    if part.kind in ("caption", "source"):
        return line.number == last.number + 1 and flow.joins(last, line)
    if line.number == last.number + 1 and part.kind == "item" and line.indent > part.lines[0].indent:
        return True
    return flow.joins(last, line)


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
        start, end = first.base, part.lines[-1].base + len(part.lines[-1].raw)
        return Text(text[start:end], ((0, start),))
    skip = part.mark.length if part.kind in ("item", "heading") else 0
    pieces = [clean(text, first.start + skip, first.end)]
    for last, line in zip(part.lines, part.lines[1:], strict=False):
        piece = clean(text, line.start, line.end)
        if piece.value:
            pieces.append(_spaced(piece) if glue(last.text, line.text) else piece)
    return Text.join(pieces)


def _spaced(text: Text) -> Text:
    shifted = tuple((here + 1, there) for here, there in text.pieces)
    return Text(" " + text.value, ((0, text.offset(0)), *shifted))
