"""Two thousand hostile queries: each has an answer, wherever it is asked."""

from collections import Counter

import pytest

from projects.models import AspectClaim, CaseNumber
from search.evaluation.hostile import query_strings

pytestmark = pytest.mark.django_db

QUERIES = 2000
#: The page shows most and takes longest; what it stands on is the API's too.
ADDRESSES = (
    "/sok/",
    "/api/v1/search/",
    "/sok/forslag",
    "/api/v1/search/",
    "/en/search/",
    "/api/v1/search/",
    "/begrepp/sustainability/dagvatten/",
)


@pytest.fixture
def filled(tree, concepts, delivered):
    for number in range(5):
        page = tree.project(f"Dagvatten i park {number}", summary="Regn, museet & Åsa")
        CaseNumber.objects.create(
            page=page, registry="Vinnova", number=f"2013-0174{number}"
        )
        AspectClaim.objects.create(page=page, tag=concepts["dagvatten"])
        page.save()
    tree.person("Prova Testsson")
    delivered()


def test_every_hostile_query_has_an_answer(filled, client):
    asked = 0
    for number, query in enumerate(query_strings(QUERIES)):
        address = ADDRESSES[number % len(ADDRESSES)]
        response = client.get(f"{address}?{query}")
        assert response.status_code == 200, (address, query[:300])
        asked += 1
    assert asked == QUERIES


def test_the_site_still_answers_afterwards(filled, client):
    for query in query_strings(40, seed=2):
        client.get(f"/sok/?{query}")
    found = client.get("/api/v1/search/?q=dagvatten&type=project").json()
    assert found["total"] == 5


def test_the_queries_are_the_same_every_time_and_each_another():
    first, again = list(query_strings(200)), list(query_strings(200))
    assert first == again
    assert first != list(query_strings(200, seed=2))
    most = max(Counter(query_strings(QUERIES)).values())
    assert most < QUERIES / 50
