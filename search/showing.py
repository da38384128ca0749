"""An answer as the templates want it: rows, links and choices, no logic left."""

from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.dates import format_partial_date
from core.languages import LANGUAGE_CODES
from people.models import Sector
from projects.models import Status
from projects.plan_process import Answer, Period, comment_window
from search.facets import FACET_NAMES, TYPE_NAMES, value_name
from search.query import FILTERS, SearchQuery, Sort
from search.response import Hit, Pieces, SearchResponse
from taxonomy.queries import concept_index

SORT_NAMES = {
    Sort.RELEVANCE: gettext_lazy("Best match"),
    Sort.TITLE: gettext_lazy("By name"),
    Sort.NEWEST: gettext_lazy("Newest"),
    Sort.UPDATED: gettext_lazy("Last changed"),
}
#: What a part of a query was taken to be.
UNDERSTOOD_NAMES = {
    "number": gettext_lazy("Case number"),
    "name": gettext_lazy("Name"),
    "person": TYPE_NAMES["person"],
    "organisation": TYPE_NAMES["organisation"],
    "concept": TYPE_NAMES["concept"],
    "district": gettext_lazy("District"),
    "people": pgettext_lazy("part of a query", "Looking for"),
    "phrase": pgettext_lazy("part of a query", "Exactly"),
    "excluded": pgettext_lazy("part of a query", "Without"),
}
#: Facets that stand open when nothing in them is chosen.
_OPEN = ("type", "aspect", "theme", "district")
#: Pages on each side of the current one that the pager names.
_NEAR = 2


def shown(response: SearchResponse) -> dict:
    """The context of ``search/results.html``."""
    query = response.query
    return {
        "response": response,
        "query": query,
        "hits": [_hit(hit, query.lang) for hit in response.hits],
        "facets": _facets(response),
        "kept": _kept(query),
        "chosen": sum(map(len, query.filters.values())),
        "chips": _chips(query),
        **_understood(response),
        "clear_url": query.cleared().querystring,
        "orders": _orders(query),
        "pager": _pager(response) if response.pages > 1 else None,
    }


# --- hits ---------------------------------------------------------------------------


def _hit(hit: Hit, lang: str) -> dict:
    return {
        "kind": hit.type,
        "kind_label": str(TYPE_NAMES.get(hit.type, hit.type)),
        "url": hit.url,
        "lang": "" if hit.lang == lang else hit.lang,
        "title": hit.title,
        "title_segments": _segments(hit.title_pieces),
        "summary_segments": _segments(hit.pieces),
        "coverage": hit.coverage or None,
        "meta": [fact for fact in _META[hit.type](hit.extra, lang) if fact],
        "flag": _flag(hit.extra),
    }


def _segments(pieces: Pieces) -> list[dict]:
    return [{"text": text, "marked": is_hit} for text, is_hit in pieces]


def _flag(extra) -> str:
    """What the reader can do just now: comment on a plan, until its last day."""
    periods = [
        Period(
            phase="",
            order=row["order"],
            public_input=True,
            **{
                name: date.fromisoformat(row[name]) if row[name] else None
                for name in ("starts", "ends", "checked_on")
            },
        )
        for row in extra.get("comment_periods", ())
    ]
    window = comment_window(periods, timezone.localdate())
    if window.answer is not Answer.OPEN:
        return ""
    return _("You can comment until %(date)s") % {
        "date": date_format(window.period.ends)
    }


def _project_meta(extra, lang) -> list[str]:
    years = "–".join(
        dict.fromkeys(date[:4] for date in (extra["start"], extra["end"]) if date)
    )
    status = extra["status"]
    return [
        extra["number"],
        _in(extra["coordinator"], lang),
        ", ".join(_in(names, lang) for names in extra["districts"][:3]),
        format_partial_date(years) if years.isdigit() else years,
        str(Status(status).label) if status in Status.values else "",
    ]


