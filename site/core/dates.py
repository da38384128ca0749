"""Dates that are known to the year, the month or the day.

Public records often say "September 2013" or just "2013". The text form
``YYYY[-MM[-DD]]`` (ISO 8601) keeps what is known, sorts right, and never invents
a first of January.
"""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import formats
from django.utils.translation import gettext_lazy as _

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parse_partial_date(text: str) -> tuple[int, int | None, int | None]:
    """``"2013-09"`` → ``(2013, 9, None)``.

    Raises ``ValueError`` for anything that is not a year, month or day that exists.
    """
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    date(year, month or 1, day or 1)
    return year, month, day


def validate_partial_date(text: str) -> None:
    try:
        parse_partial_date(text)
    except ValueError:
        raise ValidationError(
            _("Write a year, a month or a day: 2013, 2013-09 or 2013-09-01.")
        ) from None


def format_partial_date(text: str) -> str:
    """In the reader's language, as exactly as it is known."""
    if not text:
        return ""
    try:
        year, month, day = parse_partial_date(text)
    except ValueError:
        return text
    if month is None:
        return str(year)
    if day is None:
        return formats.date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
    return formats.date_format(date(year, month, day), "DATE_FORMAT")


class PartialDateField(models.CharField):
    """A :class:`~django.db.models.CharField` that holds a partial date."""

    default_validators = [validate_partial_date]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
