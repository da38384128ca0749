"""Suggested tags in the editor: shown, asked for, accepted; and measured."""

import gzip
import json
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, Revision
from wagtail.test.utils.form_data import rich_text

from projects.models import AspectClaim, ProjectPage
from taxonomy.models import Concept, Label
from tests.components import real_data
from tests.factories.taxonomy import load_all, make_concept
from tests.integration.projects.test_project_form import edit_url, typed

pytestmark = pytest.mark.django_db
URL = "suggested_tags"


@pytest.fixture
def rain():
    tag = make_concept(
        "sustainability",
        "dagvatten",
        sv="Dagvatten",
        en="Stormwater",
        level="tag",
        aspect="environmental",
    )
    Label.objects.create(concept=tag, language="sv", kind="alt", text="skyfall")
    return tag


def box(tag):
    return f'name="accepted_tags" value="{tag.pk}"'


def ask(client, **data):
    return client.post(reverse(URL), data)


def test_a_saved_text_gives_suggestions_with_its_words(admin_client, tree, rain):
    page = tree.project(summary="Torget ryms vid skyfall.")
    html = admin_client.get(edit_url(page)).content.decode()
    assert box(rain) in html
    assert "<q>skyfall</q>" in html
    assert not page.tags.exists()


@pytest.mark.parametrize("how", ["tag", "claim"])
def test_what_is_tagged_or_claimed_is_not_suggested(admin_client, tree, rain, how):
    page = tree.project(summary="Torget ryms vid skyfall.")
    if how == "tag":
        page.tags.add(rain)
    else:
        page.claims = [AspectClaim(tag=rain)]
    page.save_revision().publish()
    assert box(rain) not in admin_client.get(edit_url(page)).content.decode()


def test_a_ticked_suggestion_is_a_tag_once_saved(admin_client, tree, rain):
    other = make_concept("sustainability", "annan", level="tag")
    page = tree.project(summary="Vid skyfall.")
    data = typed(tags=[other.pk], **{"action-publish": "1"})
    data["accepted_tags"] = [rain.pk]
    assert admin_client.post(edit_url(page), data).status_code == 302
    assert set(ProjectPage.objects.get(pk=page.pk).tags.all()) == {rain, other}


def test_only_a_tag_in_use_is_accepted(admin_client, tree, rain):
    page = tree.project()
    theme = make_concept("sustainability", "tema", level="theme")
    Concept.objects.filter(pk=rain.pk).update(status="deprecated")
    for wrong in (theme, rain):
        data = typed() | {"accepted_tags": [wrong.pk]}
        response = admin_client.post(edit_url(page), data)
        assert "accepted_tags" in response.context["form"].errors


def test_what_is_typed_gives_suggestions_and_changes_nothing(admin_client, tree, rain):
    page = tree.project()
    before = Revision.objects.count()
    html = ask(
        admin_client, page=page.pk, purpose=rich_text("<p>Hantera <b>sky</b>fall</p>")
    ).content.decode()
    assert box(rain) in html
    english = ask(admin_client, title="Stormwater in the street").content.decode()
    assert box(rain) in english
    known = ask(admin_client, title="Dagvatten", tagged=[rain.pk]).content.decode()
    assert box(rain) not in known
    assert Revision.objects.count() == before
    assert not ProjectPage.objects.get(pk=page.pk).tags.exists()


def test_nonsense_is_refused_and_reading_is_not_asking(admin_client):
    assert ask(admin_client, purpose="<p>html</p>").status_code == 400
    assert ask(admin_client, purpose="[1]").status_code == 400
    assert ask(admin_client, page="77777").status_code == 404
    assert admin_client.get(reverse(URL)).status_code == 405


def test_only_who_may_write_the_page_may_ask(client, tree, rain, django_user_model):
    page = tree.project()
    answer = ask(client, page=page.pk, title="Dagvatten")
    assert answer.status_code == 302  # To sign in.
    stranger = django_user_model.objects.create_user("s", "s@example.org", "x")
    group = Group.objects.create(name="Andra")
    group.permissions.set(
        Group.objects.get(name="Editors").permissions.filter(codename="access_admin")
    )
    stranger.groups.add(group)
    client.force_login(stranger)
    for data in ({"page": page.pk}, {}):
        answer = ask(client, title="Dagvatten", **data)
        assert "accepted_tags" not in answer.content.decode()
    right = GroupPagePermission.objects.get(
        group__name="Editors", permission__codename="add_page"
    ).permission
    GroupPagePermission.objects.create(group=group, page=tree.section, permission=right)
    stranger = django_user_model.objects.get(pk=stranger.pk)
    client.force_login(stranger)
    assert box(rain) in ask(client, title="Dagvatten").content.decode()


def test_a_translation_offers_none(admin_client, tree, rain):
    page = tree.translate(tree.project(), "Stormwater")
    html = admin_client.get(edit_url(page)).content.decode()
    assert "data-suggested-tags" not in html


def test_the_figures_on_projects_and_on_a_file(tree, rain, tmp_path, settings):
    page = tree.project(summary="Torget ryms vid skyfall.")
    page.tags.add(rain)
    page.save_revision().publish()
    row = {
        "projectId": "2001-00001_Provrådet",
        "projectTitleSv": "Om dagvatten i gatan",
        "projectAbstractSv": "Ett försök med skyfall i gatan.",
        "scbs": [
            {"scb1Id": "1", "scb1NameSv": "Natur"}
            | {"scb3Id": "105", "scb3NameSv": "Geo"}
            | {"scb5Id": "10501", "scb5NameSv": "Dagvatten"}
        ],
    }
    file = tmp_path / "swecris_projects.json.gz"
    file.write_bytes(gzip.compress(json.dumps([row, {}]).encode()))
    lines = evaluated(file)
    assert (
        sorted(line.partition(": ")[2] for line in lines if " 1 texts" in line)
        == ["1 texts, precision 1.000, recall 1.000, F1 1.000, 1 suggested"] * 2
    )
    settings.REAL_DATA = tmp_path / "nowhere"
    assert "REAL_DATA" in evaluated()[-1]


def evaluated(*arguments):
    out = StringIO()
    call_command("evaluate_tags", *arguments, stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.real_data
def test_the_real_file_is_measured():
    load_all()
    lines = evaluated(real_data("swecris_projects.json.gz"))
    figures = [line for line in lines if line.startswith("Research subjects")]
    assert len(figures) == 2
    for line in figures:
        assert int(line.split(": ")[1].split(" ")[0]) > 200
        assert float(line.split("recall ")[1].split(",")[0]) > 0.4
