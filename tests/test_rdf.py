"""RDF: standard terms in the files, the same store from them again, and SPARQL over the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from books import Book, battery, cars, keep, writable
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rdflib import PROV, RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kg import Atlas
from kg.cli.main import kg
from kg.cypher.library import questions
from kg.decisions import Decision, Judgement, decide
from kg.errors import ParameterError, QueryError, UnreadableGraph
from kg.export import exporter, write
from kg.rdf import select
from kg.rdf.reading import restore
from kg.store import Store
from kg.store.readings import readings
from kg.store.writing import add

CA = Namespace("urn:chainatlas:ontology#")
TIME = Namespace("http://www.w3.org/2006/time#")
QUDT = Namespace("http://qudt.org/schema/qudt/")
OWN = Namespace("urn:chainatlas:")
# Both reports name it, each its own way; the lesser id stands for both.
MAKER = OWN["company/jiabattery"]


def written(store: Store, format: str) -> str:
    return "".join(f"{line}\n" for line in exporter(format)(store))


def again(store: Store, folder: Path, change: Callable[[str], str] = str) -> Path:
    """A store made from another's N-Quads."""
    file = folder / "graph.nq"
    file.write_text(change(written(store, "nq")), "utf-8", newline="\n")
    folder.joinpath("again").mkdir()
    with writable(folder / "again") as copy:
        restore(copy, file)
        return copy.path


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Store]:
    with writable(tmp_path) as store:
        keep(store, battery(), cars())
        yield store


@pytest.fixture
def turtle(store: Store) -> Graph:
    return Graph().parse(data=written(store, "ttl"), format="turtle")


def test_names_are_labels_in_the_language_of_their_script(turtle: Graph) -> None:
    assert (MAKER, RDF.type, CA.Company) in turtle
    assert turtle.value(MAKER, SKOS.prefLabel) == Literal("Jia Battery", lang="en")
    assert set(turtle.objects(MAKER, SKOS.altLabel)) == {Literal("甲电池", lang="zh")}
    assert turtle.value(OWN["company/甲电池"], SKOS.exactMatch) == MAKER


def test_a_statement_is_a_resource_with_its_sentences(turtle: Graph) -> None:
    (said,) = [
        s
        for s in turtle.subjects(RDF.predicate, CA.SUPPLIES)
        if turtle.value(s, RDF.subject) == MAKER
    ]
    assert turtle.value(said, RDF.object) == OWN["company/乙汽车"]
    assert turtle.value(said, CA.modality) == CA.asserted
    assert turtle.value(said, CA.confidence) == Literal(0.9)
    places = set(turtle.objects(said, PROV.wasDerivedFrom))
    told = {str(turtle.value(place, CA.quote)) for place in places}
    assert told == {"甲电池为乙汽车供应电芯。", "Jia Battery向乙汽车供货模组。"}
    files = {str(turtle.value(turtle.value(p, PROV.wasQuotedFrom), CA.file)) for p in places}
    assert files == {"battery.txt", "cars.txt"}


def test_only_what_is_asserted_is_a_plain_triple(turtle: Graph) -> None:
    car = OWN["company/乙汽车"]
    assert set(turtle.subjects(CA.SUPPLIES, car)) == {MAKER}
    rumour = next(turtle.subjects(RDF.subject, OWN["company/己座椅"]))
    assert turtle.value(rumour, CA.modality) == CA.rumoured


