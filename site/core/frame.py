"""What surrounds every page: the way to it, its other languages, menu and footer."""

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from .public import visible_to_all

STEP = Page.steplen
#: Where a language's front page lies, counted in path steps.
HOME_DEPTH = 2


def surroundings(page, request, visible: Q) -> dict:
    """The frame's part of a page's context, in one query.

    ``visible`` says what the public may see (:func:`core.public.visible_to_all`).
    A record's translations carry its source's visibility in their own ``live``.
    """
    above = [page.path[:end] for end in range(HOME_DEPTH * STEP, len(page.path), STEP)]
    home_path = page.path[: HOME_DEPTH * STEP]
    other_languages = Q(translation_key=page.translation_key) & ~Q(pk=page.pk)
    found = list(
        Page.objects.filter(
            Q(path__in=above) | _below(home_path) | other_languages, visible
        )
        .select_related("locale")
        .order_by("path")
    )
    sections = [row for row in found if _is_section(row, home_path)]
    return {
        "breadcrumbs": [_step(row, request) for row in found if row.path in above],
        "translations_for_switch": [
            _translation(row, request)
            for row in found
            if row.translation_key == page.translation_key
        ],
        "site_navigation": _navigation(sections, request, page.path),
        "site_footer": _footer(sections, request),
    }


def site_frame(request) -> dict:
    """Context processor: addresses in the reader's language, computed when used.

    Pages bring menu and footer of their own (:func:`surroundings`); views and error
    pages get these.
    """
    sections = SimpleLazyObject(lambda: _sections(request))
    return {
        "home_url": SimpleLazyObject(lambda: reverse("wagtail_serve", args=[""])),
        "search_url": SimpleLazyObject(lambda: reverse("search")),
        "site_navigation": SimpleLazyObject(lambda: _navigation(sections, request)),
        "site_footer": SimpleLazyObject(lambda: _footer(sections, request)),
    }


def language_name(code: str) -> str:
    """The language's name in itself: "Svenska", "English"."""
    return get_language_info(code)["name_local"].capitalize()


def _sections(request) -> list[Page]:
    site = Site.find_for_request(request)
    if site is None:
        return []
    home = site.root_page.localized
    return list(
        Page.objects.filter(_below(home.path), visible_to_all()).order_by("path")
    )


def _below(home_path: str) -> Q:
    return Q(depth=HOME_DEPTH + 1, path__startswith=home_path)


def _is_section(row: Page, home_path: str) -> bool:
    return row.depth == HOME_DEPTH + 1 and row.path.startswith(home_path)


def _step(row: Page, request) -> dict:
    return {
        "title": row.title,
        "url": row.get_url(request),
        "full_url": row.get_full_url(request),
    }


def _translation(row: Page, request) -> dict:
    code = row.locale.language_code
    return {"lang": code, "lang_name": language_name(code), **_step(row, request)}


def _navigation(sections, request, path: str = "") -> list[dict]:
    return [
        {**_step(row, request), "current": path.startswith(row.path)}
        for row in sections
        if row.show_in_menus
    ]


def _footer(sections, request) -> dict:
    columns = (
        (_("Find"), [row for row in sections if row.show_in_menus]),
        (_("The site"), [row for row in sections if not row.show_in_menus]),
    )
    return {
        "text": _(
            "Projects in the city, the knowledge that they need and the people who "
            "have it, across the borders between sectors."
        ),
        "columns": [
            {"heading": heading, "links": [_step(row, request) for row in rows]}
            for heading, rows in columns
            if rows
        ],
    }
