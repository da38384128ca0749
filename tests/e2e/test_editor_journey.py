"""An editor makes a project, translates it, and takes it away again."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from projects.models import ProjectPage
from tests.factories.taxonomy import load_all
from tests.factories.tree import build_tree

SEARCH = {"sv": "/sok/?q=", "en": "/en/search/?q="}


@pytest.fixture
def section(site_url):
    load_all()
    return build_tree().section


@pytest.fixture
def editor(new_page, django_user_model):
    user = django_user_model.objects.create_superuser("editor", "e@example.org", "x")
    page = new_page(user=user)
    page.set_default_timeout(15_000)
    return page


def tab(page, number):
    page.locator("a[role=tab]").nth(number).click()


def choose_concept(page, field, words, name):
    """Through the dialog: search, then take the concept of that name."""
    page.locator(f"#{field}-chooser [data-chooser-action-choose]").first.click()
    dialog = page.locator(".modal-body")
    dialog.locator("input[name=q]").fill(words)
    dialog.get_by_role("link", name=name, exact=True).click()
    expect(page.locator(f"#{field}-title")).to_have_text(name)


def projects_found(page, words, lang):
    """The titles of the projects that a visitor's search shows."""
    page.goto(SEARCH[lang] + words + "&type=project")
    return [
        " ".join(title.split())
        for title in page.locator("li.hit h3").all_text_contents()
    ]


def test_from_an_empty_form_to_both_languages_and_away(section, editor, page):
    image = get_image_model().objects.create(
        title="Torget i regn", file=get_test_image_file()
    )

    # A project with a claim, a tag, a need and a picture.
    editor.goto(f"/admin/pages/add/projects/projectpage/{section.pk}/")
    editor.locator("#id_title").fill("Regntorget")
    editor.locator("#id_summary").fill("Torget tar hand om skyfall.")
    tab(editor, 1)
    editor.locator("#id_image-chooser [data-chooser-action-choose]").first.click()
    editor.locator(".modal-body").get_by_role("link", name=image.title).click()
    expect(editor.locator("#id_image-title")).to_have_text(image.title)
    tab(editor, 2)
    editor.locator("#id_claims-ADD").click()
    choose_concept(editor, "id_claims-0-tag", "dagvatten", "Vatten och dagvatten")
    editor.locator("#id_claims-0-claim_sv").fill("Ett skyfall ryms på torget.")
    tab(editor, 3)
    editor.locator("#id_needs-ADD").click()
    choose_concept(editor, "id_needs-0-competence", "arkeologi", "Arkeologi")

    # The preview is the page itself, before anything is public.
    editor.locator(
        "[data-side-panel-toggle=preview], [aria-label*=örhandsgran]"
    ).first.click()
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.locator("h1")).to_have_text("Regntorget")
    assert not ProjectPage.objects.filter(live=True).exists()

    editor.locator("footer [data-w-dropdown-target=toggle]").first.click()
    editor.locator("button[name=action-publish]").click()
    expect(editor.locator(".messages")).to_contain_text("Regntorget")
    project = ProjectPage.objects.get()
    assert project.live
    assert [str(claim.tag) for claim in project.claims.all()] == [
        "Vatten och dagvatten"
    ]
    assert project.needs.count() == 1
    assert project.image == image

    # A translation of the text; the facts are the same.
    editor.goto(f"/admin/localize/submit/page/{project.pk}/")
    editor.locator("main form input[type=checkbox]").first.check()
    editor.locator("main form [type=submit]").last.click()
    for text in ("The rain square", "The square takes care of cloudbursts."):
        editor.get_by_role("button", name="Översätt").first.click()
        editor.locator("textarea:visible").fill(text)
        editor.get_by_role("button", name="Spara", exact=True).first.click()
        expect(editor.get_by_text(text, exact=True)).to_be_visible()
        expect(editor.locator("textarea:visible")).to_have_count(0)
    editor.get_by_role("button", name=re.compile("Publicera på")).click()
    expect(editor.locator(".messages").first).to_contain_text("Publicerade")

    # Found once in each language, in the words of that language.
    assert projects_found(page, "skyfall", "sv") == ["Regntorget"]
    assert projects_found(page, "cloudbursts", "en") == ["The rain square"]
    page.locator("li.hit h3 a").click()
    expect(page.locator("h1")).to_have_text("The rain square")
    expect(page.locator("html")).to_have_attribute("lang", "en")

    # Gone at once, in both.
    editor.goto(f"/admin/pages/{project.pk}/unpublish/")
    editor.locator("main form [type=submit]").first.click()
    expect(editor.locator(".messages")).to_contain_text("Regntorget")
    assert projects_found(page, "skyfall", "sv") == []
    assert projects_found(page, "cloudbursts", "en") == []
    translation = ProjectPage.objects.exclude(pk=project.pk).get()
    assert page.goto(translation.url).status == 404
