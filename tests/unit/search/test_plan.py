"""What a query becomes before any engine sees it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.query import plan_of
from search.query.planning import phrase_of
from search.query.words import words_of


def texts(query: str, lang: str = "sv", silent=()) -> list[str]:
    return [word.text for word in words_of(query, lang, silent)]


def test_stop_words_do_not_count_unless_they_are_all_there_is():
    assert texts("Hur är det med dagvattnet i parken?") == ["dagvattnet", "parken"]
    assert texts("och") == ["och"]
    assert texts("i det och") == ["i", "det", "och"]


def test_the_language_of_the_small_words_decides_which_are_small():
    assert texts("what is the plan for stormwater") == ["plan", "stormwater"]
    assert texts("by the water", "sv") == ["water"]
    assert "by" in texts("by vid vatten")


def test_a_word_said_twice_counts_once():
    assert texts("torg torget torgen") == ["torg"]


def test_silent_spans_do_not_count():
    assert texts("vem kan dagvatten", silent=[(0, 7)]) == ["dagvatten"]


def test_a_compound_is_looked_for_whole_and_in_parts():
    (word,) = words_of("dagvattenhantering", "sv")
    stems = {tokens for clause in word.clauses for tokens in clause.stems}
    (whole,) = phrase_of("dagvattenhantering").stems[0][1]
    (part,) = phrase_of("dagvatten").stems[0][1]
    assert {(whole,), (part,)} <= stems
    assert word.correct


def test_a_word_that_no_dictionary_has_may_be_misspelt():
    (word,) = words_of("dagvatttn", "sv")
    assert not word.correct


def test_translations_weigh_as_they_are_sure():
    def translate(stem, lang):
        return [("surely", 0.98), ("maybe", 0.3)] if lang == "sv" else []

    (word,) = words_of("torg", "sv", (), translate)
    found = {
        tokens[0]: (clause.lang, clause.weight)
        for clause in word.clauses
        if clause.kind == "translation"
        for tokens in clause.stems
    }
    assert found == {"surely": ("en", 1.0), "maybe": ("en", 0.25)}


@pytest.mark.parametrize("text", ["2013-01747", "dnr 2013–01747", "Dnr: 2013-01747."])
def test_case_numbers_in_any_spelling(text):
    assert "2013-01747" in plan_of(text, "sv").numbers


@given(st.text(max_size=300), st.sampled_from(["sv", "en"]))
@example("ʼ", "sv")
def test_any_text_gives_a_plan(text, lang):
    for word in plan_of(text, lang).words:
        assert word.text in text
        tokens = [t for clause in word.clauses for own in clause.stems for t in own]
        assert all(token and " " not in token for token in tokens)
