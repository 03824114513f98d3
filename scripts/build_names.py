"""Build `seeds/names/{companies,institutions,places,guards}.tsv`; run as `make names`.

Reads the project's raw tables (`../shared/names/*.tsv`, described in its SOURCES.md) and the
corrections in `names_fixes.tsv` beside this script. Rows of unverified lists (tier 3) and rows
that no permissively licensed source has are left out, and so are full Chinese company names:
nearly all of them come from one unverified list, which gives a subsidiary its parent's name.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.folding import fold
from kg.nametable import COLUMNS
from kg.tickers import canonical

HERE = Path(__file__).resolve().parent
PERMISSIVE = {"S1", "S2", "S3", "S4", "S7", "S13", "S13b", "S17", "S18", "S19", "E"}
TIERS = {"", "1", "2"}
# Bonds and notes that the raw table lists under their issuer, and funds' share classes.
NO_TICKER = re.compile(r"\d{2}[A-Z]\w+\.KS|\w*NV\w*\.\w+|[A-Z]{2}\d{10}\.PA")
REMARK = re.compile(
    r"\s*\((?:The|NEW|新|退|Class [A-Z]|publ|D/B/A|美国公司|公司|软件公司|英语:[^)]*)\)"
    r"|\s+(?:Sponsored \w+.*|Class [A-Z]|AMERICAN DEPOSITORY SHARES|New)$"
)
DANGLING = re.compile(r"(?:\s+(?:and|&|CO|Co|p\.l\.c|N\.V|S\.A|S\.E|\(publ)|\s*&)$")
SHARE_CLASS = re.compile(r"(?<=[\u4e00-\u9fff])(?:[AB]|-[A-Z]{1,2}|-KY|-创)$")
SHORT = 2
COMPANY_WORD = ("公司", "集团")


@dataclass
class Row:
    """One thing while it is being put together: forms in order of preference."""

    id: str
    cls: str
    zh: str
    en: str
    aliases: list[str]
    weak: list[str]
    kind: str
    sources: list[str]
    tickers: list[str] = field(default_factory=list)
    key: str = ""

    @property
    def name(self) -> str:
        return self.zh or self.en

    @property
    def strong(self) -> list[str]:
        every = dict.fromkeys((self.zh, self.en, *self.aliases))
        return [form for form in every if form and form not in self.weak]

    def weaken(self, form: str) -> None:
        """A form that needs support from now on."""
        if form in self.strong:
            self.weak.append(form)

    def forget(self, form: str) -> None:
        """A form that is somebody else's."""
        self.zh, self.en = ("" if f == form else f for f in (self.zh, self.en))
        self.aliases = [f for f in self.aliases if f != form]
        self.weak = [f for f in self.weak if f != form]

    def take(self, other: Row) -> None:
        """Everything that the other line of the same thing knows."""
        self.zh, self.en = self.zh or other.zh, self.en or other.en
        self.aliases += [other.zh, other.en, *other.aliases]
        self.weak += [f for f in other.weak if f not in self.strong]
        self.tickers += other.tickers
        self.sources += other.sources

    def line(self) -> str:
        """The line of the table, its columns in the order of `kg.nametable.COLUMNS`."""
        strong = [f for f in self.strong if f not in (self.zh, self.en)]
        forms = (self.name, *self.strong, *self.weak)
        keys = dict.fromkeys((self.key, *filter(None, map(fold, forms))))
        lists = (strong, self.weak, [self.kind], self.sources, self.tickers, keys)
        return "\t".join((self.cls, self.zh, self.en, *("|".join(dict.fromkeys(x)) for x in lists)))


@dataclass
class Fixes:
    """Corrections by hand, by action: (of what, value)."""

    by: dict[str, list[tuple[str, str]]]

    @classmethod
    def read(cls) -> Fixes:
        by: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for action, of, value, _why in _lines(HERE / "names_fixes.tsv"):
            by[action].append((of, value))
        return cls(by)

    def apply(self, rows: dict[str, Row]) -> None:
        """Correct the rows in place."""
        for old, new in self.by["merge"]:
            if old in rows:
                rows[new].take(rows.pop(old))
        for of, form in self.by["drop"]:
            if of in rows:
                rows[of].forget(form)
        for of, name in self.by["name"]:
            if of in rows:
                _rename(rows[of], name)
        for of, form in self.by["weak"]:
            for row in rows.values():
                if of in ("", row.id):
                    row.weaken(form)

    def guards(self, raw: Path) -> list[str]:
        """Lines of `guards.tsv`: a form, and longer words that it must not be cut from."""
        words: dict[str, list[str]] = {}
        for form, _id, _risk, longer in _lines(raw):
            kept = [w for w in longer.split() if not w.endswith(COMPANY_WORD)]
            words[form] = [w for w in kept if (form, w) not in self.by["unguard"]]
        for form, word in self.by["guard"]:
            words.setdefault(form, []).append(word)
        return [f"{form}\t{'|'.join(dict.fromkeys(ws))}" for form, ws in words.items() if ws]


