"""What holds for any text whatever."""

import re
import sqlite3
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language import (
    MAX_TOKEN,
    analyze,
    analyze_query,
    edit_distance,
    edit_distance_at_most,
    highlight,
    index_tokens,
    initial,
    sort_key,
    tokenize,
)

# Any code point at all, lone surrogates and NUL included, and likelier trouble.
anything = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("aåäöÅé-–'’.:/_ 0123\u0301\u030a\x00\ud800İßﬁ²\u200d😀\u202e"),
    ),
    max_size=200,
)
words = st.text("abcåäö", max_size=9)
languages = st.sampled_from(["sv", "en", "xx"])


@given(anything)
def test_tokens_lie_in_the_text(text):
    last = 0
    for token in tokenize(text):
        assert token.text == text[token.start : token.end]
        assert 0 < len(token.text) <= MAX_TOKEN
        assert token.start >= last
        assert token.norm == unicodedata.normalize("NFC", token.text.lower())
        last = token.start


@given(anything, languages)
def test_terms_go_with_tokens(text, lang):
    terms = analyze(text, lang)
    assert [(t.start, t.end) for t in terms] == [t[2:] for t in tokenize(text)]
    assert [term.position for term in terms] == list(range(len(terms)))
    assert all(term.stem and term.folded for term in terms)
    assert len(analyze_query(text, lang)) == len(terms)


@given(anything, languages)
def test_index_tokens_are_single_words_of_stated_characters(text, lang):
    for field in index_tokens(text, lang):
        for token in field:
            assert token.split() == [token]
            assert all(
                char in "-._"
                or (
                    char < "\u0530" and unicodedata.category(char) in ("Ll", "Lo", "Nd")
                )
                for char in token
            )


@pytest.fixture(scope="module")
def full_text_table():
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE f USING fts5(x, tokenize = "
        "\"unicode61 remove_diacritics 0 tokenchars '-_.'\")"
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, instance)")
    yield connection
    connection.close()


@settings(max_examples=50)
@given(text=anything)
def test_sqlite_keeps_each_index_token_whole(full_text_table, text):
    stems = index_tokens(text, "sv").stems
    full_text_table.execute("DELETE FROM f")
    full_text_table.execute("INSERT INTO f VALUES (?)", (" ".join(stems),))
    stored = full_text_table.execute("SELECT term FROM v ORDER BY offset").fetchall()
    assert [term for (term,) in stored] == stems


@given(anything, anything, languages, st.integers(10, 300))
def test_highlighted_pieces_are_the_text(text, query, lang, max_chars):
    pieces = highlight(text, analyze_query(query, lang), lang, max_chars=max_chars)
    if pieces and pieces[0] == ("…", False):
        pieces = pieces[1:]
    if pieces and pieces[-1] == ("…", False):
        pieces = pieces[:-1]
    joined = "".join(piece for piece, _ in pieces)
    assert joined in text
    assert len(joined) <= max_chars
    assert all(piece for piece, _ in pieces)
    for (_, hit), (after, _) in pairwise(pieces):
        assert not (hit and unicodedata.category(after[0]).startswith("M"))


@given(anything, anything)
def test_a_word_that_is_there_is_highlighted(text, more):
    text = f"{text} dagvatten {more}"
    pieces = highlight(text, analyze_query("dagvatten", "sv"), "sv")
    assert ("dagvatten", True) in pieces


@given(words, words, st.integers(0, 4))
def test_edit_distance_is_symmetric_and_bounded(a, b, limit):
    distance = edit_distance(a, b, limit)
    assert distance == edit_distance(b, a, limit)
    assert 0 <= distance <= limit + 1
    assert (distance == 0) == (a == b)
    full = edit_distance(a, b, 20)
    assert distance == min(full, limit + 1)
    assert edit_distance_at_most(a, b, limit) == (full <= limit)


@given(anything, anything, languages)
def test_sort_keys_are_storable_and_case_blind(a, b, lang):
    key = sort_key(a, lang).partition("\t")[0]
    assert not re.search(r"[\t\n]", key)
    assert initial(a, lang) == initial(a, lang).upper() or len(initial(a, lang)) == 1
    assert (sort_key(a, lang) == sort_key(b, lang)) == (a == b)
