"""Single values of a Swecris row: read, or left out with a note that says why."""

import math
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.dates import parse_partial_date
from people.orcid import normalise_orcid

from .characters import one_line

_DATE = re.compile(r"^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?$", re.ASCII | re.DOTALL)
#: Words that the source writes where it knows nothing.
_NOTHING = {"NULL", "null", "None", "N/A", "-"}


class Notes(list[str]):
    """What was left out of one row, in sentences."""


def raw(record: dict, name: str) -> Any:
    """A value by its JSON name, or by the CSV export's (a capital first letter)."""
    value = record.get(name)
    return record.get(name[:1].upper() + name[1:]) if value is None else value


def text(record: dict, name: str) -> str:
    """A value as one line of text; empty for anything that is no text."""
    value = raw(record, name)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    if isinstance(value, int) and abs(value) >= 10**18:
        return ""
    line = one_line(str(value))
    return "" if line in _NOTHING else line


def long_text(record: dict, name: str) -> str:
    value = raw(record, name)
    return value if isinstance(value, str) and value.strip() not in _NOTHING else ""


def day(record: dict, name: str, notes: Notes) -> str:
    """``"2013-09-01 00:00:00"`` → ``"2013-09-01"``."""
    value = text(record, name)
    if not value:
        return ""
    match = _DATE.match(value)
    try:
        if match is None:
            raise ValueError(value)
        parse_partial_date(match[1])
    except ValueError:
        notes.append(
            _("%(field)s “%(value)s” is not a date and was left out.")
            % {"field": name, "value": value[:40]}
        )
        return ""
    return match[1]


def whole_number(record: dict, name: str, notes: Notes, *, low: int, high: int):
    """A number between the limits, or ``None``."""
    value = raw(record, name)
    if value is None or value == "" or value in ("NULL", "null"):
        return None
    number = _as_number(value)
    if number is None or not low <= number <= high:
        notes.append(
            _("%(field)s “%(value)s” is not a possible number and was left out.")
            % {"field": name, "value": one_line(str(value)[:40])}
        )
        return None
    return number


def _as_number(value) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"\s*-?\d{1,20}(?:[.,]0+)?\s*", value):
        return int(re.split("[.,]", value)[0])
    if isinstance(value, float) and math.isfinite(value):
        return round(value)
    return None


def orcid(value: str, notes: Notes, *, who: str) -> str:
    """A valid ORCID in its usual form, or empty with a note about person ``who``."""
    if not value:
        return ""
    try:
        return normalise_orcid(value)
    except ValidationError:
        notes.append(
            _("The ORCID of person %(who)s is wrong and was left out.") % {"who": who}
        )
        return ""
