"""An editor sees what lists will say before anybody else does."""

import pytest
from django.urls import reverse

from core.pages import IN_A_LIST
from projects.models import AspectClaim
from tests.factories.taxonomy import make_concept
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    return build_tree()


@pytest.mark.parametrize("kind", ["project", "person", "section"])
def test_the_preview_shows_what_a_list_says(tree, admin_client, kind):
    page = tree.section if kind == "section" else getattr(tree, kind)()
    page.title, page.summary = "Ett nytt namn", "En ny sammanfattning"
    page.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    html = admin_client.get(f"{address}?mode={IN_A_LIST}").content.decode()
    assert "Ett nytt namn" in html
    assert "En ny sammanfattning" in html
    assert 'class="res"' in html


def test_a_project_has_its_triad_in_the_list(tree):
    page = tree.project(summary="Ett prov")
    tag = make_concept("sustainability", "t", sv="Torg", en="Square", aspect="economic")
    AspectClaim.objects.create(page=page, tag=tag)
    response = page.make_preview_request(preview_mode=IN_A_LIST)
    assert "ekonomisk påstådd" in response.render().content.decode()


def test_the_page_itself_comes_first(tree):
    modes = [name for name, _label in tree.project().preview_modes]
    assert modes == ["", IN_A_LIST]
