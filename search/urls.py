"""Addresses in the reader's language: include in ``i18n_patterns``, before Wagtail's.

``api_patterns`` belong outside, for they have no language of their own.
"""

from django.urls import path
from django.utils.functional import lazy
from django.utils.translation import get_language

from search import api, health, needs, views


def _by_language(swedish: str, english: str) -> str:
    return english if (get_language() or "").startswith("en") else swedish


# Not through gettext: an address must not depend on a compiled catalogue.
_route = lazy(_by_language, str)

urlpatterns = [
    path(_route("sok/", "search/"), views.search, name="search"),
    path(
        _route("sok/forslag", "search/suggestions"),
        api.suggestions,
        name="search-suggestions",
    ),
    path(_route("sok/behov", "search/need"), needs.register_need, name="search-need"),
    path(
        _route(
            "begrepp/<slug:scheme>/<str:notation>/",
            "concepts/<slug:scheme>/<str:notation>/",
        ),
        views.concept,
        name="concept",
    ),
]

api_patterns = [
    path("api/v1/search/", api.search, name="search-api"),
    path("health/", health.health, name="health"),
]
