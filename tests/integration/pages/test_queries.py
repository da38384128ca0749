"""What a page costs, however much it holds."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.every_page import one_of_each, two_hundred_of_each

pytestmark = pytest.mark.django_db


def queries(client, url: str) -> int:
    """Of a page that has been read before: site roots and vocabularies are known."""
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def test_a_project_with_one_of_each_and_with_two_hundred(client, city):
    city.project("Syskonet")
    one, many = one_of_each(city), two_hundred_of_each(city)
    # With what it takes to tell that nobody could help.
    assert queries(client, one.url) == queries(client, many.url) <= 21


def test_a_project_in_translation(client, city):
    page = city.tree.translate(city.project(team=[city.person()]), "Translated")
    assert queries(client, page.url) <= 20


def test_a_person_in_one_project_and_in_eight(client, city):
    lone, busy = city.person("Ensam Testsson"), city.person("Flitig Testsson")
    city.project("Ett", team=[lone])
    for n in range(8):
        city.project(f"Projekt {n}", team=[busy])
    few, many = queries(client, lone.url), queries(client, busy.url)
    assert few == many <= 20


def test_home_when_the_city_grows(client, city):
    home = city.tree.home
    city.project(team=[city.person()])
    few = queries(client, home.url)
    for n in range(8):
        city.project(f"Projekt {n}", rows=4, team=[city.person(f"Ny Testsson {n}")])
    cache.clear()
    many = queries(client, home.url)
    assert few == many <= 16
    assert queries(client, home.get_translations().get().url) <= 16
