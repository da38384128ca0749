"""Reading a query: anything at all gives a valid one."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.query import MAX_PAGE_SIZE, Preset, Sort, parse_query, plan_of
from search.query.parsing import MAX_CHARS, MAX_WORDS, clean_text


def read(address="", **kwargs):
    return parse_query(QueryDict(address), "sv", **kwargs)


class Params(dict):
    def getlist(self, name):
        return [self[name]] if name in self else []


@given(
    st.dictionaries(st.sampled_from(["q", "type", "page", "sort", "theme"]), st.text())
)
def test_any_input_gives_a_valid_query(params):
    query = parse_query(Params(params), "sv")
    query.text.encode("utf-8")
    assert "\0" not in query.text
    assert len(query.text) <= MAX_CHARS
    assert query.page >= 1
    assert 1 <= query.page_size <= MAX_PAGE_SIZE
    plan_of(query.text, query.lang)


@given(st.text(alphabet=st.characters(codec=None), max_size=3000))
def test_cleaning_never_fails(text):
    cleaned, _notices = clean_text(text)
    cleaned.encode("utf-8")


@pytest.mark.parametrize("raw", ["0", "²", "-1", "", "1e3", "١", "abc", "1.5", "\0"])
def test_what_is_no_page_is_the_first(raw):
    assert parse_query(Params(page=raw), "sv").page == 1


def test_numbers_are_held_within_bounds():
    assert read("page=" + "9" * 5000).page == 100_000
    assert read("page_size=1000").page_size == 100
    assert read("page_size=0").page_size == 20


def test_what_was_cut_is_said():
    assert len(read("q=" + "x" * 5000).notices) == 1
    words = read("q=" + "ab+" * 150)
    assert len(words.text.split()) == MAX_WORDS
    assert words.notices
    assert not read("q=två+ord").notices


def test_an_address_says_the_whole_search_and_nothing_more():
    address = "q=regn&type=project&type=person&theme=vatten&sort=title&page=3"
    query = read(address)
    assert QueryDict(query.querystring[1:]) == QueryDict(address)
    assert read().querystring == "?"


def test_choices_can_be_made_and_undone():
    query = read("q=regn&theme=a&page=3")
    more = query.toggle("theme", "b")
    assert more.filters == {"theme": ("a", "b")}
    assert more.page == 1
    assert more.toggle("theme", "a").toggle("theme", "b").filters == {}
    assert query.cleared().to_params() == [("q", "regn")]


def test_a_preset_wins_and_is_not_in_the_address():
    query = read("type=person", preset=Preset({"type": ("project",)}, Sort.NEWEST))
    assert query.chosen == {"type": ("project",)}
    assert query.to_params() == []
    assert query.sort is Sort.NEWEST
    assert "type" not in query.facets


def test_relevance_needs_words():
    assert read("sort=relevance").sort is Sort.TITLE
    assert read("q=a").sort is Sort.RELEVANCE


def test_strange_values_are_dropped():
    assert read("theme=a%00b&theme=%3Cb%3E&theme=ok&theme=ok").filters == {
        "theme": ("ok",)
    }


@pytest.mark.parametrize(
    "text", ["2013-01747", "Dnr 2013-01747", "dnr: 2013–01747", "om 2013-01747?"]
)
def test_case_numbers_are_seen_in_any_spelling(text):
    assert "2013-01747" in plan_of(text, "sv").numbers
