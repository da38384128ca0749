"""How coverage was: written when published, filled in from the past, shown."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from projects.coverage import State
from projects.coverage.city import coverage_by_month
from projects.models import AspectClaim, CoverageChange, ProjectPage
from projects.presentation import project_context
from tests.factories.taxonomy import make_concept

pytestmark = pytest.mark.django_db
EVIDENCE = [{"type": "evidence", "value": {"title": "Mätningen"}}]


@pytest.fixture
def tag():
    return make_concept("sustainability", "prov", aspect="environmental")


def claim(page, tag, **fields):
    page = ProjectPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.claims = [AspectClaim(tag=tag, **fields)]
    return page.save_revision()


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def states(page):
    return [change.environmental for change in CoverageChange.objects.all()]


def grow(tree, tag):
    """Published three times: nothing, a claim, a claim with evidence."""
    page = tree.project()
    claim(page, tag).publish()
    claim(page, tag, evidence=EVIDENCE).publish()
    return ProjectPage.objects.get(pk=page.pk)


def test_what_is_published_is_written_down_and_a_draft_is_not(tree, tag):
    page = tree.project(live=False)
    assert states(page) == []
    page.save_revision().publish()
    assert states(page) == ["missing"]
    revision = claim(page, tag)
    assert states(page) == ["missing"]
    revision.publish()
    assert states(page) == ["missing", "claimed"]
    revision.publish()
    ProjectPage.objects.get(pk=page.pk).save()
    assert states(page) == ["missing", "claimed"]


def test_a_translation_and_a_move_write_nothing(tree, tag):
    page = grow(tree, tag)
    tree.translate(page)
    ProjectPage.objects.get(pk=page.pk).move(tree.section, pos="first-child")
    assert CoverageChange.objects.count() == 3


def test_the_past_is_filled_in_from_revisions_once(tree, tag):
    page = grow(tree, tag)
    for days, entry in zip(
        (90, 60, 30),
        PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").order_by(
            "pk"
        ),
        strict=True,
    ):
        PageLogEntry.objects.filter(pk=entry.pk).update(timestamp=days_ago(days))
    CoverageChange.objects.all().delete()
    page.save()  # As on a site that is older than this table.
    out = StringIO()
    call_command("fill_coverage_history", stdout=out)
    assert out.getvalue().startswith("3 ")
    assert states(page) == ["missing", "claimed", "covered"]
    shown = project_context(ProjectPage.objects.get(pk=page.pk))["history"]
    assert [period.day for period in shown] == [
        timezone.localdate(days_ago(days)) for days in (90, 60, 30)
    ]
    out = StringIO()
    call_command("fill_coverage_history", stdout=out)
    assert out.getvalue().startswith("0 ")
    assert CoverageChange.objects.count() == 3


def test_the_city_by_month_counts_public_projects(
    tree, tag, django_assert_max_num_queries
):
    page, hidden = grow(tree, tag), tree.project("Dolt")
    months = (date(2026, 1, 15), date(2026, 3, 31), date(2026, 4, 1))
    for day, change in zip(
        months, CoverageChange.objects.filter(record=page.translation_key), strict=True
    ):
        moment = timezone.make_aware(
            timezone.datetime(day.year, day.month, day.day, 0, 30)
        )
        CoverageChange.objects.filter(pk=change.pk).update(at=moment)
    hidden.unpublish()
    with django_assert_max_num_queries(3):
        found = coverage_by_month(last=date(2026, 4, 2))
    assert [month.projects for month in found] == [1, 1, 1, 1]
    environmental = [month.counts["environmental"] for month in found]
    assert [count[State.MISSING] for count in environmental] == [1, 1, 0, 0]
    assert [count[State.CLAIMED] for count in environmental] == [0, 0, 1, 0]
    assert [count[State.COVERED] for count in environmental] == [0, 0, 0, 1]
    assert coverage_by_month(first=date(2027, 1, 1), last=date(2026, 1, 1)) == []


def test_the_page_shows_how_the_aspects_were_filled(client, tree, tag):
    page = grow(tree, tag)
    html = client.get(page.url).content.decode()
    assert "Oförändrat sedan" in html  # All in one day: the last counts.
    first = CoverageChange.objects.order_by("at").first()
    CoverageChange.objects.filter(pk=first.pk).update(at=days_ago(40))
    ProjectPage.objects.get(pk=page.pk).save()
    html = client.get(page.url).content.decode()
    assert "Miljömässig: från saknas till täckt" in html
    assert "Oförändrat sedan" not in html


def test_a_city_without_projects_has_no_months(tree):
    assert coverage_by_month() == []
