"""Writing to those who run the site: by keyboard, without scripts, with mistakes."""

import pytest
from django.core.cache import cache
from playwright.sync_api import expect
from wagtail.contrib.forms.models import FormSubmission

from home.models import AccessibilityStatementPage, ContactPage
from home.site_tree import create_site
from tests.e2e.accessibility import assert_accessible
from tests.e2e.walking import CLIPPED, STRUCTURE, assert_all_right

FORM, THANKS = "/en/contact/", "/en/contact/?sent=1"


@pytest.fixture(autouse=True)
def site(site_url):
    cache.clear()
    create_site()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_form_its_errors_and_its_thanks_are_accessible(new_page, scheme, width):
    page = new_page(color_scheme=scheme, width=width)
    page.goto(FORM)
    for state in ("empty", "errors", "thanks"):
        if state == "errors":
            page.get_by_label("E-mail address").fill("nobody@")
            page.get_by_role("button", name="Send").click()
            expect(page.get_by_role("alert")).to_be_visible()
        if state == "thanks":
            page.goto(THANKS)
        assert_accessible(page)
        assert_all_right(page, STRUCTURE, "en")
        assert_all_right(page, CLIPPED)


def test_a_message_is_written_with_the_keyboard_alone(page):
    page.goto(FORM)
    keys = page.keyboard
    while page.evaluate("document.activeElement.name") != "subject":
        keys.press("Tab")
    keys.press("Space")
    keys.press("ArrowDown")
    # The field that robots fill in is no stop.
    order = []
    for text in ("Where is the archive?", "Prova Testsson", "prova@example.org"):
        keys.press("Tab")
        order.append(page.evaluate("document.activeElement.name"))
        keys.type(text)
    keys.press("Tab")
    assert order == ["message", "name", "email"]
    expect(page.get_by_role("button", name="Send")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Thank you")
    page.reload()
    assert FormSubmission.objects.get().form_data == {
        "subject": "An error on a page",
        "message": "Where is the archive?",
        "name": "Prova Testsson",
        "email": "prova@example.org",
    }


@pytest.mark.parametrize("javascript", [True, False])
def test_a_mistake_is_named_linked_and_mended(new_page, javascript):
    page = new_page(javascript=javascript, width=390)
    page.goto(FORM)
    page.get_by_label("Message").fill("Två rader\noch ett <b>")
    page.get_by_label("E-mail address").fill("nobody@")
    page.get_by_role("button", name="Send").click()

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page).to_have_title("Error: Contact – På gränsen")
    expect(page.get_by_label("Message")).to_have_value("Två rader\noch ett <b>")
    summary.get_by_role("link", name="Write an e-mail address").click()
    address = page.get_by_label("E-mail address")
    expect(address).to_be_focused()
    expect(address).to_have_accessible_description(
        "Needed if you want an answer. Write an e-mail address such as "
        "name@example.org."
    )
    address.fill("somebody@example.org")
    summary.get_by_role("link", name="What is it about?").click()
    first = page.get_by_role("radio", name="A question")
    expect(first).to_be_focused()
    first.check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status")).to_contain_text("Thank you")
    assert FormSubmission.objects.count() == 1


def test_a_long_text_is_not_cut_by_the_browser(page):
    page.goto(FORM)
    field = page.get_by_label("Message")
    field.fill("x" * 5001)
    page.get_by_label("A question").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("has 5001")
    expect(field).to_have_value("x" * 5001)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_statement_is_accessible_and_leads_to_the_form(new_page, scheme):
    AccessibilityStatementPage.objects.update(email="prov@example.org", answer_days=1)
    page = new_page(color_scheme=scheme, width=390)
    page.goto("/tillganglighet/")
    assert_accessible(page)
    assert_all_right(page, STRUCTURE, "sv")
    assert_all_right(page, CLIPPED)
    page.locator('main a[href="/kontakt/"]').click()
    expect(page.locator("h1")).to_have_text(
        ContactPage.objects.get(slug="kontakt").title
    )
