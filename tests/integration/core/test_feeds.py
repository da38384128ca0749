import xml.etree.ElementTree as ET

import pytest

from projects.models import Need, NeedState
from taxonomy.models import Concept, Label, Scheme
from tests.factories.tree import build_tree

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(response):
    assert response.status_code == 200
    root = ET.fromstring(response.content)  # noqa: S314  (our own feed)
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


@pytest.fixture
def competence():
    scheme = Scheme.objects.create(slug="competences", title_sv="Kompetenser")
    concept = Concept.objects.create(scheme=scheme, notation="k-prov")
    Label.objects.create(concept=concept, language="sv", kind="pref", text="Provning")
    Label.objects.create(concept=concept, language="en", kind="pref", text="Testing")
    return concept


def test_new_projects_in_the_readers_language_and_no_drafts(client):
    tree = build_tree()
    tree.translate(tree.project("Torget"), "The square")
    tree.project("Bara svenska")
    tree.project("Utkastet", live=False)

    assert set(entries(client.get("/feeds/projects.atom"))) == {
        "Torget",
        "Bara svenska",
    }
    assert set(entries(client.get("/en/feeds/projects.atom"))) == {
        "The square",
        "Bara svenska",
    }


def test_open_needs_until_they_are_filled(client, competence):
    tree = build_tree()
    page = tree.project("Torget", live=False)
    page.needs = [Need(competence=competence)]
    page.save_revision().publish()
    need = Need.objects.get()

    assert entries(client.get("/feeds/needs.atom")) == ["Provning – Torget"]
    assert entries(client.get("/en/feeds/needs.atom")) == ["Testing – Torget"]

    NeedState.objects.create(
        record_id=page.translation_key, need_key=need.key, state="filled"
    )
    assert entries(client.get("/feeds/needs.atom")) == []


def test_needs_of_unpublished_projects_are_nowhere(client, competence):
    tree = build_tree()
    page = tree.project("Torget", live=False)
    page.needs = [Need(competence=competence)]
    page.save_revision().publish()
    page = type(page).objects.get(pk=page.pk)
    page.unpublish()

    assert entries(client.get("/feeds/needs.atom")) == []
