"""ORCID identifiers (ISO 27729) and their check digit (ISO 7064 MOD 11-2)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_FORM = re.compile(r"^(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])$", re.ASCII)
_PREFIX = re.compile(r"^(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)


def normalise_orcid(text: str) -> str:
    """``https://orcid.org/0000-0002-1825-0097`` → ``0000-0002-1825-0097``.

    Raises ``ValidationError`` when the form or the check digit is wrong.
    """
    match = _FORM.match(_PREFIX.sub("", text.strip()).upper())
    if not match:
        raise ValidationError(
            _("Write an ORCID as four groups of four: 0000-0002-1825-0097.")
        )
    digits = "".join(match.groups())
    if check_digit(digits[:15]) != digits[15]:
        raise ValidationError(
            _("The last sign of this ORCID does not fit the others. Is a digit wrong?")
        )
    return "-".join(match.groups())


def check_digit(base: str) -> str:
    """The sixteenth sign for fifteen digits: 0-9 or X."""
    total = 0
    for digit in base:
        total = (total + int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return "X" if remainder == 10 else str(remainder)


def validate_orcid(text: str) -> None:
    normalise_orcid(text)
