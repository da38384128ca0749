"""What tells of a person is never counted; what does not, is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language import fold
from search.demand.wording import (
    Names,
    holds_email,
    holds_personal_number,
    holds_phone_number,
    tells_of_a_person,
)
from search.wording import QUERY_CHARS, normalised

ORDINARY = [
    "dagvatten",
    "vem kan berätta om torg?",
    "2013-01747",
    "Dnr 2013-01747_Vinnova",
    "dnr 2019/123",
    "212000-0142",  # an organisation number: its third digit is 2 or more
    "1998-2013",
    "projekt 2013 2014 2015",
    "11.4",
    "snabel a",
    "EU:s 7:e ramprogram",
    "",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_queries_tell_of_nobody(text):
    assert not tells_of_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "19121212-1212",
        "121212-1212",
        "121212+1212",
        "1212121212",
        "191212121212",
        "19121212 1212",
        "1912-12-12-1212",
        "vem är 121212–1212?",
        "121272-1212",  # a coordination number: the day and 60
        "20000191-2384",
        "121212-T212",  # an interim number
        "１２１２１２-1212",
        "pnr:1212121212,",
    ],
)
def test_personal_numbers_however_written(text):
    assert holds_personal_number(text)


@given(
    st.dates(),
    st.booleans(),
    st.sampled_from(["", "-", "+", " ", "–", " - "]),
    st.integers(0, 9999),
    st.booleans(),
    st.sampled_from(["", "vem är ", "(", "x "]),
)
def test_every_date_makes_a_personal_number(
    day, century, sign, last, coordination, before
):
    year = f"{19 if century else ''}{day.year % 100:02}"
    number = day.day + (60 if coordination else 0)
    text = f"{before}{year}{day.month:02}{number:02}{sign}{last:04}"
    assert holds_personal_number(text)
    assert tells_of_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "prova@example.org",
        "brev till prova.testsson@example.org tack",
        "prova @ example",
        "prova(at)example.org",
        "prova [at] example",
    ],
)
def test_email_addresses(text):
    assert holds_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "070-174 06 05",
        "0701740605",
        "+46 70 174 06 05",
        "0046701740605",
        "ring 08-465 004 00",
        "08/46500400",
        "701740605",
        "+1 202 555 0143",
    ],
)
def test_telephone_numbers(text):
    assert holds_phone_number(text)


NAMES = Names(["Prova Mellan Testsson", "Åsa af Påhitt", "Ensam"])


@pytest.mark.parametrize(
    "text",
    [
        "Prova Testsson",
        "testsson, prova",
        "vem är Prova Testsson?",
        "mellan testsson",
        "Prova Testssons projekt",
        "Testsson",
        "asa pahitt",
        "Påhitt, Åsa",
        "ÅSA-PÅHITT",
        "ensam",
    ],
)
def test_names_of_people(text):
    assert NAMES.are_in(text)


@pytest.mark.parametrize(
    "text", ["prova", "mellan torget och parken", "åsa testsson", "af", "", "prova på"]
)
def test_single_words_of_names_are_words(text):
    assert not NAMES.are_in(text)


@given(
    st.lists(
        st.text("abcdefghijklmnopqrstuvwxyzåäöé", min_size=2, max_size=8),
        min_size=2,
        max_size=4,
        unique_by=fold,
    ),
    st.randoms(),
    st.sampled_from(["{}", "vem är {}?", "{} torget", "EXPERT {}"]),
)
def test_a_whole_name_is_known_in_any_order_and_spelling(words, random, sentence):
    names = Names([" ".join(words).title()])
    random.shuffle(words)
    said = sentence.format(" ".join(map(random.choice([str, str.upper, fold]), words)))
    little = {"af", "av", "da", "de", "den", "der", "di", "du", "la", "le", "van"}
    little |= {"von", "och", "and"}
    if len({fold(word) for word in words} - little) >= 2:
        assert names.are_in(said)


@given(st.text())
def test_any_text_is_compared_in_one_way(text):
    once = normalised(text)
    assert len(once) <= QUERY_CHARS
    assert once == once.strip()
    assert "  " not in once
    tells_of_a_person(text)
    NAMES.are_in(text)


def test_what_is_counted_as_the_same():
    assert normalised("  «Dagvatten»,  i PARKEN? ") == "dagvatten i parken"
    assert normalised("2013-01747") == "2013-01747"
    assert len(normalised("ord " * 100)) <= QUERY_CHARS
