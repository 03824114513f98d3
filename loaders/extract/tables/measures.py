"""What the header of a column, or the label of a row, says of its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extract.figures.metrics import measure
from loaders.extract.figures.numbers import quantities
from loaders.extract.figures.periods import Period, periods
from loaders.extract.figures.regions import region_of
from loaders.extract.figures.time import cue
from loaders.grammar import load

_BRACKET = re.compile(r"\s*[（(\[【]\s*(?:单位\s*[：:]\s*)?([^（）()\[\]【】]{1,24})[)）\]】]")
_HINT = re.compile(r"^(?:预估|预计|预测|计划)\s*(?=\S)|\s*(?:预测值?|预计|目标|target|expected)$")
_LOOSE = (
    "G",
    "M",
    "K",
    "$",
    "US$",
    "¥",
    "元",
    "万",
    "亿",
    "$M",
    "$B",
    "US$ million",
    "US$ billion",
    "US$ bn",
    "US$bn",
    "$ bn",
    "$bn",
    "US$ mn",
    "$ billion",
    "$ million",
)
# what is measured a centimetre, a cubic metre, a degree: S/cm, kWh/Nm³
_RATE = re.compile(
    r"[A-Za-zμΩ]{1,5}[²³]?/(?:[cmnk]?m|Nm|[mk]?g|k?Wh?|[Ks]|L|h|mol|yr)[²³23]?(?:·[KsΩ]|s)?|MW[et]|eV"
)
_SPAN = re.compile(r"[（(]\s*(\d\d)\s?[-–—]\s?(\d\d)E?\s*[)）]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A header read: `words` without unit and period; the rest as far as it is told."""

    words: str
    unit: str = ""
    period: Period | None = None
    region: str | None = None
    expected: bool = False

    @property
    def metric(self) -> str:
        """The metric it names: its words, if they measure something."""
        return self.words if measure(self.words) else ""


def heading(header: str) -> Heading:
    """Read a header such as `2025E 营收（亿元）`."""
    text, unit = without_unit(re.sub(r"(?<=\d)\s?年?\s*[（(]([EF])[)）]", r"\1", header))
    text = _SPAN.sub(r"20\1-20\2", text)
    found = periods(text)
    when = found[0] if found else None
    for p in reversed(found):
        text = text[: p.start] + text[p.end :]
    words = re.sub(r"[（(]\s*[)）]", "", text).strip(" 　的:：-–—*·")
    expected = cue(header) is True or (when is not None and when.expected)
    if expected and (len(words) > 4 or words.endswith("目标")):
        words = _HINT.sub("", words)
        words = str(load("figures")["metric"]["verbs"].get(words, words))
    return Heading(words.strip(), unit, when, region_of(words, ()), expected)


def without_unit(text: str) -> tuple[str, str]:
    """A header without the unit that stands in its brackets, and that unit."""
    for m in reversed(list(_BRACKET.finditer(text))):
        if unit := unit_of(m.group(1)):
            return text[: m.start()] + text[m.end() :], unit
        if _RATE.fullmatch(m.group(1).strip()):
            return text[: m.start()] + text[m.end() :], m.group(1).strip()
    return text, ""


def unit_of(words: str) -> str:
    """The unit that some words are, whole: 亿元, 元 / 公斤, TB/s, %; nothing where they are none."""
    text = re.sub(r"^单位[：:]\s*", "", words.strip())
    if not text or text[0].isdigit() or len(text) > 16:
        return ""
    whole = re.sub(r"\s*/\s*", "/", text)
    for candidate in dict.fromkeys((whole, whole.upper() if whole == "w" else whole)):
        found = quantities(f"1 {candidate}")
        if (
            len(found) == 1
            and found[0].unit
            and found[0].until == len(candidate) + 2
            and found[0].value == 1
        ):
            return candidate
    return text if text in _LOOSE else ""


def with_header(own: str, header: str) -> str:
    """The unit of a number and of its header: 128亿 under (元) is 亿元."""
    scales = ("万", "亿", "万亿", "千亿", "百万")
    if own in scales and header and not header.startswith(("万", "亿", "千", "百")):
        return own + header
    return own or header
