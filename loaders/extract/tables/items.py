"""The items that a cell lists: names, each with what stands in brackets after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.concepts import model_like
from loaders.extract.tables.grid import empty
from loaders.grammar import load

_PART = re.compile(r"<p>|</p>|\n|[•●;；]")
_BRACKET = re.compile(r"^(?P<name>.*?)\s*[（(](?P<inside>[^（）()]+)[)）]\s*$")
_VARIANT = re.compile(r"[A-Z][A-Za-z0-9+]{1,8}")
_LABEL = re.compile(r"^\s*(?P<label>[^：:，,、]{1,24})[：:]\s*(?P<rest>.+)$", re.DOTALL)
_JUNK = re.compile(
    r"^[\s•●·*\-–—“”\"'`\[\]]+|(?<![\s•●·*“”\"'`\[\]。；;])[\s•●·*“”\"'`\[\]。；;]+$|(?:等|etc\.?)\s*$"
)
_FOLDED = re.compile(
    r"(?P<stem>(?:[A-Za-z\u4e00-\u9fff][^/\d]*)?)"
    r"(?P<several>\d+[A-Za-z]?(?:/\d+[A-Za-z]?)+|(?<![^\s])[A-Z](?:/[A-Z])+)(?P<tail>(?:\s?系列)?)"
)
# CRX-5～CRX-25: from one model to another, both are named
_RANGE = re.compile(r"(?<=[A-Za-z\d])\s?[～~]\s?(?=[A-Z])")
_LATIN = re.compile(r"[A-Z][a-z]{2,}")
_CODE = re.compile(
    r"[\u4e00-\u9fff]{2,6}\d[\w\-]*|[\u4e00-\u9fff]{2,6}-?\d+\w*"
    r"|[A-Z][A-Za-z ]{1,12}-[A-Z0-9]+|[A-Z]{2,5}\d{1,4}[A-Z]?"
)
_SENTENCE = re.compile(r"[。！？]")
LONGEST = 40
_REMARK = 16


@dataclass(frozen=True)
class Item:
    """One name of a cell. `inside` stands in brackets after it, `label` before a colon."""

    name: str
    inside: str | None = None
    label: str | None = None


def items(cell: str) -> list[Item]:
    """The names a cell lists, in order; none for a cell that says nothing or tells a story."""
    if empty(cell):
        return []
    out: list[Item] = []
    for part in _PART.split(cell):
        m = _LABEL.match(part)
        labelled = m is not None and len(m.group("rest")) > 1
        label, rest = (
            (m.group("label").strip(), m.group("rest")) if m and labelled else (None, part)
        )
        if label and _BRACKET.match(label) and len(rest) > _REMARK:
            label, rest = None, label  # `HX-1（德国）：…`: a name, and a remark on it
        for piece in _pieces(rest):
            for single in _unfolded(piece):
                out.extend(_item(single, label))
    return out


def _item(piece: str, label: str | None) -> Iterator[Item]:
    inside = None
    text = _clean(piece)
    if (m := _BRACKET.match(text)) and not _variant(m):
        text, inside = m.group("name").strip(), m.group("inside").strip()
    text = _clean(text)
    if text and len(text) <= LONGEST and not empty(text) and not _SENTENCE.search(text):
        yield Item(text, inside, label)


def _unfolded(piece: str) -> list[str]:
    """`洪荒70/170` names two models, and so do `KMAX-U/Xeonova-1` and `Panda/FR3`."""
    if m := _FOLDED.fullmatch(piece.strip()):
        return [m["stem"] + one + m["tail"] for one in m["several"].split("/")]
    ends = _RANGE.split(piece)
    if len(ends) > 1 and all(map(model_like, ends)):
        return ends
    halves = [half.strip() for half in piece.split("/")]
    coded = [bool(_CODE.fullmatch(half)) for half in halves]
    if len(halves) == 2 and (all(coded) or (any(coded) and any(map(_LATIN.fullmatch, halves)))):
        return halves
    return [piece]


def _variant(m: re.Match[str]) -> bool:
    """Whether a bracket belongs to the name of a model: GB300 (Ultra) is not GB300."""
    return model_like(m.group("name").strip()) and bool(_VARIANT.fullmatch(m.group("inside")))


def _clean(text: str) -> str:
    before = None
    while text != before:
        before, text = text, _JUNK.sub("", text).strip()
    return text


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[（(]|[)）]|" + load("headers")["split"]["marks"])


def _pieces(text: str) -> list[str]:
    """A cell cut at its list marks, but not inside brackets."""
    out, depth, at = [], 0, 0
    for m in _marks().finditer(text):
        token = m.group()
        if token in "（(":
            depth += 1
        elif token in ")）":
            depth = max(0, depth - 1)
        elif depth == 0:
            out.append(text[at : m.start()])
            at = m.end()
    out.append(text[at:])
    return out
