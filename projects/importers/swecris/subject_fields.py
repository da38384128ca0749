"""Research subjects of a row: SCB's standard in three levels (one, three, five digits).

Packed as ``"¤¤¤ 1: Naturvetenskap, Natural Sciences, 103: Fysik, Physical Sciences,
10301: …"``; names hold commas of their own. Swedish names go on in lower case after a
comma, so the English name begins at the first capital after one.
"""

import re

from django.utils.translation import gettext as _

from . import fields
from .characters import one_line, shortened
from .fields import Notes
from .rows import SubjectRow

_CODE = re.compile(r"(?:^|,)\s*(\d{1,5})\s*:", re.ASCII)
_LEVELS = (1, 3, 5)
#: "Unclassified": that nobody has said is not a subject.
UNCLASSIFIED = "9"


def subject_paths(record: dict, notes: Notes) -> tuple[tuple[SubjectRow, ...], ...]:
    """Each path once, in the order of the codes."""
    value = fields.raw(record, "scbs")
    if isinstance(value, str):
        found = [_unpacked(part) for part in value.split("¤¤¤") if part.strip()]
    elif isinstance(value, list):
        found = [_listed(item) for item in value if isinstance(item, dict)]
    else:
        return ()
    if not all(found):
        notes.append(_("A research subject could not be read and was left out."))
    return tuple(
        sorted(
            {path for path in found if path and path[0].code != UNCLASSIFIED},
            key=lambda path: path[-1].code,
        )
    )


def _unpacked(text: str) -> tuple[SubjectRow, ...]:
    text = one_line(text)
    found = list(_CODE.finditer(text))
    if not found:
        return ()
    ends = [*(match.start() for match in found[1:]), len(text)]
    return _path(
        SubjectRow(match[1], *_names(text[match.end() : end]))
        for match, end in zip(found, ends, strict=True)
    )


def _listed(item: dict) -> tuple[SubjectRow, ...]:
    return _path(
        SubjectRow(
            fields.text(item, f"scb{level}Id"),
            shortened(fields.text(item, f"scb{level}NameSv"), 255),
            shortened(fields.text(item, f"scb{level}NameEn"), 255),
        )
        for level in _LEVELS
        if fields.text(item, f"scb{level}Id")
    )


def _names(text: str) -> tuple[str, str]:
    """Swedish and English: ``"Fusion och plasma, Fusion, Plasma …"``."""
    parts = [part.strip() for part in text.split(",")]
    english = next(
        (place for place, part in enumerate(parts) if place and part[:1].isupper()),
        max(1, len(parts) - 1),
    )
    names = (
        ", ".join(filter(None, half)) for half in (parts[:english], parts[english:])
    )
    swedish, english = (shortened(name, 255) for name in names)
    return swedish, english


def _path(rows) -> tuple[SubjectRow, ...]:
    """The rows when each names a level below the one before, else nothing."""
    path = tuple(rows)
    for place, row in enumerate(path):
        fits = (
            re.fullmatch(r"\d{1,5}", row.code, re.ASCII)
            and len(row.code) == _LEVELS[min(place, 2)]
            and (not place or row.code.startswith(path[place - 1].code))
        )
        if not fits or not row.name_sv or place > 2:
            return ()
    return path
