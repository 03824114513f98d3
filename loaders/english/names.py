"""Names in English text that no table knows: capitalised runs, and what shows their class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from loaders.document import Document
from loaders.english import verbs
from loaders.grammar import load
from loaders.mentions import Gazetteer
from loaders.things import ORGS, Thing

_TOKEN = r"(?:[A-Z][A-Za-z0-9]*|[a-z]{1,2}[A-Z][A-Za-z0-9]*|\d+[A-Z][A-Za-z]*)(?:[-.&+][A-Za-z0-9]+|['’](?!s\b)[A-Za-z]+)*"
_JOIN = r" (?:& |of (?=[A-Z])|for (?=[A-Z])|de |and (?=[A-Z]\w+ (?:Inc|Corp|Ltd|Co|Commission|Department|Ministry|Bureau|Institute)\b))?"
_RUN = re.compile(rf"{_TOKEN}(?:{_JOIN}{_TOKEN}){{0,7}}")
_GLOSS = re.compile(r"^ ?\((?:[“\"])?([A-Z][A-Za-z0-9&\-]{1,11})(?:[’”\"]{0,2})\)")
_TICKER = re.compile(
    r"^\.? ?\((?:(?:NYSE|NASDAQ|Nasdaq|TWSE|TPEX|TSE|KRX|KOSPI|KOSDAQ|HKEX|SEHK|SSE|SZSE|LSE|ETR|FRA|ASX|TSX|SIX|EPA|AMS|HK|OTC)\s?:\s?[A-Z0-9.]+"
    r"|[A-Z0-9_a-z]{1,7}\.[A-Z]{1,2}|\d{6}(?:\.[A-Z]{2})?)\)"
)
_OTHER = re.compile(r"^(?:, | \()(?:better known as|also known as|known as|formerly known as|formerly|or|the trade name for|trading as|doing business as)\s+[“\"]?$")
_PERSON = re.compile(r"^[A-Z][a-z'’]+(?:[- ][A-Z][a-z.'’]*){1,3}$")


def _words(key: str) -> frozenset[str]:
    return frozenset(load("english")["names"][key].split())


@cache
def words(key: str) -> frozenset[str]:
    """One of the word lists under [names] of grammar/english.toml."""
    return _words(key)


@dataclass
class Candidate:
    """A capitalised name that the report uses, and what speaks for each class."""

    name: str
    company: int = 0
    person: int = 0
    body: int = 0
    aliases: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Run:
    """A capitalised run at start…end-1 of a sentence; `bare` is the name without legal words."""

    start: int
    end: int
    name: str


def introduce(document: Document) -> None:
    """Let a report use the companies, bodies and persons that its English prose names."""
    found: dict[str, Candidate] = {}
    alone: set[str] = set()
    for sentence in document.sentences:
        if sentence.chinese:
            continue
        for run in runs(sentence.value, document.gazetteer):
            alone.add(run.name)
            judge(sentence.value, run, found.setdefault(run.name, Candidate(run.name)))
        _coordinated(document, sentence.value, found)
    for candidate in found.values():
        if thing := _thing(document.gazetteer, candidate, alone):
            document.gazetteer.introduce(thing)


def runs(text: str, gazetteer: Gazetteer) -> Iterator[Run]:
    """The capitalised runs of a sentence that nobody knows yet."""
    known = [(m.start, m.end) for m in gazetteer.find(text)]
    for m in _RUN.finditer(text):
        start, end = _trim(text, m.start(), m.end())
        if end <= start or any(a <= start and end <= b for a, b in known):
            continue
        name = text[start:end]
        for a, b in known:
            # a known name that the run goes on from (Samsung SDI) is part of the longer name
            if a <= start < b < end and text[b:end].strip(" &") and not _legal_only(text[b:end]):
                break
        else:
            if any(start < b and a < end and not (start <= a and b <= end) for a, b in known):
                continue
        if _legal_only(name) or not _starts_name(text, start, name):
            continue
        yield Run(start, end, name)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A run without words at its start that name nobody."""
    while start < end:
        word = re.match(r"\S+", text[start:end])
        if word is None:
            break
        low = word.group().lower().rstrip(".")
        nation = word.group() in load("english")["nations"]
        if low not in words("common") and not nation and not (low in words("roles") and " " in text[start:end]):
            break
        start += word.end()
        start += len(text[start:end]) - len(text[start:end].lstrip(" &"))
    return start, end


def _legal_only(text: str) -> bool:
    return all(w.strip(".,") in words("legal") for w in text.split())


def _starts_name(text: str, start: int, name: str) -> bool:
    """Whether a single word at the start of a sentence is a name: no plural, a singular verb after it."""
    first = start == 0 or text[start - 1] in "“\"(" and start == 1
    if not first or " " in name or not name[1:].islower():
        return True
    if name.lower() in _nouns() or name.lower() in words("common"):
        return False
    after = text[start + len(name) :]
    verb = re.match(r"(?:['’]s|,)? (\w+)", after)
    return bool(verb and (verb.group(1) in ("is", "has", "was", "said", "also", "will", "closed") or verb.group(1) in _singular_verbs())) or after.startswith(("'s ", "’s "))


@cache
def _nouns() -> frozenset[str]:
    lists = load("english")["nouns"]
    return frozenset(w for key in ("things", "abstract", "lead", "stop") for w in lists[key].split())


