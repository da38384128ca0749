"""One visibility for all the languages of a record."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, PageViewRestriction

from people.models import OrganisationPage, PersonPage, PersonRecord
from projects.models import ProjectPage, ProjectRecord
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    return build_tree()


@pytest.fixture
def pair(tree):
    source = tree.project("Källan", slug="kallan")
    return source, tree.translate(source, "The spring")


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def in_sitemap(client, page):
    listed = client.get(
        "/sitemap-pages.xml", headers={"host": "localhost"}
    ).content.decode()
    return f">{page.get_full_url()}<" in listed


def gone(client, page):
    return client.get(page.get_url()).status_code == 404


def test_a_pair_is_public_in_both_languages(client, pair):
    for page in pair:
        assert client.get(page.get_url()).status_code == 200
        assert in_sitemap(client, page)


def test_unpublish_and_republish(client, pair):
    source, translation = pair
    source.unpublish()
    translation = fresh(translation)
    assert not translation.live and translation.hidden_with_source
    assert gone(client, translation)
    assert not in_sitemap(client, translation)

    fresh(source).save_revision().publish()
    assert fresh(translation).live and not fresh(translation).hidden_with_source
    assert client.get(translation.get_url()).status_code == 200


def test_a_translation_taken_down_by_itself_stays_down(pair):
    source, translation = pair
    translation.unpublish()
    fresh(source).unpublish()
    fresh(source).save_revision().publish()
    assert not fresh(translation).live


def test_a_stale_revision_does_not_make_a_taken_down_translation_return(pair):
    source, translation = pair
    fresh(source).unpublish()
    hidden = fresh(translation).save_revision()
    fresh(source).save_revision().publish()
    hidden.publish()
    fresh(translation).unpublish()
    fresh(source).save_revision().publish()
    assert not fresh(translation).live


def test_expiry_counts_at_once_and_is_carried_by_the_command(client, pair):
    source, translation = pair
    Page.objects.filter(pk=source.pk).update(
        expire_at=timezone.now() - timedelta(minutes=1)
    )
    assert fresh(source).live
    for page in (source, translation):
        assert gone(client, page)
        assert not in_sitemap(client, page)
        assert not fresh(page).get_sitemap_urls()
    call_command("publish_scheduled")
    assert not fresh(source).live
    assert not fresh(translation).live


def test_a_translation_does_not_inherit_dates_that_would_go_stale(tree):
    source = tree.project("Med slut", expire_at=timezone.now() + timedelta(days=1))
    assert tree.translate(source, "With an end").expire_at is None


@pytest.mark.parametrize("where", ["page", "section"])
def test_a_restriction_on_the_source_or_above_it_holds_for_the_translation(
    client, tree, pair, where
):
    source, translation = pair
    PageViewRestriction.objects.create(
        page=source if where == "page" else tree.section,
        restriction_type=PageViewRestriction.LOGIN,
    )
    response = client.get(translation.get_url())
    assert response.status_code == 302
    assert "login" in response.url
    assert not in_sitemap(client, translation)
    PageViewRestriction.objects.all().delete()
    assert client.get(translation.get_url()).status_code == 200


def test_moving_into_a_restricted_section(client, tree, pair):
    source, translation = pair
    closed = tree.organisations.add_child(
        instance=OrganisationPage(
            title="Stängt", slug="stangt", organisation=tree.organisation
        )
    )
    closed_en = closed.copy_for_translation(tree.en)
    closed_en.save_revision().publish()
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    MovePageAction(source, closed, pos="last-child").execute()
    translation = fresh(translation)
    assert translation.is_child_of(closed_en)
    assert client.get(translation.get_url()).status_code == 302


def test_deleting_the_source_deletes_the_translation(pair):
    source, translation = pair
    source.delete()
    assert not ProjectPage.objects.filter(pk=translation.pk).exists()
    assert ProjectRecord.objects.filter(pk=source.translation_key).exists()
    assert not Page.find_problems()[4]


def test_deleting_the_translation_leaves_the_source(pair):
    source, translation = pair
    translation.delete()
    assert fresh(source).live


def test_deleting_a_section_deletes_what_lies_under_it_in_both_languages(tree, pair):
    person = tree.person()
    tree.translate(person, "Prova Testsson")
    OrganisationPage.objects.get(pk=tree.section.pk).delete()
    assert not ProjectPage.objects.exists()
    assert not PersonPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_deleting_both_languages_in_one_go(tree, pair):
    Page.objects.filter(pk__in=[page.pk for page in pair]).delete()
    assert not ProjectPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_translation_waits_for_its_source(client, tree):
    source = tree.project(live=False)
    translation = tree.translate(source)
    assert not translation.live and translation.hidden_with_source
    source.save_revision().publish()
    assert fresh(translation).live


def test_withdrawn_rights_take_down_every_language(client, tree):
    source = tree.person()
    translation = tree.translate(source, "Prova Testsson")
    record = PersonRecord.objects.get(pk=source.translation_key)
    record.withdrawn_on = timezone.localdate()
    record.save()
    assert not fresh(source).live and not fresh(translation).live
    assert gone(client, translation)


def test_visibility_changes_in_the_transaction_of_the_source(pair, monkeypatch):
    source, translation = pair

    def fail(self):
        raise RuntimeError

    monkeypatch.setattr(ProjectPage, "carry_visibility", fail)
    with pytest.raises(RuntimeError):
        source.unpublish()
    assert fresh(source).live and fresh(translation).live
