"""Ways of telling a deal in English, matched on a sentence whose names are folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from loaders.extract.deals.money import MONEY

_O = "[\ue000-\ue3ff]"
_GAP = "[^.;\ue000-\ue3ff]"
_BEING = (
    rf"(?: ?\([^()]{{0,40}}\))?,?{_GAP}{{0,60}}?\b"
)
_KIND = r"(?:[a-zA-Z\-]+(?:'s)? ){0,4}?(?:startup|start-up|maker|company|firm|rival|group|developer|designer|supplier|provider|specialist|unit|business|platform|lab|studio|manufacturer|chipmaker|automaker|subsidiary|peer|operator|giant) "
_TARGET = rf"(?:(?:all of|the whole of|control of|the remaining shares of|a majority of|smaller rival|fellow|US|U\.S\.|UK|Israel's|the|an?|its) )*(?:{_KIND})?"
_SUM = rf"(?:{MONEY})"


@dataclass(frozen=True)
class Frame:
    """One way of telling a deal. `inherit` is the role that the topic of the text may fill;
    `alone` frames read nothing where another has read already; `raises` tells money with it."""

    name: str
    kind: Literal["round", "takeover", "stake", "listing"]
    predicate: str
    pattern: re.Pattern[str]
    modality: str = ""
    inherit: str = ""
    alone: bool = False
    raises: bool = False

    @property
    def method(self) -> str:
        """How a statement made by this frame is labelled."""
        return f"deal:{self.kind}-en"


def _frame(name: str, kind: Literal["round", "takeover", "stake", "listing"], pattern: str, **more: object) -> Frame:
    predicate = {"takeover": "ACQUIRES", "stake": "INVESTS_IN"}.get(kind, "")
    return Frame(name, kind, predicate, re.compile(pattern), **more)  # type: ignore[arg-type]


_SHARE = r"(?:(?:an?|its|about|roughly|nearly|around|up to|additional|another|further|more than|over|the) )*(?:(?:minority|strategic|small|significant|sizable|majority|controlling|remaining|\d+(?:\.\d+)?[ -]?(?:%|percent|per cent)|[$€£]?\d[\d.,]*[ -]?(?:million|billion|bn|m)?) ?(?:equity |ownership |strategic |minority )*)?(?:stake|interest|shareholding|holding|equity|equity stake|of the shares|shares)"

FRAMES = (
    _frame("owns-share", "stake", rf"(?P<s>{_O}){_BEING}(?:took|takes|taking|to take|take|taken|holds|held|hold|owns|owned|has|had|bought|buy|buys|acquired|acquire|acquires|purchased|picked up|built|raised|increased|upped) {_SHARE}(?: [a-z]+)? (?:in|of) {_TARGET}(?P<o>{_O})(?!'s)"),
    _frame("has-equity", "stake", rf"(?P<s>{_O}) (?:has|holds|owns|took) {_SHARE}(?! (?:in|of)\b)", inherit="o"),
    _frame("invests", "stake", rf"(?P<s>{_O}){_BEING}(?:invested|invests|invest|investing|pumped|poured|injected|pumping|pouring|put)\b(?: (?:heavily|directly|an additional|about|around|up to|another|over|more than|nearly|further))* ?{_SUM}?(?: [a-z]+){{0,3}}? ?(?:in|into) {_TARGET}(?P<o>{_O})(?!'s)"),
    _frame("investment-in", "stake", rf"(?P<s>{_O})'s (?:[a-z0-9$.\-]+ ){{0,4}}?(?:investment|stake|holding|equity) in {_TARGET}(?P<o>{_O})(?!'s)"),
    _frame("backed-by", "stake", rf"(?P<o>{_O}),? (?:which (?:is|was) |is |was |are )?(?:backed|funded|bankrolled|part-owned) by (?:[a-z]+ ){{0,3}}?(?P<s>{_O})"),
    _frame("backed", "stake", rf"(?P<s>{_O})-backed (?:[a-zA-Z\-]+ ){{0,4}}?(?P<o>{_O})"),
    _frame("investors", "stake", rf"(?P<o>{_O})'s (?:[a-z]+ )?(?:investors|backers|shareholders) (?:include|are|included) (?P<s>{_O})"),
    _frame("investment-from", "stake", rf"(?P<o>{_O}){_BEING}(?:received|secured|won|got|landed|obtained|attracted) (?:an? )?(?:{_SUM} )?(?:[a-z]+ )?(?:investment|funding|backing) from (?P<s>{_O})"),
    _frame("cornerstone", "stake", rf"(?:(?P<s>{_O}){_BEING})?(?:its |the )?(?P<o>{_O})(?:'s)? (?:IPO |listing )?(?:cornerstone|anchor)\b", inherit="s"),
    _frame("led", "stake", rf"(?P<s>{_O}) (?:co-)?led (?:an?|the|its|that) [^.;\ue000-\ue3ff]{{0,60}}?(?:round|investment|financing|funding) (?:in|of|for|at) {_TARGET}(?P<o>{_O})"),
    _frame("acquires", "takeover", rf"(?P<s>{_O}){_BEING}(?:acquired|acquires|acquire|acquiring|took over|takes over|take over|taking over|snapped up|absorbed|merged with|merge with|(?:acquisition|takeover|purchase|buyout) of) {_TARGET}(?P<o>{_O})(?!'s| plant| factory| unit)"),
    _frame("buys", "takeover", rf"(?P<s>{_O}){_BEING}(?:bought|buys|buy|buying|purchased|purchase) {_TARGET}(?P<o>{_O})(?=[,.;]| for\b| in (?:a|an|19|20)\b| from\b|$)(?!'s)"),
    _frame("acquired-by", "takeover", rf"(?P<o>{_O}){_BEING}(?:acquired|bought|purchased|taken over|snapped up|absorbed)(?: (?:outright|in full|in (?:19|20)\d\d|for {_SUM}))* by {_TARGET}(?P<s>{_O})"),
    _frame("acquisition-by", "takeover", rf"(?:acquisition|takeover|purchase|buyout) of {_TARGET}(?P<o>{_O}) by (?P<s>{_O})"),
    _frame("offers", "takeover", rf"(?P<s>{_O}){_BEING}(?:bid|offer|offered|bids|approach)(?: {_SUM})? (?:for|to) {_TARGET}(?P<o>{_O})(?!'s)", modality="potential", alone=True),
    _frame("raised", "round", rf"(?P<s>{_O}){_BEING}(?:raised|raises|raise|raising|secured|closed|closes|landed|bagged|netted|received|completed|announced|pulled in|collected|garnered)\b(?=[^.;]{{0,80}}?(?:{_SUM}|Series [A-K]|(?:funding|financing|seed) round))(?![^.;]{{0,40}}(?:IPO|acquisition|takeover|merger|purchase|agreement|sale of|order|contract|forecast|price|guidance|loan|revenue))"),
    _frame("round-of", "round", rf"(?P<s>{_O})'s (?:[a-zA-Z0-9$.\-]+ ){{0,4}}?(?:Series [A-K]\d?|seed|funding|financing) (?:round|funding|financing)"),
    _frame("led-round", "round", rf"led (?:an?|the|its) [^.;\ue000-\ue3ff]{{0,60}}?(?:round|financing|funding) (?:in|of|for) {_TARGET}(?P<s>{_O})"),
    _frame("files", "listing", rf"(?:(?P<s>{_O}){_BEING}|^{_GAP}{{0,12}})(?:filed|files|filing|applied|submitted|registered)\b{_GAP}{{0,40}}?\b(?:(?P<board>Hong Kong|Nasdaq|NYSE|Shanghai|STAR Market|New York|London|Tokyo) )?(?:IPO|initial public offering|listing|go public|prospectus|to list)\b", inherit="s"),
    _frame("plans", "listing", rf"(?:(?P<s>{_O}){_BEING}|^{_GAP}{{0,12}})(?:plan(?:s|ned|ning)?|target(?:s|ing)?|prepar(?:es|ing)|eye(?:s|ing)|weigh(?:s|ing)|consider(?:s|ing)|aim(?:s|ing)|seek(?:s|ing))\b{_GAP}{{0,40}}?\b(?:(?P<board>Hong Kong|Nasdaq|NYSE|Shanghai|STAR Market|New York|London|Tokyo) )?(?:IPO|initial public offering|listing|go public|to list)\b", modality="planned", inherit="s"),
    _frame("lists", "listing", rf"(?P<s>{_O}){_BEING}(?:went public|goes public|listed (?:its shares )?(?:on|in)|debuted (?:on|in)|began trading (?:on|in)|made its debut (?:on|in)|completed its|priced its|launched its|raised [^.;]{{0,40}}? in (?:its|an?)) ?(?:the )?(?P<board>Hong Kong|Nasdaq|NYSE|Shanghai|STAR Market|New York|London|Tokyo)?(?= ?(?:IPO|initial public offering|listing|Stock|in (?:19|20)|exchange|[,.;]|on |$))", raises=True),
)
