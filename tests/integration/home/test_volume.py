"""Volume: whole, valid, the same for the same seed, and never beside real work."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from home.site_tree import create_site
from home.volume.chances import Zipf
from home.volume.generating import generate
from home.volume.keys import volume_key
from home.volume.organisations import Sections, make_organisations
from home.volume.people import PeopleBatch
from home.volume.projects import ProjectsBatch
from home.volume.stock import Size, Stock
from people.models import OrganisationPage, PersonPage, PersonRecord
from projects.models import CoverageChange, Need, NeedState, ProjectPage, ProjectRecord
from search.rebuilding import rebuild
from taxonomy.queries import concept_index
from tests.factories.taxonomy import load_all

#: Everything about a thing but when it was written.
_CONTENT = (
    "title", "slug", "path", "url_path", "live", "summary", "start", "status",
    "last_published_at", "translation_key",
)  # fmt: skip


def contents():
    rows = ProjectPage.objects.order_by("path").values(*_CONTENT, "purpose")
    needs = Need.objects.order_by("pk").values_list("key", "competence__notation")
    people = PersonPage.objects.order_by("path").values_list("title", "body", "orcid")
    tags = ProjectPage.tags.through.objects.order_by("pk").values_list(
        "concept__notation", flat=True
    )
    return list(rows), list(needs), list(people), list(tags)


class Volume(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_all()
        create_site()
        cls.counted = Page.objects.count()
        cls.size = Size(projects=60, people=20, seed=3)
        cls.pages = generate(cls.size)

    def test_as_many_as_were_asked_for_in_two_languages(self):
        assert ProjectRecord.objects.count() == 60
        assert PersonRecord.objects.count() == 20
        assert Page.objects.count() == self.counted + self.pages
        for model in (ProjectPage, PersonPage, OrganisationPage):
            codes = set(model.objects.values_list("locale__language_code", flat=True))
            assert codes == {"sv", "en"}

    def test_the_tree_has_no_fault(self):
        assert not any(Page.find_problems())
        for page in Page.objects.filter(depth__gt=2).select_related("locale"):
            parent = page.get_parent()
            assert page.url_path == f"{parent.url_path}{page.slug}/"
            assert page.locale_id == parent.locale_id

    def test_the_next_page_finds_its_place(self):
        section = OrganisationPage.objects.filter(numchild__gt=0).first()
        page = section.add_child(instance=ProjectPage(title="Nästa", slug="nasta"))
        assert page.path == section.get_last_child().path
        assert not any(Page.find_problems())

    def test_each_thing_is_valid_and_so_are_its_rows(self):
        for page in [*ProjectPage.objects.all(), *PersonPage.objects.all()]:
            page.full_clean()
            for relation in get_all_child_relations(page):
                for row in getattr(page, relation.get_accessor_name()).all():
                    row.full_clean()
        for record in [*ProjectRecord.objects.all(), *PersonRecord.objects.all()]:
            record.full_clean()

    def test_facts_are_the_source_pages_alone(self):
        for model in (ProjectPage, PersonPage):
            for page in model.objects.all():
                if not page.is_source:
                    for relation in get_all_child_relations(page):
                        rows = getattr(page, relation.get_accessor_name())
                        assert not rows.exists()
                    assert not page.tags.exists()

    def test_coverage_has_a_history_that_ends_as_it_is(self):
        explained = 0
        for page in ProjectPage.objects.filter(live=True):
            if page.is_source:
                changes = page.record.coverage_changes.all()
                assert changes.last().coverage == page.coverage
                assert changes.first().at == page.first_published_at
                assert not set(page.explained) - set(page.coverage.missing)
                explained += len(page.explained)
        assert explained
        assert CoverageChange.objects.count() > ProjectRecord.objects.count()

    def test_rights_hold(self):
        without = [r for r in PersonRecord.objects.all() if not r.has_basis]
        keys = [record.pk for record in without]
        assert not PersonPage.objects.filter(live=True, translation_key__in=keys)
        for state in NeedState.objects.all():
            assert Need.objects.filter(
                key=state.need_key, page__translation_key=state.record_id
            ).exists()

    def test_they_are_found_and_shown(self):
        rebuild()
        page = ProjectPage.objects.filter(live=True).order_by("pk").first()
        client = Client()
        assert page.title in client.get(page.url).content.decode()
        number = page.facts.case_numbers.first().number
        answer = client.get("/api/v1/search/", {"q": number}).json()
        assert str(answer["results"][0]["url"]).endswith(page.url)

    def test_the_same_seed_makes_the_same(self):
        first = contents()
        for page in OrganisationPage.objects.all():
            page.get_descendants().delete()
        for model in (ProjectRecord, PersonRecord):
            model.objects.all().delete()
        OrganisationPage.objects.first().get_parent().get_children().delete()
        OrganisationPage.objects.all().delete()
        generate(self.size)
        assert contents() == first

    def test_what_is_generated_twice_is_refused(self):
        with pytest.raises(CommandError, match="Seed 3"):
            command("--seed", "3")


class Refused(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_all()
        create_site()

    def test_beside_what_somebody_wrote(self):
        generate(Size(projects=1, people=0, seed=1))
        section = OrganisationPage.objects.first()
        section.add_child(instance=ProjectPage(title="Stadens eget", slug="eget"))
        with pytest.raises(CommandError, match="Stadens eget"):
            command("--force")
        assert ProjectRecord.objects.count() == 2

    def test_on_a_site_in_use(self):
        with override_settings(DEBUG=False), pytest.raises(CommandError, match="DEBUG"):
            call_command("generate_content", verbosity=0)
        assert not ProjectRecord.objects.exists()

    def test_with_a_seed_that_is_none(self):
        with pytest.raises(CommandError, match="65535"):
            command("--seed", "70000")


def command(*options: str) -> None:
    with override_settings(DEBUG=True):
        call_command("generate_content", *options, verbosity=0, stdout=StringIO())


class Queries(TestCase):
    def test_as_many_for_each_batch_of_the_same_size(self):
        load_all()
        create_site()
        stock = Stock(concept_index(), Size(projects=90, people=90, seed=5))
        made = make_organisations(stock)
        sections = Sections(stock, made)
        for kind, tables in ((PeopleBatch, 9), (ProjectsBatch, 20)):
            counts = []
            for first in (0, 30, 60):
                batch = kind(stock, sections, Zipf(made))
                for number in range(first, first + 30):
                    batch.add(number)
                with CaptureQueriesContext(
                    connection,
                ) as captured:
                    batch.store()
                counts.append(len(captured))
            # A batch is 30 things; each table takes a few statements at most.
            assert max(counts) <= 3 * tables + 5, counts
            assert max(counts) - min(counts) <= 6, counts
        assert ProjectRecord.objects.filter(pk=volume_key("project", 5, 89)).exists()
