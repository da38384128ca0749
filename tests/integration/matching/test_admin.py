"""The admin's view of who could help: who may see it, and what it says."""

import pytest
from django.urls import reverse
from wagtail.models import GroupPagePermission

from people.models import PersonRecord


@pytest.fixture
def editor(world, django_user_model):
    """May edit the project's page, and nobody's profile."""
    user = django_user_model.objects.create_user("redaktor", password="x")
    group = user.groups.create(name="Projektets redaktörer")
    GroupPagePermission.objects.create(
        group=group, page=world.project, permission_type="change"
    )
    from_wagtail = type(group).objects.get(name="Editors").permissions.all()
    group.permissions.set(from_wagtail)
    return user


def address(world, key=None):
    page = world.project.pk
    if key is None:
        return reverse("who_could_help", args=[page])
    return reverse("who_could_help_with", args=[page, key])


def need(world) -> str:
    return str(world.project.needs.get().key)


def test_an_editor_sees_who_and_why_and_leads_there_from_the_page(
    world, client, editor
):
    world.person("Vera Vatten", ("vatten", 3), evidence="Prov")
    client.force_login(editor)
    html = client.get(address(world)).content.decode()
    assert "Vera Vatten" in html
    assert "Kan Vattenkunskap (avancerad)." in html
    assert "Säger vad som visar det." in html
    assert "Saknas: ekonomisk" in html
    edit = reverse("wagtailadmin_pages:edit", args=[world.project.pk])
    assert address(world) in client.get(edit).content.decode()


def test_others_do_not(world, client, django_user_model):
    assert client.get(address(world)).status_code == 302
    other = django_user_model.objects.create_user("annan", password="x")
    group = other.groups.create(name="Andra")
    group.permissions.set(type(group).objects.get(name="Editors").permissions.all())
    client.force_login(other)
    assert client.get(address(world), follow=True).redirect_chain
    assert "Vattenkunskap" not in client.get(address(world)).content.decode()


def test_a_draft_is_judged_as_it_stands(world, client, admin_client):
    page = world.project
    page.needs = [page.needs.model(competence=world.concepts["ekonomi"], level=2)]
    page.save_revision()
    html = admin_client.get(address(world)).content.decode()
    assert "Provekonomi" in html
    assert "Vattenkunskap" not in html


def test_two_are_compared_and_more_or_fewer_are_not(world, admin_client):
    one = world.person("Vera Vatten", ("vatten", 3))
    two = world.person("Siv Skyfall", ("skyfall", 4), sector="museum")
    keys = [str(one.translation_key), str(two.translation_key)]
    where = address(world, need(world))
    both = admin_client.get(where, {"compare": keys})
    rows = both.context["compared"]["rows"]
    for at, person in enumerate(both.context["compared"]["people"]):
        assert sum(points[at] for _name, _most, points in rows) == person.match.score
    assert "Kryssa för två" not in both.content.decode()
    alone = admin_client.get(where, {"compare": keys[:1]})
    assert alone.context["compared"] is None
    assert "Kryssa för två" in alone.content.decode()


def test_why_not_says_what_the_viewer_may_know(world, client, editor, admin_client):
    person = world.person("Vera Vatten", ("vatten", 3))
    PersonRecord.objects.filter(pk=person.translation_key).update(
        open_to_introductions=False
    )
    where = address(world, need(world))
    told = admin_client.get(where, {"name": "vera"}).content.decode()
    assert "Har inte sagt ja till att föreslås." in told
    client.force_login(editor)
    told = client.get(where, {"name": "vera"}).content.decode()
    assert "Kan inte föreslås nu." in told
    assert "sagt ja" not in told
    person.unpublish()
    told = client.get(where, {"name": "vera"}).content.decode()
    assert "Ingen med öppen profil heter" in told


def test_why_not_weighs_somebody_who_is_not_first(world, admin_client):
    world.person("Vera Vatten", ("vatten", 4))
    world.person("Siv Skyfall", ("skyfall", 1))
    world.person("Eko Nom", ("ekonomi", 4))
    where = address(world, need(world))
    told = admin_client.get(where, {"name": "Siv"}).content.decode()
    assert "Söks på en högre nivå: avancerad." in told
    told = admin_client.get(where, {"name": "Eko"}).content.decode()
    assert "Visar inget av det som söks" in told


@pytest.mark.parametrize(
    "query",
    [
        {"name": "\x00"},
        {"name": "å" * 5000},
        {"sector": "okänd", "level": "x", "district": "'"},
        {"team": "1", "most": "99999"},
        {"compare": ["x", "y", "z"]},
    ],
)
def test_whatever_stands_in_the_address(world, admin_client, query):
    for where in (address(world), address(world, "economic")):
        assert admin_client.get(where, query).status_code == 200
    assert admin_client.get(address(world, "finns-inte")).status_code == 404


def test_a_team_covers_what_it_can_and_says_the_rest(world, admin_client):
    world.person("Vera Vatten", ("vatten", 4))
    world.person("Eko Nom", ("ekonomi", 4))
    response = admin_client.get(address(world), {"team": "1"})
    team = response.context["team"]
    titles = {one["page"].title for one in team["members"]}
    assert titles == {"Vera Vatten", "Eko Nom"}
    (gap,) = team["shortfalls"]
    assert str(gap["name"]) == "Saknas: sociokulturell"
    assert team["proven"]


def test_only_administrators_read_the_weights(client, editor, admin_client, settings):
    where = reverse("matching_weights")
    assert "100 poäng" in admin_client.get(where).content.decode()
    client.force_login(editor)
    assert client.get(where).status_code == 302
