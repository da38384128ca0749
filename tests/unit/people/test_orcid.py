"""ORCID: the form, and the check digit (ISO 7064 MOD 11-2)."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from people.orcid import check_digit, normalise_orcid

# ORCID's own documented example, and the example whose check sign is X.
EXAMPLE, WITH_X = "0000-0002-1825-0097", "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "written",
    [
        EXAMPLE,
        "0000000218250097",
        f" https://orcid.org/{EXAMPLE} ",
        f"http://www.orcid.org/{EXAMPLE}",
        f"orcid.org/{EXAMPLE}",
    ],
)
def test_one_identifier_however_it_is_written(written):
    assert normalise_orcid(written) == EXAMPLE


def test_the_check_sign_may_be_x_in_either_case():
    assert normalise_orcid(WITH_X) == WITH_X
    assert normalise_orcid(WITH_X.lower()) == WITH_X


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "0000-0002-1825-0098",
        "0000-0002-1825-009",
        "0000-0002-X825-0097",
        "0000–0002–1825–0097",
        f"https://example.org/{EXAMPLE}",
        f"{EXAMPLE}\n{EXAMPLE}",
        "٠٠٠٠-٠٠٠٢-١٨٢٥-٠٠٩٧",
    ],
)
def test_what_is_none(wrong):
    with pytest.raises(ValidationError):
        normalise_orcid(wrong)


@given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 14))
def test_one_wrong_digit_is_always_noticed(base, place):
    good = base + check_digit(base)
    changed = str((int(good[place]) + 1) % 10)
    wrong = good[:place] + changed + good[place + 1 :]
    assert normalise_orcid(good).replace("-", "") == good
    with pytest.raises(ValidationError):
        normalise_orcid(wrong)
