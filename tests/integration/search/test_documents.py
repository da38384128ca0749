"""What a document says, and who gets none."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from people.models import (
    HiddenCompetence,
    Organisation,
    PersonCompetence,
    PersonPage,
    PersonRecord,
)
from projects.models import AspectClaim, CaseNumber, Need, Partner, TeamMember
from search.documents import all_keys, build_documents
from search.documents.projects import periods

pytestmark = pytest.mark.django_db


def made(page):
    kind = "person" if isinstance(page, PersonPage) else "project"
    key = f"{kind}:{page.translation_key}"
    return build_documents([key])[key]


@pytest.fixture
def project(tree, concepts):
    page = tree.project("Regn i parken", start="2013-09", end="2016", status="ongoing")
    CaseNumber.objects.create(page=page, registry="Vinnova", number="2013-01747")
    AspectClaim.objects.create(page=page, tag=concepts["dagvatten"], claim_sv="Renar.")
    Need.objects.create(page=page, competence=concepts["hydrologi"])
    company = Organisation.objects.create(name_sv="Provbolaget", sector="company")
    Partner.objects.create(page=page, organisation=company)
    return page


def test_a_project_in_two_languages_is_one_document(tree, project):
    tree.translate(project, "Rain in the park")
    document = made(project)
    assert document.identifier == "2013-01747_Vinnova"
    assert {lang: text.title for lang, text in document.texts.items()} == {
        "sv": "Regn i parken",
        "en": "Rain in the park",
    }
    assert document.texts["en"].url.startswith("/en/")
    assert "Renar." in document.texts["sv"].body
    assert "2013-01747" in document.numbers
    assert "Stormwater" in document.keywords["en"]
    facets = document.facets
    assert facets["aspect"] == ("environmental",)
    assert set(facets["missing"]) == {"sociocultural", "economic"}
    assert facets["theme"] == ("natur",)
    assert facets["goal"] == ("6",)
    assert facets["sector"] == ("company",)
    assert facets["need"] == ("competences:hydrologi",)
    assert facets["period"] == ("2010-2014", "2015-2019")
    assert "sustainability:natur" in facets["concept"]
    assert document.coverage["environmental"] == "claimed"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2013", "2013-12", ("2010-2014",)),
        ("", "2016", ("2015-2019",)),
        ("", "", ()),
        ("2020", "2010", ()),
    ],
)
def test_periods(start, end, expected):
    assert periods(start, end) == expected


def test_a_draft_has_no_document(tree):
    assert made(tree.project(live=False)) is None


def test_an_unpublished_source_takes_its_translation_along(tree, project):
    tree.translate(project)
    project.unpublish()
    assert made(project) is None


def test_an_unpublished_translation_leaves_the_source(tree, project):
    tree.translate(project).unpublish()
    assert made(project).languages == ("sv",)


@pytest.mark.parametrize("above", [False, True])
def test_a_restriction_hides_also_from_above(tree, project, above):
    PageViewRestriction.objects.create(
        page=tree.section if above else project, restriction_type="login"
    )
    assert made(project) is None


def test_expiry_hides_before_anybody_has_unpublished(tree):
    page = tree.project(expire_at=timezone.now() - timedelta(minutes=1))
    assert made(page) is None


@pytest.fixture
def person(tree, concepts):
    page = tree.person("Åsa Provström", role="Hydrolog", organisation=tree.organisation)
    PersonCompetence.objects.create(
        page=page, concept=concepts["hydrologi"], evidence_sv="Tio års mätningar"
    )
    return page


def test_a_person(person):
    document = made(person)
    assert document.keywords["sv"] == ("Hydrologi", "Provmuseet")
    assert document.facets["sector"] == ("museum",)
    assert "Tio års mätningar" in document.texts["sv"].body
    assert document.sort_titles["sv"].startswith("provstr")


def test_hidden_competences_and_facts_are_nowhere(person, concepts):
    record = PersonRecord.objects.get(pk=person.translation_key)
    HiddenCompetence.objects.create(record=record, concept=concepts["hydrologi"])
    record.hidden_fields = ["organisation", "role"]
    record.save()
    document = made(person)
    text = repr(document)
    for secret in ("Hydrolog", "Provmuseet", "museum", "mätningar"):
        assert secret not in text


def test_without_a_legal_basis_there_is_no_document(person):
    PersonRecord.objects.filter(pk=person.translation_key).update(
        withdrawn_on=timezone.localdate()
    )
    assert made(person) is None


def test_a_project_names_only_the_public_part_of_its_team(tree, project, person):
    hidden = tree.person("Dold Provsson", live=False)
    for page in (person, hidden):
        record = PersonRecord.objects.get(pk=page.translation_key)
        TeamMember.objects.create(page=project, person=record)
    keywords = made(project).keywords["sv"]
    assert "Åsa Provström" in keywords
    assert "Dold Provsson" not in keywords


def test_everything_public_gets_a_document(tree, project, person, concepts):
    keys = [key for batch in all_keys(2) for key in batch]
    assert len(keys) == len(set(keys))
    documents = build_documents(keys)
    types = {document.type for document in documents.values() if document}
    assert types == {"project", "person", "organisation", "concept", "page"}


def test_strange_keys_have_no_document(db):
    keys = ["", "project:x", "person:", "concept:²", "concept:99", "unknown:1"]
    assert build_documents(keys) == dict.fromkeys(keys)


def test_the_number_of_queries_does_not_depend_on_the_number_of_things(
    tree, project, person
):
    def queries():
        keys = [key for batch in all_keys() for key in batch]
        build_documents(keys)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            build_documents(keys)
        return len(captured)

    before = queries()
    for n in range(5):
        page = tree.project(f"Projekt {n}")
        CaseNumber.objects.create(page=page, registry="Vinnova", number=str(n))
        tree.translate(page, f"Project {n}")
        tree.person(f"Person {n}")
    assert queries() <= before + 1
    assert before <= 43
