"""What the public pages tell of needs and helpers, and what they keep to themselves."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matching.counting import helpers_of
from matching.finding import find
from matching.models import NeededNowPage
from matching.project import facts_of, facts_shown
from matching.reading import read_projects
from people.models import PersonPage, PersonRecord
from projects.queries import open_needs
from taxonomy.queries import concept_index


@pytest.fixture
def needed(world) -> NeededNowPage:
    page = world.tree.home.add_child(
        instance=NeededNowPage(title="Behövs nu", slug="behovs-nu")
    )
    page.save_revision().publish()
    return page


def told(client, where, **query) -> str:
    response = client.get(where.url, query)
    assert response.status_code == 200
    return response.content.decode()


def another(world, title, *needs, sector="museum", districts=()):
    page = world.tree.project(title, coordinator=world.organisations[sector])
    page.districts = [world.concepts[one] for one in districts]
    return world.seek(page, *needs)


def test_open_needs_are_listed_with_how_many_could_help(world, needed, client):
    world.person("Vera Vatten", ("vatten", 3))
    another(world, "Provtorget", ("ekonomi", 2))
    html = told(client, needed)
    assert "2 öppna behov" in html
    assert "1 person på plattformen kan det." in html
    assert "Ingen på plattformen visar det ännu." in html
    assert "Vera Vatten" not in html


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"competence": "vatten"}, {"Regnbädden", "Brunnen"}),
        ({"competence": "brunnar"}, {"Brunnen"}),
        ({"aspect": "economic"}, {"Provtorget"}),
        ({"district": "provdal"}, {"Regnbädden"}),
        ({"sector": "museum"}, {"Provtorget", "Brunnen"}),
        ({"importance": "useful"}, set()),
        ({"sector": "museum", "aspect": "environmental"}, {"Brunnen"}),
        ({"aspect": "okänd"}, {"Regnbädden", "Provtorget", "Brunnen"}),
    ],
)
def test_choices_narrow_page_data_and_feed_alike(world, needed, client, query, titles):
    another(world, "Provtorget", ("ekonomi", 2))
    another(world, "Brunnen", ("brunnar", 2), districts=["provnas"])
    everything = {"Regnbädden", "Provtorget", "Brunnen"}
    html = told(client, needed, **query)
    data = json.loads(told(client, needed, format="json", **query))
    feed = client.get("/feeds/needs.atom", query).content.decode()
    assert {one for one in everything if one in html} == titles
    assert {one["project"]["title"] for one in data["needs"]} == titles
    assert data["total"] == len(titles)
    assert {one for one in everything if one in feed} == titles
    assert bool(data["messages"]) == (query.get("aspect") == "okänd")
    assert all(message in html for message in data["messages"])


def test_what_is_settled_or_past_is_not_needed_now(world, needed, client):
    page = world.project
    page.needs = [
        page.needs.model(
            competence=world.concepts["vatten"],
            until=timezone.localdate() - timedelta(days=1),
        )
    ]
    page.save_revision().publish()
    assert "Ingenting söks just nu" in told(client, needed)


def test_whatever_stands_in_the_address(world, needed, client):
    for query in (
        {"page": "x"},
        {"page": "999"},
        {"competence": "\x00'"},
        {"aspect": "å" * 3000},
        {"format": "xml"},
    ):
        told(client, needed, **query)


def test_the_numbers_are_those_of_the_search_itself(world):
    world.person("Vera Vatten", ("vatten", 3))
    world.person("Bror Brunn", ("brunnar", 1), tags=["vattentagg"])
    world.person("Siv Skyfall", ("skyfall", 2), ("vatten", 1))
    world.person("Tage Tagg", tags=["vattentagg"])
    member = world.person("Med Lem", ("vatten", 3))
    page = world.project
    page.team = [page.team.model(person_id=member.translation_key)]
    page.save_revision().publish()
    facts, wishes, setting = world.asked()
    needs = list(open_needs())
    counted = helpers_of(needs, setting)
    (found,) = find([wishes[0].wish], facts, setting)
    (one,) = counted.values()
    assert (one.total, one.knowing) == (found.total, found.knowing) == (4, 3)


def test_queries_do_not_grow(world, needed, client):
    def many(number):
        for at in range(number):
            world.person(f"Prova {number} {at}", ("vatten", 3))
            another(world, f"Provprojekt {number} {at}", ("vatten", 2))

    many(2)
    told(client, needed, format="json")
    with CaptureQueriesContext(connection) as few:
        told(client, needed, format="json")
    many(6)
    told(client, needed, format="json")
    with CaptureQueriesContext(connection) as more:
        told(client, needed, format="json")
    assert len(more) == len(few)


def test_a_project_tells_who_and_a_person_tells_where(world, client):
    person = world.person("Vera Vatten", ("vatten", 3))
    html = told(client, world.project)
    assert "1 person på plattformen kan det" in html
    assert "Vera Vatten" in html
    html = told(client, person)
    assert "Projekt som behöver det som Vera Vatten kan." in html
    assert "Regnbädden" in html
    concept = concept_index().find("competences", "vatten")
    html = client.get(concept.get_absolute_url()).content.decode()
    assert "Projekt som söker det." in html


@pytest.mark.parametrize(
    "rights",
    [
        {"open_to_introductions": False},
        {"paused_until": timezone.localdate() + timedelta(days=9)},
        {"reconfirm_by": timezone.localdate() - timedelta(days=1)},
        {"legal_basis": "deceased"},
        {"hidden": "vatten"},
        {"restricted": True},
    ],
)
def test_who_may_not_be_proposed_leaves_no_trace(
    world, needed, client, settings, rights
):
    """Every page is as if the person were not there, but for the person's own."""
    settings.MATCHING_PROPOSES_HISTORICAL_PEOPLE = False
    before = [told(client, world.project), told(client, needed, format="json")]
    person = world.person("Vera Vatten", ("vatten", 3))
    assert told(client, needed, format="json") != before[1]
    if rights.get("hidden"):
        world.hide(person, "vatten")
    elif rights.get("restricted"):
        person.view_restrictions.create(restriction_type="login")
    else:
        PersonRecord.objects.filter(pk=person.translation_key).update(**rights)
    assert "Vera Vatten" not in told(client, world.project)
    assert "på plattformen kan det" not in told(client, world.project)
    assert told(client, needed, format="json") == before[1]
    if not rights.get("restricted"):
        own = told(client, PersonPage.objects.get(pk=person.pk))
        assert "Regnbädden" not in own


