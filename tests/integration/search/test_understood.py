"""What was understood of a query, as a reader, a program and an editor see it."""

from urllib.parse import parse_qs

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import User
from projects.models import AspectClaim, CaseNumber
from search.models import Pin, PinnedPage
from search.pins import pinned_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(tree, concepts, delivered):
    """A project that says *regnbädd* and is tagged with stormwater, one that only says
    the word, and a person."""
    tagged = tree.project("Regnbädd vid skolan", summary="Ett prov")
    AspectClaim.objects.create(page=tagged, tag=concepts["dagvatten"])
    CaseNumber.objects.create(page=tagged, registry="Vinnova", number="2013-01747")
    tagged.save()
    tree.project("Bok om dagvatten", summary="Berättelser").save()
    tree.person("Ellen Testsdotter")
    delivered()
    return tree


def answer(client, text: str, **params) -> dict:
    return client.get("/api/v1/search/", {"q": text, **params}).json()


def titles(found: dict) -> list[str]:
    return [result["title"] for result in found["results"]]


def kinds(found: dict) -> list[tuple[str, str]]:
    return [(part["kind"], part["label"]) for part in found["understood"]]


def test_a_subject_finds_what_is_tagged_with_it_in_either_language(filled, client):
    for text in ("dagvattnet", "stormwater"):
        found = answer(client, text)
        assert kinds(found) == [("concept", "Dagvatten")], text
        assert "Regnbädd vid skolan" in titles(found), text


def test_undoing_a_subject_leaves_the_words(filled, client):
    found = answer(client, "stormwater")
    (part,) = found["understood"]
    undone = answer(client, "stormwater", **{"not": part["id"]})
    assert undone["understood"] == []
    assert undone["total"] < found["total"]


def test_numbers_names_and_who_knows(filled, client):
    number = answer(client, "dnr 2013 01747")
    assert kinds(number)[0][0] == "number"
    assert titles(number)[0] == "Regnbädd vid skolan"
    undone = answer(client, "dnr 2013 01747", **{"not": number["understood"][0]["id"]})
    assert kinds(undone) == []
    name = answer(client, "Ellen Testsdotters böcker")
    assert ("person", "Ellen Testsdotters") in kinds(name)
    assert titles(name)[0] == "Ellen Testsdotter"
    assert kinds(answer(client, "vem kan dagvatten"))[0] == ("people", "personer")


def test_who_is_not_public_has_no_name(filled, client, delivered):
    person = filled.person("Frida Provberg")
    delivered()
    assert kinds(answer(client, "frida provberg"))
    person.unpublish()
    assert kinds(answer(client, "frida provberg")) == []
    delivered()
    assert kinds(answer(client, "frida provberg")) == []


def test_phrases_and_minus(filled, client):
    assert titles(answer(client, '"om dagvatten"')) == ["Bok om dagvatten"]
    assert "Bok om dagvatten" not in titles(answer(client, "dagvatten -bok"))
    assert answer(client, "-bok")["total"] > 0


def test_the_page_shows_chips_that_take_a_meaning_away_and_bring_it_back(
    filled, client
):
    page = client.get("/sok/", {"q": "dagvatten", "type": "project"})
    (chip,) = page.context["understood"]
    address = parse_qs(chip["remove_url"][1:])
    assert address["not"] == ["concept:dagvatten"]
    assert address["type"] == ["project"]
    assert b"Uppfattat som" in page.content
    undone = client.get(f"/sok/{chip['remove_url']}")
    assert undone.context["understood"] == []
    (back,) = undone.context["undone"]
    assert "not" not in parse_qs(back["remove_url"][1:])
    literal = client.get(f"/sok/{page.context['literal_url']}")
    assert literal.context["understood"] == []


@pytest.mark.parametrize("part", ["concept:x" * 90, ":", "\x00:", "x", "<b>:</b>"])
def test_what_is_not_understood_cannot_be_undone(filled, client, part):
    page = client.get("/sok/", {"q": "dagvatten", "not": [part] * 40})
    assert page.status_code == 200
    assert len(page.context["understood"]) == 1
    assert page.context["undone"] == []


# --- pins


@pytest.fixture
def pin(filled):
    pin = Pin.objects.create(query="Grön stad!")
    PinnedPage.objects.create(pin=pin, page=filled.project("Fäst projekt"))
    return pin


def test_a_pinned_page_comes_first_though_no_word_matches(
    filled, pin, client, delivered
):
    delivered()
    assert titles(answer(client, "grön  STAD"))[0] == "Fäst projekt"
    assert titles(answer(client, "grön stad", type="person")) == []
    assert "Fäst projekt" not in titles(answer(client, "grön stad nu"))


def test_a_pinned_page_that_is_not_public_is_not_shown(filled, pin, client, delivered):
    delivered()
    pin.pages.get().page.specific.unpublish()
    assert "Fäst projekt" not in titles(answer(client, "grön stad"))


def test_one_pin_for_a_query(pin):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pin.objects.create(query="GRÖN, stad")
    assert len(pinned_for("grön stad")) == 1
    assert pinned_for("") == ()


def test_editors_own_pins_and_what_they_do_is_logged(filled, admin_client):
    page = filled.project("En sida")
    form = {
        "query": "Grönt",
        "reason": "",
        "pages-TOTAL_FORMS": "1",
        "pages-INITIAL_FORMS": "0",
        "pages-MIN_NUM_FORMS": "1",
        "pages-MAX_NUM_FORMS": "5",
        "pages-0-page": str(page.pk),
        "pages-0-ORDER": "1",
        "pages-0-id": "",
    }
    response = admin_client.post(reverse("pins:add"), form)
    assert response.status_code == 302, response.content.decode()
    pin = Pin.objects.get()
    assert pin.wording == "grönt"
    again = admin_client.post(reverse("pins:add"), {**form, "query": "grönt."})
    assert again.status_code == 200
    assert Pin.objects.count() == 1
    history = admin_client.get(reverse("pins:history", args=[pin.pk]))
    assert history.status_code == 200
    assert len(history.context["object_list"]) == 1


# --- explanation


def test_editors_see_what_a_query_becomes_and_why_a_hit_stands_where(
    filled, admin_client
):
    empty = admin_client.get(reverse("search_explain"))
    assert empty.status_code == 200
    page = admin_client.get(
        reverse("search_explain"), {"q": "vem kan dagvatten", "lang": "sv"}
    )
    assert page.status_code == 200
    assert [word["text"] for word in page.context["words"]] == ["dagvatten"]
    for row in page.context["hits"]:
        total = sum(reason["value"] for reason in row["reasons"])
        assert total == pytest.approx(row["hit"].score, abs=0.001)
    assert page.context["hits"]


def test_only_those_who_may_pin_see_the_explanation(filled, client):
    user = User.objects.create_user("redaktör", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("search_explain")).status_code == 302
    user.user_permissions.add(Permission.objects.get(codename="change_pin"))
    assert client.get(reverse("search_explain")).status_code == 200
