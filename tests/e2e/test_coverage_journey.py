"""An editor tags by suggestion, a reviewer is asked for what is missing."""

import pytest
from playwright.sync_api import expect

from home.review import make_first_review
from projects.models import AspectExemption, ProjectPage
from tests.e2e.accessibility import assert_accessible
from tests.factories.taxonomy import load_all
from tests.factories.tree import build_tree

WHY = "Kostnaderna räknas ut efter samrådet."


@pytest.fixture
def project(site_url):
    load_all()
    tree = build_tree()
    make_first_review([tree.organisations])
    page = tree.project("Regntorget", live=False, status="ongoing")
    page.exemptions = [
        AspectExemption(aspect=aspect, reason_sv="Berörs inte.")
        for aspect in ("sociocultural", "environmental")
    ]
    page.save_revision()
    return page


@pytest.fixture
def editor(new_page, django_user_model):
    user = django_user_model.objects.create_superuser("editor", "e@example.org", "x")
    page = new_page(user=user)
    page.set_default_timeout(15_000)
    return page


def test_from_a_suggested_tag_to_an_explanation_that_readers_see(project, editor, page):
    # Suggestions of what is typed, not yet saved; one click tags.
    editor.goto(f"/admin/pages/{project.pk}/edit/")
    editor.locator("#id_summary").fill("Torget tar hand om skyfall.")
    editor.locator("a[role=tab]").nth(2).click()
    panel = editor.locator("[data-suggested-tags]")
    panel.get_by_role("button").click()
    box = panel.get_by_role("checkbox", name="Vatten och dagvatten")
    expect(panel).to_contain_text("skyfall")
    box.check()
    tag = editor.locator(f"input[name=tags][value='{box.get_attribute('value')}']")
    expect(tag).to_be_checked()

    # Submitted: the review begins.
    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    editor.locator("button[name=action-submit]").click()
    expect(editor.locator(".messages")).to_contain_text("Regntorget")
    assert not ProjectPage.objects.get(pk=project.pk).live

    # The reviewer is asked, and not let through without an answer.
    editor.goto(f"/admin/pages/{project.pk}/edit/")
    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    editor.locator("[data-workflow-action-name=approve]").click()
    dialog = editor.locator(".modal-body")
    expect(dialog).to_contain_text("Ekonomisk: Saknas")
    dialog.get_by_label("Kommentar").fill("Fint")
    dialog.locator("button[type=submit]").click()
    expect(dialog).to_contain_text("Skriv varför den saknas")
    expect(dialog.get_by_label("Kommentar")).to_have_value("Fint")
    dialog.locator("[name=gap_economic_sv]").fill(WHY)
    dialog.locator("button[type=submit]").click()
    expect(editor.locator(".messages")).to_contain_text("Regntorget")

    # What the public reads.
    live = ProjectPage.objects.get(pk=project.pk)
    assert [str(tag) for tag in live.tags.all()] == ["Vatten och dagvatten"]
    page.goto(live.url)
    expect(page.locator(".claims")).to_contain_text(WHY)
    expect(page.locator(".claims")).not_to_contain_text("Inte förklarat")
    expect(page.get_by_role("heading", name="Så fylldes aspekterna")).to_be_visible()
    assert_accessible(page)
