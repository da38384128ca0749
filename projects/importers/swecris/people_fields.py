"""The people of a row, from the interface's list or the export's packed text.

Six fields a person - id, name, ORCID, role in English, role in Swedish, gender - of
which the last is never read into anything.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from . import fields
from .characters import shortened
from .fields import Notes
from .rows import PersonRow

_NAMES = ("personId", "fullName", "orcId", "roleEn", "roleSv")
#: Packed: three separators, six fields with one between them, three separators, …
_GAP, _FIELDS = 3, 6


def person_rows(record: dict, notes: Notes) -> tuple[PersonRow, ...]:
    """Each person once, with the first role that is given for them."""
    people: dict[str, PersonRow] = {}
    for item in _items(record):
        person = _person(item, notes)
        if person and person.key not in people:
            people[person.key] = person
    return tuple(people.values())


def _items(record: dict) -> Iterator[dict]:
    people = fields.raw(record, "peopleList")
    if people is None:
        people = fields.raw(record, "involvedPeople")
    if isinstance(people, str):
        yield from unpack(people)
    elif isinstance(people, list):
        yield from (item for item in people if isinstance(item, dict))


def unpack(packed: str) -> Iterator[dict[str, str]]:
    """``"¤¤¤17¤Prova Testsson¤¤Principal Investigator¤Projektledare¤"`` → one item.

    An empty field also shows as two separators side by side, so the fields are
    counted, not split at ``¤¤¤``.
    """
    parts = packed.split("¤")
    step = _FIELDS + _GAP - 1
    for start in range(_GAP, len(parts), step):
        item = parts[start : start + len(_NAMES)]
        yield dict(zip(_NAMES, item, strict=False))


def _person(item: dict, notes: Notes) -> PersonRow | None:
    name = shortened(fields.text(item, "fullName"), 200)
    key = fields.text(item, "personId")[:40]
    orcid = fields.orcid(fields.text(item, "orcId"), notes, who=key or "?")
    key = key or (f"orcid:{orcid}" if orcid else "")
    if not name or not key:
        notes.append(_("A person without a name or an id was left out."))
        return None
    return PersonRow(
        key=key,
        name=name,
        orcid=orcid,
        role_sv=shortened(fields.text(item, "roleSv"), 200),
        role_en=shortened(fields.text(item, "roleEn"), 200),
    )
