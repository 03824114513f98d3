"""What a report says goes into the store, and comes out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kg.errors import UnknownReport
from kg.resolve import resolve
from kg.store.entities import Listed, add_entities, drop_mentions
from kg.store.schema import LINE_BITS

if TYPE_CHECKING:
    from kg.model import Deal, Evidence, Figure, Reading, Report, Statement
    from kg.store.file import Store


@dataclass
class Added:
    """What came of adding a reading, in words where there is something to tell.

    `known`: it was there before and nothing changed. `namesakes`: other texts of the same file
    name. `refusals`: names that were not joined although they are alike.
    """

    known: bool = False
    namesakes: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def add(store: Store, reading: Reading, listed: Listed) -> Added:
    """Keep a reading, all or nothing. A text that was read before changes nothing.

    `listed` says whether an entity is a row of the names tables: two rows of a table are never
    one thing only because they share a name.
    """
    with store.transaction():
        if is_known(store, reading.report.sha256):
            return Added(known=True)
        namesakes = _same_file(store, reading.report)
        report = _add_report(store, reading.report)
        keys = add_entities(store, report, reading.entities, listed)
        _add_stated(store, report, keys, reading)
        refusals = resolve(store, set(keys.values()))
        store.changed()
    return Added(namesakes=namesakes, refusals=refusals)


def is_known(store: Store, sha256: str) -> bool:
    """Whether a text with this hash was read before."""
    return bool(store.rows("SELECT 1 FROM reports WHERE sha256 = ?", sha256))


def forget(store: Store, report: str) -> str:
    """Take back one report, by its id or file name, and all that only it said; its id.

    Raises UnknownReport when no report, or more than one, goes by that name.
    """
    with store.transaction():
        found = store.rows("SELECT key, id FROM reports WHERE id = ?1 OR file = ?1", report)
        if not found:
            raise UnknownReport(f"no report {report!r} was loaded: `kg reports` lists them")
        if len(found) > 1:
            ids = ", ".join(sorted(id for _, id in found))
            raise UnknownReport(
                f"{len(found)} reports have the file name {report}: say which, {ids}"
            )
        key, id = found[0]
        for table in ("evidence", "statements", "figures", "deals"):
            store.run(f"DELETE FROM {table} WHERE report = ?", key)
        touched = drop_mentions(store, key)
        store.run(
            "DELETE FROM lines_text WHERE rowid BETWEEN ? AND ?",
            key << LINE_BITS, ((key + 1) << LINE_BITS) - 1,
        )  # fmt: skip
        store.run("DELETE FROM reports WHERE key = ?", key)
        resolve(store, touched)
        store.changed()
    return str(id)


def _same_file(store: Store, report: Report) -> list[str]:
    others = store.rows("SELECT id FROM reports WHERE file = ? ORDER BY id", report.file)
    return [
        f"another text named {report.file} was loaded before and is kept: "
        f"`kg forget {id}` takes it back"
        for (id,) in others
    ]


def _add_report(store: Store, report: Report) -> int:
    key = store.run(
        "INSERT INTO reports (id, sha256, file, title, date, publisher, language, lines, text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report.id, report.sha256, report.file, report.title, report.date, report.publisher,
        report.language, report.lines, report.text,
    )  # fmt: skip
    store.many(
        "INSERT INTO lines_text (rowid, text) VALUES (?, ?)",
        (
            ((key << LINE_BITS) + number, line)
            for number, line in enumerate(report.text.split("\n"), 1)
            if line.strip()
        ),
    )
    return key


def _add_stated(store: Store, report: int, keys: dict[str, int], reading: Reading) -> None:
    problems = [(report, p.kind, p.message, p.line, p.quote) for p in reading.problems]
    known = _Keys(keys)
    puts: list[tuple[Evidence, Callable[[], None]]] = [
        *((s.evidence[0], partial(_put_statement, store, report, known, s))
          for s in reading.statements),
        *((f.evidence[0], partial(_put_figure, store, report, known, f)) for f in reading.figures),
        *((d.evidence[0], partial(_put_deal, store, report, known, d)) for d in reading.deals),
    ]  # fmt: skip
    for place, put in puts:
        try:
            put()
        except _Unnamed as unnamed:
            problems.append((report, "unnamed", str(unnamed), place.line, place.quote))
    store.many("INSERT INTO problems VALUES (?, ?, ?, ?, ?)", problems)


class _Unnamed(Exception):
    """A statement speaks of something that the reading does not name."""


class _Keys(dict[str, int]):
    def __missing__(self, id: str) -> int:
        raise _Unnamed(f"speaks of {id}, which the reading does not name")


def _put_statement(store: Store, report: int, keys: dict[str, int], item: Statement) -> None:
    key = store.run(
        "INSERT INTO statements (report, subject, predicate, object, modality, confidence, "
        "method, qualifiers) VALUES (?, ?, ?, ?, ?, ?, ?, json(?))",
        report, keys[item.subject], item.predicate, keys[item.object], str(item.modality),
        item.confidence, item.method, item.qualifiers,
    )  # fmt: skip
    _put_evidence(store, report, "statement", key, item.evidence)


def _put_figure(store: Store, report: int, keys: dict[str, int], item: Figure) -> None:
    sources = [keys[source] for source in item.sources]
    key = store.run(
        "INSERT INTO figures (report, kind, subject, metric, period, low, high, unit, region, "
        "comparator, base_low, base_high, base_unit, modality, confidence, method) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report, item.kind, keys[item.subject], item.metric, item.period, *_ends(item.value),
        item.unit, item.region, item.comparator, *_ends(item.base_value), item.base_unit,
        str(item.modality), item.confidence, item.method,
    )  # fmt: skip
    store.many(
        "INSERT INTO figure_sources VALUES (?, ?, ?)",
        [(key, position, source) for position, source in enumerate(sources)],
    )
    _put_evidence(store, report, "figure", key, item.evidence)


def _put_deal(store: Store, report: int, keys: dict[str, int], item: Deal) -> None:
    investors = [keys[investor] for investor in dict.fromkeys((*item.leads, *item.investors))]
    leads = {keys[lead] for lead in item.leads}
    key = store.run(
        "INSERT INTO deals (report, company, round, date, amount, valuation, modality, "
        "confidence, method) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        report, keys[item.company], item.round, item.date, item.amount, item.valuation,
        str(item.modality), item.confidence, item.method,
    )  # fmt: skip
    store.many(
        "INSERT INTO deal_investors VALUES (?, ?, ?, ?)",
        [(key, position, who, who in leads) for position, who in enumerate(investors)],
    )
    _put_evidence(store, report, "deal", key, item.evidence)


def _put_evidence(
    store: Store, report: int, kind: str, item: int, evidence: Iterable[Evidence]
) -> None:
    store.many(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (kind, item, position, report, place.line, place.start, place.end, place.quote)
            for position, place in enumerate(evidence)
        ],
    )


def _ends(value: float | tuple[float, float] | None) -> tuple[float | None, float | None]:
    if isinstance(value, tuple):
        return value
    return value, None
