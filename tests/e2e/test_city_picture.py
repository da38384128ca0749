"""The city's picture in a real browser: choices, figures, tables, files."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from overview.models import CityPicturePage
from tests.e2e.accessibility import assert_accessible
from tests.e2e.walking import CLIPPED, assert_all_right
from tests.factories.every_page import make_city

OPEN_ALL = "document.querySelectorAll('details.city-table').forEach(d => d.open = true)"


@pytest.fixture
def picture(site_url) -> str:
    """The page's address, in a city with two projects and one person."""
    city = make_city()
    city.project(team=[city.person()])
    city.project("Syskonet", rows=2)
    page = city.tree.home.add_child(
        instance=CityPicturePage(title="Stadens bild", slug="stadens-bild")
    )
    page.save_revision().publish()
    return page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_with_all_tables_open(new_page, picture, width, scheme):
    page = new_page(width=width, color_scheme=scheme)
    page.goto(picture)
    page.evaluate(OPEN_ALL)
    assert_accessible(page)
    assert_all_right(page, CLIPPED)


def test_choosing_with_the_keyboard_alone(new_page, picture):
    page = new_page()
    page.goto(picture)
    page.get_by_label("Stadsdelsområde", exact=True).focus()
    page.keyboard.press("ArrowDown")
    for _field in ("phase", "sector", "period", "button"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("district=provdal"))
    expect(page.get_by_label("Stadsdelsområde", exact=True)).to_have_value("provdal")
    summary = page.locator("#coverage details summary").first
    summary.focus()
    page.keyboard.press("Enter")
    table = page.locator("#coverage details table").first
    expect(table).to_be_visible()
    expect(table.get_by_role("rowheader", name="Provdal")).to_be_visible()


def test_without_scripts(new_page, picture):
    page = new_page(javascript=False)
    page.goto(picture)
    page.get_by_label("Stadsdelsområde", exact=True).select_option("provdal")
    page.locator(".choose button").click()
    expect(page.get_by_label("Stadsdelsområde", exact=True)).to_have_value("provdal")
    page.locator("#needs summary").first.click()
    expect(page.locator("#needs table").first).to_be_visible()
    with page.expect_download() as started:
        page.locator("#needs details[open] .files a").first.click()
    assert started.value.suggested_filename.endswith(".csv")


def test_an_unknown_choice_is_said(new_page, picture):
    page = new_page()
    page.goto(f"{picture}?district=ingenstans")
    expect(page.locator(".notice.warning")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_admin(new_page, picture, scheme):
    user = User.objects.create_superuser("chef", "chef@example.org", "hemligt")
    page = new_page(user=user, color_scheme=scheme)
    page.goto("/admin/reports/city-picture/")
    expect(page.locator(".city-picture #needs")).to_be_visible()
    page.locator("#needs summary").first.click()
    expect(page.locator("#needs table").first).to_be_visible()
