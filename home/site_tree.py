"""The pages that every installation starts with, in both languages.

Keyed on a translation key made from the page's name: a second run finds what the
first one made, and leaves alone whatever an editor has done with it since.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from home.groups import grant_first_rights
from home.models import (
    HomePage,
    Navigation,
    NavigationLink,
)
from home.review import make_first_review
from home.site_plan import Plan, site_plan, stable_key


def publish_below(parent: Page, page: Page) -> Page:
    """Put a new page below ``parent`` and publish it, with a revision."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _page(name: str, locale: Locale) -> Page | None:
    """The page that the plan calls ``name``, if nobody has removed it."""
    key = stable_key("site", name)
    return Page.objects.filter(translation_key=key, locale=locale).first()


def _make(plan: Plan, parents: dict[str, Page], locales: dict[str, Locale]) -> int:
    made, pages = 0, {}
    there = {
        page.locale_id: page
        for page in plan.model.objects.filter(translation_key=plan.key)
    }
    for lang, locale in locales.items():
        pages[lang] = there.get(locale.pk)
        if pages[lang] is None:
            fields = getattr(plan, lang) | {
                name: _page(target, locale) for name, target in plan.links.items()
            }
            new = plan.model(locale=locale, translation_key=plan.key, **fields)
            pages[lang] = publish_below(parents[lang], new)
            made += 1
    return made + sum(_make(child, pages, locales) for child in plan.below)


def _remove_welcome_page() -> None:
    """Wagtail's first migration leaves a page that says hello to developers."""
    for page in Page.objects.filter(depth=2, slug="home"):
        if page.specific_class is Page and not page.get_children().exists():
            page.delete()


def _point_site_to(home: Page) -> None:
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    wanted = {
        "hostname": address.hostname or "localhost",
        "port": address.port or (443 if address.scheme == "https" else 80),
        "root_page_id": home.pk,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True
    )
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()


#: (name in the plan, column in the footer per language; empty: the main menu)
MENU = (
    ("projects", {"sv": "", "en": ""}),
    ("people", {"sv": "", "en": ""}),
    ("organisations", {"sv": "", "en": ""}),
    ("about", {"sv": "", "en": ""}),
    ("projects", {"sv": "Hitta", "en": "Find"}),
    ("people", {"sv": "Hitta", "en": "Find"}),
    ("organisations", {"sv": "Hitta", "en": "Find"}),
    ("news", {"sv": "Hitta", "en": "Find"}),
    ("about", {"sv": "Webbplatsen", "en": "The website"}),
    ("contact", {"sv": "Webbplatsen", "en": "The website"}),
    ("accessibility", {"sv": "Webbplatsen", "en": "The website"}),
    ("privacy", {"sv": "Webbplatsen", "en": "The website"}),
)
FOOTER = {
    "sv": (
        "Här syns vad projekt i staden gör, vad de saknar och vem som kan bidra, "
        "över sektorsgränserna."
    ),
    "en": (
        "What projects in the city do, what they lack and who can contribute, "
        "across the borders of sectors."
    ),
}


def _make_navigation(locales: dict[str, Locale]) -> None:
    """A menu and a footer in each language; afterwards they are the editors'."""
    for lang, locale in locales.items():
        if Navigation.objects.filter(locale=locale).exists():
            continue
        navigation = Navigation(locale=locale, footer_text=FOOTER[lang])
        navigation.links = [
            NavigationLink(
                column=columns[lang],
                page=_page(name, locale),
                sort_order=order,
            )
            for order, (name, columns) in enumerate(MENU)
        ]
        navigation.save()


@transaction.atomic
def create_site() -> int:
    """Make what is missing of the tree; return how many pages that was."""
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0]
        for code in ("sv", "en")
    }
    root = Page.get_first_root_node()
    plan = site_plan()
    made = _make(plan, dict.fromkeys(locales, root), locales)
    home = HomePage.objects.get(translation_key=plan.key, locale=locales["sv"])
    _point_site_to(home)
    _make_navigation(locales)
    _remove_welcome_page()
    grant_first_rights()
    make_first_review(_page("organisations", locale) for locale in locales.values())
    return made
