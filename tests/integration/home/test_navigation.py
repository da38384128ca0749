import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from home.models import Navigation, NavigationLink
from home.site_tree import create_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    create_site()


def menus(rf, path="/", lang="sv"):
    context = Context({"request": rf.get(path)})
    with translation.override(lang):
        assert Template("{% load navigation %}{% navigation %}").render(context) == ""
    return context["site_navigation"], context["site_footer"]


def test_each_language_has_its_own(rf):
    menu, footer = menus(rf)
    assert [item["url"] for item in menu] == [
        "/projekt/",
        "/experter/",
        "/organisationer/",
        "/om/",
    ]
    assert [column["heading"] for column in footer["columns"]] == [
        "Hitta",
        "Webbplatsen",
    ]
    menu, footer = menus(rf, "/en/", "en")
    assert menu[0] == {"title": "Projects", "url": "/en/projects/", "current": False}
    assert footer["text"].startswith("What projects")


def test_the_place_of_the_reader_is_marked(rf):
    menu, _footer = menus(rf, "/projekt/")
    assert [item["current"] for item in menu] == [True, False, False, False]


def test_no_link_leads_to_a_page_that_is_not_public(rf):
    link = NavigationLink.objects.filter(page__slug="om", column="").get()
    link.page.specific.unpublish()
    menu, footer = menus(rf)
    addresses = [item["url"] for item in menu]
    addresses += [row["url"] for column in footer["columns"] for row in column["links"]]
    assert "/om/" not in addresses
    assert "/projekt/" in addresses


def test_the_cost_does_not_grow_with_links(rf, django_assert_max_num_queries):
    menus(rf)
    with django_assert_max_num_queries(3):
        menus(rf)


def test_what_editors_changed_stays(rf):
    Navigation.objects.filter(locale__language_code="sv").get().links.all().delete()
    create_site()
    assert menus(rf)[0] == []


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"url": "javascript:alert(1)", "title": "Fel"},
        {"url": "/sok/"},
    ],
)
def test_a_link_needs_a_safe_address_and_a_text(fields):
    with pytest.raises(ValidationError):
        NavigationLink(**fields).clean()