def test_a_page_of_a_project_or_a_person_costs_the_same_with_more(world, client):
    def cost(page):
        told(client, page)
        with CaptureQueriesContext(connection) as found:
            told(client, page)
        return len(found)

    person = world.person("Vera Vatten", ("vatten", 3))
    before = [cost(world.project), cost(person)]
    for number in range(4):
        world.person(f"Prova {number}", ("vatten", 3), ("skyfall", 2))
        another(world, f"Provprojekt {number}", ("vatten", 2), ("skyfall", 1))
    assert [cost(world.project), cost(person)] == before


def test_the_facts_of_a_shown_project_are_those_that_are_read(world, rf):
    """Three ways to the same facts: of a draft, of many projects, of a page shown."""
    page = world.project
    page.tags = [world.concepts["vattentagg"]]
    page.partners = [
        page.partners.model(organisation=world.organisations["museum"]),
    ]
    member = world.person("Med Lem", ("vatten", 3))
    page.team = [page.team.model(person_id=member.translation_key)]
    page.claims = [page.claims.model(tag=world.concepts["vattentagg"])]
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    vocabulary = world.setting.vocabulary
    of_draft = facts_of(page, vocabulary)
    (of_many,) = read_projects([page], vocabulary).values()
    context = page.get_context(rf.get(page.url))
    assert of_draft == of_many == facts_shown(context, vocabulary)
    assert of_draft.claimed == {"environmental"}
    assert of_draft.sectors == {"city", "museum"}
