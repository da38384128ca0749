import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from projects.case_numbers import normalise_case_number, normalise_registry


@pytest.mark.parametrize(
    "written",
    [
        "2001-00001",
        "Dnr 2001-00001",
        "dnr: 2001–00001",
        "Diarienr. 2001 — 00001 ",
        "Diarienummer 2001−00001",
        "２００１－００００１",
        "Dnr Dnr 2001-00001",
    ],
)
def test_one_number_however_it_is_written(written):
    assert normalise_case_number(written) == "2001-00001"


def test_letters_that_only_look_like_the_prefix_stay():
    assert normalise_case_number("case12") == "12"
    assert normalise_case_number("Dp 2001-00001") == "DP2001-00001"


def test_a_registry_is_compared_without_case_and_spare_spaces():
    assert normalise_registry("  Stora   PROVRÅDET ") == "stora provrådet"


@example("¨¸")
@given(st.text(max_size=60))
def test_normalising_a_number_twice_changes_nothing(text):
    once = normalise_case_number(text)
    assert normalise_case_number(once) == once


@given(st.text(alphabet="dnrDNR.: 0123-–", max_size=20))
def test_normalising_what_looks_like_a_prefix_twice_changes_nothing(text):
    once = normalise_case_number(text)
    assert normalise_case_number(once) == once


@given(st.text(max_size=60))
def test_normalising_a_registry_twice_changes_nothing(text):
    once = normalise_registry(text)
    assert normalise_registry(once) == once
