"""The items that a cell lists: names, each with what stands in brackets after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.concepts import model_like, plausible
from loaders.extract.tables.grid import empty
from loaders.extract.tables.packed import unpacked
from loaders.grammar import load

_PART = re.compile(r"<p>|</p>|\n|[•●;；]")
_BRACKET = re.compile(r"^(?P<name>.*?)\s*[（(](?P<inside>[^（）()]+)[)）]\s*$")
_VARIANT = re.compile(r"[A-Z][A-Za-z0-9+]{1,8}")
_LABEL = re.compile(r"^\s*(?P<label>[^：:，,、]{1,24})[：:]\s*(?P<rest>.+)$", re.DOTALL)
_JUNK = re.compile(
    r"^[\s•●·*\-–—“”\"'`\[\]]+|(?<![\s•●·*“”\"'`\[\]。；;])[\s•●·*“”\"'`\[\]。；;]+$|(?:等|etc\.?)\s*$"
)
# `协作机器人 CX`, `VX-16/32 等激光雷达`: what kind of thing a name is the name of
_KIND = re.compile(r"(?P<kind>[\u4e00-\u9fff]{3,8})\s(?P<name>[A-Z][A-Za-z0-9][\w\-+. ]{0,20})")
_ETC = re.compile(r"(?P<name>[A-Z][\w\-+./ ]{1,24}?)\s?等(?P<kind>[\u4e00-\u9fff]{2,8})")
_SENTENCE = re.compile(r"[。！？]")
LONGEST = 40
_REMARK = 16


@dataclass(frozen=True)
class Item:
    """One name of a cell. `inside` stands in brackets after it, `label` before a colon.

    `kind` is the word for what it is, where the cell puts one beside the name.
    """

    name: str
    inside: str | None = None
    label: str | None = None
    kind: str | None = None


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
            name, kind = _kinded(piece.strip())
            for single in unpacked(name):
                out.extend(_item(single, label, kind))
    return out


def _kinded(piece: str) -> tuple[str, str | None]:
    """A name without the word for its kind that stands before it or behind 等, and that word."""
    m = _KIND.fullmatch(piece) or _ETC.fullmatch(piece)
    return (m["name"], m["kind"]) if m and plausible(m["kind"]) else (piece, None)


def _item(piece: str, label: str | None, kind: str | None) -> Iterator[Item]:
    inside = None
    text = _clean(piece)
    if (m := _BRACKET.match(text)) and not _variant(m):
        text, inside = m.group("name").strip(), m.group("inside").strip()
    text = _clean(text)
    if text and len(text) <= LONGEST and not empty(text) and not _SENTENCE.search(text):
        yield Item(text, inside, label, kind)


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
