"""An engine that does not answer costs a notice, not a page."""

import pytest
from django.http import QueryDict

from search import engines, outbox
from search.engines.breaker import Breaker
from search.finding import find
from search.models import Change, Cursor
from search.query import parse_query
from search.suggesting import suggest

pytestmark = pytest.mark.django_db

#: Nobody listens there.
REFUSED = "elasticsearch://127.0.0.1:9/prov"
NOTICE = "Sökningen är enklare än vanligt just nu."


def asked(address):
    return find(parse_query(QueryDict(address), "sv"))


@pytest.fixture
def down(settings, monkeypatch):
    settings.SEARCH_URL = REFUSED
    monkeypatch.setattr(engines, "_breakers", {})


def test_the_embedded_engine_answers_with_the_same_counts_and_a_notice(
    tree, delivered, settings, down
):
    tree.project("Regnbädden")
    tree.project("Torget")
    delivered()
    answer = asked("q=regnbädden&type=project")
    assert [hit.title for hit in answer.hits] == ["Regnbädden"]
    assert answer.notices == (NOTICE,)
    settings.SEARCH_URL = "database://"
    usual = asked("q=regnbädden&type=project")
    assert usual.notices == ()
    assert (usual.total, usual.facets) == (answer.total, answer.facets)


def test_suggestions_and_pages_go_on(tree, delivered, client, down):
    tree.project("Regnbädden")
    delivered()
    assert [row.title for row in suggest("regnb", "sv")] == ["Regnbädden"]
    page = client.get("/sok/?q=regnb%C3%A4dden")
    assert page.status_code == 200
    assert NOTICE in page.content.decode()
    assert client.get("/sok/?q=finnsinte").status_code == 200


def test_what_is_unpublished_meanwhile_is_gone_and_nothing_is_lost(
    tree, delivered, down
):
    page = tree.project("Regnbädden")
    delivered()
    page.unpublish()
    assert asked("q=regnbädden&type=project").total == 0
    delivered()
    assert asked("q=regnbädden&type=project").total == 0
    # The server that is down has heard of nothing: the log keeps it all.
    assert Change.objects.exists()
    assert Cursor.objects.get(index="elasticsearch").failures


def test_a_log_is_not_kept_for_an_engine_that_is_no_longer_used(
    tree, delivered, settings, down
):
    tree.project("Regnbädden")
    delivered()
    settings.SEARCH_URL = "database://"
    tree.project("Torget")
    delivered()
    assert not Change.objects.exists()


def test_a_server_that_failed_is_not_asked_by_everyone(monkeypatch, settings, down):
    asked_of = []

    class Failing:
        name = "failing"

        def search(self):
            asked_of.append(self.name)
            raise engines.EngineUnavailable("down")

    class Working:
        name = "working"

        def search(self):
            return "found"

    monkeypatch.setattr(engines, "get_engines", lambda: (Failing(), Working()))
    monkeypatch.setattr(engines, "_breakers", {REFUSED: Breaker(first=60)})
    for _reader in range(3):
        assert engines.ask(lambda engine: engine.search()) == ("found", True)
    assert asked_of == ["failing"]


def test_the_worker_tells_of_its_failure(tree, down):
    tree.project("Regnbädden")
    assert outbox.deliver(force=True) >= 1
    assert Cursor.objects.get(index="elasticsearch").error
