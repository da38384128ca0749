"""What volume is made with: lots, texts, keys, orders in the tree."""

from collections import Counter
from random import Random

from home.volume.chances import Zipf, lots
from home.volume.keys import FIRST, LAST, MAX_SEED, volume_key
from home.volume.people import _orcid
from home.volume.words import _swedish
from home.volume.writing import Writer
from language import dictionary
from people.orcid import normalise_orcid


def test_keys_are_told_from_those_of_others():
    keys = [
        volume_key(kind, seed, number)
        for kind in ("project", "person", "organisation")
        for seed in (0, 1, MAX_SEED)
        for number in (0, 10**9)
    ]
    assert len(set(keys)) == len(keys)
    assert all(FIRST <= key <= LAST and key.version == 8 for key in keys)


def test_the_first_items_come_far_more_often_than_the_last():
    drawn = Counter(Zipf(range(100), flat=1).many(lots(1, "test", 1), 5000))
    assert drawn[0] > 5 * drawn[20] > 0
    assert drawn[20] > drawn[90]


def test_no_items_give_none():
    assert Zipf([]).some(Random(1), 1, 3) == []


def test_a_text_says_what_it_is_about_and_has_small_words():
    writer = Writer("sv", ["dagvattenplan", "stadsodling"])
    text = writer.sentences(Random(1), ["kulturmiljö"], 40).lower().split()
    small = sum(word in ("och", "i", "att", "en", "som") for word in text)
    assert any("kulturmiljö" in word for word in text)
    assert 0.1 < small / len(text) < 0.4
    assert writer.sentences(Random(1), [], 3) == writer.sentences(Random(1), [], 3)


def test_the_words_of_swedish_are_the_dictionarys_and_compounds_of_them():
    source = dictionary.load()
    simple, compounds = _swedish(source, Random(1))
    assert len(simple) > 1000
    assert set(simple) <= set(source.words)
    assert len(set(compounds)) > 5000
    assert all(8 <= len(word) <= 17 and word.isalpha() for word in compounds)


def test_an_orcid_is_right_and_nobodys():
    for number in range(50):
        orcid = _orcid(Random(number))
        assert normalise_orcid(orcid) == orcid
        assert orcid.startswith("0000-0000-")  # given out from 0000-0001-5000
