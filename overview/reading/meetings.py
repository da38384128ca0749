"""Which sectors and which organisations meet in projects.

Who coordinates a project or is its partner takes part; who only funds it does not.
"""

from dataclasses import dataclass

from django.db.models import QuerySet

from core.languages import Text, in_language
from overview.reading.statements import rows, table
from people.models import Organisation
from projects.models import Partner, ProjectPage


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation in the network."""

    id: int
    name: Text
    sector: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two organisations and how many projects they share."""

    one: Member
    other: Member
    projects: int


@dataclass(frozen=True, slots=True)
class Meetings:
    """Who meets whom, in projects of a choice."""

    #: (sector, sector) → projects in which both take part; a sector with itself: in
    #: how many it takes part.
    sectors: dict[tuple[str, str], int]
    #: Between organisations, the strongest first.
    ties: list[Tie]
    #: How many ties there are in all.
    total: int


def read_meetings(projects: QuerySet[ProjectPage], *, most: int) -> Meetings:
    """The sectors, and the ``most`` pairs of organisations with most projects
    together. Two statements."""
    found = rows(
        {"source(page, coordinator)": projects.values_list("pk", "coordinator_id")},
        f""", member AS MATERIALIZED (
            SELECT page, coordinator AS organisation FROM source
            WHERE coordinator IS NOT NULL
            UNION
            SELECT p.page_id, p.organisation_id
            FROM {table(Partner)} p JOIN source ON source.page = p.page_id
        ), present AS MATERIALIZED (
            SELECT DISTINCT page, o.sector AS sector
            FROM member JOIN {table(Organisation)} o ON o.id = member.organisation
        ), tie AS (
            SELECT a.organisation AS one, b.organisation AS other,
                COUNT(*) AS together, COUNT(*) OVER () AS total
            FROM member a
            JOIN member b ON b.page = a.page AND a.organisation < b.organisation
            GROUP BY a.organisation, b.organisation
            ORDER BY together DESC, one, other
            LIMIT %s
        )
        SELECT NULL AS one, NULL AS other, a.sector, b.sector, COUNT(*), 0
        FROM present a JOIN present b ON b.page = a.page
        GROUP BY a.sector, b.sector
        UNION ALL
        SELECT one, other, '', '', together, total FROM tie""",  # noqa: S608
        [most],
    )
    ties = sorted(
        (row for row in found if row[0] is not None),
        key=lambda row: (-row[4], row[0], row[1]),
    )
    ids = {pk for one, other, *_rest in ties for pk in (one, other)}
    members = {
        row.pk: Member(row.pk, in_language(row, "name"), row.sector)
        for row in Organisation.objects.filter(pk__in=ids)
    }
    return Meetings(
        {(row[2], row[3]): row[4] for row in found if row[0] is None},
        [Tie(members[row[0]], members[row[1]], row[4]) for row in ties],
        ties[0][5] if ties else 0,
    )
