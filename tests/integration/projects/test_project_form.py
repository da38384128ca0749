"""The project's editing form, through the admin."""

import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from people.models import Organisation
from projects.models import (
    AspectClaim,
    CaseNumber,
    Need,
    Partner,
    ProjectPage,
    ProjectRecord,
    Status,
    TeamMember,
)
from taxonomy.models import Concept, Scheme
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db
FORMSETS = (
    *("case_numbers", "funding", "decisions", "documents", "outputs", "sources"),
    *("claims", "exemptions", "needs", "team", "partners", "phase_periods"),
    "comments",
)
TEXTS = ("purpose", "results", "approach", "body")


@pytest.fixture
def tree():
    return build_tree()


def concept(scheme, notation, **fields):
    vocabulary = Scheme.objects.get_or_create(
        slug=scheme, defaults={"title_sv": scheme}
    )[0]
    return Concept.objects.create(scheme=vocabulary, notation=notation, **fields)


@pytest.fixture
def tag():
    return concept("sustainability", "prov", aspect="environmental", level="tag")


def typed(**values):
    """What a browser posts: every field of the form, most of them empty."""
    data = {"title": "Nytt prov", "slug": "nytt-prov", "summary": "Kort."}
    data |= {name: rich_text("<p>Text</p>") for name in TEXTS}
    data |= {name: inline_formset([]) for name in FORMSETS}
    # Many-to-many values stay lists: only nested data is flattened.
    many = {name: values.pop(name) for name in ("tags",) if name in values}
    return nested_form_data(data | values) | many


def case_number(number, registry="Provrådet", **more):
    return {"registry": registry, "number": number} | more


def create(admin_client, tree, **values):
    url = reverse(
        "wagtailadmin_pages:add", args=["projects", "projectpage", tree.section.pk]
    )
    return admin_client.post(url, typed(**values))


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_project_with_tags_a_claim_with_evidence_and_a_need(admin_client, tree, tag):
    competence = concept("competences", "k-prov", level="competence")
    response = create(
        admin_client,
        tree,
        tags=[tag.pk],
        case_numbers=inline_formset([case_number("Dnr 2001–00001")]),
        claims=inline_formset(
            [
                {
                    "tag": tag.pk,
                    "claim_sv": "Bättre luft",
                    "claim_en": "",
                    "evidence": streamfield([("evidence", {"title": "Mätning"})]),
                }
            ]
        ),
        needs=inline_formset(
            [
                {
                    "competence": competence.pk,
                    "level": 2,
                    "importance": "required",
                    "count": 1,
                }
            ]
        ),
        **{"action-publish": "1"},
    )
    assert response.status_code == 302, response.context["form"].errors
    page = ProjectPage.objects.get(slug="nytt-prov")
    assert page.live
    assert page.coverage["environmental"] == "covered"
    assert list(page.tags.all()) == [tag]
    assert page.needs.get().competence == competence
    assert page.case_numbers.get().normalised == "2001-00001"
    assert ProjectRecord.objects.get(pk=page.translation_key).label == "Nytt prov"


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_number_of_another_project_is_an_error_at_its_row(admin_client, tree, action):
    other = tree.project("Det första")
    CaseNumber.objects.create(page=other, registry="Provrådet", number="2001-00001")
    response = create(
        admin_client,
        tree,
        case_numbers=inline_formset([case_number("Dnr 2001–00001", " provrådet ")]),
        **action,
    )
    assert response.status_code == 200
    errors = response.context["form"].formsets["case_numbers"].errors
    assert "Det första" in errors[0]["number"][0]
    assert ProjectPage.objects.count() == 1


def test_a_number_twice_on_one_project_is_an_error(admin_client, tree):
    rows = [case_number("2001-00001"), case_number("2001 - 00001")]
    response = create(admin_client, tree, case_numbers=inline_formset(rows))
    assert response.status_code == 200
    assert response.context["form"].formsets["case_numbers"].errors[1]["number"]


def test_one_number_in_two_registries_is_fine(admin_client, tree):
    rows = [case_number("2001-00001"), case_number("2001-00001", "Ett annat råd")]
    assert (
        create(admin_client, tree, case_numbers=inline_formset(rows)).status_code == 302
    )


def test_a_row_can_be_replaced_by_the_same_number(admin_client, tree):
    page = tree.project()
    old = CaseNumber.objects.create(
        page=page, registry="Provrådet", number="2001-00001", sort_order=0
    )
    rows = inline_formset(
        [case_number("2001-00001", id=old.pk, DELETE="1"), case_number("2001-00001")],
        initial=1,
    )
    response = admin_client.post(
        edit_url(page), typed(case_numbers=rows, **{"action-publish": "1"})
    )
    assert response.status_code == 302
    assert page.case_numbers.get().number == "2001-00001"


