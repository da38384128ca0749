import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from home import front_page
from projects.models import (
    AspectClaim,
    Decision,
    Need,
    NeedState,
    ProjectRecord,
)
from taxonomy.models import Concept, Label, Scheme
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    return build_tree()


@pytest.fixture
def concepts():
    competences = Scheme.objects.create(slug="competences", title_sv="Kompetenser")
    sustainability = Scheme.objects.create(slug="sustainability", title_sv="Hållbarhet")
    made = {}
    for number in range(12):
        concept = Concept.objects.create(scheme=competences, notation=f"k-{number}")
        Label.objects.create(
            concept=concept, language="sv", kind="pref", text=f"Kunskap {number}"
        )
        made[number] = concept
    made["tag"] = Concept.objects.create(
        scheme=sustainability, notation="energi", aspect="environmental"
    )
    return made


def build(tree, concepts, number, *, live=True):
    page = tree.project(
        f"Projekt {number}",
        live=live,
        needs=[Need(competence=concepts[number])],
        decisions=[
            Decision(
                date=f"20{number + 10}", body="Nämnden", title_sv=f"Beslut {number}"
            )
        ],
        claims=[
            AspectClaim(
                tag=concepts["tag"],
                claim_sv="Sparar energi",
                evidence=[("evidence", {"title": "Rapport"})] if number % 2 else [],
            )
        ],
    )
    page.tags = [concepts["tag"]]
    page.save()
    return page


def cost(function) -> int:
    with CaptureQueriesContext(connection) as queries:
        function()
    return len(queries)


def test_queries_do_not_grow_with_rows(tree, concepts):
    def tagged():
        return front_page.projects_tagged([concepts["tag"].pk])

    build(tree, concepts, 0)
    tree.person("Prova Ett")
    front_page.front_page()  # fills the caches of site roots and content types
    few = cost(front_page.front_page), cost(tagged)
    for number in range(1, 6):
        tree.translate(build(tree, concepts, number), f"Project {number}")
        tree.person(f"Prova Nummer {number}")
    assert (cost(front_page.front_page), cost(tagged)) == few
    assert few[0] <= 12
    assert few[1] <= 6


def test_the_city_counts_public_projects_once(tree, concepts):
    for number in range(3):
        tree.translate(build(tree, concepts, number), f"Project {number}")
    build(tree, concepts, 4, live=False)
    city = front_page.front_page().city
    assert city.total == 3
    assert city.complete == 0
    assert city.counts("environmental") == {
        "covered": 1,
        "claimed": 2,
        "not_applicable": 0,
        "missing": 0,
    }
    assert city.counts("economic")["missing"] == 3


def test_needs_that_are_filled_or_late_or_of_drafts_are_not_asked_for(tree, concepts):
    open_page = build(tree, concepts, 0)
    filled = build(tree, concepts, 1)
    NeedState.objects.create(
        record=ProjectRecord.objects.get(pk=filled.translation_key),
        need_key=filled.needs.get().key,
        state="filled",
    )
    late = build(tree, concepts, 2)
    late.needs.update(until=timezone.localdate() - timezone.timedelta(days=1))
    build(tree, concepts, 3, live=False)
    assert [row.project.title for row in front_page.front_page().needs] == [
        open_page.title
    ]
    assert front_page.front_page().totals.needs == 1


def test_no_project_fills_the_list_of_needs(tree, concepts):
    page = build(tree, concepts, 0)
    page.needs = [Need(competence=concepts[number]) for number in range(4)]
    page.save()
    build(tree, concepts, 5)
    assert len(front_page.front_page().needs) == 2


def test_decisions_come_newest_first_in_the_readers_language(tree, concepts):
    for number in range(3):
        tree.translate(build(tree, concepts, number), f"Project {number}")
    with translation.override("en"):
        decisions = front_page.front_page(decisions=2).decisions
    assert [row.date for row in decisions] == ["2012", "2011"]
    assert decisions[0].project.title == "Project 2"
    assert decisions[0].project.url.startswith("/en/")
    # The title exists in Swedish only, and says so.
    assert decisions[0].title.lang == "sv"


def test_a_project_without_a_translation_is_shown_in_its_own_language(tree, concepts):
    build(tree, concepts, 0)
    with translation.override("en"):
        project = front_page.front_page().projects[0]
    assert (project.link.lang, project.link.title) == ("sv", "Projekt 0")


def test_projects_by_tag(tree, concepts):
    build(tree, concepts, 1)
    tree.project("Annat")
    found = front_page.projects_tagged([concepts["tag"].pk])
    assert [row.link.title for row in found] == ["Projekt 1"]
    assert found[0].coverage.environmental == "covered"


def test_people_once_and_without_a_hidden_role(tree):
    shown = tree.person("Prova Visad", role="Antikvarie")
    tree.translate(shown, "Prova Visad")
    hidden = tree.person("Prova Dold", role="Ekolog")
    hidden.record.hidden_fields = ["role"]
    hidden.record.save()
    people = {row.link.title: row.role for row in front_page.front_page().people}
    assert people == {"Prova Visad": "Antikvarie", "Prova Dold": ""}
    assert front_page.front_page().totals.people == 2
