"""Reading a search out of an address. Total: any input gives a valid query."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from django.utils.translation import gettext as _

from language import LANGUAGES
from search.query.query import FILTERS, MAX_PAGE_SIZE, PAGE_SIZE, SearchQuery, Sort

MAX_CHARS = 500
MAX_WORDS = 40
MAX_VALUES = 50
MAX_UNDONE = 20
MAX_PAGE = 100_000

_VALUE = re.compile(r"^[\w:.\-]{1,120}$")


class Params(Protocol):
    """What a query is read from: Django's ``QueryDict``, or anything like it."""

    def get(self, name: str, default: str = "") -> str: ...
    def getlist(self, name: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Preset:
    """What a page has already decided: its filters, and the order it starts in."""

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.TITLE


def parse_query(params: Params, lang: str, preset: Preset | None = None) -> SearchQuery:
    """The query that ``params`` say, and what had to be cut as ``notices``."""
    preset = preset or Preset()
    text, notices = clean_text(params.get("q", ""))
    fixed = {name: tuple(values) for name, values in preset.filters.items()}
    filters = {}
    for name in FILTERS:
        if name in fixed:
            continue
        values = dict.fromkeys(
            value for value in params.getlist(name)[:MAX_VALUES] if _VALUE.match(value)
        )
        if values:
            filters[name] = tuple(values)
    default = Sort.RELEVANCE if text else preset.sort
    return SearchQuery(
        text=text,
        lang=lang if lang in LANGUAGES else LANGUAGES[0],
        filters=filters,
        fixed=fixed,
        sort=_sort(params.get("sort", ""), default, has_text=bool(text)),
        default_sort=default,
        page=_number(params.get("page", ""), 1, MAX_PAGE),
        page_size=_number(params.get("page_size", ""), PAGE_SIZE, MAX_PAGE_SIZE),
        undone=_undone(params.getlist("not")) if text else (),
        notices=tuple(notices),
    )


def clean_text(raw: str) -> tuple[str, list[str]]:
    """The words of a search box, and sentences about what was left out.

    Control characters and halves of surrogate pairs become spaces, white space
    is single, the form is NFC.
    """
    head = raw[: MAX_CHARS * 20]  # no work on what will be cut anyway
    text = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs", "Cn", "Co") else char
        for char in head
    )
    text = " ".join(unicodedata.normalize("NFC", text).split())
    notices = []
    if len(text) > MAX_CHARS or len(head) < len(raw):
        text = text[:MAX_CHARS].rstrip()
        notices.append(
            _("Only the first %(count)d characters were searched for.")
            % {"count": MAX_CHARS}
        )
    words = text.split()
    if len(words) > MAX_WORDS:
        text = " ".join(words[:MAX_WORDS])
        notices.append(
            _("Only the first %(count)d words were searched for.")
            % {"count": MAX_WORDS}
        )
    return text, notices


def _undone(raw: list[str]) -> tuple[str, ...]:
    """Ids of parts; whether the words have such a part, their reading will tell."""
    ids = (clean_text(value[:MAX_CHARS])[0] for value in raw[:MAX_UNDONE])
    return tuple(dict.fromkeys(part for part in ids if ":" in part))


def _sort(raw: str, default: Sort, *, has_text: bool) -> Sort:
    if raw not in Sort.__members__.values():
        return default
    if raw == Sort.RELEVANCE and not has_text:
        return default  # nothing is more relevant than anything else
    return Sort(raw)


def _number(raw: str, default: int, highest: int) -> int:
    """A whole number from 1 to ``highest``; ``default`` for anything else."""
    if not (raw.isascii() and raw.isdigit()):
        return default
    # Thousands of digits are not turned into a number first.
    number = highest if len(raw.lstrip("0")) > 9 else int(raw)
    return min(number, highest) or default
