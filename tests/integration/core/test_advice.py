"""What an editor is told that readers would miss."""

import json

import pytest
from django.urls import reverse
from wagtail.rich_text import RichText

from core.advice import Outline, advice_for, rich_texts
from home.models import StandardPage
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


def advised(html: str, **fields) -> list[str]:
    page = StandardPage(title="Provsidan", summary="Ett prov.", **fields)
    page.body = [("text", RichText(html))]
    return advice_for(page)


def test_a_page_that_lacks_nothing_gets_no_advice():
    html = '<h2>Ett</h2><h3>Två</h3><p>Se <a href="https://example.org/">här</a>.</p>'
    assert advised(html) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h3>För djup</h3>", "För djup"),
        ("<h2>Ett</h2><h4>För djup</h4>", "För djup"),
        ('<p>Se <a href="https://example.org/"> </a></p>', "1 länk"),
        ('<a href="/a/"></a><a href="/b/"><b></b></a>', "2 länkar"),
        ('<p><a linktype="page" id="999999">borta</a></p>', "borta"),
    ],
)
def test_headings_and_links(html, words):
    (sentence,) = advised(html)
    assert words in sentence


def test_a_link_around_a_picture_and_one_to_a_page_that_is_here_are_fine():
    tree = build_tree()
    html = f'<a linktype="page" id="{tree.home.pk}">hem</a>'
    assert advised(f'{html}<a href="/x/"><embed alt="Torget" id="1"/></a>') == []


def test_headings_go_on_from_one_block_to_the_next():
    page = StandardPage(title="Prov", summary="Ett prov.")
    page.body = [
        ("text", RichText("<h2>Ett</h2>")),
        ("text", RichText("<h3>Två</h3>")),
    ]
    assert advice_for(page) == []
    assert list(rich_texts(page)) == ["<h2>Ett</h2>", "<h3>Två</h3>"]


def test_a_broken_text_is_read_to_its_end():
    outline = Outline()
    outline.feed("<h2>Ett<a href='x'><h3>två</a></h5>")
    outline.close()
    assert outline.out_of_order == []


def test_an_editor_is_told_when_the_page_is_saved(admin_client):
    tree = build_tree()
    page = tree.home.add_child(
        instance=StandardPage(title="Provsidan", locale=tree.sv, live=False)
    )
    page.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = {"title": "Provsidan", "slug": page.slug, "summary": "", "body-count": "0"}
    response = admin_client.post(address, data, follow=True)
    assert "Sammanfattningen saknas" in response.content.decode()


def test_the_checker_in_the_userbar_knows_our_rules(admin_client):
    tree = build_tree()
    html = admin_client.get(tree.home.url).content.decode()
    start = html.index('id="checker-axe-configuration"')
    found = json.loads(
        html[html.index(">", start) + 1 : html.index("</script>", start)]
    )
    assert "wcag22aa" in found["options"]["runOnly"]
    assert found["options"]["rules"]["heading-order"] == {"enabled": True}


@pytest.mark.parametrize("kind", ["project", "person"])
def test_the_form_opens_with_few_queries(
    admin_client, django_assert_max_num_queries, kind
):
    tree = build_tree()
    page = getattr(tree, kind)()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    admin_client.get(address)
    with django_assert_max_num_queries(80):
        assert admin_client.get(address).status_code == 200
