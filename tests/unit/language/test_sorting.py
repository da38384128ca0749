import pytest

from language import initial, sort_key


def in_order(words, lang):
    return sorted(words, key=lambda word: sort_key(word, lang))


def test_swedish_letters_come_last_and_in_their_order():
    words = ["Öland", "Ärla", "Åsa", "Zorn", "Asa", "ek"]
    assert in_order(words, "sv") == ["Asa", "ek", "Zorn", "Åsa", "Ärla", "Öland"]


def test_e_acute_sorts_as_e_and_w_after_v():
    words = ["idéer", "idel", "idag", "Wall", "vy", "Vall"]
    assert in_order(words, "sv") == ["idag", "idéer", "idel", "Vall", "vy", "Wall"]


def test_case_only_decides_between_equals():
    assert in_order(["b", "A", "a", "B"], "sv") == ["A", "a", "B", "b"]


def test_a_shorter_name_comes_before_the_longer():
    assert in_order(["Bergman", "Berg Anna", "Berg"], "sv")[0] == "Berg"


def test_english_sorts_by_the_base_letter():
    assert in_order(["Zorn", "Öland", "Orust", "Åsa"], "en") == [
        "Åsa",
        "Öland",
        "Orust",
        "Zorn",
    ]


@pytest.mark.parametrize(
    ("text", "lang", "heading"),
    [
        ("åsa", "sv", "Å"),
        ("Ärla", "sv", "Ä"),
        ("øre", "sv", "Ö"),
        ("åsa", "en", "A"),
        ("é", "sv", "E"),
        ("”Quoted”", "sv", "Q"),
        ("3M", "sv", "#"),
        ("!", "sv", ""),
        ("", "en", ""),
    ],
)
def test_heading(text, lang, heading):
    assert initial(text, lang) == heading
