"""What a cell lists: names, each with what stands in brackets after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.concepts import model_like, plausible
from loaders.document import Document
from loaders.english.runs import words
from loaders.extract.tables.grid import empty
from loaders.grammar import load
from loaders.things import CONCEPTS, ORGS, Thing

_BRACKET = re.compile(r"^(?P<name>.*?)\s*[（(](?P<inside>[^（）()]+)[)）]\s*$")
_LABEL = re.compile(r"^\s*(?P<label>[^：:，,、]{1,24})[：:]\s*(?P<rest>.+)$", re.DOTALL)
_TICKER = re.compile(r"^\s*\d{4,6}(?:\.[A-Z]{2})?\s*$")
_JUNK = re.compile(r"^[\s•●·*\-–—“”\"'`\[\]]+|[\s•●·*“”\"'`\[\]。；;]+$|(?:等|etc\.?)\s*$")
_COUNT = re.compile(r"^(?:约|共)?(?:双(?=[A-Z])|[\d.]+(?:[-~—][\d.]+)?\s*(?:颗|个|台|块|枚|片|组|套|路|只|x |×))\s*(?=\S{2,})")
_MIXED = re.compile(
    r"(?:([\u4e00-\u9fff]{2,10})\s*([A-Za-z][A-Za-z &.]{1,24})|([A-Za-z][A-Za-z &.]{1,24})\s*([\u4e00-\u9fff]{2,10}))"
)
_FOLDED = re.compile(r"(?P<stem>[A-Za-z\u4e00-\u9fff][^/\d]*)(?P<one>\d+[A-Z]?)/(?P<two>\d+[A-Z]?)")
_CODE = re.compile(r"[\u4e00-\u9fff]{2,6}\d[\w\-]*|[\u4e00-\u9fff]{2,6}-?\d+\w*|[A-Z][A-Za-z ]{1,12}-[A-Z0-9]+|[A-Z]{2,5}\d{2,4}[A-Z]?")
# rare-earth magnets from Fort Worth: what follows tells of the thing, it is no part of its name
_MODIFIER = re.compile(r"(?<=\w) (?:from|for|with|using|based on|used in|made by|made in) ")
_MADE = re.compile(r"(?<=\w{3}) (?:manufacturing|production)$")
_SMALL = frozenset(("of", "and", "the", "for", "de", "von", "van", "du", "la", "bp", "plc"))
LONGEST = 40


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
    for part in re.split(r"<p>|</p>|\n|[•●;；]", cell):
        label = None
        if (m := _LABEL.match(part)) and len(m.group("rest")) > 1:
            label, part = m.group("label").strip(), m.group("rest")
        for piece in _pieces(part):
            for single in _unfolded(piece):
                out.extend(_item(single, label))
    return out


def _item(piece: str, label: str | None) -> Iterator[Item]:
    inside = None
    text = _clean(piece)
    if (m := _BRACKET.match(text)) and not _variant(m):
        text, inside = m.group("name").strip(), m.group("inside").strip()
    text = _clean(text)
    if text and len(text) <= LONGEST and not empty(text) and not re.search(r"[。！？]", text):
        yield Item(text, inside, label)


def _unfolded(piece: str) -> list[str]:
    """`洪荒70/170` names two models, and so does `KMAX-U/Xeonova-1`."""
    if m := _FOLDED.fullmatch(piece.strip()):
        return [m.group("stem") + m.group("one"), m.group("stem") + m.group("two")]
    halves = piece.split("/")
    if len(halves) == 2 and all(_CODE.fullmatch(h.strip()) for h in halves):
        return halves
    return [piece]


def _variant(m: re.Match[str]) -> bool:
    """Whether a bracket belongs to the name of a model: GB300 (Ultra) is not GB300."""
    return model_like(m.group("name").strip()) and bool(
        re.fullmatch(r"[A-Z][A-Za-z0-9+]{1,8}", m.group("inside"))
    )


def _clean(text: str) -> str:
    before = None
    while text != before:
        before, text = text, _JUNK.sub("", text).strip()
    return text


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(load("headers")["split"]["marks"])


def _pieces(text: str) -> list[str]:
    """A cell cut at its list marks, but not inside brackets."""
    out, depth, at = [], 0, 0
    for m in re.finditer(r"[（(]|[)）]|" + _marks().pattern, text):
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


def things(document: Document, cell: str, *classes: str) -> list[tuple[Thing, Item]]:
    """The things a cell names, of the first of `classes` where nobody knows them."""
    out = []
    for item in items(cell):
        thing = thing_of(document, item, *classes)
        if thing is not None:
            out.append((thing, item))
    return out


def thing_of(document: Document, item: Item, *classes: str) -> Thing | None:
    """The thing of one item; None where it reads like no name of that class."""
    gazetteer = document.gazetteer
    name = item.name
    concept = classes[0] in CONCEPTS
    if concept:
        name = _COUNT.sub("", name).strip() or name
        name = re.sub(r"(?:芯片)?\s*\(\d+\s*TOPS\)$", "", name)
        name = _MADE.sub("", _MODIFIER.split(name)[0]) if name.isascii() else name
    if classes[0] in ORGS:
        other = gazetteer.known(name)
        if not _org_like(name) or (other is not None and other.cls not in ORGS):
            return None
        if other is None and _product_of(document, name):
            return None
    known = gazetteer.named(name, *classes)
    if known.row is None and not concept and re.search(r"[\u4e00-\u9fff]", name) and plausible(name):
        return None  # a column of companies that lists what they serve
    if known.row is None and not concept and (mixed := _MIXED.fullmatch(name)):
        halves = [gazetteer.named(h.strip(), *classes) for h in (mixed[1] or mixed[4], mixed[2] or mixed[3])]
        known = next((h for h in halves if h.row), halves[0]).called(*(h.name for h in halves))
    if known.row is None and concept:
        if not plausible(name, loose=True) and not model_like(name):
            return None
        if classes[0] == "Technology" and model_like(name) and "Product" in classes:
            known = gazetteer.named(name, "Product", *classes)
    return known.called(*_aliases(item, known))


def _product_of(document: Document, name: str) -> bool:
    """Whether a name begins with a company's and goes on like no company's: Apple Silicon."""
    first = next(iter(document.gazetteer.find(name)), None)
    if not name.isascii() or first is None or first.thing.cls != "Company" or first.start:
        return False
    last = name.rsplit(maxsplit=1)[-1].strip(".,")
    tails = words("tails") | words("empty_tails") | words("legal") | words("bodies")
    return first.end < len(name) and name[first.end] == " " and last not in tails


def _aliases(item: Item, thing: Thing) -> list[str]:
    """What stands in brackets, where it is another name (not a place, a number or a remark)."""
    inside = item.inside
    if not inside or _TICKER.match(inside):
        return []
    if thing.cls in CONCEPTS and re.fullmatch(r"[A-Za-z][A-Za-z0-9 .+/\-]{1,30}", inside):
        return [inside]
    if thing.cls == "Company" and re.fullmatch(r"[A-Z][A-Za-z0-9 .&\-]{1,30}", inside) and re.search(r"[\u4e00-\u9fff]", item.name):
        return [inside]
    return []


def _org_like(name: str) -> bool:
    if len(name) < 2 or len(name) > LONGEST or re.search(r"\d{2,}%|\d+(?:亿|万)|[，。：]", name):
        return False
    if re.fullmatch(r"[\d\s.,%~\-–+/]+", name) or re.match(r"\d{2,4}[年./\-]|\d+月", name):
        return False
    # a phrase in Latin letters (rare earth leverage) is no name: its words would have capitals
    if name.isascii() and any(w.islower() and w not in _SMALL for w in name.split()[1:]):
        return False
    return not re.search(r"(?:公司|企业|机构|厂商|股东|银行|资本)(?:跟投|等)$|^(?:多家|多个|若干|其他|其它|部分)", name)
