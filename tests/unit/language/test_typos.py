import random

import pytest

from language import Vocabulary, close_terms, edit_distance, edit_distance_at_most


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("", "", 0),
        ("abc", "", 3),
        ("museum", "museeum", 1),
        ("museum", "muesum", 1),
        ("kitten", "sitting", 3),
        ("dagvatten", "dagvaten", 1),
    ],
)
def test_distance(a, b, distance):
    assert edit_distance(a, b, 5) == distance
    assert edit_distance_at_most(a, b, distance)
    assert not edit_distance_at_most(a, b, distance - 1)


def test_near_words_come_nearest_first():
    words = {"museum": 9, "musei": 3, "malmö": 2, "malm": 1, "dagvatten": 1}
    assert close_terms("museeum", words, 3) == ["museum"]
    assert close_terms("malmo", words, 3)[0] == "malmö"
    assert close_terms("dagvtaten", words, 3) == ["dagvatten"]


def test_very_short_words_are_near_nothing():
    assert close_terms("ek", ["el", "en", "ed"], 5) == []


def test_the_right_word_is_found_among_many():
    rng = random.Random(7)
    words = {"".join(rng.choices("aeiorstnlkdmgvåäö", k=9)) for _ in range(50_000)}
    vocabulary = Vocabulary(words)
    for word in rng.sample(sorted(words), 20):
        assert word in vocabulary.close(word[1:], 100_000)
