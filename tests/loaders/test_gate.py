"""What passes the gate, and what it says of the rest."""

from __future__ import annotations

import pytest

from kg.model import Modality, Report
from kg.ontology import Ontology
from loaders import funds
from loaders.blocks import Text
from loaders.gate import Gate, named
from loaders.readers import open_report
from loaders.things import Claim, Decree, Finance, Number, Thing

TEXT = "前言。\n凌渊精密为赫星汽车供应谐波减速器。"
LING, HE = Thing("Company", "凌渊精密"), Thing("Company", "赫星汽车")
GEAR = Thing("Technology", "谐波减速器")
SENTENCE = Text(TEXT[4:], ((0, 4),))


@pytest.fixture
def report() -> Report:
    return open_report("note.txt", TEXT.encode())


@pytest.fixture
def gate(report: Report) -> Gate:
    return Gate(report, Ontology.shipped())


def claim(subject: Thing = LING, predicate: str = "SUPPLIES", object: Thing = HE) -> Claim:
    return Claim(subject, predicate, object, SENTENCE, "clause:test")


def test_a_statement_quotes_the_report_literally(gate: Gate, report: Report) -> None:
    (statement,) = gate.judge([claim()]).statements
    (place,) = statement.evidence
    assert place.quote == report.text[place.start : place.end] == TEXT[4:]
    assert place.line == 2


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (claim(predicate="KNOWS"), "no relation KNOWS"),
        (claim(object=LING), "both sides"),
        (claim(object=GEAR), "does not take the Technology"),
        (claim(subject=Thing("Company", "公司")), "names nothing"),
        (claim(subject=Thing("Company", "2025")), "names nothing"),
        (claim(subject=Thing("Company", "甲。乙丙")), "names nothing"),
        (Claim(LING, "SUPPLIES", HE, Text(" "), "clause:test"), "no evidence"),
        (Number("forecast", Thing("Industry", "市场"), "规模", 1, "亿元", SENTENCE, "m"), "names nothing"),
        (Finance(Thing("Company", "企业"), SENTENCE, "m"), "names nothing"),
    ],
)  # fmt: skip
def test_what_is_refused_is_a_problem_that_says_why(
    gate: Gate, wrong: Claim | Number | Finance, why: str
) -> None:
    found = gate.judge([wrong])
    assert not found.statements and not found.figures and not found.deals and not found.entities
    (problem,) = found.problems
    assert problem.kind == "refused"
    assert why in problem.message


def test_what_is_said_twice_is_one_statement_with_two_places(gate: Gate) -> None:
    again = Claim(LING, "SUPPLIES", HE, Text("前言", ((0, 0),)), "table:test")
    (statement,) = gate.judge([claim(), again, claim()]).statements
    assert [e.line for e in statement.evidence] == [2, 1]
    assert statement.method == "table:test"  # the more certain rule


def test_how_it_is_meant_makes_another_statement(gate: Gate) -> None:
    denied = Claim(LING, "SUPPLIES", HE, SENTENCE, "clause:test", Modality.DENIED)
    assert len(gate.judge([claim(), denied]).statements) == 2


def test_a_concept_notes_what_a_relation_took_it_for(gate: Gate) -> None:
    found = gate.judge([claim(predicate="ACTIVE_IN", object=GEAR)])
    (entity,) = [e for e in found.entities if e.name == GEAR.name]
    assert entity.cls == "Technology"
    assert "Industry" in entity.facets


def test_a_known_name_needs_no_more_proof_and_a_tier_may_have_a_generic_one() -> None:
    assert named(Thing("Tier", "上游"))
    assert not named(Thing("Technology", "上游"))


def test_a_fund_that_is_a_policy_is_one_thing() -> None:
    fund = Thing("Policy", "启明基金计划", ("启明基金",))
    drafts = list(
        funds.unified([
            Decree(fund, SENTENCE, "policy:test"),
            claim(Thing("Company", "启明基金"), "INVESTS_IN", LING),
        ])
    )  # fmt: skip
    (invests,) = [d for d in drafts if isinstance(d, Claim)]
    assert invests.subject is fund
