"""What surrounds every page: the way to it, its other languages, where home is."""

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info
from wagtail.models import Page

STEP = Page.steplen
#: Where a language's front page lies, counted in path steps.
HOME_DEPTH = 2


def surroundings(page, request, visible: Q) -> dict:
    """The way to the page and its other languages, in one query.

    ``visible`` says what the public may see (:func:`core.public.visible_to_all`).
    A record's translations carry its source's visibility in their own ``live``.
    """
    above = [page.path[:end] for end in range(HOME_DEPTH * STEP, len(page.path), STEP)]
    other_languages = Q(translation_key=page.translation_key) & ~Q(pk=page.pk)
    found = list(
        Page.objects.filter(Q(path__in=above) | other_languages, visible)
        .select_related("locale")
        .order_by("path")
    )
    return {
        "breadcrumbs": [_step(row, request) for row in found if row.path in above],
        "translations_for_switch": [
            _translation(row, request)
            for row in found
            if row.translation_key == page.translation_key
        ],
    }


def _step(row: Page, request) -> dict:
    return {
        "title": row.title,
        "url": row.get_url(request),
        "full_url": row.get_full_url(request),
    }


def _translation(row: Page, request) -> dict:
    code = row.locale.language_code
    return {"lang": code, "lang_name": language_name(code), **_step(row, request)}


def language_name(code: str) -> str:
    """The language's name in itself: "Svenska", "English"."""
    return get_language_info(code)["name_local"].capitalize()


def site_frame(request) -> dict:
    """Context processor: addresses in the reader's language, computed when used."""
    return {
        "home_url": SimpleLazyObject(lambda: reverse("wagtail_serve", args=[""])),
    }
