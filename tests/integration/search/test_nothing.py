"""A search that finds nothing leads on, and staff can say what they need."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Permission

from projects.models import AspectClaim
from search import views
from search.finding import find
from search.models import RegisteredNeed
from search.nearest import nearest_concepts
from taxonomy.models import Label
from taxonomy.queries import concept_index

pytestmark = pytest.mark.django_db
FORM = "/sok/behov"
ADMIN = "/admin/registered_needs/"


@pytest.fixture
def filled(tree, concepts, delivered):
    page = tree.project("Regntorget")
    AspectClaim.objects.create(page=page, tag=concepts["dagvatten"])
    page.save()
    delivered()
    return tree


@pytest.fixture
def staff(django_user_model):
    user = django_user_model.objects.create_user("staff")
    for codename in ("access_admin", "add_registeredneed", "change_registeredneed"):
        user.user_permissions.add(Permission.objects.get(codename=codename))
    return user


def empty_page(client, text) -> str:
    html = client.get("/sok/", {"q": text, "type": "page"}).content.decode()
    assert 'class="empty"' in html
    return html


# --- ways on --------------------------------------------------------------------------


def test_near_concepts_share_a_stem_a_part_or_a_likeness(concepts):
    def near(text):
        return [concept.notation for concept in nearest_concepts(text, concept_index())]

    assert near("dagvattnet")[0] == "dagvatten"
    assert near("dagvaten")[0] == "dagvatten"
    assert near("hydrology")[0] == "hydrologi"
    assert near("xqzvv") == near("") == near("?!") == []


def test_deprecated_concepts_are_not_near(concepts):
    concepts["hydrologi"].status = "deprecated"
    concepts["hydrologi"].save()
    assert nearest_concepts("hydrologi", concept_index()) == []


def test_a_new_label_is_known_at_once(concepts):
    assert nearest_concepts("xylofon", concept_index()) == []
    Label.objects.create(
        concept=concepts["hydrologi"], language="sv", kind="alt", text="Xylofon"
    )
    assert nearest_concepts("xylofon", concept_index())[0].notation == "hydrologi"


def test_only_concepts_that_lead_somewhere_are_shown(filled, client):
    html = empty_page(client, "dagvaten hydrolog")
    assert 'href="/begrepp/sustainability/dagvatten/"' in html
    assert "/begrepp/competences/hydrologi/" not in html


def test_the_way_back_to_all_choices_says_how_much_there_is(filled, client):
    assert 'href="?q=Regntorget"' in empty_page(client, "Regntorget")
    assert 'href="?q=xqzvv">' not in empty_page(client, "xqzvv").split('"empty"')[1]


def test_other_spellings_are_links(filled, client, monkeypatch):
    monkeypatch.setattr(
        views, "find", lambda query: replace(find(query), suggestions=("regn & torg",))
    )
    html = empty_page(client, "rengtorg")
    assert 'href="?q=regn+%26+torg&amp;type=page"' in html
    assert "regn &amp; torg" in html


def test_lists_on_other_pages_have_their_own_words(filled, client):
    html = client.get("/projekt/?q=xqzvv").content.decode()
    assert 'class="empty"' in html
    assert 'id="nearest"' not in html


# --- needs ----------------------------------------------------------------------------


def test_only_who_may_is_offered_the_form(filled, client, staff, django_user_model):
    assert FORM not in empty_page(client, "röjdykare")
    client.force_login(django_user_model.objects.create_user("somebody"))
    assert FORM not in empty_page(client, "röjdykare")
    client.force_login(staff)
    assert f"{FORM}?q={quote('röjdykare')}" in empty_page(client, "röjdykare")


def test_only_who_may_is_let_to_the_form(client, db, django_user_model):
    assert client.get(FORM).status_code == 302
    assert client.post(FORM, {"query": "a", "description": "b"}).status_code == 302
    client.force_login(django_user_model.objects.create_user("somebody"))
    assert client.get(FORM).status_code == 403
    assert client.post(FORM, {"query": "a", "description": "b"}).status_code == 403
    assert not RegisteredNeed.objects.exists()


def test_a_need_is_registered_with_who_asks(filled, client, staff):
    client.force_login(staff)
    html = client.get(FORM, {"q": "röjdykare <b>"}).content.decode()
    assert 'value="röjdykare &lt;b&gt;"' in html
    response = client.post(
        FORM,
        {
            "query": "röjdykare",
            "description": "Till slussen i vår.",
            "organisation": filled.organisation.pk,
            "asked_by": "999",
            "state": "met",
        },
        follow=True,
    )
    assert response.status_code == 200
    need = RegisteredNeed.objects.get()
    assert (need.asked_by, need.state, need.language) == (staff, "new", "sv")
    assert need.organisation == filled.organisation
    html = client.get(ADMIN).content.decode()
    assert "röjdykare" in html
    assert client.get(f"{ADMIN}edit/{need.pk}/").status_code == 200


@pytest.mark.parametrize("text", ["", "Ring 070-174 06 05", "121212-1212", "a@b.se"])
def test_a_need_says_what_and_not_whom(client, staff, text):
    client.force_login(staff)
    response = client.post(FORM, {"query": "dykare", "description": text})
    assert response.status_code == 200
    assert not RegisteredNeed.objects.exists()


def test_the_list_of_needs_is_for_who_may(client, django_user_model, db):
    user = django_user_model.objects.create_user("editor")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(ADMIN).status_code == 302
    assert ADMIN not in client.get("/admin/").content.decode()


def test_a_need_added_in_the_admin_says_who_asks(client, staff):
    client.force_login(staff)
    data = {
        "query": "dykare",
        "description": "Snart.",
        "language": "sv",
        "state": "new",
    }
    assert client.post(f"{ADMIN}new/", data | {"answer": ""}).status_code == 302
    assert RegisteredNeed.objects.get().asked_by == staff
