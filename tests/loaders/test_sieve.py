"""The words that a pattern cannot do without, and the patterns that a text may match by them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.needed import needed
from loaders.grammar.sieve import Sieve

LETTERS = "甲乙丙ab"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("采购", {"采购"}),
        ("(?:已)?采购了?", {"采购"}),
        ("(?:采购|购买(?!商))", {"采购", "购买"}),
        ("(?:采购|)", set()),
        ("(?P<s>[\ue000-\ue3ff])(?:是|为)", {"是", "为"}),
        ("[为向]{0,2}供货", {"供货"}),
        ("(?<!从)向", {"向"}),
        ("(?:供货)+", {"供货"}),
        ("(?:供货)*", set()),
        ("供货{2}", {"供货"}),
        (r"v\.\d", {"v."}),
        ("[^甲]", set()),
        # of two that must stand, the one that fewer texts hold
        ("的(?:采购|订购)", {"采购", "订购"}),
        ("by (?:acquired|bought)", {"acquired", "bought"}),
    ],
)
def test_a_pattern_needs_its_words(pattern: str, words: set[str]) -> None:
    assert needed(pattern) == words


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})")
    # bounded ones: stars within stars take exponential time to match
    times = st.sampled_from(["", "?", "{0,1}", "{1,2}", "{2}", "??"])
    quantified = st.tuples(group, times).map("".join)
    return st.lists(quantified, min_size=1, max_size=3).map("".join)


PATTERNS = st.recursive(
    st.text(LETTERS, max_size=3) | st.sampled_from(["[甲乙]", "[^甲]", ".", "(?!乙)", "甲?乙"]),
    _grown,
)


@given(PATTERNS, st.data())
def test_whatever_a_pattern_matches_holds_a_needed_word(pattern: str, data: st.DataObject) -> None:
    words = needed(pattern)
    text = data.draw(st.text(LETTERS, max_size=8))
    for found in re.finditer(pattern, text):
        assert not words or any(word in found.group() for word in words)


@given(st.lists(st.sets(st.text(LETTERS, min_size=1, max_size=3)), max_size=6), st.text(LETTERS))
def test_a_sieve_holds_nothing_back_that_may_match(words: list[set[str]], text: str) -> None:
    passing = Sieve((n, frozenset(some)) for n, some in enumerate(words)).passing(text)
    assert passing == sorted(passing)
    assert {n for n, some in enumerate(words) if not some or any(w in text for w in some)} <= {
        *passing
    }


def test_a_sieve_holds_back_what_cannot_match() -> None:
    sieve = Sieve([("buys", frozenset({"采购"})), ("sells", frozenset({"供货"}))])
    assert sieve.passing("远图科技向某厂采购轴承") == ["buys"]
