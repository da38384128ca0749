"""What surrounds every page: the way to it, its other languages, where home is."""

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info

from .public import public_now


def breadcrumbs(page, request=None) -> list[dict]:
    """The public pages above this one, from the front page down."""
    trail = page.get_ancestors().filter(public_now(), depth__gt=1).order_by("depth")
    return [{"title": step.title, "url": step.get_url(request)} for step in trail]


def translations(page, request=None) -> list[dict]:
    """This page in the other languages, where it is public there.

    A record's translations carry its source's visibility in their own ``live``.
    """
    others = (
        page.get_translations()
        .filter(public_now())
        .public()
        .select_related("locale")
        .order_by("locale__language_code")
    )
    return [
        {
            "lang": other.locale.language_code,
            "lang_name": language_name(other.locale.language_code),
            "url": other.get_url(request),
            "full_url": other.get_full_url(request),
        }
        for other in others
    ]


def language_name(code: str) -> str:
    """The language's name in itself: "Svenska", "English"."""
    return get_language_info(code)["name_local"].capitalize()


def site_frame(request) -> dict:
    """Context processor: addresses in the reader's language, computed when used."""
    return {
        "home_url": SimpleLazyObject(lambda: reverse("wagtail_serve", args=[""])),
    }
