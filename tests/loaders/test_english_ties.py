"""What English prose says of companies and each other: founders, rights, shares, listings.

All companies and sentences are invented.
"""

from __future__ import annotations

import pytest

from kg.model import Reading
from loaders.read import read

OSTRA, LUND = "Ostra Motors", "Lund Electronics"
BOTH = f"{OSTRA} Inc. and {LUND} Corp. sell parts. "
Said = tuple[str, str, str]


def reading(text: str) -> tuple[Reading, dict[str, str]]:
    """What is read in a text that has named both companies, and the names of its things."""
    found = read("note.txt", (BOTH + text).encode())
    return found, {e.id: next((n for n in e.names if n.isascii()), e.name) for e in found.entities}


def said(text: str) -> set[Said]:
    """All that a text states, by (subject, relation, object)."""
    found, names = reading(text)
    return {(names[s.subject], s.predicate, names[s.object]) for s in found.statements}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ostra Motors was formed in 2020 as a joint venture between Lund Electronics and Halden Corp.",
            (OSTRA, "FOUNDED_BY", LUND),
        ),
        ("Ostra Motors, spun out of Lund Electronics in 2015, makes hub drives.", (OSTRA, "FOUNDED_BY", LUND)),
        ("Ostra Motors signed a $3.5 billion cloud contract with Lund Electronics.", (OSTRA, "PARTNERS_WITH", LUND)),
        ("Ostra Motors gained global rights to QV-201 from Lund Electronics.", (LUND, "SUPPLIES", OSTRA)),
        ("Lund Electronics granted Ostra Motors an exclusive license to QV-201.", (LUND, "SUPPLIES", OSTRA)),
        ("Ostra Motors plans to buy tens of thousands of Lund Electronics sensors.", (LUND, "SUPPLIES", OSTRA)),
        ("Lund Electronics agreed with Ostra Motors to supply sensors.", (LUND, "SUPPLIES", OSTRA)),
        ("Lund Electronics is the only company that makes hall sensors.", (LUND, "PRODUCES", "hall sensors")),
        ("Ostra Motors holds roughly 27% of Lund Electronics.", (OSTRA, "INVESTS_IN", LUND)),
        ("Ostra Motors owns approximately 80% of Lund Electronics.", (OSTRA, "OWNS", LUND)),
        (
            "Ostra Motors plans to spend $2.1 billion to increase its stake in Lund Electronics.",
            (OSTRA, "INVESTS_IN", LUND),
        ),
        (
            "Start-up Lund Electronics has been acquired by technology giant Ostra Motors.",
            (OSTRA, "ACQUIRES", LUND),
        ),
    ],
)  # fmt: skip
def test_a_tie_has_its_direction(text: str, claim: Said) -> None:
    found = said(text)
    assert claim in found
    assert (claim[2], claim[1], claim[0]) not in found or claim[1] == "PARTNERS_WITH"


def test_what_a_thing_goes_on_to_do_is_the_thing_s() -> None:
    found = said("The V900 is fabricated on Lund Electronics's process and uses silicon carbide.")
    assert ("V900", "USES", "silicon carbide") in found
    assert not any(s == LUND and p == "USES" for s, p, _ in found)


def test_who_backs_a_company_does_not_list_or_merge() -> None:
    found, _ = reading(
        "Quarrels, backed by Ostra Motors, merged with Lund Electronics and plans an IPO."
    )
    assert not found.deals
    assert not any(s.predicate == "ACQUIRES" for s in found.statements)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Ostra Motors went public on Nasdaq in March 2025 at $40 a share.", None),
        ("Ostra Motors filed for an IPO in Hong Kong to raise $1.2 billion.", "$1.2 billion"),
    ],
)
def test_a_listing_has_what_it_raises_and_no_price_of_a_share(
    text: str, amount: str | None
) -> None:
    found, names = reading(text)
    (deal,) = found.deals
    assert (names[deal.company], deal.amount) == (OSTRA, amount)


def test_an_investment_in_a_country_is_no_round() -> None:
    found, _ = reading("Ostra Motors announced an additional $5 billion investment in South Korea.")
    assert not found.deals


def test_a_label_says_by_whom_a_company_was_founded() -> None:
    found = said(f"\n\n## {OSTRA}\n\n- Founded: 2022 by Brent Adlock\n- Headquarters: Boston\n")
    assert (OSTRA, "FOUNDED_BY", "Brent Adlock") in found
