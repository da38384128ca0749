"""Through each kind of page with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.walking import REACHABLE, STOP
from tests.factories.every_page import every_page


def walk(page: Page) -> list[str]:
    """Tab from the top of a page to its end; what was wrong on the way."""
    expected = page.evaluate(REACHABLE)
    wrong, before = [], -1
    for _step in range(expected):
        page.keyboard.press("Tab")
        stop, found = page.evaluate(STOP)
        wrong += found
        if stop != before + 1:
            wrong.append(f"From stop {before} to {stop}: not the document's order")
        before = stop
    page.keyboard.press("Tab")
    # After the last comes the browser's own frame, or the first again.
    if page.evaluate(STOP)[0] not in (-1, 0):
        wrong.append("The focus does not leave the page")
    return wrong


@pytest.mark.parametrize("width", [390, 1280])
def test_all_is_reached_in_order_and_seen(new_page, site_url, width):
    places = every_page()
    page = new_page(width=width)
    for place in places:
        page.goto(place.address)
        wrong = walk(page)
        assert not wrong, "\n".join([place.address, *wrong[:10]])


def test_the_first_stop_leads_past_the_menu(new_page, site_url):
    every_page()
    page = new_page()
    page.goto("/projekt/")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_groups_of_choices_open_and_close(new_page, site_url):
    every_page()
    page = new_page()
    page.goto("/sok/?q=prov")
    summary = page.locator("details:not([open]) > summary").first
    group = summary.locator("..")
    number = page.evaluate("e => [...document.querySelectorAll('details')].indexOf(e)",
                           group.element_handle())  # fmt: skip
    group = page.locator("details").nth(number)
    for key, is_open in (("Enter", True), ("Enter", False), ("Space", True)):
        group.locator("summary").focus()
        page.keyboard.press(key)
        expect(group).to_have_js_property("open", is_open)
