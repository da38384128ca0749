"""Somebody searches: with suggestions, filters and pages, with and without scripts."""

import re

import pytest
from django.contrib.auth.models import Permission
from playwright.sync_api import Page, expect

from projects.models import AspectClaim
from search import outbox
from search.models import DemandCount, RegisteredNeed
from tests.e2e.accessibility import assert_accessible
from tests.e2e.addresses import wait_for_parameters
from tests.factories.taxonomy import make_concept
from tests.factories.tree import build_tree

PROJECTS = 23


@pytest.fixture
def city(site_url):
    """More than a page of projects about rain, a subject, and one person."""
    tree = build_tree()
    tag = make_concept(
        "sustainability",
        "regn",
        sv="Regnvatten",
        en="Rainwater",
        aspect="environmental",
    )
    tag.save()  # labels that are made in bulk tell the index nothing
    for n in range(PROJECTS):
        page = tree.project(f"Regnbädd {n:02}", summary="Tar hand om regn.")
        AspectClaim.objects.create(page=page, tag=tag)
        page.save()
    tree.person("Åsa Regnstrand", role="Hydrolog")
    while outbox.deliver(force=True):
        pass
    return tree


def field(page: Page):
    return page.locator(".seek input")


def options(page: Page):
    return page.locator(".seek [role=option]")


def active(page: Page) -> str:
    """The words of the option that the field says is the active one."""
    name = field(page).get_attribute("aria-activedescendant")
    return page.locator(f"#{name} .sug-t").inner_text() if name else ""


# --- suggestions ----------------------------------------------------------------------


def test_a_suggestion_is_chosen_with_the_keyboard(page, city):
    page.goto("/sok/")
    box = field(page)
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("asa")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(options(page)).to_have_count(2)  # the person, and the search itself
    expect(page.locator(".seek [role=status]")).to_have_text(re.compile("^1 "))
    assert_accessible(page)
    box.press("ArrowDown")
    assert active(page) == "Åsa Regnstrand"
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert_accessible(page)
    box.press("Enter")
    expect(page.locator("h1")).to_have_text("Åsa Regnstrand")


def test_the_keys_go_through_the_list_and_back_to_the_field(page, city):
    page.goto("/sok/")
    box = field(page)
    box.press_sequentially("regn")
    expect(page.locator(".seek [role=group]")).to_have_count(3)
    expect(options(page)).to_have_count(9)
    assert active(page) == ""
    box.press("ArrowDown")
    assert active(page) == "Regnvatten"
    box.press("ArrowUp")
    assert active(page) == ""
    box.press("ArrowUp")
    expect(options(page).nth(8)).to_have_attribute("aria-selected", "true")
    box.press("Home")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    box.press("Escape")
    expect(page.locator(".sug")).to_be_hidden()
    expect(box).to_have_value("regn")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    expect(page.locator(".sug")).to_be_visible()
    box.press("Tab")
    expect(page.locator(".sug")).to_be_hidden()
    expect(page.locator(".seek button")).to_be_focused()


def test_the_last_option_and_enter_alone_search_for_the_words(page, city):
    page.goto("/")
    field(page).press_sequentially("regn")
    expect(page.locator(".sug")).to_be_visible()
    page.locator(".sug-all").click()
    wait_for_parameters(page, q=["regn"])
    expect(page.locator("li.hit")).to_have_count(20)
    field(page).fill("asa")
    expect(options(page)).to_have_count(2)
    field(page).press("Enter")
    expect(page.locator("li.hit h3")).to_have_text("Åsa Regnstrand")
    wait_for_parameters(page, q=["asa"])


def test_no_answer_comes_after_its_question(page, city):
    page.goto("/sok/")
    held = []

    def hold(route):
        if route.request.url.endswith("q=re"):
            held.append(route)
        else:
            route.continue_()

    page.route("**/sok/forslag*", hold)
    box = field(page)
    box.press_sequentially("re")
    while not held:
        page.wait_for_timeout(20)
    box.press_sequentially("x")
    page.wait_for_timeout(400)
    # The first question was given up by the browser itself.
    assert held[0].request.failure
    expect(page.locator(".sug")).to_be_hidden()
    box.fill("re")
    page.wait_for_timeout(300)
    page.locator("h1").click()
    held[-1].continue_()
    page.wait_for_timeout(300)
    expect(page.locator(".sug")).to_be_hidden()


def test_a_server_that_does_not_suggest_does_not_stop_a_search(page, city):
    page.route("**/sok/forslag*", lambda route: route.fulfill(status=500, body="x"))
    page.goto("/sok/")
    field(page).press_sequentially("regn")
    page.wait_for_timeout(400)
    expect(page.locator(".sug")).to_be_hidden()
    field(page).press("Enter")
    expect(page.locator("li.hit")).to_have_count(20)