@cache
def _singular_verbs() -> frozenset[str]:
    return frozenset(verbs.forms(v)[1] for g in load("english")["verbs"] for v in verbs.lemmas(g))


def judge(text: str, run: Run, candidate: Candidate) -> None:
    """Add to a candidate what the words in and around one of its runs show."""
    before, after = text[: run.start], text[run.end :]
    last = run.name.split()[-1].strip(".,")
    if last in words("bodies") or run.name.split()[0] in words("bodies") and " of " in run.name:
        candidate.body += 2
        return
    if " " in run.name and last in words("tails") | words("legal") or re.match(r",? (?:Inc|Corp|Co|Ltd|LLC|PLC|AG|SE|NV|SA|GmbH|Limited)\b", after):
        candidate.company += 2
    if _TICKER.match(after):
        candidate.company += 3
    if m := _GLOSS.match(after):
        candidate.aliases.add(m.group(1))
    candidate.company += 2 * bool(_before().search(before)) + 2 * bool(_after().match(after))
    if _person_beside(before, after) and _PERSON.match(run.name):
        candidate.person += 2
        candidate.company -= 1


@cache
def _before() -> re.Pattern[str]:
    """What stands before a company's name."""
    roles = "|".join(sorted(words("roles"), key=len, reverse=True))
    nations = "|".join(map(re.escape, load("english")["nations"]))
    return re.compile(
        rf"(?:\b(?:{roles})(?:,? (?:such as|including|like|namely))? |\b(?:subsidiary|unit|arm|division|affiliate|brand|supplier|customer|rival|competitor|peer) (?:of|to) "
        rf"|{verbs.active('buy')} [^.;:]{{2,60}} from (?:[\w\-]+ ){{0,3}}|{verbs.done('supply|sell|make|create')} by "
        rf"|{verbs.active('supply|sell')} [^.;:]{{2,60}} to (?:both )?|{verbs.active('pick')} |{verbs.active('partner')} (?:up )?with "
        rf"|{verbs.active('make')} [^.;:]{{2,60}} for |(?:order|contract|deal)s? (?:from|with) |(?:acquire|acquired|acquires|acquiring|bought) |\b(?:{nations}) )$"
    )


@cache
def _after() -> re.Pattern[str]:
    """What stands after a company's name."""
    roles = "|".join(sorted(words("roles"), key=len, reverse=True))
    return re.compile(
        rf"(?:,? (?:Inc|Corp|Co|Ltd)\b\.?)?(?:,? \([^()]{{2,40}}\))?(?:,? (?:which|that|who))?(?:, [^,.;]{{3,80}},)?(?: on \w+day)? "
        rf"(?:{verbs.active('supply|sell|make|create|buy|pick|win|say|partner|compete')}|(?:is|are) in talks|(?:has|had) (?:a|an|its|no|recently)|denied|denies)"
        rf"|, (?:a|an|the|formerly a|once a|itself a) (?:[\w\-’']+ ){{0,6}}(?:{roles})\b"
        rf"|['’]s? (?:\w+ )?(?:customers|suppliers|shares|stock|revenue|CEO|chief|plant|factory|parent|subsidiary|headquarters|fab)\b| (?:shares|CEO|Chief Executive|executives?)\b"
    )


def _person_beside(before: str, after: str) -> bool:
    titles = "|".join(words("titles"))
    return bool(
        re.search(rf"\b(?:{titles}|said|by ex-\w+ engineer) $", before)
        or re.match(rf",? (?:said|told|wrote|added)\b|, (?:(?:a|an|the|its|executive|senior) )*(?:vice |chief )?(?:{titles.lower()}|president|chairman|ceo)\b", after)
    )


def _coordinated(document: Document, text: str, found: dict[str, Candidate]) -> None:
    """`A, B and C` where one is a known company: the others are companies too."""
    places = [(m.start, m.end, None, m.thing.cls) for m in document.gazetteer.find(text)]
    places += [(r.start, r.end, r.name, "") for r in runs(text, document.gazetteer)]
    places.sort(key=lambda p: p[0])
    group: list[tuple[int, int, str | None, str]] = []
    for place in places:
        if group and not re.fullmatch(r"(?:,? (?:Inc|Corp|Co|Ltd)\.?)?(?:,|,? and|,? or|,? &) (?:or )?", text[group[-1][1] : place[0]]):
            _same_class(group, found)
            group = []
        group.append(place)
    _same_class(group, found)


def _same_class(group: list[tuple[int, int, str | None, str]], found: dict[str, Candidate]) -> None:
    if sum(cls in ORGS for *_, cls in group) < 1 or any(cls and cls not in ORGS for *_, cls in group):
        return
    for _, _, name, _ in group:
        if name and name in found and found[name].person == 0:
            found[name].company += 1


def _thing(gazetteer: Gazetteer, candidate: Candidate, alone: set[str]) -> Thing | None:
    name = candidate.name.strip(" .,")
    if candidate.body > max(candidate.company, candidate.person):
        return gazetteer.named(name, "Institution", "Company").called(*candidate.aliases)
    if candidate.person > candidate.company:
        return gazetteer.named(name, "Person")
    if candidate.company < 1 or re.fullmatch(r".*\d.*", name.split()[-1]) or len(name) < 3:
        return None
    first = name.split()[0]
    short = [first] if " " in name and first in alone and gazetteer.known(first) is None else []
    return gazetteer.named(name, "Company", "Institution").called(*candidate.aliases, *short)
