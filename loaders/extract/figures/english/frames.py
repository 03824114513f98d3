"""The ways an English clause says what a number is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.figures.english.words import (
    Phrase, flow, flow_of, head_at_start, heads, lead, noun_phrase, phrase, verb,
)
from loaders.extract.figures.numbers import Quantity
from loaders.grammar import load

_BASIS = r"(?:year[\s-]on[\s-]year|year[\s-]over[\s-]year|y/y|yoy|quarter[\s-]on[\s-]quarter|quarter[\s-]over[\s-]quarter|qoq|from (?:a|the) (?:year|quarter|month) (?:earlier|ago|before)|annually|a year|per year|from last year|sequentially)"
_CAGR = re.compile(r"\b(?:CAGR|compound annual growth rate|annual growth rate|annualized growth)(?:\s\([^)]*\))?(?:\s(?:of|at|is|was|around|about|approximately|:))*\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?:,?\s*(?:up|down|compared|versus|vs\.?)\s(?:from|with|to|by)?|\bfrom|\bsurpassing last year’s|\bsurpassing)\s*(?:just|about|only|roughly|around)?\s*$", re.IGNORECASE)
_TO = re.compile(r"\bto\s*(?:about|around|nearly|roughly|over)?\s*$")
_STOP = re.compile(r"[,;:.()\[\]—]|\s(?:and|but|while|which|that|from|in|by|at|to|for|with|as|than|on|worth|including|such|said)\b")
_COUNTABLE = ("shipments", "deliveries", "sales", "production", "installations", "orders", "purchases", "deployments")
_BARE = re.compile(r"^[A-Za-z][A-Za-z’'\-/ ]*")


@dataclass(frozen=True, slots=True)
class Found:
    """What a clause says of a number. `again` goes on with the thing and metric before."""

    rule: str
    thing: str = ""
    metric: str = ""
    growth: bool = False
    again: bool = False
    past: bool = False
    unit: str = ""
    base: str = ""


def found(value: str, q: Quantity, last: int, all_: Sequence[Quantity]) -> Found | None:
    """What the words around a number say of it; None where they do not tell."""
    if not q.unit and not _counts(value, q):
        return None
    left, right = value[:q.start], value[q.end :]
    near = left[max(last, len(left) - 160) :]
    for frame in (_cagr, _origin, _target, _share, _label, _growth, _behind, _level, _flow, _owned, _places):
        if what := frame(near, left, right, q):
            return what
    return None


def _counts(value: str, q: Quantity) -> bool:
    """Whether a number without a unit counts something: behind a verb of doing, or before a noun."""
    large = not isinstance(q.value, tuple) and q.value >= 1000
    if large and (flow().search(value[: q.start]) or _TO.search(value[: q.start])):
        return True
    return bool(_BARE.match(value[q.end :].lstrip())) and value[q.until : q.until + 1] == " "


def _cagr(near: str, left: str, right: str, q: Quantity) -> Found | None:
    if q.share and (_CAGR.search(near) or re.match(r"\s(?:CAGR|compound annual)", right)):
        m = _CAGR.search(near)
        before = near[: m.start()] if m else near
        told = phrase(noun_phrase(re.sub(r"(?:,\s)?(?:at|with|growing at|a|an|the|representing)*\s*$", "", before)))
        return Found("cagr", told.thing if told else "", "CAGR", growth=True, again=not told)
    return None


def _origin(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`up from $355 million in 2024`: the same before."""
    if m := _FROM.search(near):
        before = near[: m.start()]
        told = phrase(name := noun_phrase(_verbless(before))) if m.group().strip().startswith("from") else None
        if told and (what := _sized(name, told, q)):
            return Found("from", what.thing, what.metric, past=True)
        return Found("from", again=True, past=True)
    return None


