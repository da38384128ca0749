import pytest

from language import MAX_TOKEN, index_tokens, tokenize


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Hej, världen!", ["hej", "världen"]),
        ("e-post", ["e-post", "e", "post"]),
        ("2013-01747", ["2013-01747", "2013", "01747"]),
        ("2013–01747", ["2013–01747", "2013", "01747"]),
        ("E2015-00947", ["e2015-00947", "e2015", "00947"]),
        ("mål 11.4.", ["mål", "11.4", "11", "4"]),
        ("2013/14", ["2013/14", "2013", "14"]),
        ("EU:s", ["eu:s"]),
        ("SOU 2020:12", ["sou", "2020:12", "2020", "12"]),
        ("slut.Början", ["slut", "början"]),
        ("och/eller", ["och", "eller"]),
        ("l’avenir", ["l’avenir", "l", "avenir"]),
        ("stads- och", ["stads", "och"]),
        ("A\u030asa", ["åsa"]),
        ("\ud800\x00😀", []),
        ("שלום مرحبا", ["שלום", "مرحبا"]),
        ("", []),
    ],
)
def test_words(text, norms):
    assert [token.norm for token in tokenize(text)] == norms


def test_dashes_of_all_kinds_are_one_in_the_index():
    spellings = ["2013-01747", "2013–01747", "2013\u201101747"]
    assert len({tuple(index_tokens(text, "sv").stems) for text in spellings}) == 1


def test_a_very_long_word_is_cut():
    (token,) = tokenize("å" * 100_000)
    assert len(token.norm) == MAX_TOKEN
    assert token.end == MAX_TOKEN


@pytest.mark.parametrize("piece", ["a", "a-", "1.", "a\u0301", "å:", "-", "😀 "])
def test_hostile_lengths_are_survived(piece):
    text = piece * (100_000 // len(piece))
    tokens = index_tokens(text, "sv")
    assert all(len(stem) <= MAX_TOKEN for stem in tokens.stems)
