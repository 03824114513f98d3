"""Deals told in English prose: rounds, stakes, takeovers and listings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Modality
from loaders.document import Document
from loaders.english.coding import prose
from loaders.english.patterns import pattern as english_pattern
from loaders.extract.deals.dates import date
from loaders.extract.deals.english_frames import Frame, frames
from loaders.extract.deals.investors import Investor, investors, sure
from loaders.extract.deals.money import sums, valuation
from loaders.extract.deals.said import Said, sentences
from loaders.extract.deals.together import together
from loaders.extract.deals.words import ENGLISH
from loaders.grammar import load
from loaders.grammar.patterns import pattern
from loaders.modality import modality
from loaders.things import ORGS, Claim, Draft, Finance, Thing

_ROUND = pattern("deals", "english_round")
_LEAD = pattern("deals", "english_lead")
_ASIDE = pattern("deals", "english_aside")
_MORE = pattern("deals", "english_more")
_STOP = pattern("deals", "english_stop")
_WHICH = re.compile(r", which")
_HALF = 50
_GOVERNED = english_pattern("clauses", "governed")
_RAISES = re.compile(r"\brais(?:e|es|ed|ing)\b")
_STAKE = re.compile(r"(?P<n>\d+(?:\.\d+)?) ?(?:%|percent|per cent)")


def read(document: Document) -> Iterator[Draft]:
    """The deals of all English sentences of prose."""
    deals: list[Finance] = []
    for said in sentences(document, ENGLISH):
        for draft in _of(said):
            if isinstance(draft, Finance):
                deals.append(draft)
            else:
                yield draft
    yield from together(deals)


def _of(said: Said) -> Iterator[Draft]:
    done: set[tuple[str, str, str]] = set()
    spent: list[tuple[int, int]] = []
    # `X, backed by Y, raised …`: what stands between commas tells of stakes, and else is in the way
    bare = replace(said, coded=replace(said.coded, text=_ASIDE.sub(r"\1", said.coded.text)))
    for frame in frames():
        views = (
            (said, bare)
            if frame.kind == "stake" and bare.coded.text != said.coded.text
            else (bare,)
        )
        for view, m in ((v, m) for v in views for m in frame.pattern.finditer(v.coded.text)):
            if any(a < m.end() and m.start() < b for a, b in spent if frame.alone):
                continue
            for draft in _read(view, frame, m):
                if frame.kind in ("takeover", "listing"):
                    spent.append(m.span())
                if isinstance(draft, Claim):
                    key = (draft.subject.id, draft.predicate, draft.object.id)
                    if key in done:
                        continue
                    done.add(key)
                yield draft


def _read(said: Said, frame: Frame, m: re.Match[str]) -> Iterator[Draft]:
    subjects, objects = _role(said, m, "s", frame), _role(said, m, "o", frame)
    text = said.coded.text
    how = _how(said, frame, m)
    plain = said.coded.plain(text[m.start() : m.end() + 80])
    if frame.kind in ("round", "listing"):
        for company in (t for t in subjects if t.cls == "Company"):
            yield from _finance(said, frame, m, company, how)
        return
    money = sums(plain) if frame.kind == "takeover" or frame.raises else []
    stake = _STAKE.search(m.group())
    qualifiers = {
        "amount": money[0][2] if money else None,
        "stake": f"{stake['n']}%" if stake else None,
        "date": date(plain, said.document.report.date) or date(said.sentence.value),
    }
    predicate = _predicate(frame, stake, m)
    for subject in subjects:
        for object_ in objects:
            if subject.id == object_.id or object_.cls != "Company" or subject.cls not in ORGS:
                continue
            yield Claim(
                subject,
                predicate,
                object_,
                said.sentence.text,
                frame.method,
                how,
                {k: v for k, v in qualifiers.items() if v},
            )
            if predicate == "ACQUIRES":
                yield Finance(
                    object_,
                    said.sentence.text,
                    frame.method,
                    round="acquisition",
                    date=qualifiers["date"],
                    amount=qualifiers["amount"],
                    investors=(subject,),
                    modality=how,
                )


def _role(said: Said, m: re.Match[str], role: str, frame: Frame) -> list[Thing]:
    if role in m.re.groupindex and m.group(role):
        before = said.coded.text[: m.start(role)]
        if role == "s" and m.start(role) == m.start() and _GOVERNED.search(before):
            return []  # `X, backed by Y, plans an IPO`: not Y
        things = list(said.coded.groups[m.group(role)])
        # `X and Y, which was acquired by Z` speaks of Y
        return things[-1:] if said.coded.text[m.end(role) :].startswith(", which") else things
    if role == frame.inherit:
        return [said.topic] if said.topic else []
    return []


def _predicate(frame: Frame, stake: re.Match[str] | None, m: re.Match[str]) -> str:
    """A stake of the greater part is a takeover."""
    if frame.predicate != "INVESTS_IN" or frame.kind != "stake":
        return frame.predicate
    if stake and float(stake["n"]) > _HALF and re.search(r"\b(?:owns?|holds?)\b", m.group()):
        return "OWNS"
    most = re.search(r"\b(?:majority|controlling)\b", m.group())
    return (
        "ACQUIRES"
        if most or (stake and float(stake["n"]) > 50 and "acquire" in m.group())
        else "INVESTS_IN"
    )


def _how(said: Said, frame: Frame, m: re.Match[str]) -> Modality:
    clause = said.coded.text[max(0, m.start() - 60) : m.end() + 80]
    if any(re.search(p, clause) for p in load("deals")["english"]["off"]):
        return Modality.DENIED
    if frame.modality:
        wide = modality(said.coded.text, 0, 0)
        return wide if wide in (Modality.DENIED, Modality.RUMOURED) else Modality(frame.modality)
    which = _WHICH.search(m.group())
    return modality(said.coded.text, m.start() + (which.end() if which else 0), m.end() - 1)


def _finance(
    said: Said, frame: Frame, m: re.Match[str], company: Thing, how: Modality
) -> Iterator[Draft]:
    plain = said.coded.plain(said.coded.text[m.start() :])
    # what a listing raises is told as such; `at $40 a share` is not
    raises = _RAISES.search(plain) if frame.kind == "listing" else None
    money = (
        sums(plain) if frame.kind == "round" else sums(plain[raises.start() :] if raises else "")
    )
    found = _ROUND.search(plain)
    if frame.kind == "round" and not (money or found):
        return
    board = said.coded.plain(m["board"]) if "board" in m.re.groupindex and m["board"] else None
    name = (
        (f"{board} IPO" if board else "IPO")
        if frame.kind == "listing"
        else (found.group() if found else None)
    )
    who = (
        [w for w in _backers(said, plain) if w.thing.id != company.id]
        if frame.kind == "round"
        else []
    )
    when = date(plain, said.document.report.date) or date(said.sentence.value)
    amount = money[0][2] if money else None
    yield Finance(
        company,
        said.sentence.text,
        frame.method,
        round=name,
        date=when,
        amount=amount,
        investors=tuple(w.thing for w in who),
        leads=tuple(w.thing for w in who if w.lead),
        valuation=valuation(prose(said.sentence.value)),
        modality=how,
    )
    for one in who:
        qualifiers = {
            "round": name,
            "date": when,
            "amount": amount,
            "lead": "true" if one.lead else None,
        }
        yield Claim(
            one.thing,
            "INVESTS_IN",
            company,
            said.sentence.text,
            frame.method,
            how,
            {k: v for k, v in qualifiers.items() if v},
        )


def _backers(said: Said, plain: str) -> list[Investor]:
    """Who leads and who joins, from the words behind `led by` and `participation from`."""
    out: dict[str, Investor] = {}
    for words, lead in ((_LEAD, True), (_MORE, False)):
        for m in words.finditer(plain):
            slot = m["list"]
            if stop := _STOP.search(slot):
                slot = slot[: stop.start()]
            for one in investors(said.document, slot):
                if sure(one.thing) and one.thing.cls in ORGS:
                    out.setdefault(one.thing.id, Investor(one.thing, lead))
    return list(out.values())
