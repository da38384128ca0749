"""The figures are what a plain count gives, and cost the same whatever there is."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.public import visible_to_all
from overview.choice import Choice, parse_choice
from overview.models import NeedOpened
from overview.picture import Audience, city_picture
from overview.reading.coverage import read_coverage
from overview.reading.meetings import read_meetings
from overview.reading.needs import read_needs
from overview.reading.people import read_people
from overview.reading.sources import counted_projects
from overview.tables import Share
from projects.models import NeedState, ProjectPage
from tests.integration.overview import plain_count
from tests.integration.overview.conftest import long_ago, settle

pytestmark = pytest.mark.django_db


def chosen(address: str = "") -> Choice:
    return parse_choice(QueryDict(address))


def projects(address: str = ""):
    return counted_projects(chosen(address), visible_to_all())


def titles(address: str) -> set[str]:
    return set(projects(address).values_list("title", flat=True))


def test_coverage_by_phase_and_district(full):
    counted = {
        (
            group.phase,
            group.district,
            tuple(state for _aspect, state in group.coverage.items()),
        ): group.count
        for group in read_coverage(projects())
    }
    assert counted == dict(plain_count.coverage())
    assert len(counted) > 20


def test_needs_by_competence_and_district(full):
    counted = {
        (row.competence, row.district): [row.needs, row.people, row.unmet]
        for row in read_needs(projects())
    }
    assert counted == plain_count.needs()
    assert any(unmet for _needs, _people, unmet in counted.values())


def test_people_by_competence_and_district(full):
    counted = {
        (row.competence, row.district): [row.people, row.available]
        for row in read_people(visible_to_all())
    }
    assert counted == plain_count.people()
    # Of twenty, one hides the only competence there is.
    assert 0 < counted[-2, -2][1] < counted[-2, -2][0] == 19


def test_sectors_and_organisations_that_meet(full):
    meetings = read_meetings(projects(), most=30)
    assert meetings.sectors == dict(plain_count.sectors())
    ties = {(tie.one.id, tie.other.id): tie.projects for tie in meetings.ties}
    assert ties == dict(plain_count.ties())
    assert meetings.total == len(ties) > 1


def test_only_the_strongest_ties_and_how_many_there_are(full):
    all_ties = plain_count.ties()
    meetings = read_meetings(projects(), most=1)
    assert [tie.projects for tie in meetings.ties] == [max(all_ties.values())]
    assert meetings.total == len(all_ties)


def test_the_tables_sum_what_was_read(full):
    picture = city_picture(chosen(), Audience.STAFF)
    plain = plain_count.coverage()
    once = {key: n for key, n in plain.items() if key[1] == plain_count.ALL}
    total = picture.tables["coverage-districts"].rows[-1]
    assert total.is_total
    assert total.cells[0] == picture.projects == sum(once.values())
    covered = sum(n for (_p, _d, states), n in once.items() if states[0] == "covered")
    assert total.cells[1] == covered
    shares = [
        cell
        for row in picture.tables["coverage-crossed"].rows
        for cell in row.cells
        if isinstance(cell, Share)
    ]
    placed = {key: n for key, n in plain.items() if key[1] != plain_count.ALL}
    assert sum(share.whole for share in shares) == sum(placed.values())
    assert sum(share.part for share in shares) == sum(
        n for (_p, _d, states), n in placed.items() if set(states) == {"covered"}
    )


def test_a_district_chooses_its_projects_and_its_people(full):
    district = full.districts[1]
    address = f"district={district.notation}"
    wanted = {
        page.title
        for page in plain_count.public_projects()
        if district in page.districts.all()
    }
    assert titles(address) == wanted != set()
    table = city_picture(chosen(address), Audience.STAFF).tables["needs"]
    people, needs = plain_count.people(), plain_count.needs()
    for row in table.rows:
        [concept] = [c for c in full.competences if c.name.text == row.head.text]
        key = (concept.pk, district.pk)
        assert list(row.cells[1:4]) == needs.get(key, [0, 0, 0])
        assert list(row.cells[4:]) == people[key]


def test_phase_and_sector_choose_projects(full):
    for phase in ("samrad", "ongoing", "unknown"):
        wanted = {
            page.title
            for page in plain_count.public_projects()
            if plain_count.phase_of(page) == phase
        }
        assert titles(f"phase={phase}") == wanted != set()
    wanted = {
        page.title
        for page in plain_count.public_projects()
        if "company" in {o.sector for o in plain_count.members_of(page).values()}
    }
    assert titles("sector=company") == wanted != set()


@pytest.mark.parametrize(
    ("start", "end", "period", "there"),
    [
        ("2012", "", "2010-2014", True),
        ("2012", "", "2015-2019", False),
        ("", "2012", "2010-2014", True),
        ("2012", "2019-02", "2015-2019", True),
        ("2012", "2019-02", "2020-2024", False),
        ("2014-12-31", "2015-01-01", "2015-2019", True),
        ("2015", "2015", "2010-2014", False),
        ("", "", "2010-2014", False),
    ],
)
def test_a_project_stands_in_the_periods_that_it_touches(
    city, start, end, period, there
):
    city.project("Projektet", start=start, end=end)
    assert (titles(f"period={period}") == {"Projektet"}) is there


def test_an_aspect_chooses_figures_and_competences(full):
    tables = city_picture(chosen("aspect=economic"), Audience.STAFF).tables
    assert len(tables["coverage-districts"].columns) == 1 + 4
    assert [row.head.text for row in tables["needs"].rows] == [
        full.competences[1].name.text
    ]
    wanted = {
        page.title
        for page in plain_count.public_projects()
        if "economic" in page.coverage.addressed
    }
    assert titles("") > wanted != set()
    meetings = city_picture(chosen("aspect=economic"), Audience.STAFF).meetings
    assert meetings.sectors["company", "company"] == sum(
        "company" in {o.sector for o in plain_count.members_of(page).values()}
        for page in plain_count.public_projects()
        if page.title in wanted
    )


def test_a_restricted_section_counts_nowhere(full):
    PageViewRestriction.objects.create(
        page=full.tree.section.page_ptr, restriction_type="login"
    )
    picture = city_picture(chosen(), Audience.STAFF)
    assert picture.projects == 0
    assert read_people(visible_to_all())[0].people == 0


def test_a_need_is_unmet_after_a_month_and_from_when_it_was_opened_again(city):
    page = city.project("Projektet", needs=[(city.competences[0], 1)])
    need = page.needs.get()

    def unmet() -> int:
        return read_needs(projects())[0].unmet

    assert NeedOpened.objects.get().need_key == need.key
    assert unmet() == 0
    long_ago(page, days=31)
    assert unmet() == 1
    settle(need.key, page.translation_key, NeedState.State.OPEN)
    assert unmet() == 0


def test_when_a_need_was_opened_outlives_publishing(city):
    page = city.project("Projektet", needs=[(city.competences[0], 1)])
    long_ago(page, days=31)
    before = NeedOpened.objects.get().opened_at
    page = ProjectPage.objects.get(pk=page.pk)
    page.save_revision().publish()
    assert NeedOpened.objects.get().opened_at == before


def test_who_is_past_and_who_has_not_begun_is_no_need(city):
    page = city.project("Projektet", needs=[(city.competences[0], 1)])
    page.needs.update(until=timezone.localdate() - timedelta(days=1))
    assert read_needs(projects()) == []


@pytest.mark.parametrize("audience", Audience)
def test_the_number_of_queries_does_not_grow(full, audience):
    city_picture(chosen(), audience)
    with CaptureQueriesContext(connection) as few:
        city_picture(chosen(), audience)
    for n in range(5):
        full.project(
            f"Nytt {n}",
            needs=[(full.competences[2], 1)],
            partners=full.organisations,
            districts=full.districts,
        )
        full.person(f"Ny Testsson {n}", knows=full.competences)
    cache.clear()
    with CaptureQueriesContext(connection) as many:
        city_picture(chosen(), audience)
    assert len(many) == len(few) <= 10
