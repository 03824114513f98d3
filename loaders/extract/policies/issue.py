"""Who issued a policy, and when: from the words around its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.document import Document
from loaders.extract.deals.dates import bracketed, date, last_date
from loaders.grammar import load
from loaders.things import Mention, Thing
from loaders.tokens import tokens

_OPENS = re.compile(r"(?:^|[，。；：:！？\n•●■·\-*])\s*(?:截至|自|早在|继|于|在|而)?\s*(?:(?:19|20)\d\d|[今去前明]年|\d{1,2}\s?月)[年\d\s月日号上下半末初底中旬Q/.\-]*")
_CLAUSE = re.compile(r"[，。；！？\n]|, ")
_TITLE_ISSUER = re.compile(r"^《?(?P<who>[\u4e00-\u9fff、 ]{2,24}?)关于")
_TITLE_PLACE = re.compile(r"^《(?P<who>[\u4e00-\u9fff]{2,6}?(?:省|市|自治区))")
_IN_FORCE = re.compile(r"于?(?P<when>(?:20|19)\d\d年[\d月日]*)[^，。；]{0,6}(?:生效|实施|施行|起执行|落地)")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_PUT_OUT = r"(?:issued|signed|passed|adopted|enacted|unveiled|published|released|announced|introduced|imposed|proposed)"
_EN_BY = re.compile(rf"(?: \([^()]{{1,30}}\))?,? (?:which was |was |were )?{_PUT_OUT}(?: into law)?[^.;,]{{0,24}}? by ")
_EN_VERB = re.compile(rf" (?:has |had |formally |recently )*{_PUT_OUT} (?:the |its |a |an |new )*(?:EU |US |U\.S\. )?$")
_BRACKET = re.compile(r"\s?[（(](?P<when>\d{4}(?:[.年/\-]\d{1,2})?(?:[.月/\-]\d{1,2})?[月日]?)[)）]|\s?\((?P<en>(?:[A-Z][a-z]+ )?(?:19|20)\d\d)[^()]{0,30}\)")


@dataclass(frozen=True)
class Issue:
    """Who issued a policy (as written, and as things) and when."""

    written: tuple[str, ...] = ()
    who: tuple[Thing, ...] = ()
    date: str | None = None


def issue(document: Document, text: str, mention: Mention, others: list[Mention], when: str | None) -> Issue:
    """What `text` says of the issue of the policy at `mention`; `others` are all names in it."""
    year = document.report.date
    if text.isascii() or mention.thing.name.isascii() and not _CJK.search(text):
        return _english(text, mention, others, year)
    said = _verb_before(text, mention, others) or _verb_after(text, mention, others)
    if said is None:
        said = _beside(text, mention, others) or _of_title(document, mention) or Issue()
    bracket = _BRACKET.match(text, mention.end)
    force = _IN_FORCE.search(text, mention.end, min(len(text), mention.end + 60))
    found = bracketed(bracket["when"] or bracket["en"]) if bracket else date(force["when"], year) if force else None
    if re.search(load("policies")["lists"]["names"], mention.thing.name):
        # a list goes on: the date is that of an entry
        return Issue(said.written, said.who)
    if not found and said.written:
        found = when or _date_before(text, mention.start, year)
    return Issue(said.written, said.who, found)


def _english(text: str, mention: Mention, others: list[Mention], year: str | None) -> Issue:
    """`issued by X in May 2024`, `X passed the Act`, `the Act (2022)`."""
    bodies = [m for m in others if m.thing.cls in ("Institution", "Place")]
    after = _EN_BY.match(text, mention.end)
    before = _EN_VERB.search(text[: mention.start])
    who: list[Mention] = []
    if after:
        who = [m for m in bodies if 0 <= m.start - after.end() < 24][:1]
    elif before:
        who = [m for m in bodies if 0 <= before.start() - m.end < 24][-1:]
    bracket = _BRACKET.match(text, mention.end)
    when = bracketed(bracket["when"] or bracket["en"]) if bracket else None
    if when is None and (after or before):
        when = date(text[mention.end : mention.end + 80], year) or last_date(text[: mention.start], year)
    if re.search(load("policies")["lists"]["names"], mention.thing.name):
        when = None
    return Issue(tuple(text[m.start : m.end] for m in who), tuple(m.thing for m in who), when)


def _date_before(text: str, at: int, year: str | None) -> str | None:
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    if found := last_date(text[left:at], year):
        return found
    opens = [m for m in _OPENS.finditer(text, 0, left)]
    return date(opens[-1].group(), year) if opens else None


def _verb_before(text: str, mention: Mention, others: list[Mention]) -> Issue | None:
    """`工信部等八部门正式发布《…》`."""
    left = max((m.end() for m in _CLAUSE.finditer(text, 0, mention.start)), default=0)
    m = _issuing().search(text[left : mention.start])
    if m is None or (m["verb"] == "通过" and not re.match(r"[）)》]?[^，。；]{0,3}(?:[，。；,（(]|$)", text[mention.end :])):
        return None
    return _who(text, left, left + m.start(), others)


def _verb_after(text: str, mention: Mention, others: list[Mention]) -> Issue | None:
    """`《…》由国务院印发`, `《…》在众议院通过`."""
    m = _passive().match(text, mention.end)
    if m is None:
        return None
    return _who(text, m.start("who"), m.end("who"), others)


def _beside(text: str, mention: Mention, others: list[Mention]) -> Issue | None:
    """`欧盟《新电池法》`: a state or a body right before the name."""
    for m in others:
        if m.end == mention.start and m.thing.cls in ("Place", "Institution"):
            return Issue((text[m.start : m.end],), (m.thing,))
    return None


def _of_title(document: Document, mention: Mention) -> Issue | None:
    """`《国务院关于…的意见》` says its issuer itself."""
    m = _TITLE_ISSUER.match(mention.thing.name)
    if m is None:
        if place := _TITLE_PLACE.match(mention.thing.name):
            thing = document.gazetteer.named(place["who"], "Place", "Institution")
            return Issue((place["who"],), (thing,)) if thing.row else None
        return None
    things = tuple(
        document.gazetteer.named(part.strip(), "Institution", "Place")
        for part in re.split(r"[、 ]", m["who"])
        if len(part.strip()) > 1
    )
    return Issue(tuple(t.name for t in things), things) if things else None


def _who(text: str, left: int, right: int, others: list[Mention]) -> Issue | None:
    """The bodies named between two indices; the last run of nouns where no table knows one."""
    found = [m for m in others if left <= m.start and m.end <= right and m.thing.cls in ("Institution", "Place")]
    bodies = [m for m in found if m.thing.cls == "Institution"]
    if not bodies:
        unknown = _unknown(text[left:right])
        if unknown and not (found and found[-1].end >= right - 1):
            return Issue((unknown,), (Thing("Institution", unknown),))
        if found and (found[-1].end == right or re.match(r"总统|政府|国会|众议院|参议院|议会|当局|[\u4e00-\u9fff]{0,6}$", text[found[-1].end : right])):
            return Issue((text[found[-1].start : right],), (found[-1].thing,))
        return None
    run = [bodies[-1]]
    for m in reversed(bodies[:-1]):
        if re.fullmatch(r"\s*(?:、|和|与|及|会同|联合|[（(]|，)\s*", text[m.end : run[0].start]):
            run.insert(0, m)
        else:
            break
    tail = re.match(r"[)）]?(?:等[一二三四五六七八九十\d两多]*(?:个)?(?:部门|部委|单位|国|机构))?", text[run[-1].end :])
    written = text[run[0].start : run[-1].end + (tail.end() if tail else 0)]
    things = tuple({m.thing.id: m.thing for m in run}.values())
    return Issue((written, *(t.name for t in things if t.name != written)), things)


def _unknown(piece: str) -> str | None:
    """A body that no table knows: a run of nouns that ends like one."""
    piece = _trim(piece)
    run = ""
    for token in reversed(tokens(piece)):
        if token.tag[0] not in "nbjva" or token.word in ("已", "将", "拟") or len(run) > 16:
            break
        run = token.word + run
    ends = load("policies")["issue"]["bodies"].split("|")
    return run if 3 <= len(run) <= 20 and run.endswith(tuple(ends)) and not run.endswith(("全部", "内部", "社会", "机会")) else None


def _trim(piece: str) -> str:
    return re.sub(rf"(?:{load('policies')['issue']['between']})+$", "", piece)


@cache
def _issuing() -> re.Pattern[str]:
    words = load("policies")["issue"]
    return re.compile(rf"(?:{words['between']})*(?P<verb>{words['verbs']})(?:了|过)?[^，。；《]{{0,24}}?$")


@cache
def _passive() -> re.Pattern[str]:
    words = load("policies")["issue"]
    return re.compile(rf"[^，。；《》]{{0,8}}?(?:由|经|获|在|被)(?P<who>[^，。；《》]{{2,30}}?)(?:{words['between']})*(?:{words['verbs']})")