def test_a_concept_of_another_vocabulary_or_out_of_use_is_not_chosen(
    admin_client, tree, tag
):
    stranger = concept("districts", "provbyn")
    old = concept("sustainability", "gammal", level="tag", status="deprecated")
    for wrong in (stranger, old):
        response = create(admin_client, tree, tags=[wrong.pk])
        assert response.status_code == 200
        assert "tags" in response.context["form"].errors


def test_a_concept_that_went_out_of_use_stays_where_it_was(admin_client, tree, tag):
    page = tree.project()
    page.tags.add(tag)
    page.save_revision().publish()
    Concept.objects.filter(pk=tag.pk).update(status="deprecated")
    response = admin_client.post(edit_url(page), typed(tags=[tag.pk]))
    assert response.status_code == 302


def test_a_translation_offers_text_only_and_saves(admin_client, tree, tag):
    page = tree.project("Källan", status=Status.ONGOING)
    page.tags.add(tag)
    page.save_revision().publish()
    translation = tree.translate(page, "The spring")
    response = admin_client.get(edit_url(translation))
    form = response.context["form"]
    assert not set(form.fields) & set(translation.fact_names())
    assert set(form.formsets) <= {"comments"}
    html = response.content.decode()
    assert edit_url(page) in html
    assert "claims-TOTAL_FORMS" not in html
    assert "coverage-panel" not in html

    data = {"title": "The source", "slug": "the-source", "summary": "Short."}
    data |= {name: rich_text("<p>Words</p>") for name in TEXTS}
    data |= {"comments": inline_formset([]), "action-publish": "1"}
    response = admin_client.post(edit_url(translation), nested_form_data(data))
    assert response.status_code == 302
    translation = ProjectPage.objects.get(pk=translation.pk)
    assert (translation.title, translation.status) == ("The source", "")
    assert translation.facts.status == Status.ONGOING


def test_the_coverage_panel_is_right_without_javascript(admin_client, tree, tag):
    page = tree.project()
    page.claims.create(tag=tag, claim_sv="Prov")
    page.exemptions.create(aspect="economic", reason_sv="Inte här")
    page.save_revision()
    html = admin_client.get(edit_url(page)).content.decode()
    states = dict(re.findall(r'data-aspect="(\w+)" data-state="(\w+)"', html))
    assert states == {
        "sociocultural": "missing",
        "environmental": "claimed",
        "economic": "not_applicable",
    }


def test_gaps_are_warnings_after_saving(admin_client, tree):
    response = create(admin_client, tree, title="L" * 91, summary="")
    assert response.status_code == 302
    html = admin_client.get(response.url).content.decode()
    page = ProjectPage.objects.get(slug="nytt-prov")
    assert len(page.warnings()) == 3
    assert all(str(warning) in html for warning in page.warnings()[:2])


def test_the_editors_page_costs_few_queries(
    admin_client, tree, tag, django_assert_max_num_queries
):
    page = tree.project()
    for number in range(20):
        competence = concept("competences", f"k-{number}", level="competence")
        owner = Organisation.objects.create(name_sv=f"Org {number}", sector="city")
        person = tree.person(f"Prova {number}", live=False).record
        Need.objects.create(page=page, competence=competence)
        AspectClaim.objects.create(page=page, tag=tag, claim_sv="Prov")
        Partner.objects.create(page=page, organisation=owner)
        TeamMember.objects.create(page=page, person=person)
    page = ProjectPage.objects.get(pk=page.pk)
    page.save_revision().publish()
    html = admin_client.get(edit_url(page)).content.decode()  # Warms what is kept.
    assert "Org 19" in html and "Prova 19" in html and "k-19" in html
    with django_assert_max_num_queries(80):
        assert admin_client.get(edit_url(page)).status_code == 200


def test_the_list_of_projects(admin_client, tree, tag, django_assert_max_num_queries):
    for number in range(8):
        page = tree.project(f"Projekt {number}", status=Status.ONGOING)
        AspectClaim.objects.create(page=page, tag=tag, claim_sv="Prov")
    url = reverse("projects:index")
    assert "Projekt 3" in admin_client.get(url).content.decode()
    with django_assert_max_num_queries(45):
        admin_client.get(url)
    nothing = admin_client.get(url, {"status": "planned"}).content.decode()
    assert "Projekt 3" not in nothing


def test_a_preview_of_what_is_not_saved(admin_client, tree):
    page = tree.project()
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    response = admin_client.post(url, typed(title="Osparat"))
    assert response.json()["is_valid"]
    assert "Osparat" in admin_client.get(url).content.decode()