def _target(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`rose 24% to $1.53 billion`: the level behind growth, or behind `from X`."""
    if not _TO.search(near):
        return None
    words = _TO.sub("", near).rstrip()
    if not words.strip(" ,") or re.fullmatch(r"\s*(?:percent|%)?\s*(?:in \d{4}|in the [\w ]+|year on year|year-on-year|year-over-year|from a year earlier)?\s*", words):
        return Found("to", again=True)
    for kind in ("up", "down"):
        if m := verb(kind).search(words):
            told = phrase(noun_phrase(words[: m.start()]))
            if told:
                return Found("level", told.thing, told.metric)
    return None


def _sized(name: str, told: Phrase, q: Quantity) -> Phrase | None:
    """A market is measured in money, and keeps its name."""
    if told.metric.lower().split()[-1] not in ("market", "industry"):
        return told
    return Phrase("market size", name if told.thing in name else f"{told.thing} {told.metric}") if q.money or "$" in q.unit or "illion" in q.unit else None


def _verbless(text: str) -> str:
    for kind in ("up", "down", "level"):
        if m := verb(kind).search(text):
            return text[: m.start()]
    return text


def _share(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`accounts for 20% of X`."""
    if not q.share:
        return None
    whole = re.match(r"\s(?:share\s)?of\s(?P<o>[^,;.()]{2,60})", right)
    if m := verb("share").search(near):
        name = lead(_until(whole.group("o"))) if whole else ""
        return Found("share", noun_phrase(near[: m.start()]), f"share of {name}" if name and name != "share" else "share")
    if whole and (m := re.search(r"\b(?:has|have|had|holds?|held|owns?|controls?|commands?|captured|supplies|supplied|produces|makes|made|provides|records)\s*(?:[\w’' ]{0,30},)?\s*(?:an?|about|around)?\s*$", near)):
        name = lead(_until(whole.group("o")))
        return Found("share", noun_phrase(near[: m.start()]), f"share of {name}")
    if whole and re.search(r"(?:,|and)\s*$", near):
        return Found("share", "", f"share of {lead(_until(whole.group('o')))}")
    return None


def _label(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`Annual revenue (mid-2025): ~¥1B`."""
    m = re.match(r"\s*(?P<label>[A-Z][^:.;]{2,60}?)(?:\s\([^()]*\))?:\s*$", left)
    told = phrase(lead(re.sub(r"\s\([^()]*\)", "", m.group("label")))) if m else None
    return Found("label", told.thing, told.metric) if told else None


def _growth(near: str, left: str, right: str, q: Quantity) -> Found | None:
    if not q.share and q.unit not in ("times", "x"):
        return None
    for kind in ("up", "down"):
        m = verb(kind).search(near)
        if m and not _TO.search(near):
            basis = re.match(rf"\s(?P<b>{_BASIS})", right, re.IGNORECASE)
            told = phrase(noun_phrase(near[: m.start()]))
            suffix = ("growth" if kind == "up" else "decline") + (" year on year" if basis and "year" in basis.group("b").lower() or basis and "yoy" in basis.group("b").lower() else "")
            if told:
                return Found("growth", told.thing, f"{told.metric} {suffix}", growth=True, base=told.metric)
            name = noun_phrase(near[: m.start()])
            return Found("growth", name, suffix, growth=True) if name else Found("growth", "", suffix, growth=True, again=True)
    return None


def _behind(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`a 44% discount`, `$500M Apple commitment`, `20% equity`, `16 percent share of X`."""
    m = head_at_start().match(right.lstrip())
    if not m or not right.startswith((" ", "-")):
        return None
    head, before = m.group("head"), m.group("before").strip()
    if before and (_STOP.search(f" {before} ") or re.search(r"\b(?:of|its|their|the|is|are|was|were|has|have|will)\b", before)) or head.lower() in ("deal", "deals", "agreement") or (head.lower() in ("market", "plan", "target") and q.share):
        return None
    if not (q.share or q.money or "$" in q.unit or q.unit in ("", "billion", "million")) or (not q.unit and head.lower() not in ("employees", "customers", "users", "orders", "jobs", "patents", "stores", "suppliers", "components", "parts", "robots", "subscribers", "facilities", "shipments", "deliveries")):
        return None
    rest = right.lstrip()[m.end() :]
    of = re.match(r"\s(?P<p>of|in|to|on|for|from)\s(?P<o>[^,;.()]{2,60})", rest)
    owner = re.search(r"(?P<x>[A-Z][\w&.\-]*(?:\s[A-Z][\w&.\-]*)*)(?:[’']s?)?$", before)
    if of and of.group("p") == "to" and head.lower() not in ("discount", "exposure", "commitment", "premium"):
        of = None
    name = lead(_until(of.group("o"))) if of else ""
    metric = " ".join(w for w in (before[: owner.start()].strip() if owner else before, head) if w)
    if owner:
        return Found("noun", owner.group("x"), metric)
    metric = f"{metric} of {name}" if name and q.share else metric
    doer = _doer(near)
    if doer is None and name and not q.share and not q.money and of and of.group("p") != "in":
        return Found("noun", name, metric, unit=q.unit)
    return Found("noun", doer or "", metric)


def _doer(near: str) -> str | None:
    for kind in ("own", "level", "share"):
        if m := verb(kind).search(re.sub(r"\b(?:a|an|the|about|roughly)\s*$", "", near)):
            return _before(near[: m.start()]) or None
    return None


def _before(words: str) -> str:
    """Who does it; nothing where the verb hangs on the clause: `…, creating 3,000 jobs`."""
    return "" if words.rstrip().endswith(",") else noun_phrase(words)


def _level(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`revenue reached $1.5 billion`, `a starting price of $35,000`, `orders worth $9 billion`."""
    words, linked = near.rstrip(), False
    while (m := verb("level").search(words)) and not linked:
        words, linked = words[: m.start()].rstrip(" ,"), True
        words = re.sub(r"\s(?:is|are|was|were|will|would)?\s*(?:expected|projected|forecast|estimated|likely|set|to|be|have|been|has|that|rate)*$", "", words)
    if not linked:
        told = phrase(lead(words.split(",")[-1])) if re.search(r"[A-Za-z]\s*$", words) else None
        if told and not told.thing and q.share is False and heads().search(words):
            return Found("beside", "", told.metric)
        return None
    name = noun_phrase(words)
    told = phrase(name)
    told = _sized(name, told, q) if told else None
    if told is None:
        return None
    metric = told.metric
    if metric.lower() in ("deal", "deals", "agreement"):
        return None
    doer = ""
    if not told.thing and (m := re.search(r"(?P<s>.+?)\s(?:has|have|had|with|posted|reported|recorded|won|secured|generated|taken|landed|signed|received|disclosed|features|booked)\s(?:an?\s|the\s|its\s)?[\w\s\-]{0,40}$", words)):
        doer = noun_phrase(m.group("s"))
    return Found("level", told.thing or doer, metric)


def _flow(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`shipped 5,500 humanoids`, `will invest $3 billion`."""
    m = flow().search(near)
    if q.share:
        return None
    if not m:
        passive = re.match(r"\s(?P<n>[\w\-]+(?:\s[\w\-]+){0,2}?)\s(?:were\s|are\s|was\s)?(?P<v>shipped|delivered|sold|produced|built|installed|deployed)\b", right)
        if passive and not q.money:
            return Found("flow", passive.group("n"), flow_of(passive.group("v")))
        return None
    metric = flow_of(m.group("verb"))
    noun = "" if q.money or "$" in q.unit else _noun(right, q)
    if not (q.money or "$" in q.unit) and not noun and not q.unit and not (metric in _COUNTABLE and right[:1] in " ,.;"):
        return None
    if metric in ("investment", "spending", "payment", "funds raised", "earnings", "loss") and not (q.money or "$" in q.unit or "illion" in q.unit):
        return None
    return Found("flow", _before(near[: m.start()]), f"{noun} {metric}".strip())


def _owned(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`features 6,000 unique components`, `employs 40,000 people`."""
    m = verb("own").search(near)
    noun = _noun(right, q)
    if not m or q.share or q.money or "$" in q.unit or not noun or q.unit in load("units")["number"]["time"]:
        return None
    return Found("count", _before(near[: m.start()]), f"number of {noun}")


def _places(near: str, left: str, right: str, q: Quantity) -> Found | None:
    """`in more than 60 countries`."""
    if q.unit in ("countries", "cities", "states") and re.search(r"\b(?:in|across|from|to)\s*$", near):
        return Found("places", "", f"number of {q.unit}")
    return None


def _noun(right: str, q: Quantity) -> str:
    """The plural noun that is counted behind a number."""
    piece = _STOP.split(right.lstrip())[0].strip() if right.startswith(" ") else ""
    if q.unit.isalpha() and q.unit.endswith("s") and len(q.unit) > 3 and q.unit not in ("units", "times", "percent"):
        return q.unit
    words = re.split(r"\s(?:a|an|per|is|are|was|were|has|have|will|over|alone|shipped|delivered|sold|produced)\b", piece)[0].split()[:4]
    if q.unit == "units":
        return "units"
    if words and words[0] not in ("in", "of") and words[-1].lower().endswith("s") and all(re.match(r"[A-Za-z]", w) for w in words):
        return " ".join(words)
    return q.unit if q.unit.isalpha() and q.unit.endswith("s") and len(q.unit) > 3 else ""


def _until(words: str) -> str:
    return re.split(r"\s(?:in|by|for|and|from|as|with|at|but|while|is|are|was|were|which|that|has|have|had|during|despite|this|immediately|following|between|on)\b", words)[0].strip()
