"""Financing rounds told in Chinese prose: `X完成3亿元B轮融资，由甲资本领投，乙创投跟投`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.model import Modality
from loaders.extract.deals import naming
from loaders.extract.deals.backers import backers
from loaders.extract.deals.investors import Investor
from loaders.extract.deals.money import sums, valuation
from loaders.extract.deals.passage import Passage
from loaders.grammar.patterns import expand, pattern
from loaders.modality import modality
from loaders.things import Claim, Draft, Finance, Thing

METHOD = "deal:round"
ROUND = expand("deals", "{round}")
# how far behind its name a round is spoken of
_FAR = 300
_UNNAMED = re.compile(r"^[首新本此该上]")
_EVENT = pattern("deals", "rounds_event")
_VERB = pattern("deals", "rounds_verb")
_DONE = re.compile(r"(?:完成|获得|实现|获)(?:了|过)?(?:多轮|数轮|首轮|新一轮|一级市场)*$")
_OF = re.compile(r"^(?:后)?的[^，。；：、\ue000-\uf3ff]{0,12}$")


@dataclass(frozen=True)
class Round:
    """One round of one company while a passage is read."""

    company: Thing
    passage: Passage
    how: Modality
    round: str | None = None
    date: str | None = None
    amount: str | None = None
    valuation: str | None = None
    investors: tuple[Investor, ...] = field(default=())

    def with_investors(self, more: tuple[Investor, ...]) -> Round:
        """The same round with what a later sentence says about it."""
        known = {i.thing.id for i in self.investors}
        return replace(
            self, investors=self.investors + tuple(i for i in more if i.thing.id not in known)
        )

    def drafts(self) -> Iterator[Draft]:
        """The deal, and who invests."""
        who = [i for i in self.investors if i.thing.id != self.company.id]
        text = self.passage.text
        yield Finance(
            self.company,
            text,
            METHOD,
            self.round,
            self.date,
            self.amount,
            tuple(i.thing for i in who),
            tuple(i.thing for i in who if i.lead),
            self.valuation,
            self.how,
        )
        for one in who:
            said = {
                "round": one.round or self.round,
                "date": self.date,
                "amount": self.amount,
                "lead": "true" if one.lead else None,
            }
            yield Claim(
                one.thing,
                "INVESTS_IN",
                self.company,
                text,
                METHOD,
                self.how,
                {k: v for k, v in said.items() if v},
            )


def rounds(passage: Passage) -> list[Round]:
    """The rounds a passage tells, in order."""
    out: list[Round] = []
    events = [m for m in _EVENT.finditer(passage.value) if m.group("round") or "融资" in m.group()]
    for i, event in enumerate(events):
        end = (
            passage.clause(events[i + 1].start())[0] if i + 1 < len(events) else len(passage.value)
        )
        end = min(end, event.end() + _FAR)
        for found in _of_event(passage, event, max(end, event.end())):
            same = next(
                (
                    r
                    for r in out
                    if r.company.id == found.company.id
                    and (found.round is None or r.round == found.round)
                ),
                None,
            )
            if same is None:
                out.append(found)
            else:
                out[out.index(same)] = _joined(same, found)
    return out


def _joined(first: Round, second: Round) -> Round:
    return replace(
        first.with_investors(second.investors),
        amount=first.amount or second.amount,
        valuation=first.valuation or second.valuation,
        date=first.date or second.date,
    )


def _of_event(passage: Passage, event: re.Match[str], end: int) -> Iterator[Round]:
    value = passage.value
    left, right = passage.clause(event.start())
    verbs = list(_VERB.finditer(value, left, event.start()))
    verb = verbs[-1].start() if verbs else None
    start = verb if verb is not None else event.start()
    money = _amount(passage, start, event.end(), right)
    who = backers(passage, left, end)
    named = bool(event["round"]) and not _UNNAMED.match(event["round"])
    told = verb is not None and (
        named or money or valuation(value[left:end]) or _DONE.search(value[left : event.start()])
    )
    if not told and not who and not (named and money):
        return
    span = value[left:end]
    for company in _companies(passage, start, event.end()):
        yield Round(
            company,
            passage,
            modality(value, start, event.end()),
            round=event["round"].replace(" ", "").strip() if named else None,
            date=passage.date(start),
            amount=money,
            valuation=valuation(span),
            investors=tuple(who),
        )


def _amount(passage: Passage, start: int, event_end: int, right: int) -> str | None:
    """The sum of a round: between verb and noun, or right behind the noun."""
    near = sums(passage.value[start:right])
    before = [s for s in near if start + s[1] <= event_end + 1]
    after = [s for s in near if start + s[0] >= event_end - 1 and start + s[0] - event_end < 14]
    if before:
        return before[-1][2]
    return after[0][2] if after else None


def _companies(passage: Passage, at: int, end: int) -> list[Thing]:
    """Whose round it is: what stands before the verb, or `…融资的X`."""
    for group in passage.orgs:
        if group.start >= end and _OF.match(passage.value[end : group.start]):
            return [t for t in group.things if t.cls == "Company"]
    if (m := re.match(r"(?:后)?的", passage.value[end:])) and (
        new := naming.after(passage.document, passage.value[end + m.end() : end + 30])
    ):
        return [new]
    return [t for t in passage.subject(at) if t.cls == "Company"]
