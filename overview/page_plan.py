"""The public pages on needs and figures that every installation starts with."""

from django.db import transaction
from wagtail.models import Locale, Page

from home.models import HomePage, Navigation, NavigationLink
from home.site_plan import stable_key
from home.site_tree import publish_below
from matching.models import NeededNowPage
from overview.models import CityPicturePage

CITY_PICTURE = {
    "sv": {
        "title": "Stadens bild",
        "slug": "stadens-bild",
        "summary": (
            "Hur stadens projekt täcker de tre aspekterna, vilken kompetens som "
            "behövs och finns, och vilka som arbetar tillsammans."
        ),
    },
    "en": {
        "title": "The city’s picture",
        "slug": "city-picture",
        "summary": (
            "How the city's projects cover the three aspects, which competences are "
            "needed and known, and who works together."
        ),
    },
}
NEEDED_NOW = {
    "sv": {
        "title": "Behövs nu",
        "slug": "behovs-nu",
        "summary": (
            "Kompetens som stadens projekt söker i dag, och hur många som har den."
        ),
    },
    "en": {
        "title": "Needed now",
        "slug": "needed-now",
        "summary": (
            "Competences that the city's projects look for today, and how many have "
            "them."
        ),
    },
}
PAGES = (
    ("city-picture", CityPicturePage, CITY_PICTURE),
    ("needed-now", NeededNowPage, NEEDED_NOW),
)
#: The footer's column that leads to it, until editors decide otherwise.
COLUMNS = {"sv": "Hitta", "en": "Find"}


@transaction.atomic
def create_city_pages() -> int:
    """Make what is missing below each language's front page; how many pages."""
    return sum(_create(*plan) for plan in PAGES)


def _create(name: str, model: type[Page], texts: dict) -> int:
    key, made = stable_key("site", name), 0
    homes = HomePage.objects.filter(translation_key=stable_key("site", "home"))
    for home in homes.select_related("locale"):
        there = model.objects.filter(translation_key=key, locale=home.locale)
        if there.exists() or home.locale.language_code not in texts:
            continue
        page = model(
            locale=home.locale, translation_key=key, **texts[home.locale.language_code]
        )
        _link(home.locale, publish_below(home, page))
        made += 1
    return made


def _link(locale: Locale, page: Page) -> None:
    menu = Navigation.objects.filter(locale=locale).first()
    if menu is not None:
        NavigationLink.objects.create(
            navigation=menu,
            page=page,
            column=COLUMNS[locale.language_code],
            sort_order=menu.links.count(),
        )
