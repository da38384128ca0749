"""Nothing is lost, and what may not be seen is not shown, whatever happens."""

import pytest
from django.db import transaction
from django.http import QueryDict
from wagtail.models import PageViewRestriction

from people.models import HiddenCompetence, PersonCompetence, PersonRecord
from projects.models import AspectClaim, ProjectPage
from search import outbox
from search.engines import EngineUnavailable, get_engine
from search.finding import find
from search.models import Change, Cursor
from search.query import parse_query
from search.rebuilding import rebuild
from taxonomy.models import Label
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


def titles(address, lang="sv"):
    return [hit.title for hit in find(parse_query(QueryDict(address), lang)).hits]


def test_published_is_found_right_after_the_commit(
    db, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        build_tree().project("Regnbädden")
    assert titles("q=regnbädden") == ["Regnbädden"]
    assert not Change.objects.exists()


def test_both_languages_find_it_once_each(tree, delivered):
    page = tree.project("Regnbädden", summary="Om regn")
    tree.translate(page, "The rain garden")
    delivered()
    assert titles("q=regnbädden", "sv") == ["Regnbädden"]
    assert titles("q=rain+garden", "en") == ["The rain garden"]
    assert titles("q=rain+garden", "sv") == ["Regnbädden"]


@pytest.fixture
def page(tree, delivered):
    page = tree.project("Regnbädden")
    delivered()
    assert titles("q=regnbädden&type=project") == ["Regnbädden"]
    return page


def hidden_everywhere():
    response = find(parse_query(QueryDict("q=regnbädden&type=project"), "sv"))
    assert response.total == 0
    assert not response.hits
    assert "Regnbädden" not in repr(response.facets)
    return True


def test_unpublished_is_gone_before_delivery_and_after(page, delivered):
    page.unpublish()
    assert hidden_everywhere()
    delivered()
    assert hidden_everywhere()


def test_restricted_above_is_gone_at_once_and_comes_back(tree, page, delivered):
    restriction = PageViewRestriction.objects.create(
        page=tree.section, restriction_type="login"
    )
    assert hidden_everywhere()
    delivered()
    assert hidden_everywhere()
    restriction.delete()
    delivered()
    assert titles("q=regnbädden&type=project") == ["Regnbädden"]


def test_deleted_is_gone_at_once(page, delivered):
    page.delete()
    assert hidden_everywhere()
    delivered()
    assert hidden_everywhere()


def test_a_hidden_competence_is_gone_at_once(tree, concepts, delivered):
    page = tree.person("Prova Testsson")
    PersonCompetence.objects.create(page=page, concept=concepts["hydrologi"])
    page.save()
    delivered()
    assert titles("q=hydrologi&type=person") == ["Prova Testsson"]
    record = PersonRecord.objects.get(pk=page.translation_key)
    HiddenCompetence.objects.create(record=record, concept=concepts["hydrologi"])
    assert titles("q=hydrologi&type=person") == []
    delivered()
    assert titles("q=hydrologi&type=person") == []
    assert titles("q=testsson&type=person") == ["Prova Testsson"]


def test_a_new_address_reaches_everything_below(tree, page, delivered):
    tree.section.refresh_from_db()
    tree.section.slug = "nytt-namn"
    tree.section.save()
    delivered()
    (hit,) = find(parse_query(QueryDict("q=regnbädden&type=project"), "sv")).hits
    assert "/nytt-namn/" in hit.url


def test_a_move_reaches_what_moves(tree, page, delivered):
    other = tree.organisations.add_child(
        instance=type(tree.section)(
            title="Andra", slug="andra", organisation=tree.organisation
        )
    )
    ProjectPage.objects.get(pk=page.pk).move(other, pos="last-child")
    delivered()
    (hit,) = find(parse_query(QueryDict("q=regnbädden&type=project"), "sv")).hits
    assert "/andra/" in hit.url


def test_a_new_label_reaches_what_is_tagged_without_hiding_it(
    page, concepts, delivered
):
    AspectClaim.objects.create(page=page, tag=concepts["dagvatten"])
    page.save()
    delivered()
    Label.objects.create(
        concept=concepts["dagvatten"], language="sv", kind="alt", text="Skyfall"
    )
    assert titles("q=regnbädden&type=project") == ["Regnbädden"]
    delivered()
    assert titles("q=skyfall&type=project") == ["Regnbädden"]


def test_an_organisations_new_name_reaches_its_projects(tree, delivered):
    tree.project("Regnbädden", coordinator=tree.organisation)
    delivered()
    tree.organisation.name_sv = "Stadsarkivet"
    tree.organisation.save()
    delivered()
    assert "Regnbädden" in titles("q=stadsarkivet")


class Broken:
    name = "database"

    def index(self, *args, **kwargs):
        raise EngineUnavailable("down")

    delete = search = index


def test_an_engine_that_fails_loses_nothing(page, delivered, monkeypatch):
    page.unpublish()
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "get_engines", lambda: [Broken()])
        assert outbox.deliver() == 0
        first = Cursor.objects.get(index="database")
        assert first.failures == 1
        assert first.retry_at is not None
        outbox.deliver(force=True)
        assert Cursor.objects.get(index="database").retry_at > first.retry_at
    assert Change.objects.exists()
    assert hidden_everywhere()
    assert outbox.deliver() == 0  # it waits
    delivered()
    assert not Change.objects.exists()
    assert Cursor.objects.get(index="database").failures == 0


def test_publishing_goes_on_when_the_engine_fails(
    tree, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(outbox, "get_engines", lambda: [Broken()])
    with django_capture_on_commit_callbacks(execute=True):
        assert tree.project("Regnbädden").live
    assert Change.objects.exists()


def test_one_document_that_cannot_be_made_stops_no_other(tree, delivered, monkeypatch):
    build = outbox.build_documents
    bad = tree.project("Trasig")

    def failing(keys):
        if any(str(bad.translation_key) in key for key in keys):
            raise ValueError("cannot be made")
        return build(keys)

    tree.project("Regnbädden")
    monkeypatch.setattr(outbox, "build_documents", failing)
    outbox.deliver(force=True)
    assert titles("q=regnbädden&type=project") == ["Regnbädden"]
    assert list(Change.objects.values_list("key", flat=True)) == [
        f"project:{bad.translation_key}"
    ]


def test_bulk_changes_are_logged_once(tree):
    page = tree.project("Regnbädden")
    Change.objects.all().delete()
    with transaction.atomic(), outbox.bulk_changes():
        for _time in range(3):
            page.save()
        assert not Change.objects.exists()
    assert Change.objects.filter(key=f"project:{page.translation_key}").count() == 1


def test_a_rebuild_gives_what_delivery_gave(tree, page, concepts, delivered):
    tree.person("Prova Testsson")
    delivered()
    engine = get_engine()
    before = list(engine.keys())
    tree.project("Senare")  # not delivered yet: the rebuild takes it along
    assert rebuild() == len(before) + 1
    assert titles("q=senare&type=project") == ["Senare"]
    assert titles("q=regnbädden&type=project") == ["Regnbädden"]
    assert Cursor.objects.count() == 1
    assert outbox.withheld_keys("database") == frozenset()


def test_what_changes_during_a_rebuild_is_replayed(tree, page, monkeypatch):
    def during(scanned, stored):
        if ProjectPage.objects.filter(pk=page.pk, live=True).exists():
            ProjectPage.objects.get(pk=page.pk).unpublish()

    rebuild(during)
    assert hidden_everywhere()
