"""The public page that every installation starts with, in both languages."""

from django.db import transaction
from wagtail.models import Locale

from home.models import HomePage, Navigation, NavigationLink
from home.site_plan import stable_key
from home.site_tree import publish_below
from overview.models import CityPicturePage

TEXTS = {
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
#: The footer's column that leads to it, until editors decide otherwise.
COLUMNS = {"sv": "Hitta", "en": "Find"}


@transaction.atomic
def create_city_picture() -> int:
    """Make what is missing below each language's front page; how many pages."""
    key, made = stable_key("site", "city-picture"), 0
    homes = HomePage.objects.filter(translation_key=stable_key("site", "home"))
    for home in homes.select_related("locale"):
        there = CityPicturePage.objects.filter(translation_key=key, locale=home.locale)
        if there.exists() or home.locale.language_code not in TEXTS:
            continue
        page = CityPicturePage(
            locale=home.locale, translation_key=key, **TEXTS[home.locale.language_code]
        )
        _link(home.locale, publish_below(home, page))
        made += 1
    return made


def _link(locale: Locale, page: CityPicturePage) -> None:
    menu = Navigation.objects.filter(locale=locale).first()
    if menu is not None:
        NavigationLink.objects.create(
            navigation=menu,
            page=page,
            column=COLUMNS[locale.language_code],
            sort_order=menu.links.count(),
        )
