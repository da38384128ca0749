"""Dates known to the year, the month or the day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from core.dates import format_partial_date, parse_partial_date, validate_partial_date


def test_what_is_known_is_kept():
    assert parse_partial_date("2013") == (2013, None, None)
    assert parse_partial_date("2013-09") == (2013, 9, None)
    assert parse_partial_date("2013-09-01") == (2013, 9, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "13",
        "2013-9",
        "2013-13",
        "2013-02-30",
        "0000",
        "2013-09-01x",
        "２０１３",
        "2013\n",
    ],
)
def test_what_is_no_date(wrong):
    with pytest.raises(ValidationError):
        validate_partial_date(wrong)


def test_as_exactly_as_it_is_known_in_the_readers_language():
    with translation.override("sv"):
        assert format_partial_date("2013") == "2013"
        assert format_partial_date("2013-09") == "september 2013"
        assert format_partial_date("2013-09-01") == "1 september 2013"
    with translation.override("en"):
        assert format_partial_date("2013-09") == "September 2013"
    assert format_partial_date("") == ""
    assert format_partial_date("soon") == "soon"


@given(st.dates(), st.dates())
def test_the_text_sorts_as_the_dates_do(one, other):
    assert (one < other) == (one.isoformat() < other.isoformat())
    assert date(*parse_partial_date(one.isoformat())) == one
