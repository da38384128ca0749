"""Which sectors and which organisations meet in projects.

Who coordinates a project or is its partner takes part; who only funds it does not.
"""

from dataclasses import dataclass

from django.db.models import QuerySet

from core.languages import Text, in_language
from overview.reading.statements import rows, table
from people.models import Organisation
from projects.models import Partner, ProjectPage


def read_sectors(projects: QuerySet[ProjectPage]) -> dict[tuple[str, str], int]:
    """(sector, sector) → projects in which both take part; a sector with itself: in
    how many it takes part. One statement."""
    found = rows(
        _source(projects),
        f"""{_members()}, present AS MATERIALIZED (
            SELECT DISTINCT page, o.sector AS sector
            FROM member JOIN {table(Organisation)} o ON o.id = member.organisation
        )
        SELECT a.sector, b.sector, COUNT(*)
        FROM present a JOIN present b ON b.page = a.page
        GROUP BY a.sector, b.sector""",  # noqa: S608
    )
    return {(one, other): count for one, other, count in found}


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
class Network:
    #: The strongest first.
    ties: list[Tie]
    #: How many ties there are in all.
    total: int


def read_network(projects: QuerySet[ProjectPage], *, most: int) -> Network:
    """The ``most`` pairs of organisations with most projects together. Two
    statements."""
    found = rows(
        _source(projects),
        f"""{_members()}
        SELECT a.organisation, b.organisation, COUNT(*) AS together,
            COUNT(*) OVER () AS total
        FROM member a
        JOIN member b ON b.page = a.page AND a.organisation < b.organisation
        GROUP BY a.organisation, b.organisation
        ORDER BY together DESC, a.organisation, b.organisation
        LIMIT %s""",  # noqa: S608
        [most],
    )
    ids = {pk for one, other, *_rest in found for pk in (one, other)}
    members = {
        row.pk: Member(row.pk, in_language(row, "name"), row.sector)
        for row in Organisation.objects.filter(pk__in=ids)
    }
    return Network(
        [
            Tie(members[one], members[other], together)
            for one, other, together, _total in found
        ],
        found[0][-1] if found else 0,
    )


def _source(projects: QuerySet[ProjectPage]) -> dict[str, QuerySet]:
    return {"source(page, coordinator)": projects.values_list("pk", "coordinator_id")}


def _members() -> str:
    return f""", member AS MATERIALIZED (
            SELECT page, coordinator AS organisation FROM source
            WHERE coordinator IS NOT NULL
            UNION
            SELECT p.page_id, p.organisation_id
            FROM {table(Partner)} p JOIN source ON source.page = p.page_id
        )"""  # noqa: S608
