"""What the words were taken to mean is seen, taken away and brought back."""

import pytest
from playwright.sync_api import Page, expect

from projects.models import AspectClaim
from search import outbox
from tests.e2e.accessibility import assert_accessible
from tests.e2e.addresses import wait_for_parameters
from tests.factories.taxonomy import make_concept
from tests.factories.tree import build_tree


@pytest.fixture
def city(site_url):
    """A project tagged with a subject whose name it does not say, and one that only
    says the name."""
    tree = build_tree()
    tag = make_concept(
        "sustainability",
        "regn",
        sv="Regnvatten",
        en="Rainwater",
        aspect="environmental",
    )
    tag.save()  # labels that are made in bulk tell the index nothing
    tagged = tree.project("Dammen vid skolan", summary="Ett prov.")
    AspectClaim.objects.create(page=tagged, tag=tag)
    tagged.save()
    tree.project("Bok om regnvatten", summary="Ett prov till.")
    while outbox.deliver(force=True):
        pass
    return tree


def chips(page: Page):
    return page.locator(".s-top .chip")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_meaning_is_undone_and_brought_back(new_page, city, javascript):
    page = new_page(javascript=javascript)
    page.goto("/sok/")
    page.locator(".seek input").fill("vem kan regnvatten")
    page.locator(".seek button").click()
    expect(chips(page)).to_have_count(2)
    if javascript:
        assert_accessible(page)

    page.get_by_role("link", name="Ta bort Regnvatten").click()
    words, undone = ["vem kan regnvatten"], ["concept:regnvatten"]
    wait_for_parameters(page, q=words, not_=undone)
    expect(chips(page)).to_have_count(1)
    page.locator(".facets input[name=type][value=project]").check()
    page.locator(".facets button").click()
    wait_for_parameters(page, q=words, not_=undone, type=["project"])
    if javascript:
        assert_accessible(page)

    page.go_back()
    page.go_back()
    expect(chips(page)).to_have_count(2)
    page.go_forward()
    page.get_by_role("link", name="Regnvatten: uppfatta som Ämne igen").click()
    wait_for_parameters(page, q=words)
    expect(chips(page)).to_have_count(2)

    page.get_by_role("link", name="Sök på orden som de står").click()
    expect(chips(page)).to_have_count(0)
    page.locator(".seek button").click()
    expect(chips(page)).to_have_count(2)


def test_the_keyboard_takes_a_meaning_away(page, city):
    page.goto("/sok/?q=regnvatten")
    remove = page.get_by_role("link", name="Ta bort Regnvatten")
    page.locator(".seek button").focus()
    page.keyboard.press("Tab")
    expect(remove).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**not=**")
    expect(chips(page)).to_have_count(0)


def test_an_editor_sees_why_search_answers_so(page, city, django_user_model):
    user = django_user_model.objects.create_superuser("redaktor", password="prov-7-ord")
    page.goto("/admin/login/?next=/admin/search/explain/")
    page.locator("input[name=username]").fill(user.username)
    page.locator("input[name=password]").fill("prov-7-ord")
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/search/explain/")
    page.locator("#explain-q").fill("regnvatten")
    page.get_by_role("button", name="Förklara").click()
    expect(page.get_by_text("Dammen vid skolan")).to_be_visible()
    expect(page.get_by_text("Handlar om det som frågan nämner").first).to_be_visible()
