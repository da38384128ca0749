"""The page, the JSON and the concept page, as a browser or a program asks."""

import pytest

from projects.models import AspectClaim, CaseNumber
from taxonomy.models import Concept

pytestmark = pytest.mark.django_db

HOSTILE = {
    "nul": "a%00b",
    "quotes": "%22unbalanced",
    "operators": "AND+OR+NOT+NEAR(a,b)+title:x+*+^+-",
    "long": "x" * 5000,
    "words": "+".join(["ord"] * 1500),
    "different words": "+".join(f"ord{n}" for n in range(1500)),
    "surrogate": "%ED%A0%80%ED%B0%80",
    "invalid": "%FF%FE",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "braces": "%7B%7B+1+%7D%7D+%25s+%25(a)s",
}
ADDRESSES = ("/sok/", "/en/search/", "/api/v1/search/")


@pytest.fixture
def filled(tree, concepts, delivered):
    for n in range(25):
        page = tree.project(f"Regnbädd {n}", summary="Om <b>regn</b> & annat")
        CaseNumber.objects.create(page=page, registry="Vinnova", number=f"2013-0{n}")
        AspectClaim.objects.create(page=page, tag=concepts["dagvatten"])
        page.save()
    tree.person("Prova Testsson")
    delivered()
    return tree


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_words_get_an_answer(filled, client, address):
    for name, text in HOSTILE.items():
        assert client.get(f"{address}?q={text}").status_code == 200, name


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_parameters_get_an_answer(filled, client, address):
    for rest in (
        "page=0",
        "page=%C2%B2",
        "page=999999999999999999999",
        "page_size=9999",
        "sort=%00&type=%00&theme=%ED%A0%80&lang=xx",
        "organisation=x&organisation=99999999999999999999&goal=%27",
        "concept=a:b&need=:&period=x",
    ):
        assert client.get(f"{address}?q=regn&{rest}").status_code == 200, rest


def test_what_was_cut_is_said(client, db):
    assert "500" in client.get("/sok/?q=" + "x" * 5000).content.decode()
    assert client.get("/api/v1/search/?q=" + "x" * 5000).json()["messages"]


def test_the_page_escapes_and_marks(filled, client):
    html = client.get("/sok/?q=regn&type=project").content.decode()
    assert "<mark>regn</mark>" in html
    assert "<b>regn</b>" not in html
    assert "&lt;b&gt;" in html


def test_page_and_json_say_the_same(filled, client):
    parameters = "q=regn&type=project&page=2"
    answer = client.get(f"/api/v1/search/?{parameters}").json()
    assert answer["total"] == 25
    assert (answer["page"], answer["page_size"], len(answer["results"])) == (2, 20, 5)
    first = answer["results"][0]
    assert set(first) == {
        "type", "identifier", "title", "url", "lang", "summary", "highlight", "score"
    }  # fmt: skip
    assert first["identifier"].endswith("_Vinnova")
    html = client.get(f"/sok/?{parameters}").content.decode()
    for result in answer["results"]:
        assert f'href="{result["url"]}"' in html
    types = {value["value"]: value["count"] for value in answer["facets"]["type"]}
    assert types["project"] == 25


def test_a_case_number_leads_to_its_project(filled, client):
    answer = client.get("/api/v1/search/?q=Dnr 2013–07").json()
    assert answer["results"][0]["identifier"] == "2013-07_Vinnova"


def test_few_queries(filled, client, django_assert_max_num_queries):
    for address in ADDRESSES:
        client.get(address)
        # The last finds nothing, and asks again what there is without the choices.
        for rest, most in (
            ("", 20),
            ("q=regn", 20),
            ("q=regn&type=project&theme=x", 28),
        ):
            with django_assert_max_num_queries(most):
                assert client.get(f"{address}?{rest}").status_code == 200


def test_a_concepts_page(filled, client, django_assert_max_num_queries):
    url = "/begrepp/sustainability/natur/"
    client.get(url)
    with django_assert_max_num_queries(20):
        html = client.get(url).content.decode()
    assert "Naturtema" in html
    assert "/begrepp/sustainability/dagvatten/" in html
    assert "/begrepp/sdg/6/" in html
    assert "Regnbädd" in html
    english = client.get("/en/concepts/sustainability/natur/").content.decode()
    assert "Nature theme" in english


def test_a_deprecated_concept_leads_to_its_replacement(client, concepts):
    Concept.objects.filter(notation="dagvatten").update(
        status="deprecated", replaced_by=concepts["natur"]
    )
    old = concepts["dagvatten"]
    old.refresh_from_db()
    old.save()
    response = client.get("/begrepp/sustainability/dagvatten/")
    assert response.status_code == 301
    assert response["Location"] == "/begrepp/sustainability/natur/"
    assert client.get("/begrepp/sustainability/none/").status_code == 404


def test_only_reading_is_allowed(client, db):
    for address in ADDRESSES:
        assert client.post(address).status_code == 405


def test_an_empty_answer_is_helpful(client, db):
    html = client.get("/sok/?q=finnsinte").content.decode()
    assert 'class="empty"' in html