def test_figures_have_a_unit_and_a_period(turtle: Graph) -> None:
    (figure,) = turtle.subjects(RDF.type, CA.Forecast)
    assert turtle.value(figure, CA.value) == Literal(2600.0)
    assert turtle.value(figure, CA.unit) == Literal("亿元")
    assert turtle.value(figure, QUDT.hasUnit) == URIRef("http://qudt.org/vocab/currency/CNY")
    assert turtle.value(figure, CA.MADE_BY) == OWN["institution/研究院"]
    period = turtle.value(figure, TIME.hasTime)
    days = [turtle.value(turtle.value(period, TIME[f"has{end}"]), TIME.inXSDDate)
            for end in ("Beginning", "End")]  # fmt: skip
    assert list(map(str, days)) == ["2030-01-01", "2030-12-31"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # what rdflib itself still uses
def test_turtle_and_json_ld_say_the_same(store: Store, turtle: Graph) -> None:
    assert isomorphic(turtle, Graph().parse(data=written(store, "jsonld"), format="json-ld"))


@pytest.mark.parametrize("format", ["ttl", "jsonld", "nq"])
def test_the_order_of_loading_leaves_no_trace(store: Store, tmp_path: Path, format: str) -> None:
    (tmp_path / "other").mkdir()
    with writable(tmp_path / "other") as other:
        keep(other, cars(), battery())
        assert written(other, format) == written(store, format)


def test_the_graph_conforms_to_its_shapes(turtle: Graph) -> None:
    from kg.check.shapes import findings

    assert list(findings(turtle)) == []


# Names and values that could break out of wherever they are written.
WILD = st.sampled_from(
    ['"', "'", "`", "\\", "\n", "\r\n", "<a>", "}) #", "{", "😀", "％", "\u2028", "甲", "B", " "]
)
NAME = st.lists(WILD, min_size=1, max_size=4).map(lambda parts: "甲" + "".join(parts))
KIND = st.sampled_from(["Company", "Technology", "Product", "Industry"])
THING = st.builds(
    lambda kind, names: f"{kind} {'|'.join(names)}", KIND, st.lists(NAME, min_size=1, max_size=3)
)
PREDICATE = st.sampled_from(["SUPPLIES", "PARTNERS_WITH", "USES", "PART_OF", "PRODUCES"])
NUMBER = st.floats(0, 1e15, allow_nan=False, width=64)
VALUE = st.one_of(NUMBER, st.tuples(NUMBER, NUMBER))
TEXT = st.none() | NAME
JUDGEMENT: st.SearchStrategy[Judgement] = st.sampled_from(["same", "different"])
MODALITY = st.sampled_from(["asserted", "planned", "denied"])


@st.composite
def reports(draw: st.DrawFn) -> list[Book]:
    books = []
    for number in range(draw(st.integers(1, 3))):
        book = Book(f"{number}.txt")
        for n in range(draw(st.integers(1, 4))):
            sentence = f"第{number}份第{n}句{draw(NAME)}。"
            match draw(st.integers(0, 2)):
                case 0:
                    book.says(
                        sentence, draw(THING), draw(PREDICATE), draw(THING), modality=draw(MODALITY),
                        confidence=draw(st.floats(0, 1)), qualifiers=draw(st.dictionaries(NAME, NAME, max_size=2)),
                    )  # fmt: skip
                case 1:
                    book.counts(
                        sentence, draw(THING), draw(NAME), draw(VALUE), period=draw(TEXT), region=draw(TEXT),
                        unit=draw(st.just("") | NAME), base_value=draw(st.none() | VALUE), comparator=draw(TEXT),
                        sources=draw(st.lists(THING, max_size=3)), base_unit=draw(TEXT),
                    )  # fmt: skip
                case _:
                    investors = draw(st.lists(THING, max_size=3))
                    book.finances(
                        sentence, draw(THING), round=draw(TEXT), amount=draw(TEXT), investors=investors,
                        leads=investors[:1], valuation=draw(TEXT), date=draw(TEXT),
                    )  # fmt: skip
        policy = f"Policy {draw(NAME)}"
        book.thing(policy, date=draw(TEXT), issuer=draw(st.lists(NAME, max_size=2)))
        books.append(book)
    return books


@given(books=reports(), data=st.data())
def test_a_store_is_made_again_from_its_quads_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, books: list[Book], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("random")
    ids = [id for book in books for id in book.things]
    listed = data.draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
    with writable(folder) as store:
        keep(store, *books, listed=tuple(listed))
        left, right = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
        if left != right:
            decide(store, data.draw(st.builds(Decision, st.just(left), st.just(right), JUDGEMENT)))
        chance = data.draw(st.randoms(use_true_random=False))

        def shuffled(text: str) -> str:
            lines = text.split("\n")[:-1]
            chance.shuffle(lines)
            return "".join(f"{line}\n" for line in lines)

        with Store(again(store, folder, shuffled)) as copy:
            assert written(copy, "jsonl") == written(store, "jsonl")
            assert written(copy, "nq") == written(store, "nq")


def test_a_reading_keeps_its_sentences_in_their_order(tmp_path: Path) -> None:
    reading = (
        battery()
        .says("甲电池供应乙汽车。", "Company 甲电池", "SUPPLIES", "Company 乙汽车")
        .reading()
    )
    early, *others, late = reading.statements
    both = late.model_copy(update={"evidence": (*late.evidence, *early.evidence)})
    reading = reading.model_copy(update={"statements": (*others, both)})
    with writable(tmp_path) as store:
        add(store, reading, lambda entity: False)
        with Store(again(store, tmp_path)) as copy:
            (kept,) = readings(copy)
            told = [place.quote for place in kept.reading.statements[-1].evidence]
            assert told == ["甲电池供应乙汽车。", "甲电池为乙汽车供应电芯。"]


def test_taking_a_file_over_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    write(file, exporter("nq")(store))
    before = written(store, "nq")
    assert restore(store, file) == 0
    assert written(store, "nq") == before


def test_the_command_takes_over_what_it_exported(store: Store, tmp_path: Path) -> None:
    def run(db: Path, *words: str) -> str:
        result = CliRunner().invoke(kg, ["--store", str(db), *words])
        assert result.exit_code == 0, result.output
        return result.stdout

    run(store.path, "export", "nq", "-o", str(tmp_path / "graph.nq"))
    assert run(tmp_path / "new.db", "import", str(tmp_path / "graph.nq")) == "2 new reports\n"
    assert run(tmp_path / "new.db", "export", "jsonl") == run(store.path, "export", "jsonl")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: "no quads", "kg export nq"),
        (lambda text: "", "holds no report"),
        (lambda text: text.replace('"甲电池为乙汽车供应电芯。"', '"甲电池为乙汽车供应电池。"'), "is not what report/"),
        (lambda text: text.replace("ontology#asserted> <urn:chainatlas:report", "ontology#sure> <urn:chainatlas:report"), "kg export nq"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_back_is_refused_whole(
    store: Store, tmp_path: Path, change: Callable[[str], str], message: str
) -> None:
    with pytest.raises(UnreadableGraph, match=message):
        again(store, tmp_path, change)
    with Store(tmp_path / "again" / "atlas.db") as copy:
        assert list(exporter("jsonl")(copy)) == []


PREFIXES = """PREFIX ca: <urn:chainatlas:ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def test_sparql_is_told_its_values(store: Store) -> None:
    query = (
        PREFIXES
        + """SELECT ?supplier ?sure WHERE {
        ?x ca:SUPPLIES ?y . ?x skos:prefLabel ?supplier . ?y skos:prefLabel ?name .
        ?s ca:confidence ?sure FILTER(STR(?name) = ?buyer && ?sure > ?least) }"""
    )
    columns, rows = select(store, query, {"buyer": "乙汽车", "least": 0.8})
    assert (columns, rows) == (["supplier", "sure"], [["Jia Battery", 0.9]])
    assert select(store, query, {"buyer": '"} #', "least": 0})[1] == []
    named = (
        PREFIXES
        + "SELECT ?name WHERE { ?x skos:prefLabel ?l FILTER(STR(?l) = ?name) } ORDER BY ?name"
    )
    assert select(store, named, {"name": ["丁化工", "己座椅", "没有"]})[1] == [
        ["丁化工"],
        ["己座椅"],
    ]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("ASK { ?x a ca:Deal }", [[True]]),
        ("SELECT (COUNT(?x) AS ?n) { ?x a ca:Deal }", [[1]]),
        ('SELECT ?a { VALUES ?a { "SERVICE" } }', [["SERVICE"]]),
        ("SELECT ?a ?b { VALUES ?a { 1.5 } }", [[1.5, None]]),
        ("CONSTRUCT { ?x ca:was ?c } WHERE { ?x a ca:Deal ; ca:company ?c }", None),
    ],
)
def test_answers_come_as_plain_values(
    store: Store, query: str, rows: list[list[Any]] | None
) -> None:
    columns, found = select(store, PREFIXES + query)
    assert found == rows if rows else (columns[0] == "subject" and len(found) == 1)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {\n ?x ?y }", "line 2, column 9: expected"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", "line 1"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * { FILTER(1<2)service?s{?x?y?z.FILTER(3>2)} }", "SERVICE asks another server"),
    ],
)
def test_what_is_no_question_to_the_store_is_refused_in_one_line(
    store: Store, query: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message) as told:
        select(store, query)
    assert "\n" not in str(told.value)


def test_a_value_that_is_no_term_is_refused(store: Store) -> None:
    with pytest.raises(ParameterError, match="x: SPARQL takes"):
        select(store, "SELECT ?x {}", {"x": {"a": 1}})


def ask(path: Path, name: str, *given: str) -> list[list[Any]]:
    words = [word for pair in given for word in ("-p", pair)]
    result = CliRunner().invoke(kg, ["--store", str(path), "query", name, *words])
    assert result.exit_code == 0, result.output
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return [list(row.values()) for row in rows]


def test_the_library_asks_in_sparql(store: Store) -> None:
    policy = (
        Book("policy.txt")
        .says("《寅令》限制丙材料。", "Policy 寅令", "RESTRICTS", "Technology 丙材料")
        .says("《寅令》限制己座椅。", "Policy 寅令", "RESTRICTS", "Company 己座椅")
        .says("《寅令》限制深空业。", "Policy 寅令", "RESTRICTS", "Industry 深空业")
        .says("癸航天从事深空业。", "Company 癸航天", "ACTIVE_IN", "Industry 深空业")
        .says("辰材料是一种丙材料。", "Technology 辰材料", "TYPE_OF", "Technology 丙材料")
        .says("壬化工生产辰材料。", "Company 壬化工", "PRODUCES", "Technology 辰材料")
        .says("丙材料是电芯的材料。", "Technology 丙材料", "PART_OF", "Technology 电芯")
        .says("电芯装进电池包。", "Technology 电芯", "PART_OF", "Technology 电池包")
    )
    keep(store, policy)
    assert [row[:4] + row[-1:] for row in ask(store.path, "suppliers.rq", "company=乙汽车")] == [
        ["Jia Battery", "模组；电芯", "asserted", 0.9, "甲电池为乙汽车供应电芯。"],
        ["Jia Battery", "模组；电芯", "asserted", 0.9, "Jia Battery向乙汽车供货模组。"],
        ["己座椅", None, "rumoured", 0.5, "乙汽车或向己座椅采购。"],
    ]
    assert ask(store.path, "single-source.rq") == [["丙材料", "丁化工", 2, "Jia Battery、电芯"]]
    assert ask(store.path, "single-source.rq", "least=3") == []
    exposed = [
        ["寅令", "丙材料", "Jia Battery", "USES", "《寅令》限制丙材料。", "policy.txt", 1],
        ["寅令", "丙材料", "丁化工", "PRODUCES", "《寅令》限制丙材料。", "policy.txt", 1],
        ["寅令", "丙材料", "壬化工", "PRODUCES", "《寅令》限制丙材料。", "policy.txt", 1],
        ["寅令", "己座椅", "己座椅", "", "《寅令》限制己座椅。", "policy.txt", 2],
        ["寅令", "深空业", "癸航天", "ACTIVE_IN", "《寅令》限制深空业。", "policy.txt", 3],
    ]
    assert (
        ask(store.path, "policy-exposure.rq")
        == ask(store.path, "policy-exposure.rq", "policy=寅令")
        == exposed
    )
    forecast = ["丙材料", "规模", "中国", "2030", 2600.0, None, "亿元", "研究院", "battery.txt", 4]
    assert [row[:-1] for row in ask(store.path, "forecasts.rq", "subject=丙材料")] == [forecast]
    assert ask(store.path, "forecasts.rq", "subject=电芯") == []
    assert ask(store.path, "coverage.rq") == [
        ["policy.txt", "policy.txt", 8, 8, 0, 0],
        ["battery.txt", "battery.txt", 3, 2, 1, 1],
        ["cars.txt", "cars.txt", 3, 2, 0, 0],
    ]
    assert ask(store.path, "technology-stack.rq", "thing=电池包") == [
        ["电芯", "PART_OF", "电池包", None, "电芯装进电池包。"],
        ["丙材料", "PART_OF", "电芯", "丁化工", "丙材料是电芯的材料。"],
    ]


def test_heads_of_sparql_questions_tell_the_columns_they_give(store: Store) -> None:
    asked = [question for question in questions() if question.is_sparql]
    assert len(asked) >= 6
    for question in asked:
        columns, _ = select(store, question.text, {p.name: p.default for p in question.parameters})
        assert columns == [column for column, _ in question.columns], question.name
        assert question.zh
        assert question.en
        assert question.examples


def test_the_examples_make_the_same_store_again(tmp_path: Path) -> None:
    atlas = Atlas.open(tmp_path / "examples.db")
    atlas.load()
    atlas.export("nq", tmp_path / "graph.nq")
    again = Atlas.open(tmp_path / "again.db")
    assert again.restore(tmp_path / "graph.nq") == len(atlas.reports())
    for format in ("jsonl", "nq"):
        assert list(again.lines(format)) == list(atlas.lines(format))
    assert list(again.reports()) == list(atlas.reports())
    assert [row for row in again.check() if row["check"] == "shape"] == []
