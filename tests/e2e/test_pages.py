"""Each kind of page in a real browser: for everyone, at every width."""

import pytest
from django.core.cache import cache

from home.models import StandardPage
from tests.e2e.accessibility import assert_accessible
from tests.factories.tree import build_tree
from tests.integration.pages.conftest import City, concept

LONG_WORD = "Dagvattenhanteringsanläggningsunderhållsplaneringskommitténs"
LONG_TITLE = " ".join(["Samverkan", LONG_WORD, "om kulturmiljön"] * 4)[:255]
SCHEMES = ("light", "dark")


@pytest.fixture
def addresses(site_url) -> dict[str, str]:
    """One of each kind of page, by name."""
    cache.clear()
    district = concept(
        "districts", "provdal", "Provdal", details={"point": [18.0, 59.3]}
    )
    city = City(
        tree=build_tree(),
        tag=concept("sustainability", "prov", "Gröna prov", aspect="environmental"),
        subject=concept("subjects", "101", LONG_WORD),
        district=district,
        known=concept("competences", "k-prov", LONG_WORD, aspect="environmental"),
        secret=concept("competences", "k-hemlig", "Hemlig kunskap"),
    )
    person = city.person()
    project = city.project(rows=3, team=[person])
    city.project("Syskonet")
    long = city.project(LONG_TITLE)
    bare = city.tree.project("Bara ett namn")
    standard = city.tree.home.add_child(
        instance=StandardPage(title=LONG_WORD, slug="om", summary="Om oss.")
    )
    standard.save_revision().publish()
    named = {
        "home": city.tree.home,
        "project": project,
        "long project": long,
        "bare project": bare,
        "person": person,
        "organisation": city.tree.section,
        "organisations": city.tree.organisations,
        "standard": standard,
    }
    return {name: page.url for name, page in named.items()} | {
        "projects": "/projekt/",
        "people": "/experter/",
        "concept": district.get_absolute_url(),
        "search": "/sok/?q=prov",
        "missing": "/finns-inte/",
    }


def collect(page) -> list[str]:
    """What the console says; a page that is missing is no fault here."""
    said = []
    page.on(
        "console",
        lambda message: (
            message.type == "error"
            and "404" not in message.text
            and said.append(message.text)
        ),
    )
    return said


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(new_page, addresses, scheme):
    page = new_page(color_scheme=scheme)
    said = collect(page)
    for address in addresses.values():
        page.goto(address)
        assert_accessible(page)
    assert not said


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_scrolls_sideways(new_page, addresses, width):
    page = new_page(width=width)
    for name, address in addresses.items():
        page.goto(address)
        found = page.evaluate("document.documentElement.scrollWidth")
        assert found <= width, f"{name} is {found} pixels wide"


def test_all_is_read_without_javascript(new_page, addresses):
    page = new_page(javascript=False)
    page.goto(addresses["project"])
    for heading in ("aspects", "needs-heading", "decisions", "place", "related"):
        assert page.locator(f"h2#{heading}").is_visible()
