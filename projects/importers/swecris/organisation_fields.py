"""The organisation of a row: its names and its number, never a person's number."""

import re

from django.utils.translation import gettext as _

from . import fields
from .characters import shortened
from .fields import Notes
from .rows import OrganisationRow


def organisation_row(record: dict, prefix: str, notes: Notes) -> OrganisationRow | None:
    """The organisation whose fields begin with ``prefix``; ``None`` when unnamed."""
    name_sv = fields.text(record, f"{prefix}NameSv")
    name_en = fields.text(record, f"{prefix}NameEn")
    if not name_sv and not name_en:
        return None
    number, personal = organisation_number(fields.text(record, f"{prefix}Id"))
    if personal:
        notes.append(
            _(
                "The organisation number is a sole trader's personal identity number "
                "and was left out."
            )
        )
    return OrganisationRow(
        name_sv=shortened(name_sv or name_en, 200),
        name_en=shortened(name_en, 200),
        number=number,
        kind=fields.text(record, f"{prefix}TypeOfOrganisationSv"),
    )


def organisation_number(text: str) -> tuple[str, bool]:
    """The number's ten digits, and whether it was a personal identity number.

    In an organisation number the third and fourth digit together are at least 20; a
    personal identity number has the month there (Skatteverket, "Organisationsnummer").
    The latter, and anything that is neither, gives no number. ``16`` before the ten
    digits marks a legal person and is dropped; a century marks a person.
    """
    digits = re.sub(r"\D", "", text, flags=re.ASCII)
    if len(digits) == 12:
        if digits[:2] in ("19", "20", "18"):
            return "", True
        digits = digits[2:]
    if len(digits) != 10 or not digits.isascii():
        return "", False
    if digits[2] in "01":
        return "", True
    return digits, False
