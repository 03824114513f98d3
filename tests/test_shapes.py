"""The SHACL shapes accept a valid graph and refuse each thing that would spoil it."""

from __future__ import annotations

import pytest

from kg.content import folder

VALID = """
@prefix ca: <urn:chainatlas:ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <urn:test:> .

:r a ca:Report .
:maker a ca:Company ; skos:prefLabel "甲电池"@zh .
:user a ca:Company ; skos:prefLabel "乙汽车"@zh .
:cell a ca:Industry ; ca:facet ca:Technology ; skos:prefLabel "电池"@zh .
:quote a ca:Evidence ; ca:report :r ; ca:line 3 ; ca:start 10 ; ca:end 18 ;
    ca:quote "甲电池为乙汽车供货" .
:supplies a ca:Statement ; rdf:subject :maker ; rdf:predicate ca:SUPPLIES ; rdf:object :user ;
    ca:modality ca:planned ; ca:confidence 0.8 ; ca:method "clause" ; ca:evidence :quote .
:uses a ca:Statement ; rdf:subject :user ; rdf:predicate ca:USES ; rdf:object :cell ;
    ca:modality ca:asserted ; ca:confidence 1.0 ; ca:method "clause" ; ca:evidence :quote .
:size a ca:Forecast ; ca:ABOUT :cell ; ca:metric "产量" ;
    ca:low 2.0 ; ca:high 3.0 ; ca:unit "万套" ;
    ca:modality ca:asserted ; ca:confidence 0.7 ; ca:method "figure" ; ca:evidence :quote .
:round a ca:Deal ; ca:company :maker ;
    ca:modality ca:asserted ; ca:confidence 0.7 ; ca:method "deal" ; ca:evidence :quote .
"""


def findings(data: str) -> list[str]:
    """The messages of what the shapes find in a graph; none where it conforms."""
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SH

    ontology = folder("ontology")
    graph = Graph().parse(data=data, format="turtle").parse(ontology / "chainatlas.ttl")
    _, report, _ = validate(graph, shacl_graph=Graph().parse(ontology / "shapes.ttl"))
    assert isinstance(report, Graph)
    return sorted({str(message) for message in report.objects(None, SH.resultMessage)})


def test_a_valid_graph_conforms() -> None:
    assert findings(VALID) == []


@pytest.mark.parametrize(
    ("good", "bad", "finding"),
    [
        ("ca:modality ca:planned", "ca:modality ca:maybe", "six ways"),
        ("ca:confidence 0.8", "ca:confidence 1.2", "from 0 to 1"),
        ('ca:method "clause" ; ca:evidence :quote', 'ca:method "clause"', "needs evidence"),
        ("ca:start 10", "ca:start 20", "before it ends"),
        ("ca:line 3", "ca:line 0", "counted from 1"),
        ("rdf:object :user", "rdf:object :cell", "no class that the relation may lead to"),
        ("rdf:subject :maker", "rdf:subject :cell", "no class that the relation may be stated of"),
        ("rdf:predicate ca:SUPPLIES", "rdf:predicate ca:LIKES", "the ontology has it"),
        ("ca:low 2.0", "ca:value 2.0", "a low and a high one"),
        ("ca:high 3.0", "ca:high 1.0", "no higher than the high"),
        ('ca:metric "产量" ;', "", "one metric"),
        ("ca:ABOUT :cell ;", "", "counts something"),
        ('skos:prefLabel "甲电池"@zh', 'skos:altLabel "甲电池"@zh', "needs a name"),
        ("ca:company :maker ;", "", "concerns one company"),
    ],
)
def test_what_spoils_a_graph_is_found(good: str, bad: str, finding: str) -> None:
    assert good in VALID
    assert any(finding in message for message in findings(VALID.replace(good, bad)))
