"""Search for machines: the same parameters and numbers as the page has."""

from django.http import HttpRequest, JsonResponse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.languages import current_language
from language import LANGUAGES
from search.finding import find
from search.query import parse_query
from search.response import Hit, SearchResponse
from search.suggesting import as_json as suggestions_as_json
from search.suggesting import suggest

#: Seconds that suggestions may be kept on the way to the reader. Short: what is
#: taken from view must not be suggested for long.
SUGGESTIONS_KEPT = 30


@require_safe
def search(request: HttpRequest) -> JsonResponse:
    """``/api/v1/search/?q=&type=&…&sort=&page=&page_size=&lang=``.

    ``lang`` is the reader's language, ``sv`` if it is missing or unknown. ``not`` with
    the ``id`` of something that was understood takes that meaning away. Whatever
    cannot be used is left out, and ``messages`` says what.
    """
    lang = request.GET.get("lang", "")
    lang = lang if lang in LANGUAGES else LANGUAGES[0]
    with translation.override(lang):
        response = find(parse_query(request.GET, lang))
        return JsonResponse(
            as_json(response), json_dumps_params={"ensure_ascii": False}
        )


@require_safe
@cache_control(public=True, max_age=SUGGESTIONS_KEPT)
def suggestions(request: HttpRequest) -> JsonResponse:
    """``/sok/forslag?q=``: what the reader may mean, in the language of the address.

    Nothing of it is logged: the beginnings of words say more of who writes them
    than of what is looked for.
    """
    text = request.GET.get("q", "")
    rows = suggest(text, current_language())
    return JsonResponse(
        suggestions_as_json(rows, text), json_dumps_params={"ensure_ascii": False}
    )


def as_json(response: SearchResponse) -> dict:
    return {
        "query": response.query.text,
        "total": response.total,
        "page": response.page,
        "pages": response.pages,
        "page_size": response.query.page_size,
        "sort": str(response.query.sort),
        "messages": list(response.notices),
        "understood": [
            {"kind": one.kind, "text": one.text, "label": one.label, "id": one.id}
            for one in response.understood
            if not one.undone
        ],
        "suggestions": list(response.suggestions),
        "facets": {
            facet.name: [
                {
                    "value": value.value,
                    "label": value.label,
                    "count": value.count,
                    "selected": value.selected,
                }
                for value in facet.values
            ]
            for facet in response.facets
        },
        "results": [_result(hit) for hit in response.hits],
    }


def _result(hit: Hit) -> dict:
    return {
        "type": hit.type,
        "identifier": hit.identifier,
        "title": hit.title,
        "url": hit.url,
        "lang": hit.lang,
        "summary": hit.summary,
        "highlight": hit.highlight,
        "score": hit.score,
    }
