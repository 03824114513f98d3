"""Tables of policies: what each row's policy says, who issued it and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.document import Document
from loaders.extract.deals.dates import bracketed, date
from loaders.extract.policies import titles
from loaders.extract.policies.effects import effects
from loaders.extract.policies.objects import objects
from loaders.extract.policies.scene import Scene
from loaders.extract.policies.subjects import titled
from loaders.extract.tables.grid import Grid, Record, empty
from loaders.extract.tables.items import items
from loaders.grammar import load
from loaders.things import ORGS, Claim, Decree, Draft, Thing

_SUFFIX = re.compile(
    r"[（(](?P<when>\d{4}(?:[.年/\-]\d{1,2})?(?:[.月/\-]\d{1,2})?[月日]?)[)）]\s*$"
)
_NO_POLICY = re.compile(r"\d+(?:\.\d+)?%|亿|万元|^[\d.\-–—~ ]+$")
# `28 家企业`, `…三个领域`: a number of things names none
_COUNTED = re.compile(
    r"^\d+\s*(?:家|个|项|款|种).*|(?:等)?\s*[一二两三四五六七八九十\d]+\s*(?:个|大|类|项|家|种)\w{0,4}$"
)
METHOD = "policy:table"


def read(document: Document, table: Grid) -> Iterator[Draft]:
    """What every record says of its policy; nothing for a table that has no column of policies."""
    column = table.first("policy")
    if column is None or table.turned:
        return
    for record in table.records:
        cell = record.cells[column]
        for policy in _policies(document, cell.value):
            told = _told(document, table, record, policy)
            yield Decree(told, record.evidence[column], METHOD)
            yield from _of_record(document, table, record, told)


def _policies(document: Document, cell: str) -> list[Thing]:
    """The policies that a cell names: by their form, or as the whole cell where it is short."""
    found = [m.thing for m in titles.mentions(cell)] or [t for m, t in titles.quoted(cell)]
    if found or empty(cell) or len(cell) > 40 or _NO_POLICY.search(cell):
        return [_known(document, t) for t in found]
    bare = _SUFFIX.sub("", cell).strip(" 《》")
    return [titles.policy(bare)] if titles.title_like(bare) else []


def _known(document: Document, thing: Thing) -> Thing:
    own = document.gazetteer.known(thing.name)
    return own if own is not None and own.cls == "Policy" else thing


def _told(document: Document, table: Grid, record: Record, policy: Thing) -> Thing:
    """The policy with the date and the issuers of its row."""
    cells = {role: _cell(table, record, role) for role in ("time", "issuer", "policy")}
    bracket = _SUFFIX.search(cells["policy"] or "")
    when = date(cells["time"] or "", document.report.date) or (
        bracketed(bracket["when"]) if bracket else None
    )
    written = tuple(i.name for i in items(cells["issuer"] or ""))
    return replace(policy, date=policy.date or when, issuer=policy.issuer or written)


def _of_record(document: Document, table: Grid, record: Record, policy: Thing) -> Iterator[Claim]:
    issuers = table.first("issuer")
    if issuers is not None:
        for item in items(record.cells[issuers].value):
            name = re.sub(r"等.*$", "", item.name)
            yield Claim(
                policy,
                "ISSUED_BY",
                document.gazetteer.named(name, "Institution", "Place"),
                record.evidence[issuers],
                METHOD,
            )
    yield from titled(document, policy, record.evidence[0])
    yield from _of_columns(document, table, record, policy)
    for i in table.every("content", "note", "metric"):
        text = record.cells[i]
        if not empty(text.value):
            mentions = tuple(document.gazetteer.find(text.value))
            scene = Scene(document, text, (), mentions, under=policy)
            yield from effects(scene)


def _of_columns(document: Document, table: Grid, record: Record, policy: Thing) -> Iterator[Claim]:
    """`限制对象`, `支持方向`: a column whose header says what the policy does to what it names."""
    for i, column in enumerate(table.columns):
        kind = _kind(column.header)
        if (
            kind is None
            or column.role in ("policy", "issuer", "time")
            or empty(record.cells[i].value)
        ):
            continue
        for thing in _named(document, record.cells[i].value):
            predicate = "RESTRICTS" if kind == "REGULATES" and thing.cls in ORGS else kind
            yield Claim(policy, predicate, thing, record.evidence[i], METHOD)


def _kind(header: str) -> str | None:
    kinds = load("policies")["columns"]
    return next((kind.upper() for kind in kinds if re.search(kinds[kind], header.lower())), None)


def _named(document: Document, cell: str) -> list[Thing]:
    """The bodies that a cell lists; else the technologies and industries, else the places."""
    found = document.gazetteer.find(cell)
    if bodies := [m.thing for m in found if m.thing.cls in ORGS]:
        return bodies
    if named := objects(document, _COUNTED.sub("", cell)):
        return named
    places = [m for m in found if m.thing.cls == "Place"]
    # 4 家海外企业 are no place, 中国、俄罗斯 are
    bare = sum(m.end - m.start for m in places) + len(places) > len(cell.strip())
    return [m.thing for m in places] if bare else []


def _cell(table: Grid, record: Record, role: str) -> str | None:
    column = table.first(role)
    return record.cells[column].value if column is not None else None
