"""From a JSON value to a :class:`~.rows.ParsedRow`. Pure, and never raises.

The field names are those of Swecris' own interface (swecris-api.vr.se) and of its CSV
export; the latter packs people and subjects into one text with ``¤``.
"""

from typing import Any

from django.utils.translation import gettext as _

from projects.case_numbers import normalise_case_number, normalise_registry

from . import fields
from .characters import shortened
from .fields import Notes
from .organisation_fields import organisation_row
from .people_fields import person_rows
from .rows import OrganisationRow, ParsedRow, ProjectRow, TextRow
from .subject_fields import subject_paths
from .texts import MAX_LENGTH, split_abstract

LANGUAGES = (("sv", "Sv"), ("en", "En"))
#: The kinds of award that say nothing.
_UNCLASSIFIED_AWARD = "999"


def parse_row(value: Any) -> ParsedRow:
    """Understand one record, or refuse it with a reason."""
    if not isinstance(value, dict):
        return ParsedRow(key="", refusal=_("The row is not an object with fields."))
    key = fields.text(value, "projectId")
    number, _underscore, registry = (part.strip() for part in key.rpartition("_"))
    if refusal := _key_problem(key, number, registry):
        return ParsedRow(key=key[:200], refusal=refusal)
    notes = Notes()
    texts = _texts(value, notes)
    if not texts:
        return ParsedRow(key=key, refusal=_("The project has no title."))
    row = ProjectRow(
        key=key,
        number=number,
        registry=registry,
        texts=texts,
        **_period(value, notes),
        amount=fields.whole_number(
            value, "fundingsSek", notes, low=0, high=9_000_000_000_000_000
        ),
        year=fields.whole_number(value, "fundingYear", notes, low=1900, high=2200),
        award=_award(value),
        coordinator=organisation_row(value, "coordinatingOrganisation", notes),
        funder=_funder(value, registry, notes),
        people=person_rows(value, notes),
        subjects=subject_paths(value, notes),
    )
    return ParsedRow(key=key, row=row, notes=tuple(notes))


def _key_problem(key: str, number: str, registry: str) -> str:
    if not key:
        return _("The row has no projectId.")
    if not number or not registry or not normalise_case_number(number):
        return _("The projectId is not a case number and a funder, joined by “_”.")
    if max(len(number), len(normalise_case_number(number))) > 60:
        return _("The case number is longer than 60 characters.")
    if max(len(registry), len(normalise_registry(registry))) > 120:
        return _("The funder's name in the projectId is longer than 120 characters.")
    return ""


def _texts(record: dict, notes: Notes) -> tuple[TextRow, ...]:
    """The languages that have a title or a text, Swedish first.

    A text without a title borrows the other language's.
    """
    titles, abstracts = {}, {}
    for lang, suffix in LANGUAGES:
        title = fields.text(record, f"projectTitle{suffix}")
        if len(title) > 255:
            notes.append(_("The title is longer than 255 characters and was cut."))
        titles[lang] = shortened(title, 255)
        text = fields.long_text(record, f"projectAbstract{suffix}")
        if len(text) > MAX_LENGTH:
            notes.append(
                _("The text is longer than %(count)d characters and was cut.")
                % {"count": MAX_LENGTH}
            )
        abstracts[lang] = split_abstract(text, lang)
    any_title = titles["sv"] or titles["en"]
    if not any_title:
        return ()
    return tuple(
        TextRow(
            lang=lang,
            title=titles[lang] or any_title,
            **vars(abstracts[lang]),
        )
        for lang, _suffix in LANGUAGES
        if titles[lang] or abstracts[lang]
    )


def _period(record: dict, notes: Notes) -> dict[str, str]:
    start = fields.day(record, "projectStartDate", notes)
    end = fields.day(record, "projectEndDate", notes)
    if start and end and end < start[: len(end)]:
        notes.append(
            _("The project ends (%(end)s) before it starts; the end was left out.")
            % {"end": end}
        )
        end = ""
    return {"start": start, "end": end}


def _award(record: dict) -> str:
    if fields.text(record, "typeOfAwardId") == _UNCLASSIFIED_AWARD:
        return ""
    award = fields.text(record, "typeOfAwardDescrSv") or fields.text(
        record, "typeOfAwardDescrEn"
    )
    return shortened(award, 200)


def _funder(record: dict, registry: str, notes: Notes) -> OrganisationRow:
    """The funding organisation; where it is not named, the key's own name for it."""
    row = organisation_row(record, "fundingOrganisation", notes)
    if row is None:
        return OrganisationRow(name_sv=registry)
    return row