def test_a_word_being_composed_asks_for_nothing(page, city):
    page.goto("/sok/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    composed = """(box, [type, value]) => {
        box.value = value;
        box.dispatchEvent(new CompositionEvent(type));
        const isComposing = type !== "compositionend";
        box.dispatchEvent(new InputEvent("input", {isComposing}));
    }"""
    field(page).focus()
    field(page).evaluate(composed, ["compositionupdate", "reg"])
    page.wait_for_timeout(400)
    assert not [url for url in asked if "forslag" in url]
    field(page).evaluate(composed, ["compositionend", "regn"])
    expect(page.locator(".sug")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_fits_a_small_window(new_page, city, scheme):
    page = new_page(width=320, height=640, color_scheme=scheme)
    page.goto("/sok/")
    field(page).press_sequentially("regn")
    expect(page.locator(".sug")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    field(page).press("ArrowUp")
    expect(options(page).last).to_be_in_viewport()
    assert_accessible(page)


# --- results --------------------------------------------------------------------------


@pytest.mark.parametrize("javascript", [True, False])
def test_search_filter_page_and_back(new_page, city, javascript):
    page = new_page(javascript=javascript)
    page.goto("/sok/")
    field(page).fill("regn")
    page.locator(".seek button").click()
    expect(page).to_have_title(re.compile(rf"^regn, {PROJECTS + 2} "))
    expect(page.locator(".s-count")).to_have_text(re.compile(rf"^\s*{PROJECTS + 2} "))
    if javascript:
        assert_accessible(page)

    page.locator(".facets input[name=type][value=project]").check()
    page.locator(".facets button").click()
    wait_for_parameters(page, q=["regn"], type=["project"])
    expect(page.locator(".s-count")).to_have_text(re.compile(rf"^\s*{PROJECTS} "))
    expect(page.locator(".chip")).to_have_count(1)

    page.locator(".pager [rel=next]").click()
    wait_for_parameters(page, q=["regn"], type=["project"], page=["2"])
    expect(page.locator("li.hit")).to_have_count(PROJECTS - 20)
    page.locator("li.hit h3 a").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("Regnbädd"))

    page.go_back()
    expect(page.locator("li.hit")).to_have_count(PROJECTS - 20)
    expect(page.locator(".pager [aria-current=page]")).to_contain_text("2")
    page.go_back()
    expect(page.locator("li.hit")).to_have_count(20)
    expect(field(page)).to_have_value("regn")
    expect(page.locator(".facets input[value=project]")).to_be_checked()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator(".facets input[value=project]")).not_to_be_checked()

    page.go_forward()
    page.locator(".chip a").click()
    wait_for_parameters(page, q=["regn"])
    assert DemandCount.objects.get().asked == 1


def test_a_page_kept_alive_comes_back_with_the_choices_of_its_address(page, city):
    page.goto("/sok/?q=regn&type=person")
    page.locator(".facets input[value=project]").check()
    field(page).fill("annat")
    page.evaluate(
        "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    expect(page.locator(".facets input[value=project]")).not_to_be_checked()
    expect(page.locator(".facets input[value=person]")).to_be_checked()
    expect(field(page)).to_have_value("regn")


@pytest.mark.parametrize("javascript", [True, False])
def test_filters_on_a_phone(new_page, city, javascript):
    page = new_page(width=390, height=700, javascript=javascript)
    page.goto("/sok/?q=regn")
    expect(page.locator("#filters")).to_be_hidden()
    page.locator(".to-filters").click()
    box = page.locator(".facets input[name=type][value=person]")
    box.check()
    button = page.locator(".facets button")
    expect(button).to_be_in_viewport()
    button.click()
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("li.hit h3")).to_have_text("Åsa Regnstrand")
    expect(page.locator(".to-filters")).to_contain_text("1")


def test_the_filters_can_be_passed_by(page, city):
    page.goto("/sok/?q=regn")
    page.locator(".seek button").focus()
    page.keyboard.press("Tab")
    link = page.locator(".past-filters")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()


def test_an_empty_answer_leads_on(new_page, city):
    page = new_page(width=320, javascript=True)
    page.goto("/sok/?q=regnvaten&type=organisation")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".empty a.tag").click()
    expect(page.locator("h1")).to_have_text("Regnvatten")


def test_staff_say_what_they_did_not_find(new_page, city, django_user_model):
    # Without the admin, so that Wagtail's own axe does not run beside ours.
    user = django_user_model.objects.create_user("staff")
    user.user_permissions.add(Permission.objects.get(codename="add_registeredneed"))
    page = new_page(width=320, user=user)
    page.goto("/sok/?q=röjdykare")
    page.locator(".empty a.btn").click()
    expect(page.locator("#id_query")).to_have_value("röjdykare")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("#id_description").fill("Ring 070-174 06 05")
    page.locator("main form button").last.click()
    expect(page.locator("#id_description_error")).to_be_visible()
    assert_accessible(page)
    page.locator("#id_description").fill("Till slussen i vår.")
    page.locator("main form button").last.click()
    expect(page.locator(".messages .notice")).to_be_visible()
    assert RegisteredNeed.objects.get().asked_by == user
