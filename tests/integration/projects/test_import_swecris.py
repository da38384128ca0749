import gzip
import json

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex

from people.models import Organisation, OrganisationPage, PersonPage
from projects.models import CaseNumber, ImportedItem, ProjectPage, ProjectRecord
from taxonomy.models import Concept
from tests.factories.database import snapshot
from tests.factories.swecris import swecris_row

pytestmark = pytest.mark.django_db


def project(lang="sv", number="2099-00001"):
    key = CaseNumber.objects.get(number=number).page.translation_key
    return ProjectPage.objects.get(translation_key=key, locale__language_code=lang)


def test_a_complete_row_becomes_a_page_and_its_translation(run, tree):
    lines = run(swecris_row())
    assert lines["2099-00001_Provfonden"]["outcome"] == "created"
    source, english = project(), project("en")
    assert source.live
    assert source.first_published_at
    assert source.case_numbers.get().identifier == "2099-00001_Provfonden"
    assert (source.start, source.end, source.status) == (
        "2011-01-01", "2012-12-31", "completed",
    )  # fmt: skip
    assert source.status_as_of == "2012-12-31"
    assert source.coordinator.sector == "city"
    assert source.coordinator.number == "212000-9999"
    funding = source.funding.get()
    assert (funding.funder.name_en, funding.amount, funding.year) == (
        "The State Test Fund", 500_000, 2011,
    )  # fmt: skip
    assert source.purpose == "<p>Att prova dagvatten. Och mer därtill.</p>"
    assert source.summary == "Att prova dagvatten. Och mer därtill."
    assert [concept.notation for concept in source.subjects.all()] == ["20107"]
    assert source.get_parent().specific.organisation == source.coordinator
    assert source.get_parent().get_parent().specific == tree.organisations
    assert english.live
    assert english.title == "Stormwater on trial"
    assert english.purpose == "<p>To test stormwater.</p>"
    assert not english.case_numbers.exists()
    assert not english.subjects.exists()
    assert english.coordinator is None
    assert english.facts == source
    assert english.get_parent().locale.language_code == "en"
    assert english.get_parent().translation_key == source.get_parent().translation_key
    assert [line.person.label for line in source.team.all()] == [
        "Prova Testsson", "Hitta Påhitt",
    ]  # fmt: skip


def test_subjects_are_a_tree_in_both_languages(run):
    run(swecris_row())
    leaf = Concept.objects.get(scheme__slug="subjects", notation="20107")
    assert leaf.names == {"sv": "Vattenteknik", "en": "Water Engineering"}
    assert leaf.broader.notation == "201"
    assert leaf.broader.broader.names["sv"] == "Teknik"


def test_a_second_run_writes_nothing(run):
    rows = [swecris_row(), swecris_row(projectId="2099-00001_Annanfond", scbs=None)]
    run(*rows)
    before = snapshot()
    with CaptureQueriesContext(connection) as queries:
        lines = run(*rows)
    assert {line["outcome"] for line in lines.values()} == {"unchanged"}
    assert snapshot() == before
    writes = ("INSERT", "UPDATE", "DELETE", "REPLACE")
    assert not [q for q in queries if q["sql"].lstrip().upper().startswith(writes)]


def test_a_dry_run_changes_nothing_and_reports_the_same(run):
    rows = [swecris_row(), {"projectId": "bad"}, swecris_row()]
    before = snapshot()
    dry = run(*rows, dry_run=True)
    assert snapshot() == before
    assert run(*rows) == dry


def test_an_update_changes_facts_and_both_languages(run):
    run(swecris_row())
    slug = project().slug
    lines = run(
        swecris_row(
            projectTitleSv="Nytt namn",
            projectTitleEn="New name",
            fundingsSek=7,
            involvedPeople=None,
            scbs=None,
        )
    )
    assert lines["2099-00001_Provfonden"]["outcome"] == "updated"
    source = project()
    assert (source.title, source.slug) == ("Nytt namn", slug)
    assert source.draft_title == "Nytt namn"
    assert source.funding.get().amount == 7
    assert not source.team.exists()
    assert not source.subjects.exists()
    assert source.case_numbers.count() == 1
    assert project("en").title == "New name"
    assert ProjectRecord.objects.get().label == "Nytt namn"


def test_a_language_can_come_later_and_the_source_stays(run):
    run(swecris_row(projectTitleSv=None, projectAbstractSv=None))
    english = project("en")
    assert english.is_source
    assert english.case_numbers.exists()
    assert english.live
    run(swecris_row())
    assert project("en").is_source
    assert not project("sv").is_source
    assert project("sv").live
    assert not project("sv").case_numbers.exists()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_an_editor_changed_is_left_alone(run, lang):
    run(swecris_row())
    page = project(lang)
    page.title = "Redigerad"
    page.save_revision()
    lines = run(swecris_row(projectTitleSv="Nytt namn", projectTitleEn="New"))
    line = lines["2099-00001_Provfonden"]
    assert line["outcome"] == "refused"
    assert line["reasons"]
    assert project("sv").title == "Dagvatten på prov"


