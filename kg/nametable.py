"""Tables of names: the lines of the files under `seeds/names/`, and what a line says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.folding import fold

# Lists within a column are |-separated. The last two columns are made by
# scripts/build_names.py (folding all names anew takes 0.2 s, reading them 0.01 s); a table
# kept by hand ends before them.
COLUMNS = (
    "class", "name_zh", "name_en", "aliases", "weak", "kind", "source", "tickers", "keys",
)  # fmt: skip
_CLASS, _ZH, _EN, _ALIASES, _WEAK, _KIND, _SOURCE, _TICKERS, _KEYS = range(len(COLUMNS))

# The text of a line, with all its tabs. It is taken apart only when somebody asks for it.
Line = str


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
    return [padded(text) for text in texts if text and text[0] != "#"]


def padded(text: str) -> Line:
    """A line with all columns, those that it ends before empty."""
    return text + "\t" * (len(COLUMNS) - 1 - text.count("\t"))


def forms(line: Line) -> str:
    """All forms, strong and weak, |-separated."""
    return "|".join(line.split("\t", _KIND)[_ZH:_KIND])


def strong(line: Line) -> list[str]:
    """The forms that need no support."""
    columns = line.split("\t", _KIND)
    unsure = columns[_WEAK].split("|")
    every = dict.fromkeys("|".join(columns[_ZH:_WEAK]).split("|"))
    return [form for form in every if form and form not in unsure]


def weak(line: Line) -> list[str]:
    """The forms that need support."""
    return [form for form in line.split("\t", _KIND)[_WEAK].split("|") if form]


def keys(line: Line) -> Iterable[str]:
    """All forms folded, that of the id first."""
    if made := line[line.rindex("\t") + 1 :]:
        return made.split("|")
    return dict.fromkeys(map(fold, (preferred(line), *strong(line), *weak(line))))


def tickers(line: Line) -> list[str]:
    """The stock codes, as `kg.tickers.canonical` writes them."""
    return [code for code in line.split("\t")[_TICKERS].split("|") if code]


def preferred(line: Line) -> str:
    """The name to show: the Chinese one where there is one."""
    columns = line.split("\t", _ALIASES)
    return columns[_ZH] or columns[_EN]


def cls(line: Line) -> str:
    """The class of the thing."""
    return line[: line.index("\t")]


def id_of(line: Line) -> str:
    """The id of the thing."""
    return f"{cls(line).lower()}/{next(iter(keys(line)))}"


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
        kind=first.split("\t")[_KIND],
        source="|".join(dict.fromkeys(line.split("\t")[_SOURCE] for line in lines)),
    )
