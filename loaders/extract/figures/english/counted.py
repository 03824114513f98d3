"""The ways an English clause says what a number is: what stands behind it, and verbs of doing."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.extract.figures.english import doers, frames, measured
from loaders.extract.figures.english.frames import Found, Place
from loaders.extract.figures.english.words import (
    flow,
    flow_of,
    head_at_start,
    lead,
    until,
    verb,
    words,
)
from loaders.extract.figures.numbers import Quantity
from loaders.grammar import load

_NO_NOUN = re.compile(r"\b(?:of|its|their|the|is|are|was|were|has|have|will)\b")
_NOUN_END = re.compile(
    r"\s(?:a|an|per|is|are|was|were|has|have|will|over|alone|shipped|delivered|sold|produced)\b"
)
_OF = re.compile(r"\s(?P<p>of|in|to|on|for|from)\s(?P<o>[^,;.()]{2,60})")
_OWNER = re.compile(r"(?P<x>[A-Z][\w&.\-]*(?:\s[A-Z][\w&.\-]*)*)(?:[’']s?)?$")
_PASSIVE = re.compile(
    r"\s(?!of\b)(?P<n>[\w\-]+(?:\s[\w\-]+){0,2}?)\s(?:were\s|are\s|was\s)?"
    r"(?P<v>shipped|delivered|sold|produced|built|installed|deployed)\b"
)
_BARE = re.compile(r"^[A-Za-z][A-Za-z’'\-/ ]*")
_TO = re.compile(r"\bto\s*(?:about|around|nearly|roughly|over)?\s*$")
_PLACES = ("countries", "cities", "states")
_TOWARD = ("discount", "exposure", "commitment", "premium")
_NEAR, _CLOSE, _MANY = 160, 40, 1000


def found(value: str, q: Quantity, last: int) -> Found | None:
    """What the words around a number say of it; None where they do not tell.

    `last` is where the number before it ends.
    """
    left = value[max(0, q.start - _NEAR) : q.start]
    at = Place(value[max(last, q.start - _NEAR) : q.start], left, value[q.end : q.end + _NEAR], q)
    if not q.unit and not _counts(at):
        return None
    for frame in _FRAMES:
        if what := frame(at):
            return what
    return None


def _counts(at: Place) -> bool:
    """Whether a number without a unit counts: behind a label or a verb of doing, before a noun, or
    as the same thing at another time."""
    near = at.left[-_CLOSE:]
    if frames.origin(at) or frames.label(at):
        return True
    if at.q.low >= _MANY and (flow().search(near) or _TO.search(near)):
        return True
    return at.right.startswith(" ") and bool(_BARE.match(at.right.lstrip()))


def _behind(at: Place) -> Found | None:
    """`a 44% discount`, `$500M Apple commitment`, `16 percent share of X`."""
    q, text = at.q, at.right.lstrip()
    m = head_at_start().match(text)
    if not q.unit and flow().search(at.near):
        return None  # to produce 5,000 robots tells of production
    if not m or not at.right.startswith((" ", "-")) or not _heads(m, q):
        return None
    head, before = m.group("head"), m.group("before").strip()
    owner = _OWNER.search(before)
    rest = before[: owner.start()].strip() if owner else before
    metric = f"{rest} {head}".strip()
    if owner:
        return Found("noun", owner.group("x"), metric)
    of = _OF.match(text[m.end() :])
    if of and of.group("p") == "to" and head.lower() not in _TOWARD:
        of = None
    name = lead(until(of.group("o"))) if of else ""
    doer = doers.doer(at.near)
    if not doer and name and not q.share and not q.money and of and of.group("p") != "in":
        return Found("noun", name, metric)
    return Found("noun", doer, f"{metric} of {name}" if name and q.share else metric)


def _heads(m: re.Match[str], q: Quantity) -> bool:
    """Whether a noun behind a number is measured by it."""
    head, before = m.group("head").lower(), m.group("before").strip()
    if before and (measured.STOP.search(f" {before} ") or _NO_NOUN.search(before)):
        return False
    if head in words("deals") or (q.share and head in ("market", "plan", "target")):
        return False
    if not q.unit:
        return head in words("countable")
    return q.share or measured.is_money(q)


def _flow(at: Place) -> Found | None:
    """`shipped 5,500 humanoids`, `will invest $3 billion`."""
    q, money = at.q, measured.is_money(at.q)
    if q.share:
        return None
    m = flow().search(at.near)
    if not m:
        done = None if money else _PASSIVE.match(at.right)
        return Found("flow", done.group("n"), flow_of(done.group("v"))) if done else None
    metric, noun = flow_of(m.group("verb")), "" if money else _noun(at)
    bare = metric in words("bare") and at.right[:1] in " ,.;"
    if not (money or noun or q.unit or bare) or (metric in words("money") and not money):
        return None
    goods = "" if noun == "units" else noun
    return Found("flow", doers.before(at.near[: m.start()]), f"{goods} {metric}".strip())


def _owned(at: Place) -> Found | None:
    """`features 6,000 unique components`, `employs 40,000 people`."""
    m, q, noun = verb("own").search(at.near), at.q, _noun(at)
    if (
        not (m and noun)
        or q.share
        or measured.is_money(q)
        or q.unit in load("units")["number"]["time"]
        or noun in words("measures")
    ):
        return None
    return Found("count", doers.before(at.near[: m.start()]), f"number of {noun}")


def _rated(at: Place) -> Found | None:
    """`delivers 400 TOPS at 35 W`: what a unit measures of its own."""
    metric = load("figures_en")["units"].get(at.q.unit, "")
    if not metric:
        return None
    if m := verb("rated").search(at.near):
        return Found("rated", doers.before(at.near[: m.start()]), metric)
    again = re.fullmatch(r"\s*(?:,|and|at|with)\s*(?:just|only|up to)?\s*", at.near)
    return Found("rated", "", metric, again=True) if again else None


def _places(at: Place) -> Found | None:
    """`in more than 60 countries`."""
    if at.q.unit in _PLACES and re.search(r"\b(?:in|across|from|to)\s*$", at.near):
        return Found("places", "", f"number of {at.q.unit}")
    return None


def _noun(at: Place) -> str:
    """The plural noun that is counted behind a number."""
    unit = at.q.unit
    if unit == "units" or (
        unit.isalpha() and len(unit) > 3 and unit.endswith("s") and unit != "times"
    ):
        return f"{unit} of freedom" if at.right.startswith(" of freedom") else unit
    piece = measured.STOP.split(at.right.lstrip())[0].strip() if at.right.startswith(" ") else ""
    nouns = _NOUN_END.split(piece)[0].split()[:4]
    if not nouns or nouns[0] in ("in", "of") or not nouns[-1].lower().endswith("s"):
        return ""
    return " ".join(nouns) if all(n[0].isalpha() for n in nouns) else ""


_FRAMES: tuple[Callable[[Place], Found | None], ...] = (
    frames.cagr,
    frames.origin,
    frames.revised,
    frames.target,
    frames.share,
    frames.label,
    frames.growth,
    frames.ranked,
    measured.of_head,
    _behind,
    measured.value,
    measured.measure,
    frames.level,
    _rated,
    _flow,
    _owned,
    _places,
)
