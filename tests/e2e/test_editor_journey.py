"""An editor makes a project, translates it, and takes it away again."""

import pytest
from core.languages import LANGUAGE_CODES
from projects.models import ProjectPage
from taxonomy.models import Concept
from tests.factories.taxonomy import load_all
from tests.factories.tree import build_tree
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file


@pytest.fixture
def section(site_url):
    load_all()
    return build_tree().section


@pytest.fixture
def editor(new_page, django_user_model):
    user = django_user_model.objects.create_superuser("editor", "e@example.org", "x")
    return new_page(user=user)


def open_tab(page, name):
    page.get_by_role("tab", name=name).click()


def found(page, words, lang):
    """Titles of the hits that a visitor sees."""
    page.goto({"sv": "/sok/", "en": "/en/search/"}[lang] + f"?q={words}")
    return page.locator("li.hit h3").all_inner_texts()


def test_from_an_empty_form_to_both_languages_and_away(section, editor, page):
    image = get_image_model().objects.create(
        title="Torget i regn", file=get_test_image_file()
    )
    competence = Concept.objects.get(notation="k-arkeologi")
    tag = Concept.objects.get(notation="vatten-dagvatten")

    editor.goto(f"/admin/pages/add/projects/projectpage/{section.pk}/")
    editor.locator("#id_title").fill("Regntorget")
    editor.locator("#id_summary").fill("Torget tar hand om skyfall.")
    editor.screenshot(path="/tmp/j1.png", full_page=True)
