"""Names that English prose introduces: what shows that a capitalised run is a company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from kg.names import fold
from loaders.document import Document
from loaders.english import verbs
from loaders.english.coding import prose
from loaders.english.nouns import lexicon
from loaders.english.runs import Run, runs, words
from loaders.grammar import load
from loaders.mentions import Gazetteer, of_row
from loaders.things import ORGS, Mention, Thing

_GLOSS = re.compile(r" ?\(\"?([A-Z][A-Za-z0-9&\-]{1,11})(?:'s?)?\"?\)")
_TICKER = re.compile(
    r"\.? ?\((?:(?:NYSE|NASDAQ|Nasdaq|TWSE|TPEX|TSE|TYO|KRX|KOSPI|KOSDAQ|HKEX|SEHK|SSE|SZSE|LSE|ETR|FRA|ASX|TSX|SIX|EPA|AMS|HK|OTC)\s?:\s?[A-Z0-9.]+"
    r"|[A-Z0-9_a-z]{1,7}\.[A-Z]{1,2}|\d{6}(?:\.[A-Z]{2})?)\)"
)
_ALSO = re.compile(
    r"(?:,? (?:Inc|Corp|Co|Ltd|LLC|PLC|AG|NV|SA|Limited)\b\.?)*(?: \([^()]{1,40}\))?"
    r"(?:,? \(?(?:(?:(?:better|also|widely|commonly|previously|formerly|now) )?known as|formerly(?: known as)?|the trade name (?:for|of)|trading as|doing business as)|, (?P<or>or)) \"?"
)
_LEGAL = re.compile(rf",? (?:{'|'.join(load('english')['names']['legal'].split())})\b")
_PERSON = re.compile(r"[A-Z][a-z']+(?: [A-Z]\.)?(?:[- ][A-Z][a-z.'-]*){1,3}$")
_ACRONYM = re.compile(r"\b[a-z][\w\-]+ \(\"?([A-Z][A-Za-z0-9]{1,7})\"?\)")
_WE = re.compile(r"^(?:The (?:company|firm|group|chipmaker|automaker|manufacturer|start-?up)|It|Its) ")
ENOUGH = 2


@dataclass
class Candidate:
    """A capitalised name that the report uses, and how much speaks for each class."""

    name: str
    company: int = 0
    person: int = 0
    body: int = 0
    other: int = 0
    capital: int = 0
    aliases: set[str] = field(default_factory=set)


def introduce(document: Document) -> None:
    """Let a report use the companies, bodies and persons that its English prose names."""
    found: dict[str, Candidate] = {}
    gazetteer = document.gazetteer
    seen: set[Thing] = set()
    texts = [prose(s.value) for s in document.sentences if not s.chinese]
    acronyms = {m.group(1) for text in texts for m in _ACRONYM.finditer(text)}
    for text, following in zip(texts, [*texts[1:], ""], strict=False):
        mentions = gazetteer.find(text)
        seen.update(m.thing for m in mentions)
        here = list(runs(text, mentions))
        for run in here:
            candidate = found.setdefault(run.name, Candidate(run.name))
            judge(text, run, mentions, candidate)
            if not text[: run.start].strip("“\"") and _WE.match(following):
                candidate.company += 2
        _also(gazetteer, text, mentions, here)
    for text in texts:
        _listed(text, gazetteer, found)
    _settle(gazetteer, found, acronyms, seen)


def judge(text: str, run: Run, mentions: list[Mention], candidate: Candidate) -> None:
    """Add to a candidate what the words in and around one of its runs show."""
    before, after = text[: run.start], text[run.end :]
    parts = run.name.split()
    last = parts[-1].strip(".,")
    if last in words("bodies") or (parts[0] in words("bodies") and len(parts) > 2):
        candidate.body += 2
        return
    if (len(parts) > 1 and last in words("tails") | words("legal")) or _LEGAL.match(after):
        candidate.company += 3
    if any(m.thing.cls == "Company" and m.start == run.start and m.end < run.end for m in mentions) and last in words("tails") | words("empty_tails"):
        candidate.company += 2
    if _TICKER.match(after):
        candidate.company += 3
    elif m := _GLOSS.match(after):
        candidate.aliases.add(m.group(1))
    if _person(before, after, run.name):
        candidate.person += 3
        return
    candidate.company += 2 * bool(_before().search(before)) + 2 * bool(_after().match(after))
    candidate.company += bool(_nation().search(before)) + bool(_said().match(after))
    candidate.capital += bool(before.strip("\"'( ")) and not _titled(text)
    candidate.other += 2 * bool(_product().match(after)) + 2 * (not run.name[0].isupper() and run.name[0].isalpha())
    candidate.other += bool(re.search(r"(?:\b(?:the|a|an|its|their|our)|'s) $", before)) and last not in words("tails")


def _titled(text: str) -> bool:
    """Whether a sentence is written like a title, where capitals show nothing."""
    long = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return sum(w[0].isupper() for w in long) * 2 > len(long)


def _person(before: str, after: str, name: str) -> bool:
    if not _PERSON.match(name):
        return False
    titles = "|".join(sorted(words("titles"), key=len, reverse=True))
    return bool(
        name.split()[0] in words("given")
        or re.search(r"\bfounded by (?:[a-z]+ )*$", before)
        or re.search(rf"\b(?:{titles}|(?:said|engineer|by|analyst|founder)) $", before) and (name.split()[0] in words("surnames") or re.search(rf"\b(?:{titles}|engineer|analyst|founder) $", before))
        or re.match(rf", (?:(?:a|an|the|its|executive|senior) )*(?:vice |chief )?(?:{titles.lower()}|president|chairman|ceo)\b", after)
    )


def _any(values: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, values), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    """What stands before a company's name, whatever it is."""
    roles = _any(words("roles"))
    return re.compile(
        rf"(?:\b(?:{roles}),?(?: (?:such as|including|like|namely))? |\b(?:[Ss]ubsidiary|[Uu]nit|[Aa]rm|[Dd]ivision|[Aa]ffiliate|[Ss]uppliers?|[Cc]ustomers?|[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?|[Mm]akers?) (?:of|to) "
        rf"|{verbs.active('buy')} [^.;:]{{2,60}} from (?:[\w\-']+ ){{0,3}}|{verbs.done('supply|sell|make|create')} by "
        rf"|{verbs.active('supply|sell')} [^.;:]{{2,60}} to (?:both )?|{verbs.active('pick')} |{verbs.active('partner')} (?:up )?with "
        rf"|{verbs.active('make')} [^.;:]{{2,60}} for |\b(?:suppliers?|makers?|vendors?|providers?) of [^,.;:]{{2,40}} (?:to|for) |(?:orders?|contracts?) (?:from|with) |(?:acquire|acquired|acquires|acquiring) )$"
    )


