"""The ontology file is the one list of what the graph may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.content import folder
from kg.errors import OntologyError
from kg.ontology import FILE, Ontology

# The names that exports, queries and scores rely on.
RELATIONS = {
    "SUPPLIES", "PRODUCES", "USES", "PART_OF", "LAYER_OF", "TYPE_OF", "SUCCEEDS", "SUBSTITUTES",
    "COMPETES_WITH", "PARTNERS_WITH", "IN_TIER", "TIER_OF", "ACTIVE_IN", "INVESTS_IN", "ACQUIRES",
    "OWNS", "FOUNDED_BY", "LOCATED_IN", "ISSUED_BY", "RESTRICTS", "SUPPORTS", "REGULATES", "ABOUT",
    "MADE_BY",
}  # fmt: skip
CLASSES = {
    "Company", "Institution", "Technology", "Product", "Industry", "Tier", "Policy", "Forecast",
    "Observation", "Deal", "Person", "Place", "Report",
}  # fmt: skip
HIRES = """
ca:HIRES a owl:ObjectProperty ;
    rdfs:label "hires"@en, "聘用"@zh ;
    rdfs:comment "The subject employs the object."@en ;
    ca:domain ca:Organisation ;
    ca:range ca:Person .
"""


def with_more(tmp_path: Path, more: str) -> Path:
    """A copy of the ontology file with lines added."""
    path = tmp_path / FILE
    path.write_text((folder("ontology") / FILE).read_text("utf-8") + more, "utf-8")
    return path


def test_it_lists_the_classes_and_relations_that_others_rely_on() -> None:
    ontology = Ontology.shipped()
    assert set(ontology.relations) >= RELATIONS
    assert set(ontology.classes) >= CLASSES


def test_it_is_labelled_in_chinese_and_english() -> None:
    ontology = Ontology.shipped()
    labels = [c.labels for c in ontology.classes.values()]
    labels += [r.labels for r in ontology.relations.values()]
    assert all(by["en"].isascii() and not by["zh"].isascii() for by in labels)


def test_symmetric_relations_have_no_inverse_and_the_others_do() -> None:
    relations = Ontology.shipped().relations.values()
    assert {r.name for r in relations if r.symmetric} == {"COMPETES_WITH", "PARTNERS_WITH"}
    assert {r.name for r in relations if r.inverse is None} == {"COMPETES_WITH", "PARTNERS_WITH"}


def test_goods_flow_along_some_relations_and_against_others() -> None:
    flows = {name: r.flow for name, r in Ontology.shipped().relations.items()}
    assert flows["SUPPLIES"] == flows["PART_OF"] == flows["PRODUCES"] == "forward"
    assert flows["USES"] == "backward"
    assert flows["COMPETES_WITH"] is None


@pytest.mark.parametrize(
    ("subject", "predicate", "object", "allowed"),
    [
        ("Company", "SUPPLIES", "Company", True),
        ("Company", "SUPPLIES", "Technology", False),
        ("Technology", "LAYER_OF", "Technology", True),
        ("Industry", "PART_OF", "Technology", False),
        (["Industry", "Technology"], "PART_OF", {"Technology"}, True),
        ("Company", "COMPETES_WITH", "Company", True),
        ("Product", "COMPETES_WITH", "Technology", True),
        ("Company", "COMPETES_WITH", "Product", False),
        ("Company", "PARTNERS_WITH", "Institution", True),
        ("Policy", "ISSUED_BY", "Place", True),
        ("Forecast", "ABOUT", "Person", True),
        ("Company", "ADMIRES", "Company", False),
    ],
)
def test_only_the_classes_of_a_relation_may_stand_at_its_ends(
    subject: str | list[str], predicate: str, object: str | set[str], allowed: bool
) -> None:
    assert Ontology.shipped().allows(predicate, subject, object) is allowed


def test_a_relation_added_to_the_file_is_a_relation(tmp_path: Path) -> None:
    assert not Ontology.shipped().allows("HIRES", "Company", "Person")
    ontology = Ontology.read(with_more(tmp_path, HIRES))
    assert ontology.relations["HIRES"].labels == {"zh": "聘用", "en": "hires"}
    assert ontology.allows("HIRES", "Institution", "Person")
    assert not ontology.allows("HIRES", "Person", "Company")


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("ca:range ca:Person", "ca:range ca:Robot", "ca:Robot"),
        ("ca:range ca:Person", "ca:flow 'forward'", "needs ca:range"),
        ('"hires"@en, ', "", "label in en"),
        ("ca:range ca:Person", "ca:range ca:Person ; ca:flow 'sideways'", "ca:flow"),
        ("ca:HIRES a", "ca:HIRES is", FILE),
    ],
)
def test_a_relation_that_lacks_something_is_named(
    tmp_path: Path, good: str, bad: str, message: str
) -> None:
    with pytest.raises(OntologyError, match=message):
        Ontology.read(with_more(tmp_path, HIRES.replace(good, bad)))


def test_it_is_an_owl_file_that_builds_on_known_vocabularies() -> None:
    from rdflib import OWL, PROV, RDFS, Graph

    graph = Graph().parse(folder("ontology") / FILE)
    used = {str(o) for o in graph.objects(None, None)}
    for vocabulary in ("w3.org/ns/prov", "skos/core", "w3.org/ns/org", "schema.org", "qudt.org"):
        assert any(vocabulary in term for term in used), vocabulary
    assert (None, RDFS.subPropertyOf, PROV.wasAttributedTo) in graph
    assert (None, OWL.unionOf, None) in graph
