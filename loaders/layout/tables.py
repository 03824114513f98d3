"""Tables of tab- or pipe-separated lines."""

from __future__ import annotations

import re

from loaders.blocks import Table, Text
from loaders.layout.inline import clean
from loaders.layout.lines import Line

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_WIKI = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]")
_NUMBER = re.compile(
    r"[-+±~≈<>≤≥约超近\s]*[$￥€]?\d[\d,.]*\s*(?:%|pct|倍|亿|万|元|美元|[a-zA-Z/]{1,6}){0,4}"
)
Row = tuple[Text, ...]


def run(lines: list[Line], at: int) -> tuple[int, bool]:
    """Where lines with separators end that begin at `at`, and whether they are a table."""
    if _has_pipes(lines, at):
        led = lines[at].text[0] == "|"
        end = at
        while end < len(lines) and _follows(lines, at, end, 1):
            text = lines[end].text
            if text[0] != "|" if led else "|" not in text:
                break
            end += 1
        return end, True
    end = at
    while end < len(lines) and "\t" in lines[end].raw.strip(" ") and _follows(lines, at, end, 2):
        end += 1
    filled = [sum(1 for cell in line.raw.split("\t") if cell.strip()) for line in lines[at:end]]
    good = max(filled, default=0) > (1 if end - at > 1 else 2)
    return end, good and sum(n > 1 for n in filled) * 2 >= len(filled)


def read(text: str, lines: list[Line]) -> Table:
    """The table that these lines are."""
    if "|" in lines[0].text and "\t" not in lines[0].raw.strip(" "):
        return _piped(text, lines)
    return build([_cells(text, line.base, line.raw.split("\t"), 1) for line in lines])


def build(rows: list[list[Text]], headers: int | None = None) -> Table:
    """A table of these rows: padded, rows that repeat the header left out."""
    rows = [rows[0], *(_fitted(row, len(rows[0])) for row in rows[1:])]
    columns = max(map(len, rows))
    while columns > 1 and all(len(row) < columns or not row[columns - 1].value for row in rows):
        columns -= 1
    even = [_padded(row[:columns], columns) for row in rows]
    top = _headers(even) if headers is None else headers
    head = {tuple(cell.value for cell in row) for row in even[:top]}
    body = [row for row in even[top:] if tuple(cell.value for cell in row) not in head]
    return Table((*even[:top], *body), top)


def _follows(lines: list[Line], first: int, at: int, gap: int) -> bool:
    return at == first or lines[at].number - lines[at - 1].number <= gap


def _has_pipes(lines: list[Line], at: int) -> bool:
    text = lines[at].text
    if "|" not in text or "\t" in lines[at].raw.strip(" "):
        return False
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if "|" in below and _RULE.fullmatch(below):
        return True
    return text[0] == "|" and text[-1] == "|" and text.count("|") > 2


def _cells(text: str, start: int, cells: list[str], apart: int) -> list[Text]:
    """Cleaned cells that stand one after another from `start`, `apart` characters between."""
    row = []
    for cell in cells:
        row.append(clean(text, start, start + len(cell)))
        start += len(cell) + apart
    return row


def _piped(text: str, lines: list[Line]) -> Table:
    rules = [i for i, line in enumerate(lines) if _RULE.fullmatch(line.text)]
    rows = [_pipe_cells(text, line) for i, line in enumerate(lines) if i not in set(rules)]
    headers = rules[0] if rules else None
    if headers and not any(cell.value for row in rows[:headers] for cell in row):
        rows, headers = rows[headers:], 0
    return build(rows or [[Text("", ((0, lines[0].start),))]], headers)


def _pipe_cells(text: str, line: Line) -> list[Text]:
    body = line.text
    lead = 1 if body[0] == "|" else 0
    tail = len(body) - (1 if body[-1] == "|" and len(body) > 1 and body[-2] != "\\" else 0)
    masked = body.replace("\\|", "\0\0")
    if "[[" in masked:
        masked = _WIKI.sub(lambda m: m[0].replace("|", "\0"), masked)
    return _cells(text, line.start + lead, masked[lead:tail].split("|"), 1)


def _fitted(row: list[Text], columns: int) -> list[Text]:
    """A row longer than the header without the empty cells that make it so."""
    spare = len(row) - columns
    if spare <= 0 or sum(not cell.value for cell in row) < spare:
        return row
    kept = []
    for cell in row:
        if spare and not cell.value:
            spare -= 1
        else:
            kept.append(cell)
    return kept


def _padded(row: list[Text], columns: int) -> Row:
    place = row[-1].pieces[-1][1] + len(row[-1].value) if row else 0
    return (*row, *(Text("", ((0, place),)) for _ in range(columns - len(row))))


def _headers(rows: list[Row]) -> int:
    """How many rows at the top are headers: two where the second fills gaps of the first."""
    if len(rows) < 2:
        return 0 if len(rows) == 1 else 1
    first, second = rows[0], rows[1]
    gaps = any(not cell.value for cell in first[1:])
    if not gaps or not first[0].value or len(rows) < 3:
        return 1
    words = not any(_NUMBER.fullmatch(cell.value) for cell in second)
    return 2 if second[0].value == first[0].value or (words and not second[0].value) else 1
