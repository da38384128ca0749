"""Suggestions as a browser asks for them."""

import pytest
from django.urls import reverse
from django.utils import translation

from projects.models import AspectClaim
from search.engines import EngineUnavailable
from search.engines.database import DatabaseEngine
from search.models import DemandCount

pytestmark = pytest.mark.django_db
ADDRESS = "/sok/forslag"


@pytest.fixture
def filled(tree, concepts, delivered):
    page = tree.project("Regntorget")
    AspectClaim.objects.create(page=page, tag=concepts["dagvatten"])
    page.save()
    tree.translate(page, "The rain square")
    tree.person("Åsa Regnstrand", role="Hydrolog")
    delivered()
    return tree


def suggested(client, text, address=ADDRESS) -> dict[str, list[dict]]:
    answer = client.get(address, {"q": text}).json()
    return {group["type"]: group["items"] for group in answer["groups"]}


def test_each_kind_in_its_group(filled, client):
    found = suggested(client, "regn")
    assert list(found) == ["person", "project"]
    assert found["project"] == [
        {
            "title": "Regntorget",
            "url": "/organisationer/provmuseet/regntorget/",
            "lang": "",
            "matched": "",
            "detail": "",
        }
    ]
    assert found["person"][0]["detail"] == "Hydrolog"


def test_the_language_is_that_of_the_address(filled, client):
    with translation.override("en"):
        english = reverse("search-suggestions")
    assert english == "/en/search/suggestions"
    (item,) = suggested(client, "square", english)["project"]
    assert (item["title"], item["matched"]) == ("The rain square", "")
    (item,) = suggested(client, "square")["project"]
    assert (item["title"], item["matched"]) == ("Regntorget", "The rain square")
    (item,) = suggested(client, "åsa", english)["person"]
    assert item["lang"] == "sv"


def test_a_concept_shows_its_own_name_and_what_was_begun(filled, client):
    (item,) = suggested(client, "stormw")["concept"]
    assert (item["title"], item["matched"]) == ("Dagvatten", "Stormwater")
    assert item["detail"].startswith("1 ")
    assert client.get(item["url"]).status_code == 200


def test_every_address_that_is_suggested_is_there(filled, client):
    for text in ("re", "da", "na", "pr", "st"):
        for items in suggested(client, text).values():
            for item in items:
                assert client.get(item["url"]).status_code == 200, item


def test_what_was_just_hidden_is_not_suggested(filled, client, monkeypatch):
    # The index has not heard of it yet.
    monkeypatch.setattr("search.outbox.deliver", lambda **kwargs: 0)
    for page in list(filled.section.get_children().specific()):
        page.unpublish()
    assert suggested(client, "regn") == {}
    assert suggested(client, "stormw") == {}


def test_it_may_be_kept_for_a_moment_and_is_not_counted(filled, client):
    response = client.get(ADDRESS, {"q": "regn"})
    kept = set(response["Cache-Control"].split(", "))
    assert kept == {"max-age=30", "public"}
    assert not response.cookies
    assert not DemandCount.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "a", "x" * 20_000, "%00", "a\x00b", "'\"*%_", "ord " * 3000, "🌧️"]
)
def test_any_beginning_is_answered(filled, client, text):
    response = client.get(ADDRESS, {"q": text})
    assert response.status_code == 200
    assert response.json()["groups"] == []


def test_broken_bytes_are_answered(filled, client):
    for text in ("%ED%A0%80", "%FF%FE", "%"):
        assert client.get(f"{ADDRESS}?q={text}").status_code == 200


def test_an_engine_out_of_order_suggests_nothing(filled, client, monkeypatch):
    def fail(*args, **kwargs):
        raise EngineUnavailable("gone")

    monkeypatch.setattr(DatabaseEngine, "suggest", fail)
    assert suggested(client, "regn") == {}


def test_few_queries(filled, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        client.get(ADDRESS, {"q": "regn"})


def test_only_reading_is_allowed(client):
    assert client.post(ADDRESS).status_code == 405
