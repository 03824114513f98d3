"""Names that English prose introduces: companies, bodies and persons for the report to use."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.names import fold
from loaders.document import Document
from loaders.english import headed
from loaders.english.coding import LONGEST, prose
from loaders.english.evidence import Candidate, judge
from loaders.english.patterns import pattern
from loaders.english.runs import Run, lexicon, runs, words
from loaders.mentions import Gazetteer, of_row
from loaders.things import ORGS, Mention, Thing

ENOUGH, OF_CAPITALS = 2, 4
SHORTEST = 3
# GPUs, MOSFETs: an abbreviation of which there are many
_PLURAL = re.compile(r"\b[A-Z]{2,}s$")


def introduce(document: Document) -> None:
    """Let a report use the companies, bodies and persons that its English prose names."""
    for company in list(headed.companies(document)):
        document.gazetteer.introduce(company)
    sentences = [s for s in document.sentences if not s.chinese and len(s.value) <= LONGEST]
    texts = [prose(s.value) for s in sentences]
    found = Names(document.gazetteer)
    for text, following in zip(texts, [*texts[1:], ""], strict=False):
        found.gather(text, following)
    for text in texts:
        found.compare(text)
    found.settle()


class Names:
    """The capitalised names of one report, gathered before any of them is settled."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.found: dict[str, Candidate] = {}
        self.seen: set[Thing] = set()
        self.acronyms: set[str] = set()

    def gather(self, text: str, following: str) -> None:
        """Take up the names of a sentence; `following` is the next one, which may go on (It …)."""
        mentions = self.gazetteer.find(text)
        self.seen.update(m.thing for m in mentions)
        self.acronyms.update(m.group(1) for m in pattern("names", "acronym").finditer(text))
        here = list(runs(text, mentions))
        for run in here:
            candidate = self.found.setdefault(run.name, Candidate(run.name))
            judge(text, run, mentions, candidate)
            if not text[: run.start].strip('"') and pattern("names", "goes_on").match(following):
                candidate.company += 2
        self._other_names(text, mentions, here)

    def _other_names(self, text: str, mentions: list[Mention], here: list[Run]) -> None:
        """`Hon Hai, better known as Foxconn`, `Acme Co., Ltd., or Acme`: one company."""
        known = [m for m in mentions if m.thing.cls in ORGS]
        places: list[Run | Mention] = sorted([*known, *here], key=lambda p: p.start)
        for first, second in pairwise(places):
            between = pattern("names", "also").fullmatch(text, first.end, second.start)
            name, short = text[first.start : first.end], text[second.start : second.end]
            if between is None or (between.group("or") and not _short_of(short, name)):
                continue
            if isinstance(first, Run) and isinstance(second, Run):
                self.found[first.name].aliases.add(second.name)
            elif isinstance(first, Mention) != isinstance(second, Mention):
                thing = first.thing if isinstance(first, Mention) else second.thing  # type: ignore[union-attr]
                self.gazetteer.introduce(thing.called(name, short))

    def compare(self, text: str) -> None:
        """`A, B and C` where one is a company: the others are companies too."""
        mentions = self.gazetteer.find(text)
        places = [(m.start, m.end, "", m.thing.cls) for m in mentions]
        places += [(r.start, r.end, r.name, "") for r in runs(text, mentions)]
        group: list[tuple[int, int, str, str]] = []
        joined = False
        for place in [*sorted(places), (len(text) + 9, 0, "", "")]:
            between = text[group[-1][1] : place[0]] if group else ""
            # X's hub and Y's van: neither is what the other is
            owned = (
                text[max(0, place[0] - 3) : place[0]].rstrip().endswith(("'s", "’s", "s'", "s’"))
            )
            if group and not owned and pattern("names", "listed").fullmatch(between):
                joined = joined or bool(re.search(r"and|or|&", between))
                group.append(place)
                continue
            if joined:
                self._alike(group)
            group, joined = [] if owned else [place], False

    def _alike(self, group: list[tuple[int, int, str, str]]) -> None:
        classes = {cls for *_, cls in group if cls}
        unknown = [self.found[name] for _, _, name, _ in group if name in self.found]
        proved = any(c in ORGS for c in classes) or any(c.company >= ENOUGH for c in unknown)
        if proved and not classes - set(ORGS):
            # three names with a known company among them prove an acronym too
            weight = OF_CAPITALS if classes and len(group) > 2 else ENOUGH
            for candidate in unknown:
                candidate.company += 0 if candidate.person else weight

    def settle(self) -> None:
        """Introduce what is proved, longer names first, so that short forms find theirs."""
        persons: dict[str, Thing] = {}
        for candidate in sorted(self.found.values(), key=lambda c: (-len(c.name), c.name)):
            name = candidate.name
            if name in self.acronyms or fold(name) in self.gazetteer.own or self._nobody(name):
                continue
            if candidate.person and candidate.person >= candidate.company:
                thing = self.gazetteer.introduce(self.gazetteer.named(name, "Person"))
                persons[_family(name)] = thing
            elif candidate.body and " " in name:
                body = self._named(name, "Institution")
                self.gazetteer.introduce(body.called(*sorted(candidate.aliases)))
            elif name in persons:
                self.gazetteer.introduce(persons[name], name)
            elif longer := self._longer(name):
                self.gazetteer.introduce(longer.called(name))
            elif self._proved(candidate):
                company = self._named(name, "Company").called(*sorted(candidate.aliases))
                self.seen.add(self.gazetteer.introduce(company))

    def _proved(self, candidate: Candidate) -> bool:
        """Whether enough speaks for a company; capitals do where a table knows the name."""
        if len(candidate.name) < SHORTEST:
            return False
        rows = self.gazetteer.names.lookup(candidate.name)
        if any(r.cls == "Company" and candidate.name in (*r.names, *r.weak) for r in rows):
            return candidate.company + candidate.capital > 0
        needed = OF_CAPITALS if re.fullmatch(r"[A-Z]{2,4}", candidate.name) else ENOUGH
        return candidate.company - candidate.other >= needed

    def _nobody(self, name: str) -> bool:
        """Whether a run names no organisation: LNG, US-China, Customer A, SiC MOSFETs."""
        if name.lower() in lexicon("things") or _PLURAL.search(name):
            return True
        parts = name.split("-") if "-" in name and " " not in name else []
        known = [self.gazetteer.known(p) for p in parts]
        places = bool(known) and all(t is not None and t.cls == "Place" for t in known)
        return places or bool(pattern("names", "anonymous").fullmatch(name))

    def _named(self, name: str, cls: str) -> Thing:
        """The thing of that name; a stock code is no name, and an empty tail adds nothing."""
        for row in self.gazetteer.names.lookup(name):
            if row.cls in ORGS and fold(name) in map(fold, (*row.names, *row.weak)):
                return of_row(row, name)
        parts = name.split()
        while len(parts) > 1 and parts[-1].strip(".,") in words("empty_tails"):
            parts = parts[:-1]
            shorter = " ".join(parts)
            for row in self.gazetteer.names.lookup(shorter):
                if row.cls == "Company" and row.surely(shorter):
                    return of_row(row, name)
        return Thing(cls, name)

    def _longer(self, name: str) -> Thing | None:
        """The company of the report whose name begins or ends with this word: Acme Foods → Acme."""
        short = len(name) < SHORTEST
        if " " in name or (self.gazetteer.names.lookup(name) and not short):
            return None
        fitting = {
            thing.id: thing
            for thing in self.seen
            for form in map(str.split, (thing.name, *thing.aliases))
            if thing.cls == "Company" and len(form) > 1 and name in (form[0], form[-1])
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _short_of(short: str, name: str) -> bool:
    """Whether a name is the first word of another, or its initials."""
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    return name.startswith(short + " ") or short == initials


def _family(name: str) -> str:
    """The part of a person's name that stands for it alone."""
    parts = name.split()
    return parts[0] if parts[0] in words("surnames") else parts[-1]
