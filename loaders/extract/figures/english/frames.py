"""The ways an English clause says what a number is: verbs before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.figures.english import words
from loaders.extract.figures.english.doers import IS_A
from loaders.extract.figures.english.words import Phrase, lead, noun_phrase, phrase, until, verb
from loaders.extract.figures.numbers import Quantity

_BASIS = re.compile(
    r"\s(?P<b>year[\s-]on[\s-]year|year[\s-]over[\s-]year|y/y|yoy|quarter[\s-]on[\s-]quarter|"
    r"quarter[\s-]over[\s-]quarter|qoq|from (?:a|the) (?:year|quarter|month) (?:earlier|ago|before)|"
    r"annually|a year|per year|from last year|sequentially)",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"year|yoy|y/y|annually", re.IGNORECASE)
_CAGR = re.compile(
    r"\b(?:CAGR|compound annual growth rate|annual growth rate|annualized growth)(?:\s\([^)]*\))?"
    r"(?:\s(?:of|at|is|was|around|about|approximately|:)){0,3}\s*$",
    re.IGNORECASE,
)
_CAGR_LINK = re.compile(r"(?:,\s)?(?:at|with|growing at|a|an|the|representing|\s)*$")
_FROM = re.compile(
    r"(?:,?\s*(?:up|down|compared|versus|vs\.?)\s(?:from|with|to|by)?|\bfrom|"
    r"\bsurpassing last year’s|\bsurpassing)\s*(?:just|about|only|roughly|around)?\s*$",
    re.IGNORECASE,
)
# `, up 24%` is growth, `, up from 24%` is not
_UP_BY = re.compile(r",?\s*(?:up|down)\s(?!from|to|with)")
_TO = re.compile(r"\bto\s*(?:about|around|nearly|roughly|over)?\s*$")
_ONLY_TIME = re.compile(
    r"\s*(?:percent|%)?\s*(?:in \d{4}|in the [\w ]{1,20}|year on year|year-on-year|"
    r"year-over-year|annually|a year|per year|each year|"
    r"from a year earlier)?\s*"
)
_WHOLE = re.compile(r"\s(?:share\s)?of\s(?P<o>[^,;.()]{2,60})")
_HOLDS = re.compile(
    r"\b(?:has|have|had|holds?|held|owns?|controls?|commands?|captured|supplies|supplied|produces|produced|mines?|mined|refines?|refined|processes|processed|"
    r"makes|made|provides|records)\s*(?:[\w’' ]{0,30},)?\s*(?:an?|about|around)?\s*$"
)
_LABEL = re.compile(r"\s*(?P<label>[A-Z][^:.;]{2,60}?)(?:\s\([^()]{0,40}\))?:\s*$")
# where the comparator is the verb: will exceed 5 million
_MODAL = re.compile(r"\s(?:will|would|to|could|may|might|has|have|had|should)$")
_LINKS = re.compile(
    r"(?:\s(?:is|are|was|were|will|would|expected|projected|forecast|estimated|likely|set|to|be|have|"
    r"been|has|that|rate))+$"
)
_REPORTED = re.compile(
    r"(?P<s>.+?)\s(?:has|have|had|with|posted|reported|recorded|won|secured|generated|taken|landed|"
    r"signed|received|disclosed|features|booked)\s(?:an?\s|the\s|its\s)?[\w\s\-]{0,40}$"
)


_RANKED = re.compile(
    r"(?:followed by|ahead of|trailed by|and|then|,)\s(?:then\s)?(?P<x>[A-Z][\w&.\-]*(?:\s[A-Z][\w&.\-]*){0,3})"
    r"(?:,?\s(?:with|at|on|holding|held|had|has|\())?\s*(?:an?\s|about\s|around\s|roughly\s)?$"
)
_REVISED = re.compile(
    r"(?P<s>[^,;]{2,60}?)\s(?:raised|lifted|cut|lowered|increased|reduced|boosted|revised|expanded|trimmed|double|doubled|triple|tripled|"
    r"raises|cuts|lifts|lowers)\s(?:its|the|their)\s(?P<m>[\w\s\-]{3,50}?)(?:\sfrom\s[^,;]{2,24})?\sto\s*"
    r"(?:about\s|around\s|nearly\s)?$"
)
# `41% more than`
_MORE = re.compile(r"\s(?P<d>more|higher|greater|less|fewer|lower)\sthan\b")


@dataclass(frozen=True, slots=True)
class Found:
    """What a clause says of a number. `again` goes on with the thing and metric before.

    `past` says that the number is what was before another; `base` is the metric that grows.
    """

    rule: str
    thing: str = ""
    metric: str = ""
    growth: bool = False
    again: bool = False
    past: bool = False
    base: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A number's neighbourhood: `near` before it since the last number, `right` behind it."""

    near: str
    left: str
    right: str
    q: Quantity


def cagr(at: Place) -> Found | None:
    """`a CAGR of 12%`."""
    if not at.q.share:
        return None
    m = _CAGR.search(at.near)
    if not m and not re.match(r"\s(?:CAGR|compound annual)", at.right):
        return None
    before = _CAGR_LINK.sub("", at.near[: m.start()] if m else at.near)
    told = phrase(noun_phrase(before))
    return Found("cagr", told.thing if told else "", "CAGR", growth=True, again=not told)


