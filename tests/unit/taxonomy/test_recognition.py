"""Which concepts a text names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.data_files import read_schemes
from taxonomy.index import ConceptIndex, IndexedConcept, IndexedLabel
from taxonomy.recognition import GENERAL, Recogniser


def concept(pk, notation, sv=(), en=(), scheme="sustainability", **fields):
    labels = [
        IndexedLabel(language, "alt" if place else "pref", text)
        for language, texts in (("sv", sv), ("en", en))
        for place, text in enumerate(texts)
    ]
    names = {label.language: label.text for label in labels if label.kind == "pref"}
    values = {
        "level": "",
        "aspect": "",
        "broader_id": None,
        "deprecated": False,
        "replaced_by_id": None,
        "uri": "",
        "details": {},
    }
    return IndexedConcept(
        id=pk,
        scheme=scheme,
        notation=notation,
        names=names,
        labels=tuple(labels),
        **{**values, **fields},
    )


INDEX = ConceptIndex(
    [
        concept(1, "vatten", ["Vatten"], ["Water"]),
        concept(2, "dagvatten", ["Dagvatten", "VA"], ["Stormwater", "storm water"]),
        concept(3, "klimat", ["Klimatanpassning"], ["Climate adaptation"]),
        concept(
            4, "k-klimat", ["Klimatanpassning"], ["Resilience"], scheme="competences"
        ),
        concept(5, "museum", ["Museum", "kulturhistoriska värden"], ["Museum"]),
        concept(6, "gammal", ["Regnvatten"], deprecated=True, replaced_by_id=2),
        concept(7, "borta", ["Spillånga"], deprecated=True),
        concept(8, "ostra-berget", ["Östra-Berget"], scheme="districts"),
        concept(9, "tid", ["Samråd"], scheme="subjects"),
        concept(10, "arbete", ["Arbete", "SKA"], ["Work"]),
        concept(11, "torg", ["Torg och mötesplatser"], ["Squares"]),
        concept(12, "torg-2", ["Mötesplatser i alla sina former"]),
        concept(13, "11.4", ["Skydda kulturarvet"], scheme="sdg"),
    ]
)
RECOGNISER = Recogniser(INDEX)


def names(text: str) -> list[tuple[str, str, bool]]:
    return [
        (text[found.start : found.end], INDEX[found.concept_id].notation, found.inside)
        for found in RECOGNISER.recognise(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("om dagvattnet?", [("dagvattnet", "dagvatten", False)]),
        ("museernas", [("museernas", "museum", False)]),
        (
            "kulturhistoriskt värde",
            [("kulturhistoriskt värde", "museum", False)],
        ),
        ("storm water", [("storm water", "dagvatten", False)]),
        ("clean water", [("water", "vatten", False)]),
        ("Östra Berget", [("Östra Berget", "ostra-berget", False)]),
        ("ostra-bergets", [("ostra-bergets", "ostra-berget", False)]),
    ],
)
def test_a_label_is_recognised_inflected_in_any_language(text, expected):
    assert names(text) == expected


def test_a_label_inside_a_compound_is_weaker_and_the_longest_part_wins():
    assert names("dagvattenhantering") == [("dagvattenhantering", "dagvatten", True)]


def test_a_label_of_several_concepts_gives_all_in_the_order_of_the_schemes():
    found = [notation for _text, notation, _inside in names("klimatanpassningen")]
    assert found == ["klimat", "k-klimat"]


def test_the_longest_label_wins_wherever_it_begins():
    found = names("torg och mötesplatser i alla sina former")
    assert found == [("mötesplatser i alla sina former", "torg-2", False)]


def test_what_is_deprecated_leads_to_what_replaces_it():
    assert names("regnvatten") == [("regnvatten", "dagvatten", False)]
    assert names("spillånga") == []


def test_other_vocabularies_are_not_recognised():
    assert names("samråd") == []


@pytest.mark.parametrize("text", ["mål 11.4", "Delmål 11.4", "SDG 11.4", "target 11.4"])
def test_goals_are_named_by_their_numbers(text):
    assert names(text) == [(text, "11.4", False)]


def test_a_misspelt_word_may_be_a_label_s():
    assert RECOGNISER.nearest("dagvattten") == "dagvatten"
    assert RECOGNISER.nearest("xyzzyxyz") == ""


@pytest.mark.parametrize("text", ["arbete", "ska", "Ska", "va", "Arbetet", "work"])
def test_words_said_of_anything_name_nothing(text):
    assert names(text) == []


def test_but_an_abbreviation_in_capitals_does():
    assert names("VA") == [("VA", "dagvatten", False)]
    assert names("en SKA görs") == [("SKA", "arbete", False)]


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_inside_it(text):
    for found in RECOGNISER.recognise(text):
        assert 0 <= found.start < found.end <= len(text)


PIECES = [
    "dagvatten", "Dagvattnet", "storm water", "klimatanpassning", "och", "-", " ",
    ",", "torg och mötesplatser", "dagvattenhantering", "Östra-Berget", "\u0301", "é",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_spans_are_the_same_or_do_not_overlap(text):
    spans = sorted({(found.start, found.end) for found in RECOGNISER.recognise(text)})
    for (_start, end), (following, _end) in pairwise(spans):
        assert end <= following


def test_every_shipped_label_leads_to_its_concept():
    """But for the general words, and those that a longer one of more concepts has."""
    concepts, ids = [], {}
    for slug, scheme in read_schemes().items():
        if slug in ("sustainability", "competences", "districts"):
            for fact in scheme.concepts:
                ids[slug, fact.notation] = len(ids) + 1
                concepts.append(
                    concept(
                        ids[slug, fact.notation],
                        fact.notation,
                        fact.labels["sv"],
                        fact.labels["en"],
                        scheme=slug,
                    )
                )
    recogniser = Recogniser(ConceptIndex(concepts))
    lost = [
        label.text
        for one in concepts
        for label in one.labels
        if one.id
        not in {found.concept_id for found in recogniser.recognise(label.text)}
    ]
    assert {label.lower() for label in lost} <= GENERAL | {"studios"}, lost
