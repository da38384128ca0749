"""Suggestions while somebody writes: from a beginning to rows that can be shown."""

import logging
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.languages import LANGUAGE_CODES
from search.engines import EngineUnavailable, Suggested, ask
from search.outbox import withheld_keys
from search.query.parsing import clean_text
from search.starts import begins, form_of

logger = logging.getLogger(__name__)

LIMIT = 8
#: The groups in the order that they are shown in.
GROUPS = {
    "concept": gettext_lazy("Subjects"),
    "person": gettext_lazy("Experts"),
    "project": gettext_lazy("Projects"),
    "organisation": gettext_lazy("Organisations"),
    "page": gettext_lazy("Pages"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row: where it leads, and words that tell it from others of its name.

    ``lang`` is the title's language when it is not the reader's. ``matched`` is the
    other name that was begun, when the title does not show why it is here.
    """

    type: str
    title: str
    url: str
    lang: str
    matched: str
    detail: str


def suggest(raw: str, lang: str) -> list[Suggestion]:
    """At most ``LIMIT`` rows, group by group; none when the engine does not answer."""
    prefix, _notices = clean_text(raw)
    try:
        found, _instead = ask(
            lambda engine: engine.suggest(
                prefix, exclude=withheld_keys(engine.name), limit=LIMIT
            )
        )
    except EngineUnavailable:
        logger.exception("The search engine does not suggest")
        return []
    places = list(GROUPS)
    rows = [_row(row, form_of(prefix), lang) for row in found]
    return sorted(rows, key=lambda row: places.index(row.type))


def _row(found: Suggested, form: str, lang: str) -> Suggestion:
    document = found.document
    text, text_lang = document.text_in(lang)
    return Suggestion(
        type=document.type,
        title=text.title,
        url=text.url,
        lang="" if text_lang == lang else text_lang,
        matched=_matched(found, text_lang, form),
        detail=_detail(found, lang),
    )


def _matched(found: Suggested, shown: str, form: str) -> str:
    """The other name, number or title that was begun, if the title does not show it."""
    document = found.document
    if document.type == "person" or begins(document.texts[shown].title, shown, form):
        return ""
    if found.label:
        return found.label
    for lang, text in document.texts.items():
        if lang != shown and begins(text.title, lang, form):
            return text.title
    return ""


def _detail(found: Suggested, lang: str) -> str:
    extra = found.document.extra
    match found.document.type:
        case "concept":
            text = ngettext("%(count)d hit", "%(count)d hits", found.count)
            return text % {"count": found.count}
        case "person":
            return _in(extra.get("role"), lang) or _in(extra.get("organisation"), lang)
        case "project":
            return _in(extra.get("coordinator"), lang) or extra.get("number", "")
    return ""


def _in(names, lang: str) -> str:
    for code in (lang, *LANGUAGE_CODES):
        if names and names.get(code):
            return names[code]
    return ""


def as_json(rows: list[Suggestion], raw: str) -> dict:
    """``groups`` of ``items``, ready to be shown: nothing is left to translate."""
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(row.type, []).append(
            {
                "title": row.title,
                "url": row.url,
                "lang": row.lang,
                "matched": row.matched,
                "detail": row.detail,
            }
        )
    return {
        "groups": [
            {"type": kind, "label": str(GROUPS[kind]), "items": items}
            for kind, items in groups.items()
        ],
        "all": _("Search for “%(text)s”") % {"text": clean_text(raw)[0]},
        "announcement": _announcement(len(rows)),
    }


def _announcement(count: int) -> str:
    if not count:
        return _("No suggestions")
    text = ngettext("%(count)d suggestion", "%(count)d suggestions", count)
    return text % {"count": count}