def test_what_was_unpublished_or_deleted_here_does_not_come_back(run):
    run(swecris_row(), swecris_row(projectId="2_X"))
    project().unpublish()
    project(number="2").delete()
    lines = run(swecris_row(fundingYear=2012), swecris_row(projectId="2_X", scbs=None))
    assert lines["2099-00001_Provfonden"]["outcome"] == "refused"
    assert lines["2_X"]["outcome"] == "refused"
    assert not project().live
    assert not CaseNumber.objects.filter(number="2").exists()


def test_a_number_of_a_handwritten_project_is_refused(run, tree):
    page = tree.project("Skrivet för hand")
    page.case_numbers = [CaseNumber(registry="provfonden", number="dnr 2099-00001")]
    page.save()
    lines = run(swecris_row(), swecris_row(projectId="2099-00001_Annanfond"))
    assert lines["2099-00001_Provfonden"]["outcome"] == "refused"
    assert lines["2099-00001_Annanfond"]["outcome"] == "created"


def test_bad_rows_never_stop_the_rest(run):
    rows = [
        None,
        {"projectId": "x"},
        swecris_row(),
        swecris_row(projectTitleSv="Samma nyckel"),
        swecris_row(projectId="2099 - 00001_provfonden"),
        swecris_row(projectId="2_X"),
    ]
    lines = run(*rows)
    assert lines["2_X"]["outcome"] == "created"
    assert lines["2099 - 00001_provfonden"]["outcome"] == "refused"
    assert project().title == "Dagvatten på prov"
    assert run.screen.count("Samma") == 0


def test_a_row_that_fails_while_written_leaves_nothing(run, monkeypatch):
    save = ProjectPage.save

    def fail_for_one(self, *args, **kwargs):
        if self.title == "Broken":
            self.seo_title = "x" * 300
        return save(self, *args, **kwargs)

    monkeypatch.setattr(ProjectPage, "save", fail_for_one)
    lines = run(
        swecris_row(projectId="1_X", projectTitleEn="Broken"),
        swecris_row(projectId="2_X"),
    )
    assert lines["1_X"]["outcome"] == "refused"
    assert lines["2_X"]["outcome"] == "created"
    assert ProjectRecord.objects.count() == 1
    assert ImportedItem.objects.filter(source="swecris/projects").count() == 1
    assert Page.find_problems() == ([], [], [], [], [])


def test_sparse_rows(run):
    lines = run(
        {"projectId": "1_X", "projectTitleSv": "Bara titel"},
        swecris_row(
            projectId="2_X",
            coordinatingOrganisationNameSv="NULL",
            coordinatingOrganisationNameEn=None,
            involvedPeople=None,
        ),
    )
    assert {line["outcome"] for line in lines.values()} == {"created"}
    assert project(number="1").get_parent().title == "X"
    assert project(number="2").coordinator is None
    assert project(number="2").get_parent().title == "Statens provfond"


def test_organisations_are_found_and_never_doubled(run, tree):
    tree.organisation.number = "2120009999"
    tree.organisation.save()
    named = Organisation.objects.create(name_sv="STATENS PROVFOND", sector="city")
    run(swecris_row())
    assert Organisation.objects.count() == 2
    assert OrganisationPage.objects.count() == 2
    assert project().get_parent().specific == tree.section
    named.refresh_from_db()
    assert (named.sector, named.number) == ("city", "202100-9999")


def test_without_subjects(run):
    run(swecris_row(), without_subjects=True)
    assert not project().subjects.exists()
    assert not Concept.objects.in_scheme("subjects").exists()


def test_files_in_every_form(run):
    rows = json.dumps({"count": 1, "projects": [swecris_row()]}).encode()
    lines = run(raw=gzip.compress(b"\xef\xbb\xbf" + rows))
    assert lines["2099-00001_Provfonden"]["outcome"] == "created"
    for broken in (b"\x1f\x8bbroken", b"\xff\xfe", b"{", b"3", b"[" * 100_000):
        with pytest.raises(CommandError):
            run(raw=broken)


def test_the_tree_and_the_references_are_right(run):
    run(*(swecris_row(projectId=f"{n}_X") for n in range(30)))
    assert Page.find_problems() == ([], [], [], [], [])
    parent = project(number="3").get_parent()
    assert parent.numchild == parent.get_children().count()
    organisation = Organisation.objects.get(name_sv="Statens provfond")
    assert ReferenceIndex.get_references_to(organisation).count() == 30


def test_an_imported_page_is_edited_in_the_admin(run, admin_client):
    run(swecris_row())
    for page in (project(), project("en"), PersonPage.objects.first()):
        response = admin_client.get(f"/admin/pages/{page.pk}/edit/")
        assert response.status_code == 200
        assert page.title in response.content.decode()
        revision = page.save_revision()
        if page.live:
            revision.publish()
    assert project().funding.get().amount == 500_000
    assert project().team.count() == 2
