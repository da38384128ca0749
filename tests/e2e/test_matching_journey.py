"""Who could help, in a real browser: citizens and editors."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from matching.models import NeededNowPage
from tests.e2e.accessibility import assert_accessible
from tests.e2e.walking import CLIPPED, assert_all_right
from tests.factories.matching import World, make_world


@pytest.fixture
def city(site_url) -> World:
    world = make_world()
    world.person("Vera Vatten", ("vatten", 3), evidence="Provprotokollet")
    world.person("Siv Skyfall", ("skyfall", 2), sector="museum")
    other = world.tree.project("Provtorget", coordinator=world.organisations["museum"])
    world.seek(other, ("ekonomi", 2))
    page = world.tree.home.add_child(
        instance=NeededNowPage(title="Behövs nu", slug="behovs-nu")
    )
    page.save_revision().publish()
    return world


@pytest.mark.parametrize("javascript", [True, False])
def test_a_citizen_reads_what_is_needed_and_opens_a_person(new_page, city, javascript):
    page = new_page(javascript=javascript)
    page.goto("/behovs-nu/")
    expect(page.get_by_role("heading", name="2 öppna behov")).to_be_visible()
    page.get_by_label("Aspekt", exact=True).select_option("environmental")
    page.locator(".choose button").click()
    expect(page).to_have_url(re.compile("aspect=environmental"))
    expect(page.get_by_role("heading", name="1 öppet behov")).to_be_visible()
    page.get_by_role("link", name="Regnbädden").click()
    expect(page.get_by_role("heading", level=1, name="Regnbädden")).to_be_visible()
    page.locator("#needs").get_by_role("link", name="Vera Vatten").click()
    expect(page.get_by_role("heading", level=1, name="Vera Vatten")).to_be_visible()
    expect(page.locator("#needed")).to_be_visible()


def test_choosing_with_the_keyboard_alone(new_page, city):
    page = new_page()
    page.goto("/behovs-nu/")
    page.get_by_label("Stadsdelsområde", exact=True).focus()
    page.keyboard.press("ArrowDown")
    for _field in ("sector", "importance", "button"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("district=provdal"))
    expect(page.get_by_role("heading", name="1 öppet behov")).to_be_visible()
    page.get_by_role("link", name="Ta bort Provdal").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 öppna behov")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(new_page, city, width, scheme):
    page = new_page(width=width, color_scheme=scheme)
    for address in ("/behovs-nu/", "/behovs-nu/?aspect=economic&district=provdal"):
        page.goto(address)
        assert_accessible(page)
        assert_all_right(page, CLIPPED)


def test_an_editor_sees_who_compares_asks_and_gets_a_team(new_page, city):
    user = User.objects.create_superuser("chef", "chef@example.org", "hemligt")
    page = new_page(user=user)
    page.goto(f"/admin/projects/{city.project.pk}/who-could-help/")
    vera = page.get_by_role("listitem").filter(has_text="Vera Vatten").first
    expect(vera).to_contain_text("Kan Vattenkunskap (avancerad).")
    page.get_by_role("link", name=re.compile("varför inte.*Vattenkunskap")).click()
    for name in ("Vera Vatten", "Siv Skyfall"):
        page.get_by_label(f"Jämför {name}").check()
    page.get_by_role("button", name="Jämför de två förkryssade").click()
    expect(page.locator("#compared")).to_be_visible()
    page.get_by_label("En persons namn").fill("Siv")
    page.get_by_role("button", name="Fråga").click()
    expect(page.get_by_role("status").filter(has_text="Siv")).to_contain_text(
        "Söks på en högre nivå"
    )
    page.goto(f"/admin/projects/{city.project.pk}/who-could-help/")
    page.get_by_role("button", name="Föreslå ett lag").click()
    expect(page.locator("#team table")).to_contain_text("Vera Vatten")
    expect(page.locator("#team")).to_contain_text("Saknas: sociokulturell")
