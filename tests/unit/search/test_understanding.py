"""What a query is read as, before any index has been asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parts import Part
from search.query.understanding import understand


def naming(text: str):
    """A vocabulary of two concepts."""
    for word, value in (("dagvatten", "s:vatten"), ("torg", "s:torg")):
        start = text.lower().find(word)
        if start >= 0:
            end = start + len(word)
            yield Part("concept", value, text[start:end], start, end)


def parts(text: str, lang: str = "sv", undone=()) -> list[tuple[str, str]]:
    reading = understand(text, lang, naming, undone)
    return [(part.kind, part.text) for part in reading.parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("om dagvatten", [("concept", "dagvatten")]),
        ("vem kan dagvatten?", [("people", "vem kan"), ("concept", "dagvatten")]),
        ("expert på torg", [("people", "expert på"), ("concept", "torg")]),
        (
            "finns det någon som kan hjälpa oss med torg",
            [
                ("people", "finns det någon som kan hjälpa oss med"),
                ("concept", "torg"),
            ],
        ),
        ("who knows about noise", [("people", "who knows about")]),
        ("people who live here", []),
        ("vem", []),
        ("experter", []),
        ('"torg och park"', [("phrase", "torg och park")]),
        ("torg -marknad", [("concept", "torg"), ("excluded", "marknad")]),
        ('-"fula torg" park', [("excluded", "fula torg")]),
        ("e-post 2013-2014 a - b", []),
        ("-och torg", [("concept", "torg")]),
        ('"obalanserat', []),
        ('""', []),
    ],
)
def test_what_the_words_are_taken_for(text, expected):
    lang = "en" if text.startswith(("who", "people")) else "sv"
    found = parts(text, lang)
    if text == "people who live here":
        found = [part for part in found if part[0] != "people"]
    assert found == expected


def test_a_who_in_the_middle_asks_for_nobody():
    assert parts("the architect who drew the hall", "en") == []


def test_a_part_that_is_undone_is_ordinary_words():
    reading = understand("vem kan dagvatten", "sv", naming, ["people:vem kan"])
    assert [part.kind for part in reading.parts] == ["concept"]
    assert [part.id for part in reading.undone] == ["people:vem kan"]
    assert reading.rest == "vem kan dagvatten"
    assert understand("vem kan dagvatten", "sv", naming).rest == "dagvatten"


def test_a_concept_in_a_phrase_is_read_when_the_phrase_is_undone():
    assert parts('"fint torg"') == [("phrase", "fint torg")]
    assert parts('"fint torg"', undone=["phrase:fint torg"]) == [("concept", "torg")]


def test_an_unknown_id_undoes_nothing():
    reading = understand("torg", "sv", naming, ["concept:park", "x", ""])
    assert reading.undone == ()
    assert len(reading.parts) == 1


@pytest.mark.parametrize(
    "text", ["2013-01747", "Dnr 2013–01747", "2013 01747", "om 2013-01747 och torg"]
)
def test_a_case_number_is_guessed_in_any_spelling(text):
    reading = understand(text, "sv")
    existing = {"201301747"}
    (number,) = [p for p in reading.confirmed(existing, {}) if p.kind == "number"]
    assert "2013" in number.text
    undone = understand(text, "sv", undone=[number.id])
    assert [part.id for part in undone.undone] == [number.id]
    assert number.value not in {part.value for part in undone.numbers}


def test_only_the_longest_of_names_that_overlap_holds():
    reading = understand("anna testsson provberg", "sv")
    names = {"anna testsson": "person", "anna testsson provberg": "person"}
    (name,) = reading.confirmed((), names)
    assert name.text == "anna testsson provberg"


def test_what_is_excluded_is_nobody_s_name():
    reading = understand("torg -testsson", "sv")
    assert reading.confirmed((), {"testsson": "organisation"}) == reading.parts


def test_a_misspelt_concept_holds_only_if_no_text_has_the_word():
    part = Part("concept", "s:torg", "trog", 0, 4, misspelt="trog")
    reading = understand("trog", "sv", lambda text: [part])
    assert reading.confirmed((), {}) == ()
    assert reading.confirmed((), {}, {"trog"}) == (part,)


QUERIES = st.text(
    alphabet=st.sampled_from('torg dagvatten vem kan -"“”123 åäö.,\n\x00'), max_size=80
) | st.text(max_size=200)


@given(QUERIES, st.sampled_from(["sv", "en"]))
def test_any_text_can_be_read(text, lang):
    reading = understand(text, lang, naming)
    for part in (*reading.parts, *reading.names, *reading.numbers):
        assert 0 <= part.start < part.end <= len(text)
    again = understand(text, lang, naming, [part.id for part in reading.parts])
    assert not {p.id for p in again.parts} & {p.id for p in reading.parts}
