import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from home.models import HomePage, StandardPage
from home.site_tree import create_site
from projects.models import ProjectIndexPage

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "/": "sv",
    "/projekt/": "sv",
    "/experter/": "sv",
    "/organisationer/": "sv",
    "/nyheter/": "sv",
    "/om/": "sv",
    "/personuppgifter/": "sv",
    "/kontakt/": "sv",
    "/tillganglighet/": "sv",
    "/en/": "en",
    "/en/projects/": "en",
    "/en/experts/": "en",
    "/en/organisations/": "en",
    "/en/news/": "en",
    "/en/about/": "en",
    "/en/privacy/": "en",
    "/en/contact/": "en",
    "/en/accessibility/": "en",
}


def test_every_page_has_its_address_in_its_language():
    create_site()
    pages = {
        page.relative_url(Site.objects.get()): page for page in Page.objects.live()
    }
    found = {
        address: page.locale.language_code
        for address, page in pages.items()
        if address is not None
    }
    assert found == ADDRESSES
    assert all(page.live_revision_id for url, page in pages.items() if url)


def test_the_two_languages_are_translations_of_each_other():
    create_site()
    for page in Page.objects.filter(depth__gt=1):
        assert page.get_translations().count() == 1


def test_wagtails_welcome_page_is_gone_and_the_site_has_the_public_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://gransen.example:8443"
    create_site()
    site = Site.objects.get()
    assert (site.hostname, site.port) == ("gransen.example", 8443)
    assert isinstance(site.root_page.specific, HomePage)
    assert not [
        page for page in Page.objects.filter(depth=2) if page.specific_class is Page
    ]


def test_a_second_run_writes_nothing(django_assert_max_num_queries, capsys):
    call_command("create_site")
    before = (Page.objects.count(), Revision.objects.count())
    assert create_site() == 0
    assert (Page.objects.count(), Revision.objects.count()) == before


def test_what_an_editor_changed_stays():
    create_site()
    about = StandardPage.objects.get(slug="om")
    about.title = "Om oss"
    about.save_revision().publish()
    listing = ProjectIndexPage.objects.get(slug="projekt")
    listing.slug = "alla-projekt"
    listing.save()
    assert create_site() == 0
    assert StandardPage.objects.get(slug="om").title == "Om oss"
    assert ProjectIndexPage.objects.filter(slug="alla-projekt").exists()


def test_a_page_that_is_missing_comes_back_alone():
    create_site()
    StandardPage.objects.get(slug="om").delete()
    assert create_site() == 1


def test_the_groups_have_their_rights_once():
    create_site()
    editors = Group.objects.get(name="Editors")
    names = set(editors.permissions.values_list("codename", flat=True))
    assert {"change_pin", "view_demandcount", "change_concept"} <= names
    assert "delete_concept" not in names
    editors.permissions.remove(editors.permissions.get(codename="delete_pin"))
    create_site()
    assert not editors.permissions.filter(codename="delete_pin").exists()
