"""A listing says of a plan that one may comment, for as long as one may."""

from datetime import timedelta

import pytest
from django.utils import timezone

from projects.models import PhasePeriod
from search import showing
from taxonomy.models import Concept
from tests.factories.taxonomy import make_concept

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(tree, delivered, client):
    def listed(**facts):
        phases = Concept.objects.in_scheme("phases")
        today = timezone.localdate()
        row = {
            "phase": phases.get(notation="samrad"),
            "starts": today - timedelta(days=3),
            "ends": today + timedelta(days=10),
            "checked_on": today,
        } | facts
        page = tree.project("Planprojektet")
        PhasePeriod.objects.create(page=page, **row)
        page.save()
        delivered()
        return client.get("/sok/?type=project").content.decode(), row["ends"]

    return listed


@pytest.fixture(autouse=True)
def vocabulary(db):
    if not Concept.objects.in_scheme("phases").exists():
        make_concept("phases", "samrad", sv="Samråd", details={"public_input": True})
        make_concept("phases", "antagande", sv="Antagande")


def test_while_it_is_open_its_last_day_is_named(listed):
    html, ends = listed()
    assert 'class="flag"' in html
    assert str(ends.year) in html.split('class="flag"')[1][:80]


def test_the_answer_is_of_today_and_not_of_the_index(listed, client, monkeypatch):
    _html, ends = listed()
    monkeypatch.setattr(showing.timezone, "localdate", lambda: ends + timedelta(days=1))
    assert 'class="flag"' not in client.get("/sok/?type=project").content.decode()


def test_unchecked_or_undated_or_another_phase_says_nothing(listed):
    html, _ends = listed(checked_on=None)
    assert 'class="flag"' not in html


def test_a_last_day_that_nobody_knows_is_no_promise(listed):
    assert 'class="flag"' not in listed(ends=None)[0]


def test_a_phase_without_comments_says_nothing(listed):
    phase = Concept.objects.in_scheme("phases").get(notation="antagande")
    assert 'class="flag"' not in listed(phase=phase)[0]
