"""Each kind of page in a real browser: for everyone, at every width."""

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from playwright.sync_api import expect

from tests.e2e.accessibility import assert_accessible
from tests.e2e.walking import CLIPPED, SPACED, STRUCTURE, STYLE, TWICE, assert_all_right
from tests.factories.every_page import (
    Place,
    every_page,
    make_city,
    one_of_each,
    two_hundred_of_each,
)


@pytest.fixture
def places(site_url) -> list[Place]:
    return every_page()


@pytest.fixture
def heard() -> list[str]:
    """What consoles said; a page that is missing or closed is no fault here."""
    said: list[str] = []
    yield said
    assert not said


def listen(page, said: list[str]):
    def hear(message) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load"):
            said.append(f"{page.url}: {message.text}")

    def answered(response) -> None:
        # Tests have no fonts of their own; the fallbacks measure the same.
        if response.status >= 400 and not (
            "/static/fonts/" in response.url or response.request.is_navigation_request()
        ):
            said.append(f"{response.status}: {response.url}")

    page.on("console", hear)
    page.on("response", answered)
    return page


def lang_of(place: Place) -> str:
    return "en" if place.address.startswith("/en/") else "sv"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_the_outline_of_each_page(new_page, places, heard, scheme):
    page = listen(new_page(color_scheme=scheme), heard)
    for place in places:
        assert page.goto(place.address).status == place.status, place.name
        assert_accessible(page)
        if scheme == "light":
            assert_all_right(page, STRUCTURE, lang_of(place))


def test_the_component_sheet_and_the_page_for_faults(new_page, places, settings):
    settings.DEBUG = True
    page = new_page()
    page.route(
        "**/broken/",
        lambda route: route.fulfill(
            body=render_to_string("500.html"), content_type="text/html", status=500
        ),
    )
    for address in ("/styleguide/", "/broken/"):
        page.goto(address)
        assert_accessible(page)
        page.set_viewport_size({"width": 320, "height": 256})
        assert_all_right(page, CLIPPED)


def test_nothing_is_lost_at_400_percent_or_with_wide_spacing(new_page, places):
    """320 by 256 is a screen of 1280 by 1024 at 400 %."""
    page = new_page(width=320, height=256)
    for place in places:
        page.goto(place.address)
        assert_all_right(page, CLIPPED)
        page.evaluate(STYLE, SPACED)
        assert_all_right(page, CLIPPED)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_lost_when_text_is_twice_as_large(new_page, places, width):
    page = new_page(width=width)
    for place in places:
        page.goto(place.address)
        page.evaluate(STYLE, TWICE)
        assert_all_right(page, CLIPPED)


@pytest.mark.parametrize("width", [768, 1280])
def test_nothing_scrolls_sideways_or_lies_on_something_else(new_page, places, width):
    page = new_page(width=width)
    for place in places:
        page.goto(place.address)
        assert_all_right(page, CLIPPED)


def test_a_project_with_one_and_with_two_hundred_of_each(new_page, site_url):
    cache.clear()
    city = make_city()
    page = new_page()
    for project in (one_of_each(city), two_hundred_of_each(city)):
        page.goto(project.url)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert_all_right(page, CLIPPED)
        assert_all_right(page, STRUCTURE, "sv")
    expect(page.locator(".needs > li")).to_have_count(200)