def main() -> None:
    """Read the raw tables, write the shipped ones and say how many rows each has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    project = HERE.parent
    parser.add_argument("raw", type=Path, nargs="?", default=project.parent / "shared" / "names")
    parser.add_argument("-o", "--out", type=Path, default=project / "seeds" / "names")
    args = parser.parse_args()
    fixes = Fixes.read()
    for table in ("companies", "institutions", "places"):
        rows = {row.id: row for row in _read(args.raw / f"{table}.tsv")}
        fixes.apply(rows)
        lines = [row.line() for row in _apart(rows.values())]
        _write(args.out / f"{table}.tsv", "\t".join(COLUMNS), lines)
    _write(args.out / "guards.tsv", "form\twords", fixes.guards(args.raw / "guards.tsv"))


def _read(path: Path) -> Iterator[Row]:
    for record in _records(path):
        sources = [s for s in record["source"].split("|") if s]
        shipped = record.get("tier", "") in TIERS and PERMISSIVE & set(sources)
        if shipped and (row := _row(record, sources)):
            yield row


def _row(record: dict[str, str], sources: list[str]) -> Row | None:
    zh, en = _clean(record["name_zh"]), _clean(record["name_en"])
    aliases = [f for f in map(_clean, record["aliases"].split("|")) if len(f) >= SHORT]
    if record["class"] == "Place" and record["name_zh_full"]:
        aliases.insert(0, record["name_zh_full"])
    weak = [f for f in map(_clean, record.get("weak_aliases", "").split("|")) if len(f) >= SHORT]
    if not (zh or en):
        return None
    tickers = [t for t in record.get("ticker", "").split("|") if t and not NO_TICKER.fullmatch(t)]
    row = Row(
        record["id"], record["class"], zh, en, aliases, weak, record.get("kind", ""), sources,
        [code for t in tickers if (code := canonical(t) or t)],
    )  # fmt: skip
    if record["ambiguous"] == "1":
        row.weaken(row.name)
    if (base := SHARE_CLASS.sub("", zh)) != zh:
        _add_base(row, base)
    return row


def _add_base(row: Row, base: str) -> None:
    """万科A is called 万科: surely where that is long enough to be no ordinary word."""
    if len(base) > SHORT and row.zh not in row.weak:
        row.weak = [f for f in row.weak if f != base]
        row.aliases.append(base)
    elif base not in row.weak:
        row.weak.append(base)


def _rename(row: Row, name: str) -> None:
    if row.zh and row.zh not in row.weak:
        row.aliases.append(row.zh)
    row.weak = [f for f in row.weak if f != name]
    row.zh = name


def _apart(rows: Iterable[Row]) -> list[Row]:
    """Rows with one id each; a form that two rows share is nobody's for sure.

    Of rows that fold to one name the surest keeps it for its id; the others get their whole
    name (中国船舶集团) or their stock code added.
    """
    rows = list(rows)
    owners = Counter(form for row in rows for form in row.strong)
    for row in rows:
        for form in row.strong:
            if owners[form] > 1 and form != row.name:
                row.weaken(form)
    taken: dict[str, Row] = {}
    for row in sorted(rows, key=_doubt):
        whole = "".join(unicodedata.normalize("NFKC", row.name).lower().split())
        code = fold(f"{row.name} {(row.tickers or [row.id])[0]}")
        keys = (k for k in (fold(row.name), whole) if k and k not in taken)
        row.key = next(keys, code)
        if row.key not in taken:
            taken[row.key] = row
        elif row.cls == "Place":
            taken[row.key].take(row)
    return [row for row in rows if taken[row.key] is row]


def _doubt(row: Row) -> tuple[bool, bool]:
    return row.name in row.weak, fold(row.name) != row.name.lower()


def _clean(form: str) -> str:
    form = " ".join(unicodedata.normalize("NFKC", form).split())
    return DANGLING.sub("", REMARK.sub("", form)).strip()


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").split("\n")[1:]:
        if line:
            yield line.split("\t")


def _records(path: Path) -> Iterator[dict[str, str]]:
    header = path.read_text("utf-8").split("\n", 1)[0].split("\t")
    for line in _lines(path):
        yield dict(zip(header, line, strict=True))


def _write(path: Path, header: str, lines: list[str]) -> None:
    path.write_text("\n".join((header, *lines)) + "\n", "utf-8")
    print(f"{path.name}: {len(lines)} rows")


if __name__ == "__main__":
    main()
