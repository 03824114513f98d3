"""Tables of names: the lines of the files under `seeds/names/`, and what a line says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.folding import entity_id, fold

# Class, Chinese name, English name, aliases, weak forms, kind, source, stock codes, keys; lists
# are |-separated. The last two are made by scripts/build_names.py: a table kept by hand ends
# before them. Folding all names anew would take longer than reading them (0.18 s).
COLUMNS = "class name_zh name_en aliases weak kind source tickers keys".split()
_CLASS, _ZH, _EN, _ALIASES, _WEAK, _KIND, _SOURCE, _TICKERS, _KEYS = range(len(COLUMNS))

Line = list[str]


@dataclass(frozen=True, slots=True)
class NameRow:
    """One thing and what it is called.

    `names` are the forms that mean it wherever they stand, the preferred one first; where that
    one is `ambiguous` (an ordinary word too) it needs support like every one of `weak`: a
    company's tail or a stock code beside it, or a strong form in the same report.
    """

    id: str
    cls: str
    name: str
    names: tuple[str, ...]
    tickers: tuple[str, ...]
    ambiguous: bool
    weak: tuple[str, ...]
    kind: str
    source: str

    def surely(self, form: str) -> bool:
        """Whether this form means this thing without any support."""
        sure = self.names[1:] if self.ambiguous else self.names
        return form not in self.weak and fold(form) in map(fold, sure)


def read_lines(path: Path) -> list[Line]:
    """The lines of one table, its header and comments left out."""
    texts = path.read_text("utf-8").split("\n")[1:]
    return [padded(text.split("\t")) for text in texts if text and text[0] != "#"]


def padded(line: Line) -> Line:
    """A line with all columns, those that it ends before empty."""
    return line + [""] * (len(COLUMNS) - len(line))


def cls(line: Line) -> str:
    """The class of the thing."""
    return line[_CLASS]


def strong(line: Line) -> list[str]:
    """The forms that need no support."""
    weak = line[_WEAK].split("|")
    every = dict.fromkeys((line[_ZH], line[_EN], *line[_ALIASES].split("|")))
    return [form for form in every if form and form not in weak]


def weak(line: Line) -> list[str]:
    """The forms that need support."""
    return line[_WEAK].split("|") if line[_WEAK] else []


def keys(line: Line) -> Iterable[str]:
    """All forms folded, that of the id first."""
    if line[_KEYS]:
        return line[_KEYS].split("|")
    return dict.fromkeys(map(fold, (preferred(line), *strong(line), *weak(line))))


def tickers(line: Line) -> list[str]:
    """The stock codes, as `kg.tickers.canonical` writes them."""
    return line[_TICKERS].split("|") if line[_TICKERS] else []


def preferred(line: Line) -> str:
    """The name to show: the Chinese one where there is one."""
    return line[_ZH] or line[_EN]


def id_of(line: Line) -> str:
    """The id of the thing."""
    return f"{line[_CLASS].lower()}/{next(iter(keys(line)))}"


def row(lines: list[Line]) -> NameRow:
    """What the lines say together; they are of one id, the first one's name is preferred."""
    first = lines[0]
    name = preferred(first)
    sure = dict.fromkeys(form for line in lines for form in strong(line))
    unsure = dict.fromkeys(form for line in lines for form in weak(line) if form not in sure)
    return NameRow(
        id=id_of(first),
        cls=cls(first),
        name=name,
        names=tuple(dict.fromkeys((name, *sure))),
        tickers=tuple(dict.fromkeys(code for line in lines for code in tickers(line))),
        ambiguous=name in unsure,
        weak=tuple(unsure),
        kind=first[_KIND],
        source="|".join(dict.fromkeys(line[_SOURCE] for line in lines)),
    )