@cache
def _after() -> re.Pattern[str]:
    """What stands after a company's name, whatever it is."""
    roles = _any(words("roles"))
    return re.compile(
        rf"(?:,? (?:Inc|Corp|Co|Ltd)\b\.?)?(?:,? \([^()]{{2,40}}\))?(?:,? (?:which|that|who))?(?:, [^,.;]{{3,80}},)? "
        rf"(?:{verbs.active('supply|sell|make|buy|pick|win|partner|compete')}|{verbs.passive('pick')} by |(?:is|are) in talks|denied|denies)"
        rf"|, (?:a|an|the|formerly a|once a|itself a) (?:[\w\-']+ ){{0,6}}(?:{roles})\b"
        rf"|'s? (?:\w+ )?(?:customers|suppliers|shares|stock|revenue|CEO|chief|plant|factory|parent|subsidiary|headquarters|fab)\b| (?:shares|CEO|Chief Executive)\b"
    )


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?: on \w+day)? (?:{verbs.active('say|create')}|(?:has|had) (?:a|an|its|no|recently)\b)")


@cache
def _nation() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{_any(load('english')['nations'])})|\b[A-Z][a-z]+(?:'s|-based)) $")


@cache
def _product() -> re.Pattern[str]:
    return re.compile(
        r" (?:platforms?|chips?|chipsets?|processors?|GPUs?|CPUs?|series|models?|robots?|vehicles?|SUVs?|apps?|frameworks?|software|drones?|satellites?|rockets?|"
        r"switch(?:es)?|servers?|accelerators?|phones?|smartphones?|architecture|libraries|library|engines?|aircraft|trucks?|sedan|pickup|cars?)\b"
    )


def _listed(text: str, gazetteer: Gazetteer, found: dict[str, Candidate]) -> None:
    """`A, B and C` where one is a known company: the others are companies too."""
    mentions = gazetteer.find(text)
    here = list(runs(text, mentions))
    places = [(m.start, m.end, "", m.thing.cls) for m in mentions] + [(r.start, r.end, r.name, "") for r in here]
    group: list[tuple[int, int, str, str]] = []
    joined = False
    for place in [*sorted(places), (len(text) + 9, 0, "", "")]:
        between = text[group[-1][1] : place[0]] if group else ""
        if group and re.fullmatch(r"(?:,? (?:Inc|Corp|Co|Ltd)\b\.?)*(?: ?\([^()]{1,30}\))?(?:,|,? and|,? or|,? &) ", between):
            joined = joined or bool(re.search(r"and|or|&", between))
            group.append(place)
            continue
        if joined and any(cls in ORGS or (name and found[name].company >= ENOUGH) for *_, name, cls in group) and not any(cls and cls not in ORGS for *_, cls in group):
            for _, _, name, _ in group:
                if name and not found[name].person:
                    found[name].company += 2
        group, joined = [place], False


def _also(gazetteer: Gazetteer, text: str, mentions: list[Mention], here: list[Run]) -> None:
    """`Hon Hai, better known as Foxconn` and `Samsung Electronics Co., Ltd., or Samsung`: one company."""
    for run in here:
        for m in mentions:
            if m.thing.cls not in ORGS:
                continue
            first, second = (m, run) if m.end <= run.start else (run, m)
            found = _ALSO.fullmatch(text, first.end, second.start)
            if found and (not found.group("or") or _short_of(text[second.start : second.end], text[first.start : first.end])):
                gazetteer.introduce(m.thing.called(run.name))


def _short_of(short: str, name: str) -> bool:
    """Whether a name is the first word of another, or its initials."""
    return name.startswith(short + " ") or short == "".join(w[0] for w in name.split() if w[0].isupper())


def _settle(gazetteer: Gazetteer, found: dict[str, Candidate], acronyms: set[str], seen: set[Thing]) -> None:
    """Introduce what is proved, longer names first, so that short forms find theirs."""
    persons: dict[str, Thing] = {}
    for candidate in sorted(found.values(), key=lambda c: -len(c.name)):
        name = candidate.name
        if name in acronyms or fold(name) in gazetteer.own or _nobody(gazetteer, name):
            continue
        if candidate.person and candidate.person >= candidate.company:
            thing = gazetteer.introduce(gazetteer.named(name, "Person"))
            persons |= {part: thing for part in _family(name)}
        elif candidate.body and " " in name:
            gazetteer.introduce(_named(gazetteer, name, "Institution").called(*candidate.aliases))
        elif name in persons:
            gazetteer.introduce(persons[name], name)
        elif " " not in name and not gazetteer.names.lookup(name) and (longer := _longer(seen, name)):
            gazetteer.introduce(longer.called(name))
        elif _proved(gazetteer, candidate):
            thing = gazetteer.introduce(_named(gazetteer, name, "Company").called(*candidate.aliases))
            seen.add(thing)


def _proved(gazetteer: Gazetteer, candidate: Candidate) -> bool:
    """Whether enough speaks for a company; capitals do where a table knows one of that name."""
    if _tabled(gazetteer, candidate.name):
        return candidate.company + candidate.capital > 0
    needed = 4 if re.fullmatch(r"[A-Z]{2,4}", candidate.name) else ENOUGH
    return candidate.company - candidate.other >= needed


def _tabled(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a table knows a company of that name, be it one that is a word too."""
    return any(r.cls == "Company" and name in (*r.names, *r.weak) for r in gazetteer.names.lookup(name))


def _nobody(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a run is no name of an organisation: LNG, US-China, Customer A."""
    places = [gazetteer.known(p) for p in name.split("-")] if "-" in name and " " not in name else []
    return (
        len(name) < 3 or name.lower() in lexicon("things")
        or bool(re.fullmatch(r"(?:Supplier|Customer|Company|Client|Vendor|Party) [A-Z]", name))
        or (bool(places) and all(p is not None and p.cls == "Place" for p in places))
    )


def _family(name: str) -> list[str]:
    """The part of a person's name that stands for it alone."""
    parts = name.split()
    return [parts[0]] if parts[0] in words("surnames") else [parts[-1]]


def _named(gazetteer: Gazetteer, name: str, cls: str) -> Thing:
    """The thing of that name; a stock code in the tables is no name, and a tail adds nothing."""
    for row in gazetteer.names.lookup(name):
        if row.cls in ORGS and fold(name) in map(fold, (*row.names, *row.weak)):
            return of_row(row, name)
    parts = name.split()
    while len(parts) > 1 and parts[-1].strip(".,") in words("empty_tails"):
        parts = parts[:-1]
        for row in gazetteer.names.lookup(" ".join(parts)):
            if row.cls == "Company" and row.surely(" ".join(parts)):
                return of_row(row, name)
    return Thing(cls, name)


def _longer(seen: set[Thing], name: str) -> Thing | None:
    """The company of the report whose name begins or ends with this word: Lingyi → Lingyi iTech."""
    if " " in name:
        return None
    fitting = {
        t for t in seen for form in (t.name, *t.aliases)
        if t.cls == "Company" and name in (form.split()[0], form.split()[-1]) and len(form.split()) > 1
    }
    return next(iter(fitting)) if len({t.id for t in fitting}) == 1 else None
