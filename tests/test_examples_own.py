"""The example reports restate two public reports; no run of their words is taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[1] / "seeds" / "reports"
EXAMPLES = sorted(path for path in REPORTS.iterdir() if path.suffix in {".md", ".txt"})

# A run this long is a sentence's wording in Chinese; in Latin letters it is two words, so
# that a run without any Chinese must reach about six words before it counts.
CHINESE_RUN = 14
LATIN_RUN = 36

# Names that are longer than the run by themselves and that nobody can put in other words: the
# official name of a fund, of companies and of products. Each counts as one character, so that
# the words around it are still compared as one run.
OFFICIAL_NAMES = (
    "国家集成电路产业投资基金三期",
    "Inference Context Memory Storage Platform",
    "Joint Embedding Predictive Architecture",
    "Dimension Market Research",
    "Global Market Insights",
    "OpenAI Startup Fund",
    "Parkway Venture Capital",
    "Snapdragon 8 Elite Gen5",
)

TITLE = re.compile(r"《[^《》]*》")
NAME = re.compile("|".join(map(re.escape, OFFICIAL_NAMES)))
CHINESE = re.compile(r"[\u3400-\u9fff]")
ONE_NAME = "\ufffc"


def folded(text: str) -> str:
    """Letters and digits alone, lower case; a title or an official name is one character."""
    named = NAME.sub(ONE_NAME, TITLE.sub(ONE_NAME, text))
    return "".join(char for char in named.lower() if char.isalnum() or char == ONE_NAME)


def passages(text: str) -> Iterator[str]:
    """What an example says, folded: prose between two tables, and the cells one by one."""
    prose: list[str] = []
    for line in text.splitlines():
        if line.startswith("|") or "\t" in line:
            yield from map(folded, ["".join(prose), *re.split(r"[|\t]", line)])
            prose = []
        else:
            prose.append(line)
    yield folded("".join(prose))


def taken_over(passage: str, originals: str) -> list[str]:
    """The longest runs of a passage that stand in the originals too and are long enough."""
    runs, start = [], 0
    while start <= len(passage) - CHINESE_RUN:
        end = start + CHINESE_RUN
        if passage[start:end] not in originals:
            start += 1
            continue
        while end < len(passage) and passage[start : end + 1] in originals:
            end += 1
        run = passage[start:end]
        if CHINESE.search(run) or len(run) >= LATIN_RUN:
            runs.append(run)
        start = end - CHINESE_RUN + 1
    return runs


@cache
def all_originals(shared: Path) -> str:
    """All texts that the examples must not repeat, folded, one a line."""
    paths = sorted([*(shared / "seeds").iterdir(), *(shared / "reports").iterdir()])
    return "\n".join(folded(path.read_text(encoding="utf-8")) for path in paths)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_run_of_an_original_is_repeated(path: Path, shared: Path) -> None:
    originals = all_originals(shared)
    text = path.read_text(encoding="utf-8")
    found = [run for passage in passages(text) for run in taken_over(passage, originals)]
    assert found == [], f"put these in other words, or name them in OFFICIAL_NAMES: {found}"


def test_a_run_taken_over_is_found() -> None:
    original = folded("在我们看来，这一年的风向由港口的仓库决定，而不由码头上的旗子决定。")
    copied = folded("有人说：这一年的风向由港口的仓库决定。")
    assert taken_over(copied, original) == [folded("这一年的风向由港口的仓库决定")]
    assert taken_over(folded("港口的仓库决定了风向，旗子没有。"), original) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_has_a_title_a_date_and_its_sources(path: Path) -> None:
    title, *rest = path.read_text(encoding="utf-8").splitlines()
    head = "\n".join(rest[:5])
    assert title.removeprefix("# ").strip()
    assert re.search(r"^(日期：2026年\d{1,2}月\d{1,2}日|Date: \d{1,2} \w+ 2026)$", head, re.M)
    assert re.search(r"^(来源：|Source: )\S", head, re.M)