def _person_meta(extra, lang) -> list[str]:
    competences = [_in(row["names"], lang) for row in extra["competences"][:3]]
    return [
        _in(extra["role"], lang),
        _in(extra["organisation"], lang),
        ", ".join(competences),
    ]


def _organisation_meta(extra, lang) -> list[str]:
    sector = extra["sector"]
    return [str(Sector(sector).label) if sector in Sector.values else ""]


def _concept_meta(extra, lang) -> list[str]:
    return [_in(extra["schemes"], lang), _in(extra["broader"], lang)]


_META = {
    "project": _project_meta,
    "person": _person_meta,
    "organisation": _organisation_meta,
    "concept": _concept_meta,
    "page": lambda extra, lang: [],
}


def _in(names, lang: str) -> str:
    """The text in the reader's language, or in the other."""
    for code in (lang, *LANGUAGE_CODES):
        if names.get(code):
            return names[code]
    return ""


# --- choices ------------------------------------------------------------------------


def _facets(response: SearchResponse) -> list[dict]:
    return [
        {
            "name": facet.name,
            "label": facet.label,
            "open": facet.name in _OPEN or bool(facet.selected),
            "options": [
                {
                    "value": value.value,
                    "label": value.label,
                    "count": value.count,
                    "selected": value.selected,
                    "lang": value.lang,
                    "aspect": value.value
                    if facet.name in ("aspect", "missing")
                    else None,
                }
                for value in facet.values
            ],
        }
        for facet in response.facets
    ]


def _kept(query: SearchQuery) -> list[dict]:
    """What the form of the filters carries on: all but its own and the page."""
    own = set(query.facets)
    return [
        {"name": name, "value": value}
        for name, value in query.at_page(1).to_params()
        if name not in own
    ]


def _chips(query: SearchQuery) -> list[dict]:
    concepts = concept_index()
    return [
        {
            "group": str(FACET_NAMES[name]),
            "label": value_name(name, value, query.lang, concepts).text,
            "remove_url": query.toggle(name, value).querystring,
        }
        for name in FILTERS
        for value in query.filters.get(name, ())
    ]


def _understood(response: SearchResponse) -> dict:
    """What the words were taken to mean, to be undone, and what was undone."""
    rows = [
        {
            "group": str(UNDERSTOOD_NAMES[one.kind]),
            "label": one.label,
            "lang": one.lang,
            "remove_url": response.query.undoing(one.id).querystring,
            "undone": one.undone,
        }
        for one in response.understood
    ]
    literal = response.query
    for one in response.understood:
        literal = literal if one.undone else literal.undoing(one.id)
    return {
        "understood": [row for row in rows if not row["undone"]],
        "undone": [row for row in rows if row["undone"]],
        "literal_url": literal.querystring,
        "corrections": other_spellings(response),
    }


def other_spellings(response: SearchResponse) -> list[dict]:
    """What the reader may have meant, as links."""
    return [
        {"text": text, "url": response.query.rewritten(text).querystring}
        for text in response.suggestions
    ]


def _orders(query: SearchQuery) -> list[dict]:
    return [
        {
            "label": str(label),
            "url": query.sorted_by(sort).querystring,
            "current": sort == query.sort,
        }
        for sort, label in SORT_NAMES.items()
        if query.text or sort is not Sort.RELEVANCE
    ]


def _pager(response: SearchResponse) -> dict:
    query, page, last = response.query, response.page, response.pages
    near = range(max(1, page - _NEAR), min(last, page + _NEAR) + 1)
    pages: list[dict] = []
    for number in sorted({1, *near, last}):
        if pages and pages[-1]["number"] != number - 1:
            pages.append({"number": None})
        pages.append(
            {
                "number": number,
                "url": query.at_page(number).querystring,
                "current": number == page,
            }
        )
    return {
        "pages": pages,
        "previous_url": query.at_page(page - 1).querystring if page > 1 else "",
        "next_url": query.at_page(page + 1).querystring if page < last else "",
    }
