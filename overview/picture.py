"""The city's picture: all figures, for the public or for those who plan."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from core.public import visible_to_all
from overview.choice import Choice, periods
from overview.coverage_tables import coverage_tables
from overview.demand_tables import demand_tables
from overview.meeting_tables import network_table, sector_table
from overview.people_counts import PeopleCounts
from overview.reading.coverage import CoverageGroup, read_coverage
from overview.reading.meetings import Meetings, read_meetings
from overview.reading.needs import read_needs
from overview.reading.people import read_people
from overview.reading.sources import addressing, counted_projects, first_and_last
from overview.reading.statements import ALL
from overview.tables import Table
from taxonomy.queries import concept_index

#: So many ties between organisations are told of, the strongest first.
MOST_TIES = 30


class Audience(StrEnum):
    PUBLIC = "public"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Picture:
    """``coverage``: groups of projects, each project once."""

    audience: Audience
    #: Projects that the choice leaves.
    projects: int
    coverage: list[CoverageGroup]
    meetings: Meetings
    #: By key, in the order of the page.
    tables: dict[str, Table]
    #: The periods that there are projects of.
    periods: list[str]


def city_picture(
    choice: Choice, audience: Audience, *, visible: Q | None = None
) -> Picture:
    """Everything, in a number of queries that no number of rows changes.

    ``visible``: what :func:`core.public.visible_to_all` said, where it is at hand.
    Both audiences get the same figures of what is public, and the public none of few
    people (:mod:`overview.disclosure`).
    """
    visible = visible or visible_to_all()
    concepts = concept_index()
    projects = counted_projects(choice, visible)
    meeting = addressing(projects, choice.aspect) if choice.aspect else projects
    groups = read_coverage(projects)
    people = PeopleCounts.of(
        read_people(visible), protected=audience is Audience.PUBLIC
    )
    meetings = read_meetings(meeting, most=MOST_TIES)
    tables = [
        *coverage_tables(groups, choice, concepts),
        *demand_tables(
            read_needs(projects),
            people,
            choice,
            concepts,
            with_available=audience is Audience.STAFF,
        ),
        sector_table(meetings),
        network_table(meetings),
    ]
    each_once = [group for group in groups if group.district == ALL]
    return Picture(
        audience=audience,
        projects=sum(group.count for group in each_once),
        coverage=each_once,
        meetings=meetings,
        tables={table.key: table for table in tables},
        periods=periods(*first_and_last(visible)),
    )
