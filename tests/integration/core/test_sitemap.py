import pytest
from wagtail.models import PageViewRestriction

from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


def test_the_sitemap_holds_public_pages_in_both_languages(client):
    tree = build_tree()
    project = tree.project("Öppna projektet")
    tree.translate(project, "The open project")
    tree.project("Utkastet", live=False)

    text = client.get("/sitemap-pages.xml").content.decode()

    assert "/organisationer/provmuseet/oppna-projektet/" in text
    assert "/en/organisationer/provmuseet/oppna-projektet/" in text
    assert 'hreflang="en"' in text
    assert "utkastet" not in text
    assert "/sitemap-pages.xml" in client.get("/sitemap.xml").content.decode()
    assert "/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_what_is_restricted_is_absent_in_every_language(client):
    tree = build_tree()
    project = tree.project("Slutna projektet")
    tree.translate(project, "The closed project")
    PageViewRestriction.objects.create(page=project, restriction_type="login")

    assert "slutna-projektet" not in client.get("/sitemap-pages.xml").content.decode()


def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries):
    tree = build_tree()
    for number in range(12):
        tree.project(f"Projekt nummer {number}")
    with django_assert_max_num_queries(16):
        client.get("/sitemap-pages.xml")
