"""Every installation begins with the page, and editors have the last word on it."""

import pytest

from home.models import NavigationLink
from home.site_tree import create_site
from overview.models import CityPicturePage
from overview.page_plan import create_city_picture

pytestmark = pytest.mark.django_db


def test_the_page_is_made_once_in_both_languages_and_linked(client):
    create_site()
    assert create_city_picture() == 2
    assert create_city_picture() == 0
    swedish, english = CityPicturePage.objects.order_by("-locale__language_code")
    assert swedish.translation_key == english.translation_key
    assert client.get(swedish.url).status_code == 200
    assert NavigationLink.objects.filter(page__in=[swedish, english]).count() == 2
    assert swedish.url in client.get("/").content.decode()


def test_without_a_front_page_there_is_nothing_to_stand_below():
    assert create_city_picture() == 0