def origin(at: Place) -> Found | None:
    """`up from $355 million in 2024`: the same before."""
    m = _FROM.search(at.near)
    if not m or (at.q.share and _UP_BY.match(m.group())):
        return None
    if m.group().strip().startswith("from"):
        name = noun_phrase(_verbless(at.near[: m.start()]))
        told = phrase(name)
        if told and (what := sized(name, told, at.q)):
            return Found("from", what.thing, what.metric, past=True)
    return Found("from", again=True, past=True)


def target(at: Place) -> Found | None:
    """`rose 24% to $1.53 billion`: the level behind growth, or behind `from X`."""
    if not _TO.search(at.near):
        return None
    said = _TO.sub("", at.near).rstrip()
    if not said.strip(" ,") or _ONLY_TIME.fullmatch(said):
        return Found("to", again=True)
    for kind in ("up", "down"):
        m = verb(kind).search(said)
        if m and (told := phrase(noun_phrase(said[: m.start()]))):
            return Found("level", told.thing, told.metric)
    return None


def share(at: Place) -> Found | None:
    """`accounts for 20% of X`."""
    if not at.q.share:
        return None
    whole = _WHOLE.match(at.right)
    name = lead(until(whole.group("o"))) if whole else ""
    metric = f"share of {name}" if name and name != "share" else "share"
    if m := verb("share").search(at.near):
        return Found("share", noun_phrase(at.near[: m.start()]), metric)
    if whole and (m := _HOLDS.search(at.near)):
        return Found("share", noun_phrase(at.near[: m.start()]), metric)
    if whole and re.search(r"(?:,|and)\s*$", at.near):
        return Found("share", "", metric, again=True)
    return None


def ranked(at: Place) -> Found | None:
    """`followed by X with 21% and Y at 17%`: the share before, of others."""
    m = _RANKED.search(at.near) if at.q.share else None
    return Found("ranked", m.group("x")) if m else None


def revised(at: Place) -> Found | None:
    """`raised its output target to 5 million`."""
    m = _REVISED.search(at.near)
    return Found("revised", noun_phrase(m["s"]), " ".join(m["m"].split())) if m else None


def label(at: Place) -> Found | None:
    """`Annual revenue (mid-2025): ~¥1B`."""
    m = _LABEL.match(at.left)
    said = re.sub(r"\s\([^()]*\)", "", m.group("label")).strip() if m else ""
    if said.rpartition(" ")[2].lower() in words.words("labels"):
        return Found("label", "", said.lower())
    told = phrase(lead(said)) if m else None
    if told is None or told.thing.lower() in words.words("rounds"):
        return None
    return Found("label", told.thing, told.metric)


def growth(at: Place) -> Found | None:
    """`rose 24% year on year`."""
    if (not at.q.share and at.q.unit not in ("times", "x")) or _TO.search(at.near):
        return None
    if (more := _MORE.match(at.right)) and re.search(r"(?:,|^)\s*$", at.near):
        low = more.group("d") in ("less", "fewer", "lower")
        return Found("growth", "", "decline" if low else "growth", growth=True, again=True)
    for kind, suffix in (("up", "growth"), ("down", "decline")):
        m = verb(kind).search(at.near) or re.search(
            rf",?\s{kind}(?:\sby)?\s*(?:about|around|some)?\s*$", at.near
        )
        if m:
            basis = _BASIS.match(at.right)
            yearly = basis is not None and bool(_YEARLY.search(basis.group("b")))
            told = f"{suffix} year on year" if yearly else suffix
            name = noun_phrase(at.near[: m.start()])
            if what := phrase(name):
                metric, thing = f"{what.metric} {told}", what.thing
                if words.is_market(what.metric):
                    # the level that follows is the market's size
                    return Found("growth", name, metric, growth=True, base="market size")
                return Found("growth", thing, metric, growth=True, base=what.metric)
            return Found("growth", name, told, growth=True, again=not name)
    return None


def level(at: Place) -> Found | None:
    """`revenue reached $1.5 billion`, `a price of $35,000`, `orders worth $9 billion`."""
    said = at.near.rstrip()
    m = verb("level").search(said) or (_MODAL.search(said) if at.q.comparator == ">" else None)
    if not m:
        return _beside(said, at.q)
    said = _LINKS.sub("", said[: m.start()].rstrip(" ,"))
    name = noun_phrase(said)
    told = phrase(name)
    told = sized(name, told, at.q) if told else None
    if told is None or told.metric.lower() in words.words("deals"):
        return None
    if told.thing and (whose := IS_A.search(said)):
        return Found("level", noun_phrase(whose.group("s")), told.metric)
    if not told.thing and (doer := _REPORTED.search(said)):
        return Found("level", noun_phrase(doer.group("s")), told.metric)
    return Found("level", told.thing, told.metric)


def _beside(said: str, q: Quantity) -> Found | None:
    """`package thickness 775 micrometers`."""
    told = phrase(lead(said.rpartition(",")[2])) if re.search(r"[A-Za-z]$", said) else None
    return Found("beside", "", told.metric) if told and not told.thing and not q.share else None


def sized(name: str, told: Phrase, q: Quantity) -> Phrase | None:
    """A market is measured in money, and keeps its name."""
    if not words.is_market(told.metric):
        return told
    if not (q.money or "illion" in q.unit):
        return None
    # the market for lidar sensors is that of the sensors; the GaN power market has a name
    return Phrase("market size", name if name.endswith(told.metric) else told.thing or name)


def _verbless(text: str) -> str:
    for kind in ("up", "down", "level"):
        if m := verb(kind).search(text):
            return text[: m.start()]
    return text
