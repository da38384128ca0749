"""The index compared with the database, and what /health/ tells of both."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search.checking import compare
from search.checks import engine_is_reached_safely
from search.engines import get_engine
from search.models import Change

pytestmark = pytest.mark.django_db

#: Nobody listens there.
REFUSED = "elasticsearch://127.0.0.1:9/prov"


def checked(*options) -> tuple[str, bool]:
    """What the command says, and whether all is right."""
    out = StringIO()
    try:
        call_command("check_search", *options, stdout=out, stderr=out)
    except CommandError:
        return out.getvalue(), False
    return out.getvalue(), True


def key(page) -> str:
    return f"project:{page.translation_key}"


def test_an_index_that_is_right(tree, delivered):
    tree.project("Regnbädden")
    delivered()
    told, right = checked()
    assert right
    assert "documents are right." in told


def test_each_way_of_being_wrong_is_told_and_mended(tree, delivered):
    missing, stale, extra = (tree.project(f"Prov {n}") for n in range(3))
    delivered()
    engine = get_engine()
    engine.delete([key(missing)])
    type(stale).objects.filter(pk=stale.pk).update(title="Något helt annat")
    type(extra).objects.filter(pk=extra.pk).update(live=False)
    found = compare(engine)
    assert (found.missing, found.stale, found.extra) == (
        [key(missing)],
        [key(stale)],
        [key(extra)],
    )
    told, right = checked()
    assert not right
    assert f"1 are stored and should not be found: {key(extra)}" in told
    told, right = checked("--repair")
    assert right
    assert compare(engine).wrong == []


def test_what_waits_is_not_wrong(tree, delivered):
    tree.project("Regnbädden")
    delivered()
    page = tree.project("Torget")
    Change.objects.create(key=key(page))
    get_engine().delete([key(page)])
    found = compare(get_engine())
    assert (found.wrong, found.waiting) == ([], 1)


def test_the_site_is_healthy(client, delivered):
    delivered()
    response = client.get("/health/")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    told = json.loads(response.content)
    assert (told["status"], told["search"]) == ("ok", "ok")
    assert told["engines"][0]["waiting"] == 0
    assert told["engines"][0]["oldest_seconds"] is None


def test_changes_that_wait_and_a_server_that_is_down(client, delivered, settings):
    delivered()
    settings.SEARCH_URL = REFUSED
    then = timezone.now() - timedelta(seconds=90)
    Change.objects.create(key="project:prov", created_at=then)
    told = json.loads(client.get("/health/").content)
    assert (told["status"], told["search"]) == ("degraded", "fallback")
    first, second = told["engines"]
    assert (first["answers"], second["answers"]) == (False, True)
    assert 90 <= first["oldest_seconds"] < 120
    assert "127.0.0.1" not in json.dumps(told)
    told, right = checked()
    assert not right
    assert "does not answer" in told


def test_only_a_foreign_host_is_warned_of(settings):
    settings.SEARCH_URL = "elasticsearch://localhost:9200"
    assert engine_is_reached_safely(None) == []
    settings.SEARCH_URL = "elasticsearch://sok.example.org:9200/prov"
    (warning,) = engine_is_reached_safely(None)
    assert "sok.example.org" in warning.msg
    settings.SEARCH_URL = "https://sok.example.org:9200/prov"
    assert engine_is_reached_safely(None) == []
