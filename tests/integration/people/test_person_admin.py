"""Profiles in the admin: the form, the rights, the lists, and refusals."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    ModelLogEntry,
    Workflow,
    WorkflowTask,
)
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from people.models import (
    ContactCard,
    Organisation,
    PersonCompetence,
    PersonPage,
    PersonRecord,
)
from taxonomy.models import Concept, Scheme
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    return build_tree()


def typed(**values):
    data = {"title": "Prova Testsson", "slug": "prova", "summary": "Kort."}
    data |= {"body": rich_text("<p>Text</p>")}
    data |= {n: inline_formset([]) for n in ("competences", "sources", "comments")}
    # Boxes stay lists: only nested data is flattened.
    many = {n: values.pop(n) for n in ("offers", "languages") if n in values}
    return nested_form_data(data | values) | many


def create(admin_client, tree, **values):
    url = reverse(
        "wagtailadmin_pages:add", args=["people", "personpage", tree.section.pk]
    )
    return admin_client.post(url, typed(**values))


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def rights_url(page):
    return reverse("person_rights:edit", args=[page.translation_key])


def test_publishing_without_rights_is_a_form_error_and_loses_nothing(
    admin_client, tree
):
    response = create(admin_client, tree, **{"action-publish": "1"})
    assert response.status_code == 200
    form = response.context["form"]
    assert form.non_field_errors()
    assert form["summary"].value() == "Kort."

    assert create(admin_client, tree).status_code == 302
    page = PersonPage.objects.get(slug="prova")
    response = admin_client.post(edit_url(page), typed(**{"action-publish": "1"}))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert rights_url(page) in response.content.decode()
    assert not PersonPage.objects.get(pk=page.pk).live


def test_with_rights_it_is_published(admin_client, tree):
    page = tree.person(live=False)
    response = admin_client.post(edit_url(page), typed(**{"action-publish": "1"}))
    assert response.status_code == 302
    assert PersonPage.objects.get(pk=page.pk).live


def test_bulk_publishing_is_refused_with_a_message(admin_client, tree):
    page = tree.person(live=False, basis="")
    page.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={page.pk}", follow=True)
    assert response.status_code == 200
    assert not PersonPage.objects.get(pk=page.pk).live
    assert [m for m in response.context["messages"] if m.level_tag == "error"]


def test_offers_and_languages_are_boxes_and_orcid_is_checked(admin_client, tree):
    response = create(admin_client, tree, orcid="0000-0002-1825-0098")
    assert "orcid" in response.context["form"].errors
    response = create(
        admin_client,
        tree,
        orcid="https://orcid.org/0000-0002-1825-0097",
        offers=["advice", "mentor"],
        languages=["sv"],
    )
    assert response.status_code == 302
    page = PersonPage.objects.get(slug="prova")
    assert page.orcid == "0000-0002-1825-0097"
    assert (page.offers, page.languages) == (["advice", "mentor"], ["sv"])
    assert (
        "offers" in create(admin_client, tree, offers=["gold"]).context["form"].errors
    )


def rights(**values):
    return {"legal_basis": "public_task", "email": "", "phone": "", "note": ""} | values


def test_rights_are_edited_and_logged_without_the_contact_card(admin_client, tree):
    scheme = Scheme.objects.create(slug="competences", title_sv="K")
    concept = Concept.objects.create(scheme=scheme, notation="k-prov")
    page = tree.person()
    PersonCompetence.objects.create(page=page, concept=concept)
    assert admin_client.get(rights_url(page)).status_code == 200
    response = admin_client.post(
        rights_url(page),
        rights(hidden_fields=["photo"], competences=[concept.pk], phone="08-000 00 00"),
    )
    assert response.status_code == 302, response.context["form"].errors
    record = PersonRecord.objects.get(pk=page.translation_key)
    assert record.hidden_fields == ["photo"]
    assert record.hidden_competences.get().concept == concept
    assert record.contact_card.phone == "08-000 00 00"
    entry = ModelLogEntry.objects.get(action="people.rights_changed")
    assert set(entry.data["fields"]) >= {"hidden_fields", "competences", "phone"}
    assert "08-000" not in str(list(ModelLogEntry.objects.values()))
    page = PersonPage.objects.get(pk=page.pk)
    assert page.shown_competences() == []

    history = reverse("person_rights:history", args=[page.translation_key])
    assert admin_client.get(history).status_code == 200
    admin_client.post(rights_url(page), rights())
    assert not ContactCard.objects.exists()


def test_withdrawing_takes_the_profile_down(admin_client, tree):
    page = tree.person()
    admin_client.post(
        rights_url(page),
        rights(basis_given_on="2001-01-01", withdrawn_on="2001-02-01"),
    )
    assert not PersonPage.objects.get(pk=page.pk).live


def test_rights_are_neither_added_nor_deleted_by_hand(admin_client, tree):
    page = tree.person()
    for url in (
        reverse("person_rights:add"),
        reverse("person_rights:delete", args=[page.translation_key]),
    ):
        assert admin_client.post(url).status_code in (302, 403)
    assert PersonRecord.objects.count() == 1


def test_only_who_may_edit_the_page_may_edit_the_rights(client, tree):
    theirs = tree.person("Deras Person")
    other = tree.organisations.add_child(
        instance=type(tree.section)(
            title="Annat", slug="annat", organisation=tree.organisation
        )
    )
    ours = other.add_child(instance=PersonPage(title="Vår Person", live=False))
    group = Group.objects.create(name="Annats redaktörer")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group,
        page=other,
        permission=Permission.objects.get(codename="change_page"),
    )
    user = get_user_model().objects.create_user("redaktor", password="x")
    user.groups.add(group)
    client.force_login(user)
    assert client.get(rights_url(ours)).status_code == 200
    assert client.get(rights_url(theirs)).status_code in (302, 403)
    before = PersonRecord.objects.get(pk=theirs.translation_key).legal_basis
    client.post(rights_url(theirs), rights(legal_basis="consent"))
    assert PersonRecord.objects.get(pk=theirs.translation_key).legal_basis == before
    listing = client.get(reverse("person_rights:index")).content.decode()
    assert "Vår Person" in listing and "Deras Person" not in listing


def test_the_lists(admin_client, tree):
    tree.person("Med Rätt")
    tree.person("Utan Rätt", basis="", live=False)
    url = reverse("experts:index")
    html = admin_client.get(url).content.decode()
    assert "Med Rätt" in html and "Utan Rätt" in html
    html = admin_client.get(url, {"legal_basis": "none"}).content.decode()
    assert "Med Rätt" not in html and "Utan Rätt" in html


def test_organisations_are_listed_searched_and_counted(admin_client, tree):
    tree.person(organisation=tree.organisation)
    Organisation.objects.create(name_sv="Provbolaget", sector="company")
    url = reverse("wagtailsnippets_people_organisation:list")
    counts = Organisation.objects.with_use_count().values_list("name_sv", "use_count")
    assert dict(counts) == {"Provmuseet": 1, "Provbolaget": 0}
    html = admin_client.get(url, {"sector": "company"}).content.decode()
    assert "Provbolaget" in html
    assert "Provmuseet" not in html.split("<table")[1]
    assert "Provbolaget" in admin_client.get(url, {"q": "bolag"}).content.decode()


def test_people_are_chosen_by_name(admin_client, tree):
    tree.person("Hitta Mig")
    tree.person("Annan Någon")
    url = reverse("person_chooser:choose_results")
    html = admin_client.get(url, {"q": "hitta"}).content.decode()
    assert "Hitta Mig" in html and "Annan Någon" not in html


def test_approving_in_a_workflow_is_refused_with_a_message(
    admin_client, admin_user, tree
):
    page = tree.person(live=False, basis="")
    page.save_revision()
    workflow = Workflow.objects.create(name="Granskning")
    task = GroupApprovalTask.objects.create(name="Läs")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(page, admin_user)
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )
    response = admin_client.post(url, {"comment": ""}, follow=True)
    assert response.status_code == 200
    assert [m for m in response.context["messages"] if m.level_tag == "error"]
    assert not PersonPage.objects.get(pk=page.pk).live


def test_copying_as_an_alias_is_refused_with_a_message(admin_client, tree):
    page = tree.person()
    response = admin_client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "Spegel",
            "new_slug": "spegel",
            "new_parent_page": tree.section.pk,
            "alias": "on",
        },
        follow=True,
    )
    assert response.status_code == 200
    assert [m for m in response.context["messages"] if m.level_tag == "error"]
    assert PersonPage.objects.count() == 1
