"""The page of search, and the public page of a concept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language_info
from django.views.decorators.http import require_safe

from core.languages import LANGUAGE_CODES, current_language, in_language
from search.demand.log import count
from search.finding import find
from search.listings import listing
from search.nothing import ways_on
from search.query import Preset, Sort, parse_query
from search.showing import shown
from taxonomy.models import Concept
from taxonomy.queries import concept_index

#: What a concept's page lists: what is tagged with it, not other concepts.
_TAGGED = ("project", "person")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """``/sok/`` and ``/en/search/``: the whole state is in the address."""
    query = parse_query(request.GET, current_language())
    response = find(query)
    context = {
        **shown(response),
        "action": request.path,
        "ways": None if response.total else ways_on(response, request.user),
        "translations_for_switch": _languages("search", query=query.querystring),
    }
    page = render(request, "search/search.html", context)
    # Each search is counted, so none is answered from a cache.
    patch_cache_control(page, private=True, no_cache=True)
    count(request, response)
    return page


@require_safe
def concept(request: HttpRequest, scheme: str, notation: str) -> HttpResponse:
    """What a concept means, what stands around it, and everything tagged with it or
    with something narrower. A deprecated one leads to what replaces it."""
    index = concept_index()
    found = index.find(scheme, notation)
    if found is None:
        raise Http404
    if found.deprecated:
        current = index.current(found.id)
        if current is None or current.deprecated:
            raise Http404
        return redirect("concept", current.scheme, current.notation, permanent=True)
    preset = Preset({"concept": (found.identifier,), "type": _TAGGED}, Sort.TITLE)
    own = Concept.objects.select_related("scheme").get(pk=found.id)
    context = {
        **listing(request, preset),
        "concept": found,
        "definition": own,
        "scheme_title": in_language(own.scheme, "title"),
        "breadcrumbs": [
            {"title": step.name.text, "url": step.get_absolute_url()}
            for step in index.path(found.id)[:-1]
        ],
        "narrower": [c for c in index.narrower(found.id) if not c.deprecated],
        "related": [c for c in index.related(found.id) if c.scheme != "sdg"]
        + index.related_from(found.id),
        "goals": index.goals_of(index.descendants([found.id])),
        "other_names": [
            label.text
            for label in found.labels
            if label.kind == "alt" and label.language == current_language()
        ],
        "translations_for_switch": _languages("concept", scheme, notation),
        "addresses": {
            code: request.build_absolute_uri(
                _address(code, "concept", scheme, notation)
            )
            for code in LANGUAGE_CODES
        },
        "address": request.build_absolute_uri(found.get_absolute_url()),
    }
    return render(request, "search/concept.html", context)


def _address(code: str, name: str, *args: str) -> str:
    with translation.override(code):
        return reverse(name, args=args)


def _languages(name: str, *args: str, query: str = "") -> list[dict]:
    """This page in the other languages, as the frame of the page shows them."""
    others = []
    for code in LANGUAGE_CODES:
        if code != current_language():
            url = _address(code, name, *args)
            others.append(
                {
                    "lang": code,
                    "lang_name": get_language_info(code)["name_local"].capitalize(),
                    "url": url + (query if len(query) > 1 else ""),
                }
            )
    return others
