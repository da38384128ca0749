"""Words of one root."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language import analyze
from language.derivations import relatives


def stem(word: str) -> str:
    return analyze(word, "sv")[0].stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("biologi", "biologisk"),
        ("biologisk", "biolog"),
        ("arkeologi", "arkeologiska"),
        ("ekonomi", "ekonomisk"),
        ("geriatrik", "geriatrisk"),
        ("estetik", "estetiska"),
        ("geografi", "geografisk"),
    ],
)
def test_related_both_ways(one, other):
    assert stem(other) in relatives(stem(one))
    assert stem(one) in relatives(stem(other))


@pytest.mark.parametrize("word", ["hav", "torg", "park", "1747", "e-post"])
def test_short_words_and_numbers_have_none(word):
    assert relatives(word) == ()


@given(st.text(max_size=30))
def test_never_itself(text):
    assert text not in relatives(text)
